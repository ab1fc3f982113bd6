import { placeName } from '#drawing';
import {
  compareDesigns,
  type Design,
  findResource,
  kinds,
  type Resource,
  type ResourceId,
  resourcesOfKind,
} from '#model';
import type { Field, Part } from '../inspector/fields/field.ts';
import { fieldsOf } from '../inspector/fields/fields-of.ts';
import { valueAt } from '../inspector/value-path.ts';
import { propertyWords } from './property-words.ts';

/** One line of a diff: what would be there, or would no longer be. */
export interface DiffLine {
  readonly sign: '+' | '−';
  readonly text: string;
}

/** A list of rules may be long; its own table shows the rest. */
const longest = 220;

const prefix = /\d+(?:\.\d+){3}\/\d+/g;

/** Behind each prefix that is all of a subnet, the name of that. */
function subnetsNamedIn(design: Design): (text: string) => string {
  const names = new Map(
    resourcesOfKind(design, 'subnet').flatMap(({ name, addressPrefixes: [own, ...more] }) =>
      own === undefined || more.length > 0 ? [] : [[own, name] as const],
    ),
  );
  return (text) =>
    text.replaceAll(prefix, (found) => {
      const name = names.get(found);
      return name === undefined ? found : `${found} (${name})`;
    });
}

/** Nothing is no line: what comes in its place says enough. */
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);

/** What an added resource points at, each under the name of its field: its target, the zones that it is registered in. */
function joinedBy(design: Design, fields: readonly Field[], holder: unknown): readonly string[] {
  return fields.flatMap(({ path, label, control }): readonly string[] => {
    const value = valueAt(holder, path);
    if (control.type === 'rows')
      return [value ?? []].flat().flatMap((part) => {
        const inner = joinedBy(design, control.fields(part as Part), part);
        return inner.map((words) => `${label}: ${words.slice(words.indexOf(': ') + 2)}`);
      });
    if (control.type !== 'reference' && control.type !== 'references') return [];
    const names = [value ?? []].flat().flatMap((id) => findResource(design, id as ResourceId)?.name ?? []);
    return names.length > 0 ? [`${label}: ${names.join(', ')}`] : [];
  });
}

/** A security rule by what it does: to make room for another it may have moved. */
const wherever = (text: string): string => text.replace(/\b(Inbound|Outbound) \d+: /, '$1: ');

/** Lines without those that stand on both sides: of a list that is replaced, what is the same in it wherever it stands. */
function withoutKept(lines: readonly DiffLine[]): readonly DiffLine[] {
  const texts = (sign: DiffLine['sign']) =>
    new Set(lines.flatMap((line) => (line.sign === sign ? [wherever(line.text)] : [])));
  const [gone, come] = [texts('−'), texts('+')];
  const isKept = ({ text }: DiffLine) => gone.has(wherever(text)) && come.has(wherever(text));
  const changed = lines.filter((line) => !isKept(line));
  // Where that is all there is, it is what the change is about.
  return changed.length > 0 ? changed : withoutSame(lines);
}

const withoutSame = (lines: readonly DiffLine[]): readonly DiffLine[] =>
  lines.filter(({ sign, text }) => !lines.some((one) => one.text === text && one.sign !== sign));

/** A rule that only makes room for another says nothing new: where that is not all there is, it is left out. */
function withoutMoves<T extends { readonly property: string }>(changes: readonly T[]): readonly T[] {
  const others = changes.filter(({ property }) => !property.endsWith('/priority'));
  return others.length > 0 ? others : changes;
}

/** What lies between two designs, as lines in the order of the drawing's kinds. */
export function diffLines(before: Design, after: Design): readonly DiffLine[] {
  const { added, removed, changed } = compareDesigns(before, after);
  const named = subnetsNamedIn(after);
  const place = (design: Design, one: Resource) => {
    const container = findResource(design, one.parent);
    const where = container ? ` in ${placeName(container)}` : '';
    return `${kinds[one.kind].title} ${one.name}${where}`;
  };
  return [
    ...removed.map((one): DiffLine => ({ sign: '−', text: place(before, one) })),
    ...added.flatMap((one): readonly DiffLine[] => [
      { sign: '+', text: place(after, one) },
      ...joinedBy(after, fieldsOf(one.kind), one).map(
        (words): DiffLine => ({ sign: '+', text: cut(`${one.name}, ${words}`) }),
      ),
    ]),
    ...changed.flatMap(({ before: one, changes }) =>
      withoutMoves(changes).flatMap((change): readonly DiffLine[] => {
        const lines = (sign: DiffLine['sign'], value: typeof change.before): readonly DiffLine[] =>
          value === undefined || (sign === '−' && isEmpty(value))
            ? []
            : propertyWords(fieldsOf(one.kind), change.property, value).map((words) => ({
                sign,
                text: cut(`${one.name}, ${one.kind === 'subnet' ? words : named(words)}`),
              }));
        return withoutKept([...lines('−', change.before), ...lines('+', change.after)]);
      }),
    ),
  ];
}

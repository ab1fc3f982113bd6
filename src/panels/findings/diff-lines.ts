import { placeName } from '#drawing';
import { compareDesigns, type Design, findResource, kinds, type Resource, resourcesOfKind } from '#model';
import { fieldsOf } from '../inspector/fields/fields-of.ts';
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

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);

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
    ...added.map((one): DiffLine => ({ sign: '+', text: place(after, one) })),
    ...changed.flatMap(({ before: one, changes }) =>
      changes.flatMap((change): readonly DiffLine[] => {
        const lines = (sign: DiffLine['sign'], value: typeof change.before): readonly DiffLine[] =>
          value === undefined
            ? []
            : propertyWords(fieldsOf(one.kind), change.property, value).map((words) => ({
                sign,
                text: cut(`${one.name}, ${one.kind === 'subnet' ? words : named(words)}`),
              }));
        return [...lines('−', change.before), ...lines('+', change.after)];
      }),
    ),
  ];
}

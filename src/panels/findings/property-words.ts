import { type Plain, protocolInWords, wordsOf } from '#model';
import { type Field, type Part, type Rows, textOf } from '../inspector/fields/field.ts';
import { anything } from '../inspector/fields/rule-rows.ts';
import { valueWords } from '../inspector/fields/value-words.ts';

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reference is called: its values are paths of what they name. */
const nameAt = (path: unknown): string => textOf(path).split('/').at(-1) ?? '';

/** The rule of a security group and the route of a table in one sentence; nothing for other parts. */
function sentenceOf(part: Part): string | undefined {
  const word = (key: string): string => anything(part[key]);
  if ('access' in part && 'destinationPortRanges' in part) {
    const protocol = protocolInWords(word('protocol'));
    const rule = `${word('access')} ${protocol} ${word('destinationPortRanges')} to ${word('destinationAddressPrefixes')}`;
    return `${word('direction')} ${word('priority')}: ${rule}, from ${word('sourceAddressPrefixes')}`;
  }
  if ('nextHopType' in part)
    return `route ${word('addressPrefix')} to ${textOf(part.nextHopIpAddress) || word('nextHopType')}`;
  return undefined;
}

/** A part as its closed row shows it, in one line. */
export function partInWords(control: Rows, part: Part, nameOf: (reference: unknown) => string): string {
  const [first = '', ...others] = control.cells(part, nameOf);
  const sources = [part.sourceAddresses, [part.sourceIpGroups ?? []].flat().map(nameOf)].flat();
  const from = 'ruleType' in part ? `from ${anything(sources)}` : '';
  const cells = [first, control.below?.(part) ?? '', ...others, from].filter((cell) => cell !== '');
  return sentenceOf(part) ?? cells.join(', ');
}

/** One line for a part, then one for each part in it. */
function partWords({ label, control }: Field, part: Part): readonly string[] {
  if (control.type !== 'rows') return [];
  const inner = control
    .fields(part)
    .flatMap((field) => (field.control.type === 'rows' ? fieldWords(field, part[field.path]) : []));
  const words = partInWords(control, part, nameAt);
  return [sentenceOf(part) ? words : `${label}: ${words}`, ...inner];
}

/** What is set under a field, named as the inspector names it. */
function fieldWords(field: Field, value: unknown): readonly string[] {
  const { label, control } = field;
  if (value === undefined) return [];
  if (control.type === 'rows') {
    if (!Array.isArray(value)) return isPart(value) ? partWords(field, value) : [];
    return value.length === 0 ? [`${label}: None`] : value.flatMap((part) => partWords(field, part));
  }
  return [`${label}: ${valueWords(control, value, nameAt)}`];
}

/**
 * A property of a comparison in the words and values of the inspector, one line for each thing it sets: `Route table:
 * rt-hub`. Parts of lists are told with their name; what no field shows is told as it stands.
 */
export function propertyWords(
  fields: readonly Field[],
  property: string,
  value: Plain,
  of = '',
): readonly string[] {
  for (const field of fields) {
    const path = field.path.replaceAll('.', '/');
    const rest = property.slice(path.length + 1);
    if (property === path) return fieldWords(field, value).map((words) => of + words);
    if (property.startsWith(`${path}/`) && field.control.type === 'rows') {
      if (isPart(value)) return partWords(field, value).map((words) => of + words);
      const inner = field.control.fields({}).find((one) => rest.endsWith(`/${one.path}`));
      if (!inner) continue;
      const part = rest.slice(0, -inner.path.length - 1);
      return propertyWords([inner], inner.path, value, `${of}${field.label}, ${part}, `);
    }
  }
  // A group of properties that was not there before is told property by property.
  const grouped = fields.filter(({ path }) => path.startsWith(`${property}.`));
  if (isPart(value) && grouped.length > 0)
    return grouped.flatMap((field) => {
      const set = field.path
        .slice(property.length + 1)
        .split('.')
        .reduce<unknown>((from, key) => (isPart(from) ? from[key] : undefined), value);
      return fieldWords(field, set).map((words) => of + words);
    });
  return [`${of}${property}: ${wordsOf(value)}`];
}

import { placeName } from '#drawing';
import {
  compareDesigns,
  type Design,
  findResource,
  kinds,
  protocolInWords,
  type Resource,
  wordsOf,
} from '#model';
import { textOf } from '../inspector/fields/field.ts';
import { anything } from '../inspector/fields/rule-rows.ts';

/** One line of a diff: what would be there, or would no longer be. */
export interface DiffLine {
  readonly sign: '+' | '−';
  readonly text: string;
}

/** A list of rules may be long; its own table shows the rest. */
const longest = 220;

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule of a security group and the route of a table as their tables read; nothing for other values. */
function rowWords(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const word = (key: string): string => anything(value[key]);
  if ('access' in value && 'destinationPortRanges' in value) {
    const protocol = protocolInWords(word('protocol'));
    const rule = `${word('access')} ${protocol} ${word('destinationPortRanges')} to ${word('destinationAddressPrefixes')}`;
    return `${word('direction')} ${word('priority')}: ${rule}, from ${word('sourceAddressPrefixes')}`;
  }
  if ('nextHopType' in value)
    return `route ${word('addressPrefix')} to ${textOf(value.nextHopIpAddress) || word('nextHopType')}`;
  return undefined;
}

/** What lies between two designs, as lines in the order of the drawing's kinds. */
export function diffLines(before: Design, after: Design): readonly DiffLine[] {
  const { added, removed, changed } = compareDesigns(before, after);
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
        const line = (sign: DiffLine['sign'], value: typeof change.before): readonly DiffLine[] =>
          value === undefined
            ? []
            : [
                {
                  sign,
                  text: cut(`${one.name}, ${rowWords(value) ?? `${change.property}: ${wordsOf(value)}`}`),
                },
              ];
        return [...line('−', change.before), ...line('+', change.after)];
      }),
    ),
  ];
}

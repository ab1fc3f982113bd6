import { freePartName, type Part, type Rows, text, textOf, twoColumns, whileEmpty } from './field.ts';

/** Names with values as a table. */
export const pairRows: Rows = {
  type: 'rows',
  noun: 'tag',
  columns: twoColumns,
  headsOf: () => ['Name', 'Value'],
  cells: (part) => [textOf(part.name), textOf(part.value)],
  fields: () => [text('name', 'Name'), whileEmpty('Empty', text('value', 'Value'))],
  faultOf: (parts) => {
    if (parts.some(({ name }) => name === undefined)) return 'A tag needs a name.';
    const twice = parts.find(({ name }, at) => parts.findIndex((one) => one.name === name) !== at);
    return twice && `There is a tag named ${textOf(twice.name)} already.`;
  },
  additions: [
    { title: 'Add tag', make: (_, present) => ({ name: freePartName(present, 'tag'), value: '' }) },
  ],
};

export const partsOfPairs = (pairs: unknown): readonly Part[] | undefined =>
  pairs === null || typeof pairs !== 'object'
    ? undefined
    : Object.entries(pairs).map(([name, value]) => ({ name, value }));

/** Nothing where no pair is left. */
export const pairsOfParts = (parts: readonly Part[]): Readonly<Record<string, string>> | undefined =>
  parts.length === 0
    ? undefined
    : Object.fromEntries(parts.map(({ name, value }) => [textOf(name), textOf(value)]));

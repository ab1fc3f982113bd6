import { expect, it } from 'vitest';
import { found } from './found.ts';

const entry = (title: string, detail?: string) => ({
  id: title,
  title,
  ...(detail === undefined ? {} : { detail }),
});

it('what opens another design comes last', () => {
  const entries = [{ ...entry('Open One virtual network'), isLeaving: true }, entry('Add: Virtual network')];
  expect(found('virtual network', entries, 5).map(({ title }) => title)).toEqual([
    'Add: Virtual network',
    'Open One virtual network',
  ]);
});

it('what an entry does comes before what it is about', () => {
  const entries = [entry('Go to hub', 'Virtual network'), entry('Add Virtual network')];
  const titles = (query: string) => found(query, entries, 5).map(({ title }) => title);
  expect(titles('virtual network')).toEqual(['Add Virtual network', 'Go to hub']);
  expect(titles('hub virtual')).toEqual(['Go to hub']);
});

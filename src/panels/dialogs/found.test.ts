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

it('what is done to one thing comes before what is done to all, unless that is asked for', () => {
  const entries = [
    { ...entry('Fix all errors'), isBroad: true },
    entry('Fix: Allow all that is required to errors'),
  ];
  const first = (query: string) => found(query, entries, 5)[0]?.title;
  expect(['fix', 'fix a', 'fix all', 'fix all errors'].map(first)).toEqual([
    'Fix: Allow all that is required to errors',
    'Fix: Allow all that is required to errors',
    'Fix all errors',
    'Fix all errors',
  ]);
});

import { canonicalJson, firstOf, isObject } from '../json-object.ts';
import { type NoteBook, namesOf } from '../note-book.ts';
import { nameOf } from './arm-id.ts';
import type { Row } from './row.ts';

/** One row for each resource: what several files say of it is put together, the fullest first. */
export function mergeRows(rows: readonly Row[], notes: NoteBook): ReadonlyMap<string, Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.id.key);
    if (group) group.push(row);
    else groups.set(row.id.key, [row]);
  }
  const merged = new Map<string, Row>();
  for (const [key, group] of groups) {
    const [first] = group;
    if (first) merged.set(key, group.length === 1 ? first : mergeGroup(group, notes));
  }
  return merged;
}

function mergeGroup(group: readonly Row[], notes: NoteBook): Row {
  const copies = group
    .map((row) => ({ row, text: canonicalJson(row.body) + row.id.spelled }))
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  const [fullest] = copies;
  if (!fullest) throw new Error('A resource without a row');
  const contradictions = new Set<string>();
  const body = copies
    .map(({ row }) => row.body)
    .reduce((whole, other) => mergeValues(whole, other, '', contradictions) as Row['body']);
  if (contradictions.size > 0)
    notes.add(
      `${nameOf(fullest.row.id)}: ${namesOf([...contradictions].sort())}`,
      'The resource is given more than once and not alike; the fuller copy counts.',
    );
  return { id: fullest.row.id, body };
}

function mergeValues(first: unknown, second: unknown, path: string, contradictions: Set<string>): unknown {
  if (first === undefined || first === null) return second;
  if (second === undefined || second === null) return first;
  if (Array.isArray(first) && Array.isArray(second)) return mergeLists(first, second, path, contradictions);
  if (isObject(first) && isObject(second)) {
    const result = new Map<string, unknown>(Object.entries(first));
    const keys = new Map([...result.keys()].map((key) => [key.toLowerCase(), key]));
    for (const [key, value] of Object.entries(second)) {
      const own = keys.get(key.toLowerCase()) ?? key;
      const inner = path === '' ? own : `${path}.${own}`;
      result.set(
        own,
        mergeValues(result.get(own), value, inner.replace(/^properties\./, ''), contradictions),
      );
    }
    return Object.fromEntries(result);
  }
  if (first !== second && !isSameWord(first, second)) contradictions.add(path);
  return first;
}

const isSameWord = (first: unknown, second: unknown) =>
  typeof first === 'string' && typeof second === 'string' && first.toLowerCase() === second.toLowerCase();

/** Named items are united by name; of plain lists the fuller copy's counts unless it is empty. */
export function mergeLists(
  first: readonly unknown[],
  second: readonly unknown[],
  path: string,
  contradictions: Set<string>,
): readonly unknown[] {
  if (first.length === 0) return second;
  const keys = first.map(keyOfItem);
  if (keys.includes(undefined) || second.some((item) => keyOfItem(item) === undefined)) return first;
  const items = new Map(keys.map((key, at) => [key, first[at]]));
  for (const item of second) {
    const key = keyOfItem(item);
    items.set(key, mergeValues(items.get(key), item, path, contradictions));
  }
  return [...items.values()];
}

const keyOfItem = (item: unknown): string | undefined =>
  isObject(item) ? nameOfItem(firstOf(item, 'name', 'id')) : undefined;

const nameOfItem = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value.toLowerCase() : undefined;

import { type Design, findResource, isAlike, type Resource, type ResourceId } from '#model';
import { partInWords } from '../findings/property-words.ts';
import type { Field, Part } from './fields/field.ts';
import { pairRows, partsOfPairs } from './fields/pair-rows.ts';
import { valueWords } from './fields/value-words.ts';
import { valueAt } from './value-path.ts';

/** One thing that a change makes of a field: a value is another one, or a part of a list comes, goes or is another one. */
export interface Then {
  readonly sign: '→' | '+' | '−';
  readonly words: string;
  /** What it was, where it is another one. */
  readonly was?: string;
  /** Of a part, its name alone. */
  readonly name?: string;
}

const namesIn =
  (design: Design) =>
  (id: unknown): string =>
    findResource(design, id as ResourceId)?.name ?? '';

/** A part is called by its first cell; by its name where that is a number. */
const nameOfPart = ({ name }: Part, [cell = '']: readonly string[]): string =>
  cell === '' || /^\d+$/.test(cell) ? (typeof name === 'string' ? name : cell) : cell;

const listOf = (value: unknown): readonly unknown[] => [value ?? []].flat();

/** What one list has and another has not. */
const without = (list: unknown, others: unknown): readonly unknown[] =>
  listOf(list).filter((part) => !listOf(others).some((one) => isAlike(one, part)));

/** What a field would say after a change, where that is something else than before. */
export function thenOf(
  { path, control }: Field,
  [before, old]: readonly [Resource | Part, Design],
  [after, design]: readonly [Resource | Part, Design],
): readonly Then[] {
  const [was, is] = [valueAt(before, path), valueAt(after, path)];
  if (isAlike(was, is)) return [];
  const wordsOf = (value: unknown, of: Design) =>
    value === undefined ? 'Not set' : valueWords(control, value, namesIn(of));
  if (control.type === 'references' || control.type === 'list') {
    const [gone, come] = [without(was, is), without(is, was)];
    // What only grows or shrinks says by what.
    if (gone.length === 0 && come.length < listOf(is).length)
      return come.map((one): Then => ({ sign: '+', words: wordsOf([one], design) }));
    if (come.length === 0 && gone.length < listOf(was).length)
      return gone.map((one): Then => ({ sign: '−', words: wordsOf([one], old) }));
  }
  if (control.type !== 'rows' && control.type !== 'pairs')
    return [{ sign: '→', words: wordsOf(is, design), was: wordsOf(was, old) }];
  const isPairs = control.type === 'pairs';
  const rows = isPairs ? pairRows : control;
  const partsOf = (value: unknown) =>
    (isPairs ? (partsOfPairs(value) ?? []) : listOf(value)) as readonly Part[];
  const [wereThere, willBe] = [partsOf(was), partsOf(is)];
  const told = (part: Part, of: Design) => ({
    words: partInWords(rows, part, namesIn(of)),
    name: nameOfPart(part, rows.cells(part, namesIn(of))),
  });
  const [gone, come] = [without(wereThere, willBe) as Part[], without(willBe, wereThere) as Part[]];
  const isNamed = (one: Part) => (other: Part) => one.name !== undefined && one.name === other.name;
  /** A part that is another one: what it would name more or less, where it names something. */
  const changed = (part: Part, past: Part): readonly Then[] => {
    const named = rows
      .fields(part)
      .filter(({ control: { type } }) => type === 'references')
      .flatMap((field) => thenOf(field, [past, old], [part, design]));
    return named.length > 0 ? named : [{ sign: '→', words: told(part, design).words }];
  };
  return [
    ...gone
      .filter((part) => !come.some(isNamed(part)))
      .map((part): Then => ({ sign: '−', ...told(part, old) })),
    ...come.flatMap((part): readonly Then[] => {
      const past = gone.find(isNamed(part));
      return past ? changed(part, past) : [{ sign: '+', ...told(part, design) }];
    }),
  ];
}

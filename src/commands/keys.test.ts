import { describe, expect, it } from 'vitest';
import { keyOfRow, keysOfRows } from './keys.ts';

const press = (key: string, code: string, held: readonly string[] = []) => ({
  nativeEvent: {
    key,
    code,
    getModifierState: (modifier: string) => held.includes(modifier),
  } as KeyboardEvent,
});
const all = Object.keys(keysOfRows) as (keyof typeof keysOfRows)[];

describe('keyOfRow', () => {
  it.each([
    ['Alt with an arrow', press('ArrowDown', 'ArrowDown', ['Alt']), 'down'],
    ['Delete', press('Delete', 'Delete'), 'remove'],
    ['a letter with Alt, whatever that writes', press('µ', 'KeyM', ['Alt']), 'move'],
    ['the letter alone, which leads to a name', press('m', 'KeyM'), undefined],
    ['the letter with more than Alt', press('m', 'KeyM', ['Alt', 'Control']), undefined],
  ])('is of %s', (_, event, expected) => {
    expect(keyOfRow(event, all)).toBe(expected);
  });

  it('is none that was not asked for', () => {
    expect(keyOfRow(press('Delete', 'Delete'), ['up', 'down'])).toBeUndefined();
  });
});

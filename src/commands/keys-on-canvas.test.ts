import { describe, expect, it } from 'vitest';
import { isKeyOfSelection } from './keys-on-canvas.ts';

const press = (key: string, held: readonly string[] = []): KeyboardEvent =>
  ({ key, code: key, getModifierState: (modifier: string) => held.includes(modifier) }) as KeyboardEvent;

describe('isKeyOfSelection', () => {
  it.each([
    ['Delete', press('Delete'), true],
    ['F2', press('F2'), true],
    ['Insert', press('Insert'), true],
    ['c for connecting', press('c'), true],
    ['Alt and Shift with an arrow for a size', press('ArrowRight', ['Alt', 'Shift']), true],
    ['Escape, which is about no one thing', press('Escape'), false],
    ['h for the hand', press('h'), false],
    ['Tab', press('Tab'), false],
  ])('of %s', (_, event, expected) => {
    expect(isKeyOfSelection(event)).toBe(expected);
  });
});

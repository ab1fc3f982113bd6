import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, type Resource, type ResourceId } from '#model';
import { outlineRows } from './outline-rows.ts';
import { treeStep, typedRow } from './tree-keys.ts';

const id = (text: string) => text as ResourceId;
const region = (name: string, parent?: string): Resource => ({
  id: id(name),
  kind: 'region',
  name,
  ...(parent === undefined ? {} : { parent: id(parent) }),
});
const design: Design = {
  ...emptyDesign('d'),
  resources: [region('hub'), region('spoke'), region('snet-a', 'spoke'), region('snet-b', 'spoke')],
};
const rows = outlineRows(design, new Set());
const folded = outlineRows(design, new Set([id('spoke')]));

describe('keys of the outline', () => {
  it.each([
    ['ArrowDown', 0, { go: 1 }],
    ['ArrowDown', 3, { go: 3 }],
    ['ArrowUp', 0, { go: 0 }],
    ['Home', 2, { go: 0 }],
    ['End', 0, { go: 3 }],
    ['ArrowRight', 1, { go: 2 }],
    ['ArrowRight', 0, undefined],
    ['ArrowLeft', 3, { go: 1 }],
    ['ArrowLeft', 1, { open: 'spoke', isOpen: false }],
    ['ArrowLeft', 0, undefined],
    ['x', 0, undefined],
  ])('%s on line %i', (key, at, step) => expect(treeStep(rows, at, key)).toEqual(step));

  it('open what is closed', () => {
    expect(treeStep(folded, 1, 'ArrowRight')).toEqual({ open: 'spoke', isOpen: true });
    expect(treeStep(folded, 0, '*')).toEqual({ openAll: ['spoke'] });
  });

  it('that are letters lead to the next name that begins so', () => {
    expect(typedRow(rows, 0, 's')).toBe(1);
    expect(typedRow(rows, 1, 's')).toBe(2);
    expect(typedRow(rows, 3, 'ss')).toBe(1);
    expect(typedRow(rows, 1, 'snet-b')).toBe(3);
    expect(typedRow(rows, 3, 'snet')).toBe(3);
    expect(typedRow(rows, 0, 'x')).toBeUndefined();
  });
});

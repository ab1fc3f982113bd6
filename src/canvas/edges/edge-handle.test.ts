import { expect, it } from 'vitest';
import { edgeHandle } from './edge-handle.ts';

const at = (x: number, y: number) => ({ x, y });

it.each([
  ['a level line', [at(0, 50), at(200, 50)], { left: 64, top: 38, width: 72, height: 24 }],
  [
    'a short one, as large as a hand needs',
    [at(0, 50), at(10, 50)],
    { left: -7, top: 38, width: 24, height: 24 },
  ],
  [
    'a bent one, on its longest stretch',
    [at(0, 0), at(20, 0), at(20, 300)],
    { left: 8, top: 114, width: 24, height: 72 },
  ],
  ['none at all', [], { left: -12, top: -12, width: 24, height: 24 }],
])('takes hold of %s', (_, points, box) => {
  expect(edgeHandle(points)).toEqual(box);
});

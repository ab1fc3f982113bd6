import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { deriveNetwork } from '#network';
import { design } from '#testing';
import { addressRows } from './address-rows.ts';

const subnet = 'snet' as ResourceId;
const estate = (...machines: readonly string[]) => {
  const before = design().virtualNetwork('hub', '10.0.0.0/16').subnet('snet', 'hub', '10.0.0.0/27');
  const drawn = machines.reduce((one, name) => one.add('virtual-machine', name, 'snet'), before);
  return deriveNetwork(drawn.build()).addressing(subnet);
};
const told = (...designs: readonly [before: ReturnType<typeof estate>, after?: ReturnType<typeof estate>]) =>
  addressRows(...designs).map(({ label, count, after: then }) => [label, count, then]);

describe('what takes addresses of a subnet', () => {
  it('says of each how many it takes after the fix that is previewed, where that differs', () => {
    expect(told(estate('one', 'two'), estate('two', 'three'))).toEqual([
      ['one', 1, 0],
      ['two', 1, undefined],
      ['three', 0, 1],
    ]);
  });

  it('says nothing of a fix while none is previewed', () => {
    expect(told(estate('one'))).toEqual([['one', 1, undefined]]);
  });
});

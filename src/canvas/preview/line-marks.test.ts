import { expect, it } from 'vitest';
import { drawScene } from '#drawing';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { design } from '#testing';
import { lineMarks } from './line-marks.ts';

const drawn = (of: Design) => drawScene({ design: of, network: deriveNetwork(of) });

const half = () =>
  design()
    .virtualNetwork('vnet-a', '10.0.0.0/24')
    .virtualNetwork('vnet-b', '10.0.1.0/24')
    .add('virtual-network-peering', 'peer-b', 'vnet-a', { remoteVirtualNetwork: 'vnet-b' });

it('shows the other half of a peering on the pipe itself, and leaves whole ones alone', () => {
  const [before, after] = [
    drawn(half().build()),
    drawn(
      half().add('virtual-network-peering', 'peer-a', 'vnet-b', { remoteVirtualNetwork: 'vnet-a' }).build(),
    ),
  ];
  const marks = [...lineMarks(before, after).values()];
  expect(marks.map(({ tone }) => tone)).toEqual(['changed']);
  expect(marks[0]?.shapes?.flatMap((shape) => (shape.type === 'text' ? [shape.text] : []))).toEqual([
    'Peering',
  ]);
  expect(lineMarks(after, after).size).toBe(0);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { design } from '#testing';
import { drawScene } from './draw-scene.ts';
import { segmentsOf } from './geometry.ts';
import type { SceneEdge } from './scene.ts';

const services = ['mlw', 'st', 'kv', 'cr'] as const;

const endpoints = [
  ['mlw', 'amlworkspace'],
  ['st', 'blob'],
  ['st', 'file'],
  ['cr', 'registry'],
  ['kv', 'vault'],
] as const;

/** Endpoints of four services in the order given, and the services beside their network where somebody put them. */
function placed(order: readonly number[], boxes: readonly Box[]): Design {
  const start = design()
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('endpoints', 'spoke', '10.1.1.0/24')
    .inRegion('workspace', 'mlw')
    .inRegion('storage-account', 'st')
    .inRegion('key-vault', 'kv')
    .inRegion('container-registry', 'cr');
  const built = order
    .flatMap((at) => endpoints.slice(at, at + 1))
    .reduce((builder, [target, group]) => builder.privateEndpoint(target, group, 'endpoints'), start)
    .build();
  const places = [...services.entries()].flatMap(([at, id]) => {
    const box = boxes[at];
    return box ? [[id, box] as const] : [];
  });
  return edits.withLayout(
    built,
    Object.fromEntries([['spoke', { x: 20, y: 60, width: 224, height: 392 }], ...places]),
  );
}

interface Stretch {
  readonly edge: SceneEdge;
  readonly isUpright: boolean;
  /** The line that it lies on. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const stretchesOf = (edge: SceneEdge): readonly Stretch[] =>
  segmentsOf(edge.points).map(([a, b]) => {
    const isUpright = a.x === b.x;
    const [one, other] = isUpright ? [a.y, b.y] : [a.x, b.x];
    return {
      edge,
      isUpright,
      line: isUpright ? a.x : a.y,
      from: Math.min(one, other),
      to: Math.max(one, other),
    };
  });

/** Lines that cannot be told apart for a while, though they lead to different things. */
function asOne(edges: readonly SceneEdge[]): readonly string[] {
  const stretches = edges.flatMap(stretchesOf);
  return stretches.flatMap((one, at) =>
    stretches
      .slice(at + 1)
      .filter(
        (other) =>
          other.edge !== one.edge &&
          other.edge.points.at(-1)?.y !== one.edge.points.at(-1)?.y &&
          other.isUpright === one.isUpright &&
          Math.abs(other.line - one.line) < 4 &&
          Math.min(one.to, other.to) - Math.max(one.from, other.from) > 12,
      )
      .map((other) => `${one.edge.label} and ${other.edge.label} at ${one.line}`),
  );
}

const linksOf = (built: Design) =>
  drawScene({ design: built, network: deriveNetwork(built) }).edges.filter(
    ({ meaning }) => meaning === 'private-link',
  );

describe('private links to services that somebody placed', () => {
  /** From the border of the network to the services. */
  const gap = fc.integer({ min: 22, max: 90 });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
  const rows = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  const down = fc.integer({ min: 0, max: 120 });

  it('have a line each: what leads where can be seen', () => {
    fc.assert(
      fc.property(order, rows, gap, down, (endpointsInOrder, rowsInOrder, away, top) => {
        const boxes = rowsInOrder.map((row) => ({
          x: 244 + away,
          y: top + 60 + row * 80,
          width: 150,
          height: 44,
        }));
        expect(asOne(linksOf(placed(endpointsInOrder, boxes)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

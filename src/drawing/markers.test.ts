import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import type { Design } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { design } from '#testing';
import { drawScene } from './draw-scene.ts';
import { enters, overlap, type Rect, segmentsOf } from './geometry.ts';
import type { Scene } from './scene.ts';
import { widthOf } from './text.ts';

const draw = (design: Design): Scene =>
  drawScene({ design, network: deriveNetwork(design), result: check(design, { today: '2026-11-26' }) });

interface Placed extends Rect {
  readonly what: string;
}

const radius = 10;

const markersIn = ({ items }: Scene): readonly Placed[] =>
  items.flatMap(({ x, y, label, markers }) =>
    markers.map((marker) => ({
      what: `marker ${marker.number} of ${label}`,
      x: x + marker.x - radius,
      y: y + marker.y - radius,
      width: 2 * radius,
      height: 2 * radius,
    })),
  );

/** From the height of capitals to the depth of descenders. */
const wordsIn = ({ items, edges }: Scene): readonly Placed[] =>
  [...items, ...edges.map(({ shapes }) => ({ x: 0, y: 0, shapes }))].flatMap(({ x, y, shapes }) =>
    shapes.flatMap((shape) => {
      if (shape.type !== 'text') return [];
      const width = widthOf(shape.text, shape.style);
      const share = shape.anchor === 'end' ? 1 : shape.anchor === 'middle' ? 0.5 : 0;
      return [{ what: shape.text, x: x + shape.x - share * width, y: y + shape.y - 9, width, height: 12 }];
    }),
  );

const marked = [...blueprints, ...exercises]
  .map(({ id, build }) => [id, draw(build())] as const)
  .filter(([, scene]) => markersIn(scene).length > 0);

describe('the markers of findings', () => {
  it.each(marked)('touch no neighbour of the node that they are on, in %s', (_, { items }) => {
    for (const item of items.filter(({ role }) => role === 'node')) {
      const others = items.filter((one) => one !== item && (one.role === 'node' || one.role === 'ghost'));
      for (const { x, y } of item.markers) {
        const sign = {
          x: item.x + x - radius,
          y: item.y + y - radius,
          width: 2 * radius,
          height: 2 * radius,
        };
        expect(
          others.filter((one) => overlap(sign, one)).map(({ label }) => label),
          item.label,
        ).toEqual([]);
      }
    }
  });

  it('are on the one node that a finding is about, and not on what is around it', () => {
    const built = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.0.0/24')
      .inRegion('workspace', 'mlw')
      .add('compute-cluster', 'cluster', 'snet', { workspace: 'mlw', maxNodeCount: 4 })
      .add('compute-instance', 'ci', 'snet', { workspace: 'mlw', enableNodePublicIp: false })
      .build();
    const { findings } = check(built, { today: '2026-11-26' });
    const own = findings.find(({ at }) => at.length === 2 && at[0] === 'cluster' && at[1] === 'snet');
    if (!own) throw new Error('Nothing is found of the cluster alone');
    const bearers = draw(built).items.filter(({ findings: all }) => all.includes(own.fingerprint));
    expect(bearers.map(({ id }) => id)).toEqual(['cluster']);
  });

  it('are in most reference architectures and exercises', () => {
    expect(marked.length).toBeGreaterThan(20);
  });

  it.each(marked)('cover no words of %s', (_, scene) => {
    const words = wordsIn(scene);
    const covered = markersIn(scene).flatMap((marker) =>
      words.filter((word) => overlap(marker, word)).map((word) => `${marker.what} covers ${word.what}`),
    );
    expect(covered).toEqual([]);
  });

  it.each(marked)('stand on no edge of %s', (_, scene) => {
    const crossed = markersIn(scene).flatMap((marker) =>
      scene.edges
        .filter(({ points }) => segmentsOf(points).some(([a, b]) => enters(a, b, marker, 0)))
        .map(({ label }) => `${marker.what} stands on ${label}`),
    );
    expect(crossed).toEqual([]);
  });
});

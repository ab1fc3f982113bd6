import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, resourcesOfKind } from '#model';
import { isolatedWorkspace } from '#testing';
import { deriveNetwork } from './index.ts';

/** All traces, answers and ways out of a design, in an order of its own. */
function everythingTold(design: Design): string {
  const network = deriveNetwork(design);
  const flows = network.requiredFlows();
  const told = [
    ...flows.map((flow) => [flow, network.trace(flow)]),
    ...flows.flatMap(({ from, to }) => (to.hosts ?? []).map((host) => [from, network.resolve(from, host)])),
    ...resourcesOfKind(design, 'subnet').map(({ id }) => [id, network.egressOf(id)]),
  ];
  return told
    .map((one) => JSON.stringify(one))
    .sort()
    .join('\n');
}

const designs: readonly (readonly [string, Design])[] = [
  ['an isolated workspace', isolatedWorkspace().build()],
  ['an export of it', isolatedWorkspace().incomplete().build()],
  ...blueprints.map(({ id, build }) => [id, build()] as const),
];

describe.each(designs)('of %s the engine tells', (_, design) => {
  it('the same bytes about a copy', () => {
    expect(everythingTold(structuredClone(design))).toBe(everythingTold(design));
  });

  it('the same bytes whatever the order of its resources', () => {
    const orders = fc.shuffledSubarray([...design.resources], { minLength: design.resources.length });
    const asIs = everythingTold(design);
    fc.assert(
      fc.property(orders, (resources) => {
        expect(everythingTold({ ...design, resources })).toBe(asIs);
      }),
      { numRuns: 12 },
    );
  });
});

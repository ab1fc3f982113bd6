import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import { type Design, type Resource, resourceSchemas } from '#model';
import { deriveNetwork } from '#network';
import { isolatedWorkspace } from '#testing';
import { check } from './index.ts';

const today = '2026-11-23';
const bases: readonly Design[] = [
  isolatedWorkspace().build(),
  ...blueprints.map((blueprint) => blueprint.build()),
];

/** Everything that is told of a design, edits apart. */
const toldOf = (design: Design) => {
  const network = deriveNetwork(design);
  return {
    result: check(design, { today }),
    traces: network.requiredFlows().map((flow) => [flow, network.trace(flow)]),
    subnets: design.resources.flatMap(({ id, kind }) =>
      kind === 'subnet' ? [network.addressing(id), network.routesOf(id), network.egressOf(id)] : [],
    ),
    addresses: design.resources.map(({ id }) => network.addressesOf(id)),
  };
};

/** One change of any property of any resource: taken away, taken from another resource, or emptied. */
const change = fc.record({
  at: fc.nat(),
  property: fc.nat(),
  how: fc.constantFrom('remove', 'drop', 'borrow', 'empty', 'reorder', 'undo'),
  from: fc.nat(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const fixed = new Set(['id', 'kind', 'name']);

function changed(design: Design, { at, property, how, from }: Change): Design {
  const { resources } = design;
  const resource = resources[at % resources.length];
  if (!resource) return design;
  const replaced = (next: Resource | undefined): Design => ({
    ...design,
    resources: resources.flatMap((one) => (one === resource ? (next ?? []) : one)),
  });
  if (how === 'remove') return replaced(undefined);
  if (how === 'reorder')
    return { ...design, resources: [...resources.filter((one) => one !== resource), resource] };
  const keys = Object.keys(resource).filter((key) => !fixed.has(key));
  const key = keys[property % Math.max(1, keys.length)];
  if (key === undefined) return design;
  const { [key]: value, ...rest } = resource as unknown as Record<string, unknown>;
  const others = resources.filter((one) => one.kind === resource.kind && key in one);
  const other = others[from % Math.max(1, others.length)] as unknown as Record<string, unknown> | undefined;
  if (how === 'borrow') return replaced({ ...rest, [key]: other?.[key] ?? value } as unknown as Resource);
  if (how === 'empty' && Array.isArray(value)) return replaced({ ...rest, [key]: [] } as unknown as Resource);
  return replaced(
    resourceSchemas[resource.kind].safeParse(rest).success ? (rest as unknown as Resource) : resource,
  );
}

describe('after any edits', () => {
  it('everything is told as of a design that was never seen before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (base, changes, complete) => {
          const designs: Design[] = [{ ...base, source: { ...base.source, complete } }];
          for (const one of changes) {
            const last = designs.at(-1) ?? base;
            const next = one.how === 'undo' ? (designs.at(-2) ?? base) : changed(last, one);
            designs.push(next);
            toldOf(next);
          }
          const last = designs.at(-1) ?? base;
          expect(toldOf(last)).toEqual(toldOf(structuredClone(last)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

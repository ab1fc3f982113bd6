import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, edits, type ResourceId } from '#model';
import { isolatedWorkspace } from '#testing';
import { createDeltaReceiver, createDeltaSender } from './design-delta.ts';

const base: Design = { ...isolatedWorkspace().build(), layout: {} };

/** As a message: everything is copied on the way. */
const line = () => {
  const [send, receive] = [createDeltaSender(), createDeltaReceiver()];
  return (design: Design) => receive(structuredClone(send(design)));
};

describe('what is sent of a design', () => {
  it('is everything at first, then only what changed', () => {
    const send = createDeltaSender();
    send(base);
    const after = edits.updateResource(base, 'vnet-ml' as ResourceId, 'virtual-network', {
      addressPrefixes: ['10.9.0.0/16'],
    });
    expect(send(after).resources.filter((one) => typeof one !== 'number')).toHaveLength(1);
  });

  it('arrives as it was, whatever is edited, removed and put in another order', () => {
    const step = fc.record({ at: fc.nat(), how: fc.constantFrom('remove', 'rename', 'last', 'back') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const exchange = line();
        let design = base;
        expect(exchange(design)).toEqual(design);
        for (const { at, how } of steps) {
          const chosen = design.resources[at % Math.max(1, design.resources.length)];
          if (chosen) {
            const others = design.resources.filter((one) => one !== chosen);
            const changed = {
              remove: others,
              rename: [...others, { ...chosen, name: `${at}` }],
              last: [...others, chosen],
            };
            design = how === 'back' ? base : { ...design, resources: changed[how] };
          }
          expect(exchange(design)).toEqual(design);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leaves what was not sent again the same object', () => {
    const exchange = line();
    const first = exchange(base);
    const second = exchange(edits.stateGoals(base, { workspace: 'public' }));
    expect(second.resources.every((one, at) => one === first.resources[at])).toBe(true);
  });
});

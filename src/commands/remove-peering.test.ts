import { expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { commandContext, design } from '#testing';
import { removePeering } from './remove-peering.ts';

it('removes both halves of a peering, and no other one, as one step', () => {
  const context = commandContext(
    design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .virtualNetwork('one', '10.1.0.0/16')
      .virtualNetwork('two', '10.2.0.0/16')
      .peering('hub', 'one')
      .peering('hub', 'two')
      .build(),
  );
  const peerings = () => resourcesOfKind(context.store.getState().design, 'virtual-network-peering');
  const half = peerings().find(({ parent, remoteVirtualNetwork }) =>
    [parent, remoteVirtualNetwork].every((end) => end === 'hub' || end === 'one'),
  );
  if (!half) throw new Error('There is no peering');
  const steps = context.store.temporal.getState().pastStates.length;
  removePeering(context, half);
  expect(peerings()).toHaveLength(2);
  for (const { parent, remoteVirtualNetwork } of peerings())
    expect([parent, remoteVirtualNetwork].sort()).toEqual(['hub', 'two']);
  expect(context.store.temporal.getState().pastStates).toHaveLength(steps + 1);
});

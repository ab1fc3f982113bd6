import { expect, it } from 'vitest';
import { resourcesOfKind } from '#model';
import { commandContext, design } from '#testing';
import { removeHalf, removeSelection } from './remove-selection.ts';

const peered = () => {
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
  const half = peerings().find(
    ({ parent, remoteVirtualNetwork }) => parent === 'hub' && remoteVirtualNetwork === 'one',
  );
  if (!half) throw new Error('There is no peering');
  return { context, peerings, half };
};

it('removes both halves of a peering of which one is selected, and no other one, as one step', () => {
  const { context, peerings, half } = peered();
  const steps = context.store.temporal.getState().pastStates.length;
  context.store.getState().select(half.id);
  removeSelection.run(context);
  expect(peerings()).toHaveLength(2);
  for (const { parent, remoteVirtualNetwork } of peerings())
    expect([parent, remoteVirtualNetwork].sort()).toEqual(['hub', 'two']);
  expect(context.store.temporal.getState().pastStates).toHaveLength(steps + 1);
  expect(context.store.getState().lastEdit).toBe('remove the peering of hub and one');
});

it('removes a half alone where that is asked for', () => {
  const { context, peerings, half } = peered();
  removeHalf(context, half.id);
  expect(peerings().map(({ id }) => id)).not.toContain(half.id);
  expect(peerings()).toHaveLength(3);
});

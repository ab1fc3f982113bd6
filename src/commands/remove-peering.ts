import { type Design, type ResourceOf, resourcesOfKind } from '#model';
import type { CommandContext } from './command.ts';
import { removeSelection } from './remove-selection.ts';

type Half = ResourceOf<'virtual-network-peering'>;

/** The half of a peering that lies in the other network. */
export const otherHalfOf = (design: Design, { parent, remoteVirtualNetwork }: Half): Half | undefined =>
  resourcesOfKind(design, 'virtual-network-peering').find(
    (one) => one.parent === remoteVirtualNetwork && one.remoteVirtualNetwork === parent,
  );

/** Removes a peering with both of its halves: one alone joins nothing. */
export function removePeering(context: CommandContext, half: Half): void {
  const { design, selectAll } = context.store.getState();
  const other = otherHalfOf(design, half);
  selectAll([half.id, ...(other ? [other.id] : [])]);
  void removeSelection.run(context);
}

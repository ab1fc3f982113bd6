import { addNewResource, type CommandContext, type LegalPlace } from '#commands';
import type { ResourceKind } from '#model';

/** Adds a kind to a place and brings it into view, or says why it cannot lie there. */
export const addTo = (
  context: CommandContext,
  kind: ResourceKind,
  place: Pick<LegalPlace, 'parent' | 'newSubnetName' | 'attachTo'>,
): void => {
  const refusal = addNewResource(context, kind, place);
  const { selection, jumpTo, setView } = context.store.getState();
  if (refusal !== undefined) setView({ notice: { tone: 'warning', title: refusal } });
  else if (selection !== undefined) jumpTo(selection);
};

import { addNewResource, type CommandContext, type LegalPlace } from '#commands';
import type { ResourceKind } from '#model';

/** Adds a kind to a place, or says why it cannot lie there. */
export const addTo = (
  context: CommandContext,
  kind: ResourceKind,
  place: Pick<LegalPlace, 'parent' | 'newSubnetName' | 'attachTo'>,
): void => {
  const refusal = addNewResource(context, kind, place);
  if (refusal !== undefined)
    context.store.getState().setView({ notice: { tone: 'warning', title: refusal } });
};

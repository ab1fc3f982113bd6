import { addNewResource, type CommandContext, type LegalPlace, refusal } from '#commands';
import type { ResourceKind } from '#model';

/** Adds a kind to a place, or says why it cannot lie there. */
export const addTo = (
  context: CommandContext,
  kind: ResourceKind,
  place: Pick<LegalPlace, 'parent' | 'newSubnetName' | 'attachTo'>,
): void => {
  const reason = addNewResource(context, kind, place);
  if (reason !== undefined) context.store.getState().setView({ notice: { ...refusal, text: reason } });
};

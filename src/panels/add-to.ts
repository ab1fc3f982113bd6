import { addNewResource, type CommandContext, type LegalPlace, refusal } from '#commands';
import type { ResourceKind } from '#model';

/** Adds a kind to a place, or says why it cannot lie there; resolves once that is done. */
export const addTo = (
  context: CommandContext,
  kind: ResourceKind,
  place: Pick<LegalPlace, 'parent' | 'newSubnetName' | 'attachTo'>,
): Promise<void> =>
  addNewResource(context, kind, place).then((reason) => {
    if (reason !== undefined) context.store.getState().setView({ notice: { ...refusal, text: reason } });
  });

import { placeName } from '#drawing';
import {
  type Box,
  type Design,
  edits,
  findResource,
  kindInSentence,
  type Resource,
  type ResourceId,
  type ResourceKind,
  referencesOf,
  refusalIn,
} from '#model';
import { attach, isAttachable } from './attaching.ts';
import { withAddress, withBelonging, withOwnPolicy } from './belonging.ts';
import type { CommandContext } from './command.ts';
import { endpointOffer, endpointsTogether } from './connect/service-ways.ts';
import { createResource } from './create-resource.ts';
import { withHome } from './home-in-network.ts';
import type { LegalPlace } from './new-resource.ts';

type Place = Pick<LegalPlace, 'parent' | 'newSubnetName' | 'attachTo'> & {
  /** The subnet that gets its private endpoints. */
  readonly endpointsIn?: ResourceId;
};

/** Whose an added resource has become, as the end of a sentence: `made it mlw-1's container registry`. */
function tieOf(before: Design, after: Design, added: Resource): string | undefined {
  const owner = after.resources.find((one) => {
    const old = findResource(before, one.id);
    return (
      old && old !== one && referencesOf(one).includes(added.id) && !referencesOf(old).includes(added.id)
    );
  });
  const isTied = owner?.kind === 'workspace' || owner?.kind === 'azure-firewall';
  return isTied ? `made it ${owner.name}'s ${kindInSentence(added.kind)}` : undefined;
}

/**
 * Adds a new resource to a container, drawn at `box` where one is given, and selects it. What a design has one of and
 * belongs together is tied together in the same step.
 * Returns why it is refused, in one sentence, or `undefined` when it was added.
 */
export const addNow = (
  { store, browser }: CommandContext,
  kind: ResourceKind,
  place: Place,
  box?: Box,
): string | undefined => {
  const { design, edit, select, setView, announce } = store.getState();
  const { design: base, parent } = withHome(design, kind, place, browser.newId);
  const refusal = refusalIn(base, kind, findResource(base, parent));
  if (refusal) return refusal;
  const creation = createResource(kind, base, parent, browser.newId);
  if (!creation.ok) return creation.reason;
  const { resource } = creation;
  const addressed = withAddress(edits.addResource(base, resource), resource, browser.newId);
  const placed = withOwnPolicy(addressed, resource, browser.newId);
  const tied = withBelonging(placed, resource);
  const served = place.endpointsIn && endpointsTogether(tied, resource, place.endpointsIn);
  const added =
    served?.apply(tied, browser.newId) ??
    (place.attachTo === undefined || !isAttachable(kind)
      ? tied
      : attach(tied, place.attachTo, kind, resource.id));
  edit(`add ${kindInSentence(kind)} ${resource.name}`, () =>
    box ? edits.placeResources(added, { [resource.id]: box }) : added,
  );
  setView({ placing: undefined });
  select(resource.id);
  const where = findResource(base, place.attachTo ?? parent);
  const { design: after } = store.getState();
  const told = new Set([resource.id, where?.id]);
  const along = after.resources.filter(({ id }) => !told.has(id) && !findResource(design, id));
  const names = along.map(({ name }) => name).join(' and ');
  const isOffered = endpointOffer(after, resource) !== undefined;
  const offer = isOffered ? ' It has no private endpoint yet: Tab leads to the offer to add it.' : '';
  const tie = tieOf(placed, after, resource);
  const to = where ? ` to ${placeName(where)}` : '';
  announce(
    `Added ${resource.name}${to}${names === '' ? '' : `, with ${names}`}${tie ? `, and ${tie}` : ''}.${offer}`,
  );
  // Nothing on the drawing says whose it has become.
  if (tie) setView({ notice: { tone: 'note', title: `Added ${resource.name}${to}, and ${tie}` } });
  if (isOffered) setView({ connecting: { from: resource.id, isOffer: true } });
  return undefined;
};

import {
  type Box,
  type Design,
  edits,
  findResource,
  kinds,
  type ResourceId,
  type ResourceKind,
  refusalOf,
} from '#model';
import type { CommandContext } from './command.ts';
import { endpointOffer } from './connect/connections.ts';
import { createResource, type LegalPlace } from './new-resource.ts';

/** `virtual network`, but `Azure Firewall`: names of products keep their capitals. */
const titleInSentence = (kind: ResourceKind): string => {
  const { title } = kinds[kind];
  return /^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
};

/**
 * Adds a new resource to a container, drawn at `box` where one is given, and selects it.
 * Returns why it is refused, in one sentence, or `undefined` when it was added.
 */
export const addNewResource = (
  { store, browser }: CommandContext,
  kind: ResourceKind,
  place: Pick<LegalPlace, 'parent' | 'newSubnetName'>,
  box?: Box,
): string | undefined => {
  const { design, edit, select, setView, announce } = store.getState();
  const withSubnet = place.newSubnetName === undefined ? undefined : addSubnet(design, place, browser.newId);
  const base = withSubnet?.design ?? design;
  const parent = withSubnet?.subnet ?? place.parent;
  const refusal = refusalOf(kind, findResource(base, parent));
  if (refusal) return refusal;
  const creation = createResource(kind, base, parent, browser.newId);
  if (!creation.ok) return creation.reason;
  const { resource } = creation;
  const added = edits.addResource(base, resource);
  edit(`add ${titleInSentence(kind)}`, () => (box ? edits.placeResource(added, resource.id, box) : added));
  setView({ placing: undefined });
  select(resource.id);
  announce(`Added ${resource.name}${parent === undefined ? '' : ` to ${findResource(base, parent)?.name}`}.`);
  if (endpointOffer(store.getState().design, resource))
    setView({ connecting: { from: resource.id, isOffer: true } });
  return undefined;
};

const addSubnet = (
  design: Design,
  { parent, newSubnetName }: Pick<LegalPlace, 'parent' | 'newSubnetName'>,
  newId: () => ResourceId,
): { design: Design; subnet: ResourceId } | undefined => {
  const creation = createResource('subnet', design, parent, newId);
  if (!creation.ok || creation.resource.kind !== 'subnet') return undefined;
  const subnet = { ...creation.resource, name: newSubnetName ?? creation.resource.name };
  return { design: edits.addResource(design, subnet), subnet: subnet.id };
};

import { ancestorsOf, type Design, findResource, type Resource, type ResourceId, refusalIn } from '#model';
import { type Home, homeIn, liesInSubnets, type Planned } from '../home-in-network.ts';
import { legalPlaces } from '../new-resource.ts';

/** Where a pasted resource goes; `undefined` as the value of `parent` is the open canvas. */
export type PastePlace =
  | { readonly ok: true; readonly place: Partial<Home> }
  | { readonly ok: false; readonly reason: string; readonly nearest?: ResourceId };

/**
 * Into what is chosen or the nearest container around it that may hold it, and in a network into the subnet where it
 * belongs; where that network has no room, nowhere. With nothing chosen that says where: where it came from, else the first
 * place that is legal.
 */
export function pastePlace(
  design: Design,
  resource: Resource,
  chosen: ResourceId | undefined,
  planned: Planned,
): PastePlace {
  const { kind } = resource;
  const selected = findResource(design, chosen);
  const around = selected ? [selected, ...ancestorsOf(design, selected.id)] : [];
  const network = around.find((one) => one.kind === 'virtual-network');
  const origin = findResource(design, resource.parent);
  const isHere = (container: Resource | undefined) =>
    container !== undefined && refusalIn(design, kind, container) === undefined;
  // A region is around everything: that somebody chose something in it does not say so of what lies in subnets.
  const legal = around.find(
    (one) => isHere(one) && (one === selected || one.kind !== 'region' || !liesInSubnets(kind)),
  );
  if (legal) return { ok: true, place: { parent: legal.id } };
  const home = homeIn(design, kind, network, planned);
  if (home) return { ok: true, place: home };
  if (network && liesInSubnets(kind))
    return {
      ok: false,
      reason: `${network.name} has no subnet for ${resource.name}, and no room for another one.`,
      ...(isHere(origin) && origin ? { nearest: origin.id } : {}),
    };
  if (isHere(origin)) return { ok: true, place: origin ? { parent: origin.id } : {} };
  const first = legalPlaces(kind, design).find(({ newSubnetName }) => newSubnetName === undefined);
  return { ok: true, place: first?.parent === undefined ? {} : { parent: first.parent } };
}

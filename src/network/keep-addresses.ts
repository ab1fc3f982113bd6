import {
  type Design,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  resourcesOfKind,
} from '#model';
import { givenOutIn, givenTo, scales } from './address-book.ts';
import { formatAddress } from './cidr.ts';
import { estateOf } from './estate.ts';

/**
 * A design that came of another by an edit, in which all that stays keeps the addresses that it was shown with although
 * nothing states them, as far as they fit: Azure gives an address for life. The same object where none would change.
 */
export function keepAddresses(before: Design, after: Design): Design {
  if (before.resources === after.resources) return after;
  const kept = new Set(
    flatMapped(resourcesOfKind(after, 'subnet'), ({ id }) => stayingIn(before, after, id)),
  );
  if (kept.size === 0) return after;
  const keep = (resource: Resource): Resource => {
    const known = kept.has(resource.id) ? findResource(before, resource.id) : undefined;
    return known
      ? { ...resource, expectedAddresses: givenTo(estateOf(before), known).map(formatAddress) }
      : resource;
  };
  return { ...after, resources: after.resources.map(keep) };
}

/** What a subnet gives addresses before and after, where any of them would get another. */
function stayingIn(before: Design, after: Design, subnet: ResourceId): readonly ResourceId[] {
  const known = givenOutIn(estateOf(before), subnet).given;
  const now = givenOutIn(estateOf(after), subnet).given;
  if (known === now) return [];
  const staying = [...now.keys()].filter(
    (id) => known.has(id) && !scales.has(findResource(after, id)?.kind ?? ''),
  );
  const isMoved = (id: ResourceId) =>
    now.get(id)?.some((address, at) => address !== (known.get(id)?.[at] ?? address));
  return staying.some(isMoved) ? staying : [];
}

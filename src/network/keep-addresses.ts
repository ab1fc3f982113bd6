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
  const subnets = resourcesOfKind(after, 'subnet').map(({ id }) => id);
  // All of one design before the other: what is known of a design is kept until another is asked about.
  const past = subnets.map((id) => givenOutIn(estateOf(before), id).given);
  const now = subnets.map((id) => givenOutIn(estateOf(after), id).given);
  const kept = new Set(flatMapped(subnets, (_, at) => stayingIn(after, past[at] ?? none, now[at] ?? none)));
  if (kept.size === 0) return after;
  const keep = (resource: Resource): Resource => {
    const known = kept.has(resource.id) ? findResource(before, resource.id) : undefined;
    return known
      ? { ...resource, expectedAddresses: givenTo(estateOf(before), known).map(formatAddress) }
      : resource;
  };
  return { ...after, resources: after.resources.map(keep) };
}

type Given = ReadonlyMap<ResourceId, readonly number[]>;

const none: Given = new Map();

/** What a subnet gives addresses before and after, where any of them would get another. */
function stayingIn(after: Design, past: Given, now: Given): readonly ResourceId[] {
  if (past === now) return [];
  const staying = [...now.keys()].filter(
    (id) => past.has(id) && !scales.has(findResource(after, id)?.kind ?? ''),
  );
  const isMoved = (id: ResourceId) =>
    now.get(id)?.some((address, at) => address !== (past.get(id)?.[at] ?? address));
  return staying.some(isMoved) ? staying : [];
}

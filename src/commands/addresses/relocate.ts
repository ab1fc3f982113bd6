import {
  ancestorsOf,
  childrenOf,
  type Design,
  edits,
  enclosing,
  findOfKind,
  findResource,
  outermostOf,
  type Resource,
  type ResourceId,
  type ResourceOf,
  refusalIn,
  subtreeOf,
} from '#model';
import { prefixContains, prefixesOverlap, shiftsInto, withShifts } from '#network';
import { freeForSubnet } from '../free-space.ts';
import { withoutForeignAddresses } from './own-addresses.ts';

/** A design after a change, or why there is none in one sentence. */
export type Outcome =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly reason: string };

/** Moves resources into a container with all that follows from it: addresses are of the network they come to. */
export function relocated(
  design: Design,
  ids: readonly ResourceId[],
  container: ResourceId | undefined,
): Outcome {
  const target = findResource(design, container);
  const comers = outermostOf(design, ids).filter(({ parent }) => parent !== container);
  const around = new Set(target && [target, ...ancestorsOf(design, target.id)]);
  const coming = new Set<string>(comers.map(({ id }) => id));
  for (const one of comers) {
    const refusal = refusalIn(design, one.kind, target, coming);
    if (refusal !== undefined) return { ok: false, reason: refusal };
    if (around.has(one)) return { ok: false, reason: `${one.name} cannot lie in itself.` };
  }
  let current = inContainer(
    design,
    comers.filter(({ kind }) => kind !== 'subnet'),
    container,
  );
  // Each takes of the space that those before it have left.
  for (const subnet of comers) {
    if (subnet.kind !== 'subnet') continue;
    const crowd = crowdOf(current, subnet, target);
    if (crowd !== undefined) return { ok: false, reason: crowd };
    const there = edits.moveResource(current, subnet.id, container);
    const outcome: Outcome =
      target?.kind === 'virtual-network'
        ? subnetIn(current, there, subnet, target)
        : { ok: true, design: there };
    if (!outcome.ok) return outcome;
    current = outcome.design;
  }
  return { ok: true, design: current };
}

/** The design with all of them there, together: of hundreds each would cost a walk through all. */
function inContainer(design: Design, comers: readonly Resource[], container: ResourceId | undefined): Design {
  const ids = comers.map(({ id }) => id);
  const there = edits.moveResources(design, ids, container);
  const subnet = findOfKind(design, container, 'subnet');
  if (!subnet || there === design) return there;
  const moved = new Set(ids);
  return replaced(there, (one) =>
    moved.has(one.id) ? withoutForeignAddresses(one, subnet.addressPrefixes) : one,
  );
}

/** Azure has one subnet of each fixed name in a network, and no two subnets of any one name. */
export function crowdOf(
  design: Design,
  resource: Resource,
  target: Resource | undefined,
): string | undefined {
  if (resource.kind !== 'subnet' || !target) return undefined;
  const twin = childrenOf(design, target.id).find(
    (one) => one.kind === 'subnet' && one.name.toLowerCase() === resource.name.toLowerCase(),
  );
  return twin ? `${target.name} has a subnet named ${twin.name} already.` : undefined;
}

/** `vnet-ml has no room for 10.2.0.0/24.` */
export const noRoom = (network: Pick<Resource, 'name'>, prefixes: readonly string[]): string =>
  `${network.name} has no room for ${prefixes.join(' and ')}: free some of its address space, or add to it.`;

/** A subnet that came to another network: it keeps a prefix that fits there, and gets the next free one otherwise. */
function subnetIn(
  before: Design,
  after: Design,
  subnet: ResourceOf<'subnet'>,
  network: ResourceOf<'virtual-network'>,
): Outcome {
  const taken = freeForSubnet(after, subnet)?.taken ?? [];
  const fits = subnet.addressPrefixes.every(
    (prefix) =>
      network.addressPrefixes.some((space) => prefixContains(space, prefix)) &&
      !taken.some((other) => prefixesOverlap(other, prefix)),
  );
  const shifts = fits ? [] : shiftsInto(subnet.addressPrefixes, network.addressPrefixes, taken);
  if (!shifts) return { ok: false, reason: noRoom(network, subnet.addressPrefixes) };
  const isElsewhere = enclosing(before, subnet.id, 'virtual-network')?.id !== network.id;
  const inside = new Set(subtreeOf(after, subnet.id).map(({ id }) => id));
  return {
    ok: true,
    design: replaced(after, (one) => {
      if (!inside.has(one.id)) return one;
      const own = withShifts(one, shifts);
      // A NAT gateway serves subnets within one network: https://learn.microsoft.com/azure/nat-gateway/faq
      return isElsewhere && own.kind === 'subnet' ? withoutNatGateway(own) : own;
    }),
  };
}

export const withoutNatGateway = ({ natGateway: _, ...rest }: ResourceOf<'subnet'>): ResourceOf<'subnet'> =>
  rest;

export const replaced = (design: Design, change: (resource: Resource) => Resource): Design => ({
  ...design,
  resources: design.resources.map(change),
});

/** What `relocated` re-planned, for people: `It has 10.3.1.0/24 now.` */
export function replanned(before: Design, after: Design): string {
  const changed = after.resources.flatMap((one) => {
    const old = findOfKind(before, one.id, 'subnet');
    return one.kind === 'subnet' && old && old.addressPrefixes.join() !== one.addressPrefixes.join()
      ? [`${one.name} has ${one.addressPrefixes.join(' and ')} now.`]
      : [];
  });
  return changed.join(' ');
}

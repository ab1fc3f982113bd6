import { doubtOf, fixedSubnetOf } from '#catalog';
import type { Design } from './design.ts';
import { kinds, refusalOf } from './kinds.ts';
import { childrenOf, enclosing, findResource } from './queries.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

const nobody: ReadonlySet<string> = new Set();

/** What a network holds of a kind that Azure has a subnet for, but for what is on its way there. */
const heldIn = (
  design: Design,
  kind: ResourceKind,
  network: ResourceId,
  comers: ReadonlySet<string>,
): readonly Resource[] =>
  childrenOf(design, network).flatMap((subnet) =>
    childrenOf(design, subnet.id).filter((one) => one.kind === kind && !comers.has(one.id)),
  );

/** The types of gateways of which a network takes one each. */
const gatewayTypes = 2;

/** As many of a kind as a virtual network takes, where Azure sets a number. */
function mostOf(kind: ResourceKind) {
  const fixed = fixedSubnetOf(kinds[kind].subnetName ?? '');
  if (fixed?.mostInNetwork === undefined) return undefined;
  const types = kind === 'virtual-network-gateway' ? gatewayTypes : 1;
  return { count: fixed.mostInNetwork * types, isCertain: doubtOf(fixed, 'mostInNetwork') === undefined };
}

/** The network with as many of a kind as it takes, around a place or that place, and what these are. */
function fullAround(
  design: Design,
  kind: ResourceKind,
  place: ResourceId | undefined,
  comers: ReadonlySet<string>,
) {
  const most = mostOf(kind);
  const around = most && place !== undefined ? findResource(design, place) : undefined;
  const network = around?.kind === 'subnet' ? enclosing(design, around.id, 'virtual-network') : around;
  if (!most || network?.kind !== 'virtual-network') return undefined;
  const held = heldIn(design, kind, network.id, comers);
  return held.length < most.count ? undefined : { network, held, isCertain: most.isCertain };
}

/** Whether a network, or that of a place, has as many of a kind as Azure may take: no place to offer for one more. */
export const isFullOf = (
  design: Design,
  kind: ResourceKind,
  place: ResourceId | undefined,
  comers: ReadonlySet<string> = nobody,
): boolean => fullAround(design, kind, place, comers) !== undefined;

/** Why a network, or that of a place, takes no more of a kind, in one sentence for people; `comers` are not there yet. */
export function fullRefusal(
  design: Design,
  kind: ResourceKind,
  place: ResourceId | undefined,
  comers: ReadonlySet<string> = nobody,
): string | undefined {
  const full = fullAround(design, kind, place, comers);
  if (!full?.isCertain) return undefined;
  const names = full.held.map(({ name }) => name).join(' and ');
  const takes =
    kind === 'virtual-network-gateway'
      ? 'one VPN gateway and one ExpressRoute gateway'
      : `one ${kinds[kind].title}`;
  return `${full.network.name} has ${names}: a virtual network takes ${takes}.`;
}

/** Why a kind may not lie in a place of a design, likewise: by what the place is, and by what is there. */
export const refusalIn = (
  design: Design,
  kind: ResourceKind,
  place: Resource | undefined,
  comers: ReadonlySet<string> = nobody,
): string | undefined => fullRefusal(design, kind, place?.id, comers) ?? refusalOf(kind, place);

import { fixedSubnetOf } from '#catalog';
import { type Design, enclosing, type Resource, type ResourceId, type ResourceKind } from '#model';

/** Why a resource cannot be what a property names, in few words; nothing where it can. */
type Refusal = (candidate: Resource, holder: Resource, design: Design) => string | undefined;

const sameContainer =
  (kind: ResourceKind, words: string): Refusal =>
  (candidate, holder, design) => {
    const [own, other] = [enclosing(design, holder.id, kind), enclosing(design, candidate.id, kind)];
    return own && other && own.id !== other.id ? words : undefined;
  };

const sameRegion = sameContainer('region', 'in another region');
const sameNetwork = sameContainer('virtual-network', 'in another virtual network');

const managementSubnet = 'AzureFirewallManagementSubnet';

/** By the name of the property; what is not here only has to be of a fitting kind. */
const refusals: Readonly<Record<string, Refusal>> = {
  networkSecurityGroup: sameRegion,
  routeTable: sameRegion,
  natGateway: sameRegion,
  subnet: sameNetwork,
  podSubnet: sameNetwork,
  networkInterfaces: sameNetwork,
  resolver: (candidate, holder, design) =>
    candidate.parent === enclosing(design, holder.id, 'virtual-network')?.id
      ? undefined
      : 'in another virtual network',
  hubWorkspace: (candidate) =>
    candidate.kind === 'workspace' && candidate.workspaceKind === 'Hub' ? undefined : 'not a hub',
  remoteVirtualNetwork: (candidate, holder) =>
    holder.kind === 'virtual-network-peering' && candidate.id === holder.parent
      ? 'the network itself'
      : undefined,
  managementSubnet: ({ name }) =>
    fixedSubnetOf(name)?.name === managementSubnet ? undefined : `not named ${managementSubnet}`,
  outboundEndpoints: (candidate) =>
    candidate.kind === 'dns-resolver-endpoint' && candidate.direction === 'inbound'
      ? 'an inbound endpoint'
      : undefined,
};

export interface Candidate {
  readonly resource: Resource;
  readonly refusal: string | undefined;
}

/** Resources of the kinds that a property may name, those that Azure would refuse last and with the reason. */
export const candidatesFor = (
  path: string,
  kinds: readonly ResourceKind[],
  holderId: ResourceId,
  design: Design,
): readonly Candidate[] => {
  const holder = design.resources.find(({ id }) => id === holderId);
  const property = path.split('.').at(-1) ?? path;
  return design.resources
    .filter(({ id, kind }) => kinds.includes(kind) && id !== holderId)
    .map((resource) => ({
      resource,
      refusal: holder && refusals[property]?.(resource, holder, design),
    }))
    .sort((one, other) => Number(one.refusal !== undefined) - Number(other.refusal !== undefined));
};

import { fixedSubnetOf } from '#catalog';
import {
  type Design,
  enclosing,
  findOfKind,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { nextFreePrefix } from '#network';
import { freeForNetwork, freeInNetwork } from './free-space.ts';

/** Where a new resource is to lie. */
export interface Place {
  readonly design: Design;
  readonly parent: ResourceId | undefined;
}

type Properties<K extends ResourceKind> = Omit<ResourceOf<K>, 'id' | 'kind' | 'name' | 'parent'>;

const nextNetworkPrefix = ({ design }: Place): string => {
  const { within, taken } = freeForNetwork(design);
  return nextFreePrefix(within, taken, 16) ?? '10.0.0.0/16';
};

/**
 * The largest free prefix from /24 down, or from the size that Azure asks for where the name of the subnet has a meaning
 * of its own; none where the network is full.
 */
export const subnetPrefixes = ({ design, parent }: Place, name?: string): string[] => {
  const space = freeInNetwork(design, parent);
  if (!space) return [];
  const fixed = name === undefined ? undefined : fixedSubnetOf(name);
  const first = fixed?.advisedPrefixLength ?? fixed?.minimumPrefixLength ?? 24;
  for (const length of [24, 26, 27, 28, 29].filter((one) => one >= first)) {
    const prefix = nextFreePrefix(space.within, space.taken, length);
    if (prefix) return [prefix];
  }
  return [];
};

/** The design's workspace where there is just one, so that nobody has to say it. */
const onlyWorkspace = ({ design }: Place) => {
  const [workspace, ...others] = resourcesOfKind(design, 'workspace');
  return workspace && others.length === 0 ? { workspace: workspace.id } : {};
};

const onlyResolver = ({ design, parent }: Place) => {
  const network = parent && enclosing(design, parent, 'virtual-network');
  const resolver = resourcesOfKind(design, 'dns-private-resolver').find((one) => one.parent === network?.id);
  return resolver ? { resolver: resolver.id } : {};
};

/** Other networks come first in document order; a peering with itself tells the person to choose. */
const otherNetwork = ({ design, parent }: Place): ResourceId | undefined =>
  resourcesOfKind(design, 'virtual-network').find((network) => network.id !== parent)?.id;

/** Properties that a new resource of a kind starts with; kinds that are not here start with none. */
export const defaultProperties: {
  readonly [K in ResourceKind]?: (place: Place) => Properties<K> | undefined;
} = {
  'virtual-network': (place) => ({ addressPrefixes: [nextNetworkPrefix(place)] }),
  subnet: (place) => ({ addressPrefixes: subnetPrefixes(place), defaultOutboundAccess: false }),
  'on-premises-network': (place) => ({ addressPrefixes: [nextNetworkPrefix(place)] }),
  'network-security-group': () => ({ securityRules: [] }),
  'network-interface': ({ parent }) => ({
    ipConfigurations: [{ name: 'ipconfig1', ...(parent ? { subnet: parent } : {}) }],
  }),
  'route-table': () => ({ routes: [] }),
  'azure-firewall': () => ({ skuTier: 'Standard' }),
  bastion: () => ({ sku: 'Standard' }),
  'firewall-policy': () => ({ skuTier: 'Standard', ruleCollectionGroups: [] }),
  'ip-group': () => ({ ipAddresses: [] }),
  'public-ip-address': () => ({ sku: 'Standard', publicIPAllocationMethod: 'Static' }),
  'virtual-network-gateway': () => ({ gatewayType: 'Vpn' }),
  'load-balancer': () => ({ sku: 'Standard', frontendIPConfigurations: [] }),
  'virtual-network-peering': (place) => {
    const remoteVirtualNetwork = otherNetwork(place);
    return remoteVirtualNetwork && { remoteVirtualNetwork, allowVirtualNetworkAccess: true };
  },
  'service-endpoint-policy': () => ({ definitions: [] }),
  'security-admin-rules': () => ({ virtualNetworks: [], rules: [] }),
  'network-security-perimeter': () => ({ associations: [] }),
  'private-endpoint': () => ({ groupIds: [], privateDnsZoneGroups: [] }),
  'private-dns-zone': () => ({ virtualNetworkLinks: [], recordSets: [] }),
  'dns-resolver-endpoint': (place) => ({ direction: 'inbound', ...onlyResolver(place) }),
  'dns-forwarding-ruleset': () => ({ forwardingRules: [], virtualNetworkLinks: [] }),
  'azure-monitor-private-link-scope': () => ({ scopedResources: [] }),
  workspace: () => ({ publicNetworkAccess: 'Disabled' }),
  registry: () => ({ publicNetworkAccess: 'Disabled' }),
  'compute-instance': (place) => ({ ...onlyWorkspace(place), enableNodePublicIp: false }),
  'compute-cluster': (place) => ({
    ...onlyWorkspace(place),
    minNodeCount: 0,
    maxNodeCount: 4,
    enableNodePublicIp: false,
  }),
  'serverless-compute': (place) => ({ ...onlyWorkspace(place), serverlessComputeNoPublicIP: true }),
  'kubernetes-cluster': ({ parent, design }) => ({
    agentPoolProfiles: [
      {
        name: 'agentpool',
        count: 3,
        maxPods: 30,
        ...(findOfKind(design, parent, 'subnet') && parent ? { subnet: parent } : {}),
      },
    ],
    networkPlugin: 'azure',
    enablePrivateCluster: true,
  }),
  'attached-compute': (place) => ({ ...onlyWorkspace(place), computeType: 'VirtualMachine' }),
  'managed-online-endpoint': (place) => ({
    ...onlyWorkspace(place),
    publicNetworkAccess: 'Disabled',
    deployments: [],
  }),
  'batch-endpoint': (place) => ({ ...onlyWorkspace(place), deployments: [] }),
  'kubernetes-online-endpoint': onlyWorkspace,
  'storage-account': () => ({ publicNetworkAccess: 'Disabled' }),
  'key-vault': () => ({ publicNetworkAccess: 'Disabled' }),
  'container-registry': () => ({ sku: 'Premium', publicNetworkAccess: 'Disabled' }),
  'private-link-service': () => ({ armType: 'Microsoft.Cache/Redis' }),
};

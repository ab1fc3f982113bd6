import { fixedSubnetOf, privateLinkServiceOf } from '#catalog';
import { flatMapped } from './flat-mapped.ts';
import type { ResourceKind } from './resource.ts';

/** The palette's groups, in reading order. */
export const kindGroups = [
  'Places',
  'Traffic',
  'Names',
  'Machine learning',
  'Services',
  'People and machines',
] as const;
export type KindGroup = (typeof kindGroups)[number];

/** What the model itself knows of a kind: its name in Azure's words, its place, its ARM type. */
export interface KindFacts {
  /** Sentence case, as Microsoft Learn writes it. */
  readonly title: string;
  readonly group: KindGroup;
  /** Kinds it may lie in; empty means that it lies in nothing (it is global). */
  readonly parents: readonly ResourceKind[];
  /** Absent for what is not an ARM resource of its own (regions, on-premises, people). */
  readonly armType?: string;
  /** Required subnet name, where Azure fixes one. */
  readonly subnetName?: string;
}

const inRegion = ['region'] as const satisfies readonly ResourceKind[];
const inSubnet = ['subnet'] as const satisfies readonly ResourceKind[];
const inSubnetOrRegion = ['subnet', 'region'] as const satisfies readonly ResourceKind[];

/** Every kind, in palette order. */
export const kinds: Readonly<Record<ResourceKind, KindFacts>> = {
  region: { title: 'Region', group: 'Places', parents: [] },
  'virtual-network': {
    title: 'Virtual network',
    group: 'Places',
    parents: inRegion,
    armType: 'Microsoft.Network/virtualNetworks',
  },
  subnet: {
    title: 'Subnet',
    group: 'Places',
    parents: ['virtual-network'],
    armType: 'Microsoft.Network/virtualNetworks/subnets',
  },
  'on-premises-network': { title: 'On-premises network', group: 'Places', parents: [] },
  internet: { title: 'Internet', group: 'Places', parents: [] },
  'azure-firewall': {
    title: 'Azure Firewall',
    group: 'Traffic',
    parents: ['subnet', 'virtual-wan-hub'],
    armType: 'Microsoft.Network/azureFirewalls',
    subnetName: 'AzureFirewallSubnet',
  },
  'firewall-policy': {
    title: 'Firewall policy',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/firewallPolicies',
  },
  'network-security-group': {
    title: 'Network security group',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/networkSecurityGroups',
  },
  'route-table': {
    title: 'Route table',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/routeTables',
  },
  'nat-gateway': {
    title: 'NAT gateway',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/natGateways',
  },
  'service-endpoint-policy': {
    title: 'Service endpoint policy',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/serviceEndpointPolicies',
  },
  'virtual-network-gateway': {
    title: 'VPN or ExpressRoute gateway',
    group: 'Traffic',
    parents: inSubnet,
    armType: 'Microsoft.Network/virtualNetworkGateways',
    subnetName: 'GatewaySubnet',
  },
  'virtual-network-peering': {
    title: 'Virtual network peering',
    group: 'Traffic',
    parents: ['virtual-network'],
    armType: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
  },
  bastion: {
    title: 'Bastion',
    group: 'Traffic',
    parents: inSubnet,
    armType: 'Microsoft.Network/bastionHosts',
    subnetName: 'AzureBastionSubnet',
  },
  'application-gateway': {
    title: 'Application Gateway',
    group: 'Traffic',
    parents: inSubnet,
    armType: 'Microsoft.Network/applicationGateways',
  },
  'load-balancer': {
    title: 'Load balancer',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/loadBalancers',
  },
  'public-ip-address': {
    title: 'Public IP address',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/publicIPAddresses',
  },
  'network-interface': {
    title: 'Network interface',
    group: 'Traffic',
    parents: inSubnet,
    armType: 'Microsoft.Network/networkInterfaces',
  },
  'network-virtual-appliance': { title: 'Network virtual appliance', group: 'Traffic', parents: inSubnet },
  'application-security-group': {
    title: 'Application security group',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/applicationSecurityGroups',
  },
  'ip-group': {
    title: 'IP group',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/ipGroups',
  },
  'route-server': {
    title: 'Route Server',
    group: 'Traffic',
    parents: inSubnet,
    armType: 'Microsoft.Network/virtualHubs',
    subnetName: 'RouteServerSubnet',
  },
  'virtual-wan-hub': {
    title: 'Virtual WAN hub',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/virtualHubs',
  },
  'security-admin-rules': {
    title: 'Security admin rules',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/networkManagers',
  },
  'network-security-perimeter': {
    title: 'Network security perimeter',
    group: 'Traffic',
    parents: inRegion,
    armType: 'Microsoft.Network/networkSecurityPerimeters',
  },
  'private-endpoint': {
    title: 'Private endpoint',
    group: 'Names',
    parents: inSubnet,
    armType: 'Microsoft.Network/privateEndpoints',
  },
  'private-dns-zone': {
    title: 'Private DNS zone',
    group: 'Names',
    parents: [],
    armType: 'Microsoft.Network/privateDnsZones',
  },
  'dns-private-resolver': {
    title: 'DNS Private Resolver',
    group: 'Names',
    parents: ['virtual-network'],
    armType: 'Microsoft.Network/dnsResolvers',
  },
  'dns-resolver-endpoint': { title: 'DNS resolver endpoint', group: 'Names', parents: inSubnet },
  'dns-server': { title: 'DNS server', group: 'Names', parents: ['subnet', 'on-premises-network'] },
  'dns-forwarding-ruleset': {
    title: 'DNS forwarding ruleset',
    group: 'Names',
    parents: inRegion,
    armType: 'Microsoft.Network/dnsForwardingRulesets',
  },
  'azure-monitor-private-link-scope': {
    title: 'Azure Monitor Private Link Scope',
    group: 'Names',
    parents: [],
    armType: 'Microsoft.Insights/privateLinkScopes',
  },
  workspace: {
    title: 'Workspace',
    group: 'Machine learning',
    parents: inRegion,
    armType: 'Microsoft.MachineLearningServices/workspaces',
  },
  'compute-instance': { title: 'Compute instance', group: 'Machine learning', parents: inSubnetOrRegion },
  'compute-cluster': { title: 'Compute cluster', group: 'Machine learning', parents: inSubnetOrRegion },
  'serverless-compute': { title: 'Serverless compute', group: 'Machine learning', parents: inSubnetOrRegion },
  'kubernetes-cluster': {
    title: 'Kubernetes cluster',
    group: 'Machine learning',
    parents: inSubnetOrRegion,
    armType: 'Microsoft.ContainerService/managedClusters',
  },
  'managed-online-endpoint': {
    title: 'Managed online endpoint',
    group: 'Machine learning',
    parents: inRegion,
    armType: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  },
  'kubernetes-online-endpoint': {
    title: 'Kubernetes online endpoint',
    group: 'Machine learning',
    parents: inRegion,
  },
  'batch-endpoint': {
    title: 'Batch endpoint',
    group: 'Machine learning',
    parents: inRegion,
    armType: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
  },
  registry: {
    title: 'ML registry',
    group: 'Machine learning',
    parents: inRegion,
    armType: 'Microsoft.MachineLearningServices/registries',
  },
  'attached-compute': { title: 'Attached compute', group: 'Machine learning', parents: inSubnetOrRegion },
  'storage-account': {
    title: 'Storage account',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.Storage/storageAccounts',
  },
  'key-vault': {
    title: 'Key vault',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.KeyVault/vaults',
  },
  'container-registry': {
    title: 'Container registry',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.ContainerRegistry/registries',
  },
  'application-insights': {
    title: 'Application Insights',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.Insights/components',
  },
  'log-analytics': {
    title: 'Log Analytics',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.OperationalInsights/workspaces',
  },
  'ai-services': {
    title: 'AI services',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.CognitiveServices/accounts',
  },
  'ai-search': {
    title: 'AI Search',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.Search/searchServices',
  },
  'sql-server': {
    title: 'Azure SQL server',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.Sql/servers',
  },
  'cosmos-db': {
    title: 'Cosmos DB',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.DocumentDB/databaseAccounts',
  },
  'event-hubs': {
    title: 'Event Hubs',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.EventHub/namespaces',
  },
  'data-factory': {
    title: 'Data Factory',
    group: 'Services',
    parents: inRegion,
    armType: 'Microsoft.DataFactory/factories',
  },
  'private-link-service': { title: 'Other Private Link service', group: 'Services', parents: inRegion },
  client: {
    title: 'Client',
    group: 'People and machines',
    parents: ['on-premises-network', 'internet', 'subnet'],
  },
  'virtual-machine': {
    title: 'Virtual machine',
    group: 'People and machines',
    parents: inSubnet,
    armType: 'Microsoft.Compute/virtualMachines',
  },
};

/** Whether a resource of `kind` may lie in `container`; `undefined` stands for the open canvas. */
export const mayLieIn = (kind: ResourceKind, container: ResourceKind | undefined): boolean => {
  const { parents } = kinds[kind];
  return container === undefined ? parents.length === 0 : parents.includes(container);
};

/** Product names of one word, which keep their capital in a sentence. */
const productKinds: ReadonlySet<ResourceKind> = new Set(['bastion']);

/** A kind in the middle of a sentence: `virtual network`, but `Azure Firewall`: names of products keep their capitals. */
export const kindInSentence = (kind: ResourceKind): string => {
  const { title } = kinds[kind];
  const isProduct =
    productKinds.has(kind) || !/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)?(?: \p{Ll}| WAN| IP|$)/u.test(title);
  return isProduct ? title : title.charAt(0).toLowerCase() + title.slice(1);
};

const withArticle = (kind: ResourceKind): string => {
  const words = kindInSentence(kind);
  if (kind === 'internet') return `the ${words}`;
  return `${/^[aeio]/iu.test(words) ? 'an' : 'a'} ${words}`;
};

/** Whether anything may lie in a kind. */
export const holdsOthers = (container: ResourceKind): boolean =>
  Object.values(kinds).some(({ parents }) => parents.includes(container));

/** What a subnet is kept for: `Bastion`, and where the model has no kind for it, the words that say so. */
const purposeOf = (served: readonly string[]): string =>
  flatMapped(Object.entries(kinds), ([kind, { title }]) => (served.includes(kind) ? [title] : []))[0] ??
  'its own use';

/** Why a drop is refused, in one sentence for people, or `undefined` when it is legal. */
export const refusalOf = (
  kind: ResourceKind,
  container: { readonly kind: ResourceKind; readonly name: string } | undefined,
): string | undefined => {
  const { title, parents, subnetName } = kinds[kind];
  if (mayLieIn(kind, container?.kind)) {
    if (container?.kind !== 'subnet') return undefined;
    const isMisnamed = subnetName !== undefined && container.name.toLowerCase() !== subnetName.toLowerCase();
    if (isMisnamed)
      return `${title} is deployed only to a subnet named ${subnetName}; ${container.name} is another.`;
    const fixed = fixedSubnetOf(container.name);
    return fixed?.isDedicated && !fixed.kinds.includes(kind)
      ? `Azure keeps ${container.name} for ${purposeOf(fixed.kinds)}.`
      : undefined;
  }
  if (parents.length === 0) return `${title} lies in no container: drop it on the canvas.`;
  const places = parents.map(withArticle).join(' or ');
  const where = !container
    ? 'on open ground'
    : container.kind === 'region'
      ? 'directly in a region'
      : `in ${withArticle(container.kind)}`;
  const endpoint = container && endpointFor(kind, container);
  return endpoint
    ? `${title} is not placed in a subnet: it lies in ${places}, and ${endpoint} in ${container.name} gives it an address there.`
    : `${title} lies in ${places}, not ${where}.`;
};

/** What has no private endpoint of its own but that of the scope that holds it. */
const inMonitorScope: ReadonlySet<ResourceKind> = new Set(['log-analytics', 'application-insights']);

/** What would give a kind that lies in no subnet an address in one, in words; nothing where none may lie there. */
function endpointFor(
  kind: ResourceKind,
  subnet: { readonly kind: ResourceKind; readonly name: string },
): string | undefined {
  if (subnet.kind !== 'subnet' || refusalOf('private-endpoint', subnet) !== undefined) return undefined;
  if (inMonitorScope.has(kind)) return 'the private endpoint of an Azure Monitor Private Link Scope';
  return privateLinkServiceOf(kind) ? 'a private endpoint' : undefined;
}

/** Whether a kind is only the ground that others stand on, which every design has and nobody draws. */
export const isGround = (kind: ResourceKind): boolean => kind === 'region' || kind === 'internet';

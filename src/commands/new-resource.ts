import { placeName } from '#drawing';
import {
  childrenOf,
  type Design,
  isFullOf,
  kindInSentence,
  kinds,
  type Resource,
  type ResourceId,
  type ResourceKind,
  refusalIn,
  resourcesOfKind,
} from '#model';
import { mayAttachNew, regionFor } from './attaching.ts';

/** Beginnings of names, after Microsoft's recommended abbreviations for Azure resources. */
const abbreviations: Partial<Record<ResourceKind, string>> = {
  'virtual-network': 'vnet',
  subnet: 'snet',
  'on-premises-network': 'on-premises',
  'network-security-group': 'nsg',
  'application-security-group': 'asg',
  'network-interface': 'nic',
  'route-table': 'rt',
  'azure-firewall': 'afw',
  'firewall-policy': 'afwp',
  'ip-group': 'ipg',
  'network-virtual-appliance': 'nva',
  'nat-gateway': 'ng',
  'public-ip-address': 'pip',
  'virtual-network-gateway': 'vgw',
  'route-server': 'rtserv',
  'virtual-wan-hub': 'vhub',
  bastion: 'bas',
  'application-gateway': 'agw',
  'load-balancer': 'lb',
  'virtual-network-peering': 'peer',
  'service-endpoint-policy': 'se',
  'security-admin-rules': 'admin-rules',
  'network-security-perimeter': 'nsp',
  'private-endpoint': 'pep',
  'dns-server': 'dns',
  'dns-private-resolver': 'dnspr',
  'dns-resolver-endpoint': 'in',
  'dns-forwarding-ruleset': 'dnsfrs',
  'azure-monitor-private-link-scope': 'ampls',
  workspace: 'mlw',
  registry: 'mlr',
  'compute-instance': 'ci',
  'compute-cluster': 'cpu-cluster',
  'serverless-compute': 'serverless',
  'kubernetes-cluster': 'aks',
  'managed-online-endpoint': 'online',
  'batch-endpoint': 'batch',
  'kubernetes-online-endpoint': 'kube-online',
  'attached-compute': 'attached',
  'key-vault': 'kv',
  'application-insights': 'appi',
  'log-analytics': 'log',
  'ai-services': 'ais',
  'ai-search': 'srch',
  'sql-server': 'sql',
  'cosmos-db': 'cosmos',
  'event-hubs': 'evhns',
  'data-factory': 'adf',
  client: 'clients',
  'virtual-machine': 'vm',
};

/** Storage accounts and container registries have names without hyphens. */
export const unhyphenated: Partial<Record<ResourceKind, string>> = {
  'storage-account': 'stml',
  'container-registry': 'crml',
};

/** What names of such things begin with. */
export const nameStemOf = (kind: ResourceKind): string => unhyphenated[kind] ?? abbreviations[kind] ?? kind;

/** A container for a new resource: one that exists, or a subnet that Azure wants under a fixed name. */
export interface LegalPlace {
  readonly parent: ResourceId | undefined;
  /** `Add to snet-training`. */
  readonly title: string;
  /** The subnet to make first, in `parent`. */
  readonly newSubnetName?: string;
  /** The subnet that what is added is attached to, such as a security group. */
  readonly attachTo?: ResourceId;
}

const placeIn = (kind: ResourceKind, container: Resource): LegalPlace => {
  const isHostedByAzure = container.kind === 'region' && kinds[kind].parents.includes('subnet');
  return {
    parent: container.id,
    title: `Add to ${placeName(container)}${isHostedByAzure ? ', in a network that Azure hosts' : ''}`,
  };
};

/** Subnets that lack one of the kind: it lies in their region and is attached to them. */
const attachedPlaces = (kind: ResourceKind, design: Design): readonly LegalPlace[] =>
  resourcesOfKind(design, 'subnet')
    .filter((subnet) => mayAttachNew(subnet, kind))
    .flatMap((subnet) => {
      const parent = regionFor(design, subnet.id, kind);
      return parent ? [{ parent, title: `Attach to ${subnet.name}`, attachTo: subnet.id }] : [];
    });

/** Every place where a kind may lie: what its kind prefers first, then in document order; subnets to be made last. */
export const legalPlaces = (kind: ResourceKind, design: Design): readonly LegalPlace[] => {
  const { parents, subnetName } = kinds[kind];
  if (parents.length === 0) return [{ parent: undefined, title: `Add the ${kindInSentence(kind)}` }];
  const existing = design.resources
    .filter((container) => refusalIn(design, kind, container) === undefined)
    .sort((one, other) => parents.indexOf(one.kind) - parents.indexOf(other.kind))
    .map((container) => placeIn(kind, container));
  if (!subnetName) return [...existing, ...attachedPlaces(kind, design)];
  const missing = resourcesOfKind(design, 'virtual-network')
    .filter((network) => !childrenOf(design, network.id).some((child) => child.name === subnetName))
    .map((network) => ({
      parent: network.id,
      title: `Add with a new ${subnetName} to ${network.name}`,
      newSubnetName: subnetName,
    }));
  const isFull = ({ parent }: LegalPlace) => isFullOf(design, kind, parent);
  return [...existing.filter((one) => !isFull(one)), ...missing, ...existing.filter(isFull)];
};

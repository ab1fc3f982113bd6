import type { ResourceKind } from '#model';
import type { IconPart } from './icon-part.ts';
import { interfaceIcons } from './interface-icons.ts';
import { networkIcons } from './network-icons.ts';
import { serviceIcons } from './service-icons.ts';

/** Every icon by name. */
export const icons = { ...networkIcons, ...serviceIcons, ...interfaceIcons } as const;
export type IconName = keyof typeof icons;

const byName: Readonly<Record<string, readonly IconPart[]>> = icons;

/** The paths of an icon; that of any other service where there is none of that name. */
export const iconParts = (name: string): readonly IconPart[] =>
  (Object.hasOwn(byName, name) ? byName[name] : undefined) ?? serviceIcons.service;

/** What a resource is, told by its hue. */
export type IconCategory =
  | 'network'
  | 'compute'
  | 'machine-learning'
  | 'storage'
  | 'security'
  | 'dns'
  | 'on-premises'
  | 'neutral';

const looks: Readonly<Record<ResourceKind, readonly [IconName, IconCategory]>> = {
  region: ['region', 'neutral'],
  'virtual-network': ['virtual-network', 'network'],
  subnet: ['subnet', 'network'],
  'on-premises-network': ['on-premises', 'on-premises'],
  internet: ['internet', 'neutral'],
  'azure-firewall': ['firewall', 'security'],
  'firewall-policy': ['firewall-policy', 'security'],
  'network-security-group': ['security-group', 'security'],
  'route-table': ['route-table', 'network'],
  'nat-gateway': ['nat-gateway', 'network'],
  'service-endpoint-policy': ['endpoint-policy', 'security'],
  'virtual-network-gateway': ['gateway', 'network'],
  'virtual-network-peering': ['peering', 'network'],
  bastion: ['bastion', 'security'],
  'application-gateway': ['application-gateway', 'network'],
  'load-balancer': ['load-balancer', 'network'],
  'public-ip-address': ['public-ip', 'network'],
  'network-interface': ['network-interface', 'network'],
  'network-virtual-appliance': ['appliance', 'security'],
  'application-security-group': ['security-group', 'security'],
  'ip-group': ['ip-group', 'network'],
  'route-server': ['route-server', 'network'],
  'virtual-wan-hub': ['wan-hub', 'network'],
  'security-admin-rules': ['shield-check', 'security'],
  'network-security-perimeter': ['perimeter', 'security'],
  'private-endpoint': ['private-endpoint', 'network'],
  'private-dns-zone': ['dns-zone', 'dns'],
  'dns-private-resolver': ['dns-resolver', 'dns'],
  'dns-resolver-endpoint': ['dns-resolver', 'dns'],
  'dns-server': ['dns-server', 'dns'],
  'dns-forwarding-ruleset': ['forwarding-ruleset', 'dns'],
  'azure-monitor-private-link-scope': ['monitor-scope', 'storage'],
  workspace: ['workspace', 'machine-learning'],
  registry: ['registry', 'machine-learning'],
  'compute-instance': ['compute-instance', 'compute'],
  'compute-cluster': ['compute-cluster', 'compute'],
  'serverless-compute': ['serverless', 'compute'],
  'kubernetes-cluster': ['kubernetes', 'compute'],
  'attached-compute': ['attached-compute', 'compute'],
  'managed-online-endpoint': ['online-endpoint', 'machine-learning'],
  'batch-endpoint': ['batch-endpoint', 'machine-learning'],
  'kubernetes-online-endpoint': ['kubernetes-endpoint', 'machine-learning'],
  'storage-account': ['storage', 'storage'],
  'key-vault': ['key-vault', 'security'],
  'container-registry': ['container-registry', 'storage'],
  'application-insights': ['application-insights', 'storage'],
  'log-analytics': ['log-analytics', 'storage'],
  'ai-services': ['ai-services', 'machine-learning'],
  'ai-search': ['ai-search', 'storage'],
  'sql-server': ['sql', 'storage'],
  'cosmos-db': ['cosmos-db', 'storage'],
  'event-hubs': ['event-hubs', 'storage'],
  'data-factory': ['data-factory', 'storage'],
  'private-link-service': ['service', 'neutral'],
  client: ['client', 'on-premises'],
  'virtual-machine': ['virtual-machine', 'compute'],
};

export const iconOf = (kind: ResourceKind): IconName => looks[kind][0];
export const categoryOf = (kind: ResourceKind): IconCategory => looks[kind][1];

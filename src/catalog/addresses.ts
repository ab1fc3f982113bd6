import type { Sourced } from './source.ts';

/** How many private addresses of a subnet something takes. */
export interface AddressesPerResource extends Sourced {
  /** Model kind, or what it is called where the model has none. */
  readonly kind: string;
  /** What is counted: each takes `count`. */
  readonly per:
    | 'resource'
    | 'node'
    | 'instance'
    | 'frontend'
    | 'address-configuration'
    | 'endpoint-member'
    | 'inbound-endpoint';
  readonly count: number;
  /** Addresses besides those that are counted. */
  readonly base?: number;
  /** Azure scales inside the subnet: the count says nothing. */
  readonly isSizedByAzure?: boolean;
  /** By how much it grows while it is upgraded or scaled. */
  readonly growth?: number;
}

const one = (kind: string, per: AddressesPerResource['per'], ...pages: AddressesPerResource['sources']) => ({
  kind,
  per,
  count: 1,
  sources: pages,
});
const none = (kind: string, ...pages: AddressesPerResource['sources']) => ({
  kind,
  per: 'resource' as const,
  count: 0,
  sources: pages,
});

/** Addresses by kind; AKS has formulas of its own. */
export const addressesPerResource: readonly AddressesPerResource[] = [
  one('compute-instance', 'resource', 'trainingNetwork'),
  one('compute-cluster', 'node', 'trainingNetwork'),
  one('serverless-compute', 'node', 'trainingNetwork'),
  one('private-endpoint', 'endpoint-member', 'privateEndpoint'),
  one('load-balancer', 'frontend', 'kubernetesAddresses'),
  one('virtual-machine', 'address-configuration', 'virtualNetworkQuestions'),
  { ...one('application-gateway', 'instance', 'applicationGateway'), base: 1 },
  { ...one('azure-firewall', 'resource', 'firewallQuestions'), isSizedByAzure: true },
  { ...one('bastion', 'resource', 'bastion'), isSizedByAzure: true },
  { ...one('virtual-network-gateway', 'resource', 'vpnGateway'), isSizedByAzure: true },
  one('dns-resolver-endpoint', 'inbound-endpoint', 'dnsPrivateResolver'),
  { ...one('App Service integration', 'instance', 'appServiceIntegration'), growth: 2 },
  { ...one('Container Apps environment', 'node', 'containerAppsNetwork'), base: 12, growth: 2 },
  none('managed-online-endpoint', 'onlineEndpointIsolation'),
  none('batch-endpoint', 'batchEndpointIsolation'),
  none('nat-gateway', 'natGateway'),
];

/** Endpoints that the legacy private egress of a managed online deployment makes in a network of Microsoft. */
export const legacyDeploymentEndpoints = {
  perDeployment: [
    { target: 'workspace', groupId: 'amlworkspace' },
    { target: 'default storage account', groupId: 'blob' },
    { target: 'container registry', groupId: 'registry' },
  ],
  addressesOfCustomer: 0,
  disagreements: [
    {
      value: 'an endpoint to each private resource',
      source: 'planningArticle',
      note: 'So the article; the page about online endpoints lists these three alone. The key vault and further accounts are not reached.',
    },
    {
      value: 'not supported',
      source: 'planning',
      note: 'The newer page no longer recommends this way: a managed virtual network takes its place.',
    },
  ],
  sources: ['onlineEndpointIsolation'],
} as const;

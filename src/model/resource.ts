import { z } from 'zod/mini';
import * as machineLearning from './resources/machine-learning.ts';
import * as names from './resources/names.ts';
import * as people from './resources/people.ts';
import * as places from './resources/places.ts';
import * as services from './resources/services.ts';
import * as traffic from './resources/traffic.ts';

/** The schema of every kind, keyed by kind: the one list that says what a design can hold. */
export const resourceSchemas = {
  region: places.region,
  'virtual-network': places.virtualNetwork,
  subnet: places.subnet,
  'on-premises-network': places.onPremisesNetwork,
  internet: places.internet,
  'network-security-group': traffic.networkSecurityGroup,
  'application-security-group': traffic.applicationSecurityGroup,
  'network-interface': traffic.networkInterface,
  'route-table': traffic.routeTable,
  'azure-firewall': traffic.azureFirewall,
  'firewall-policy': traffic.firewallPolicy,
  'ip-group': traffic.ipGroup,
  'network-virtual-appliance': traffic.networkVirtualAppliance,
  'nat-gateway': traffic.natGateway,
  'public-ip-address': traffic.publicIpAddress,
  'virtual-network-gateway': traffic.virtualNetworkGateway,
  'route-server': traffic.routeServer,
  'virtual-wan-hub': traffic.virtualWanHub,
  bastion: traffic.bastion,
  'application-gateway': traffic.applicationGateway,
  'load-balancer': traffic.loadBalancer,
  'virtual-network-peering': traffic.virtualNetworkPeering,
  'service-endpoint-policy': traffic.serviceEndpointPolicy,
  'security-admin-rules': traffic.securityAdminRules,
  'network-security-perimeter': traffic.networkSecurityPerimeter,
  'private-endpoint': names.privateEndpoint,
  'private-dns-zone': names.privateDnsZone,
  'dns-server': names.dnsServer,
  'dns-private-resolver': names.dnsPrivateResolver,
  'dns-resolver-endpoint': names.dnsResolverEndpoint,
  'dns-forwarding-ruleset': names.dnsForwardingRuleset,
  'azure-monitor-private-link-scope': names.azureMonitorPrivateLinkScope,
  workspace: machineLearning.workspace,
  registry: machineLearning.registry,
  'compute-instance': machineLearning.computeInstance,
  'compute-cluster': machineLearning.computeCluster,
  'serverless-compute': machineLearning.serverlessCompute,
  'kubernetes-cluster': machineLearning.kubernetesCluster,
  'attached-compute': machineLearning.attachedCompute,
  'managed-online-endpoint': machineLearning.managedOnlineEndpoint,
  'batch-endpoint': machineLearning.batchEndpoint,
  'kubernetes-online-endpoint': machineLearning.kubernetesOnlineEndpoint,
  'storage-account': services.storageAccount,
  'key-vault': services.keyVault,
  'container-registry': services.containerRegistry,
  'application-insights': services.applicationInsights,
  'log-analytics': services.logAnalytics,
  'ai-services': services.aiServices,
  'ai-search': services.aiSearch,
  'sql-server': services.sqlServer,
  'cosmos-db': services.cosmosDb,
  'event-hubs': services.eventHubs,
  'data-factory': services.dataFactory,
  'private-link-service': services.privateLinkService,
  client: people.client,
  'virtual-machine': people.virtualMachine,
} as const;

export type ResourceKind = keyof typeof resourceSchemas;

/** The resource of one kind, e.g. `ResourceOf<'subnet'>`. */
export type ResourceOf<K extends ResourceKind> = z.infer<(typeof resourceSchemas)[K]>;

/** Anything a design can hold, told apart by `kind`. */
export type Resource = { [K in ResourceKind]: ResourceOf<K> }[ResourceKind];

export const resourceKinds = Object.keys(resourceSchemas) as readonly ResourceKind[];

/** Any resource, for validation and for the published JSON schema. */
export const resourceSchema: z.ZodMiniType<Resource> = z.union(Object.values(resourceSchemas));

import type { ResourceKind } from '#model';
import { kindOfType } from './arm-types.ts';
import type { Converter } from './conversion.ts';
import { azureFirewall, firewallPolicy } from './convert/firewall.ts';
import {
  batchEndpoint,
  compute,
  kubernetesCluster,
  onlineEndpoint,
  registry,
  workspace,
} from './convert/machine-learning.ts';
import {
  azureMonitorPrivateLinkScope,
  dnsForwardingRuleset,
  dnsPrivateResolver,
  dnsResolverEndpoint,
  privateDnsZone,
  privateEndpoint,
} from './convert/names.ts';
import { virtualMachine } from './convert/people.ts';
import { subnet, virtualNetwork, virtualNetworkPeering } from './convert/places.ts';
import * as services from './convert/services.ts';
import * as traffic from './convert/traffic.ts';

const byKind: Partial<Readonly<Record<ResourceKind, Converter>>> = {
  'virtual-network': virtualNetwork,
  subnet,
  'virtual-network-peering': virtualNetworkPeering,
  'network-security-group': traffic.networkSecurityGroup,
  'application-security-group': traffic.applicationSecurityGroup,
  'network-interface': traffic.networkInterface,
  'route-table': traffic.routeTable,
  'azure-firewall': azureFirewall,
  'firewall-policy': firewallPolicy,
  'ip-group': traffic.ipGroup,
  'nat-gateway': traffic.natGateway,
  'public-ip-address': traffic.publicIpAddress,
  'virtual-network-gateway': traffic.virtualNetworkGateway,
  'virtual-wan-hub': traffic.virtualHub,
  bastion: traffic.bastion,
  'application-gateway': traffic.applicationGateway,
  'load-balancer': traffic.loadBalancer,
  'service-endpoint-policy': traffic.serviceEndpointPolicy,
  'network-security-perimeter': traffic.networkSecurityPerimeter,
  'private-endpoint': privateEndpoint,
  'private-dns-zone': privateDnsZone,
  'dns-private-resolver': dnsPrivateResolver,
  'dns-resolver-endpoint': dnsResolverEndpoint,
  'dns-forwarding-ruleset': dnsForwardingRuleset,
  'azure-monitor-private-link-scope': azureMonitorPrivateLinkScope,
  workspace,
  registry,
  'kubernetes-cluster': kubernetesCluster,
  'managed-online-endpoint': onlineEndpoint,
  'batch-endpoint': batchEndpoint,
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
  'virtual-machine': virtualMachine,
};

/** Reads resources of a lower-cased ARM type; `undefined` where the model has no kind for them. */
export function converterOf(type: string): Converter | undefined {
  if (type === 'microsoft.machinelearningservices/workspaces/computes') return compute;
  const kind = kindOfType(type);
  return kind && byKind[kind];
}

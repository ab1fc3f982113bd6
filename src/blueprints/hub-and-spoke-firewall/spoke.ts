import type { Resource } from '#model';
import { ids } from './ids.ts';
import { make } from './make.ts';
import { firewallAddress, prefixes } from './prefixes.ts';

const network: readonly Resource[] = [
  make('virtual-network', ids.spoke, 'vnet-ml', {
    parent: ids.region,
    addressPrefixes: [prefixes.spoke],
    dnsServers: [firewallAddress],
  }),
  make('virtual-network-peering', ids.spokeToHub, 'spoke-to-hub', {
    parent: ids.spoke,
    remoteVirtualNetwork: ids.hub,
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: true,
  }),
  make('subnet', ids.trainingSubnet, 'snet-training', {
    parent: ids.spoke,
    addressPrefixes: [prefixes.trainingSubnet],
    networkSecurityGroup: ids.trainingSecurityGroup,
    routeTable: ids.routeTable,
    defaultOutboundAccess: false,
    privateEndpointNetworkPolicies: 'Disabled',
    privateLinkServiceNetworkPolicies: 'Disabled',
  }),
  make('subnet', ids.endpointSubnet, 'snet-private-endpoints', {
    parent: ids.spoke,
    addressPrefixes: [prefixes.endpointSubnet],
    networkSecurityGroup: ids.endpointSecurityGroup,
    defaultOutboundAccess: false,
    // Without this the security group would not hold for private endpoints.
    privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled',
  }),
];

const compute = { parent: ids.trainingSubnet, workspace: ids.workspace, enableNodePublicIp: false } as const;

const computes: readonly Resource[] = [
  make('compute-instance', ids.computeInstance, 'ci-engineer', {
    ...compute,
    vmSize: 'Standard_DS3_v2',
    sshPublicAccess: 'Disabled',
  }),
  make('compute-cluster', ids.trainingCluster, 'train-cluster', {
    ...compute,
    vmSize: 'Standard_NC6s_v3',
    minNodeCount: 0,
    maxNodeCount: 20,
  }),
  make('compute-cluster', ids.imageBuildCluster, 'image-build', {
    ...compute,
    vmSize: 'Standard_DS3_v2',
    minNodeCount: 0,
    maxNodeCount: 2,
  }),
];

/** One workload's network: computes without public addresses, and the endpoints they use. */
export const spoke: readonly Resource[] = [...network, ...computes];

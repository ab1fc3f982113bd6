import { z } from 'zod';
import { addressPrefix, flag, ipAddress, list, part, resource, resourceId, text } from '../resource-base.ts';

/** Its name is Azure's programmatic location name, e.g. `westeurope`. */
export const region = resource('region', {});

export const virtualNetwork = resource('virtual-network', {
  addressPrefixes: list(addressPrefix),
  /** Custom DNS servers; Azure DNS (168.63.129.16) when absent or empty. */
  dnsServers: list(ipAddress).optional(),
  /** Azure resource ids of its peerings, as an export lists them; not listed when absent. */
  virtualNetworkPeerings: list(text).optional(),
});

export const subnet = resource('subnet', {
  addressPrefixes: list(addressPrefix),
  networkSecurityGroup: resourceId.optional(),
  routeTable: resourceId.optional(),
  natGateway: resourceId.optional(),
  serviceEndpoints: list(part({ service: text, locations: list(text).optional() })).optional(),
  serviceEndpointPolicies: list(resourceId).optional(),
  /** Azure's service names, e.g. `Microsoft.Network/dnsResolvers`. */
  delegations: list(text).optional(),
  privateEndpointNetworkPolicies: z
    .enum(['Disabled', 'Enabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled'])
    .optional(),
  privateLinkServiceNetworkPolicies: z.enum(['Disabled', 'Enabled']).optional(),
  /** `false` makes the subnet private; absent means that the property was not set. */
  defaultOutboundAccess: flag.optional(),
  /** Azure resource ids of the address configurations in use, as an export lists them; not listed when absent. */
  ipConfigurations: list(text).optional(),
});

export const onPremisesNetwork = resource('on-premises-network', {
  addressPrefixes: list(addressPrefix),
  /** Virtual network gateways that join it to Azure. */
  gateways: list(resourceId).optional(),
  /** DNS servers its clients ask: their addresses. */
  dnsServers: list(ipAddress).optional(),
});

export const internet = resource('internet', {});

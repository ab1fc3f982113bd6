import { z } from 'zod/mini';
import { addressPrefix, flag, ipAddress, list, part, resource, resourceId, text } from '../resource-base.ts';

/** Its name is Azure's programmatic location name, e.g. `westeurope`. */
export const region = resource('region', {});

export const virtualNetwork = resource('virtual-network', {
  addressPrefixes: list(addressPrefix),
  /** Custom DNS servers; Azure DNS (168.63.129.16) when absent or empty. */
  dnsServers: z.optional(list(ipAddress)),
  /** Azure resource ids of its peerings, as an export lists them; not listed when absent. */
  virtualNetworkPeerings: z.optional(list(text)),
});

export const subnet = resource('subnet', {
  addressPrefixes: list(addressPrefix),
  networkSecurityGroup: z.optional(resourceId),
  routeTable: z.optional(resourceId),
  natGateway: z.optional(resourceId),
  serviceEndpoints: z.optional(list(part({ service: text, locations: z.optional(list(text)) }))),
  serviceEndpointPolicies: z.optional(list(resourceId)),
  /** Azure's service names, e.g. `Microsoft.Network/dnsResolvers`. */
  delegations: z.optional(list(text)),
  privateEndpointNetworkPolicies: z.optional(
    z.enum(['Disabled', 'Enabled', 'NetworkSecurityGroupEnabled', 'RouteTableEnabled']),
  ),
  privateLinkServiceNetworkPolicies: z.optional(z.enum(['Disabled', 'Enabled'])),
  /** `false` makes the subnet private; absent means that the property was not set. */
  defaultOutboundAccess: z.optional(flag),
  /** Azure resource ids of the address configurations in use, as an export lists them; not listed when absent. */
  ipConfigurations: z.optional(list(text)),
});

export const onPremisesNetwork = resource('on-premises-network', {
  addressPrefixes: list(addressPrefix),
  /** Virtual network gateways that join it to Azure. */
  gateways: z.optional(list(resourceId)),
  /** DNS servers its clients ask: their addresses. */
  dnsServers: z.optional(list(ipAddress)),
});

export const internet = resource('internet', {});

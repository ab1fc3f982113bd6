import { z } from 'zod/mini';
import {
  addressPrefix,
  count,
  flag,
  ipAddress,
  list,
  part,
  resource,
  resourceId,
  text,
} from '../resource-base.ts';

/** One security rule. Prefixes are CIDR, an address, a service tag or `*`; ports are `443`, `8000-8010` or `*`. */
export const securityRule = part({
  name: text,
  priority: count,
  direction: z.enum(['Inbound', 'Outbound']),
  access: z.enum(['Allow', 'Deny']),
  /** `Tcp`, `Udp`, `Icmp`, `Esp`, `Ah` or `*`. */
  protocol: text,
  sourceAddressPrefixes: list(addressPrefix),
  sourcePortRanges: list(text),
  destinationAddressPrefixes: list(addressPrefix),
  destinationPortRanges: list(text),
  sourceApplicationSecurityGroups: z.optional(list(resourceId)),
  destinationApplicationSecurityGroups: z.optional(list(resourceId)),
});
export type SecurityRule = z.infer<typeof securityRule>;

export const networkSecurityGroup = resource('network-security-group', { securityRules: list(securityRule) });

export const applicationSecurityGroup = resource('application-security-group', {});

/** Lies in the subnet of its first configuration. */
export const networkInterface = resource('network-interface', {
  ipConfigurations: list(
    part({
      name: text,
      subnet: z.optional(resourceId),
      privateIPAddress: z.optional(ipAddress),
      publicIPAddress: z.optional(resourceId),
      applicationSecurityGroups: z.optional(list(resourceId)),
      /** Load balancers in whose backend pools it is. */
      loadBalancerBackendAddressPools: z.optional(list(resourceId)),
    }),
  ),
  networkSecurityGroup: z.optional(resourceId),
  enableIPForwarding: z.optional(flag),
});

export const route = part({
  name: text,
  /** CIDR or a service tag. */
  addressPrefix,
  nextHopType: z.enum(['VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None']),
  nextHopIpAddress: z.optional(ipAddress),
});

export const routeTable = resource('route-table', {
  routes: list(route),
  disableBgpRoutePropagation: z.optional(flag),
});

const firewallSource = {
  name: text,
  /** Prefixes, addresses, service tags or `*`; what deployment leaves open is taken as any source. */
  sourceAddresses: list(text),
  sourceIpGroups: z.optional(list(resourceId)),
};

export const firewallRule = z.discriminatedUnion('ruleType', [
  part({
    ruleType: z.literal('NetworkRule'),
    ...firewallSource,
    /** `TCP`, `UDP`, `ICMP` or `Any`. */
    ipProtocols: list(text),
    destinationAddresses: list(text),
    destinationIpGroups: z.optional(list(resourceId)),
    destinationFqdns: z.optional(list(text)),
    destinationPorts: list(text),
  }),
  part({
    ruleType: z.literal('ApplicationRule'),
    ...firewallSource,
    protocols: list(part({ protocolType: text, port: z.optional(count) })),
    targetFqdns: list(text),
    fqdnTags: z.optional(list(text)),
    targetUrls: z.optional(list(text)),
    webCategories: z.optional(list(text)),
  }),
  part({
    ruleType: z.literal('NatRule'),
    ...firewallSource,
    ipProtocols: list(text),
    destinationAddresses: list(text),
    destinationPorts: list(text),
    translatedAddress: z.optional(text),
    translatedFqdn: z.optional(text),
    translatedPort: z.optional(text),
  }),
]);
export type FirewallRule = z.infer<typeof firewallRule>;

export const ruleCollection = part({
  name: text,
  priority: count,
  action: z.enum(['Allow', 'Deny', 'DNAT']),
  rules: list(firewallRule),
});
export type RuleCollection = z.infer<typeof ruleCollection>;

const dnsSettings = part({ enableProxy: z.optional(flag), servers: z.optional(list(ipAddress)) });

/** Lies in AzureFirewallSubnet, or in a virtual WAN hub. */
export const azureFirewall = resource('azure-firewall', {
  skuTier: z.optional(z.enum(['Basic', 'Standard', 'Premium'])),
  /** First usable address of its subnet when absent. */
  privateIPAddress: z.optional(ipAddress),
  publicIPAddresses: z.optional(list(resourceId)),
  managementSubnet: z.optional(resourceId),
  managementPublicIPAddress: z.optional(resourceId),
  firewallPolicy: z.optional(resourceId),
  threatIntelMode: z.optional(z.enum(['Off', 'Alert', 'Deny'])),
  /** Classic DNS settings of a firewall without policy. */
  dnsSettings: z.optional(dnsSettings),
  /** Classic rules of a firewall without policy. */
  ruleCollections: z.optional(list(ruleCollection)),
});

export const firewallPolicy = resource('firewall-policy', {
  skuTier: z.optional(z.enum(['Basic', 'Standard', 'Premium'])),
  basePolicy: z.optional(resourceId),
  threatIntelMode: z.optional(z.enum(['Off', 'Alert', 'Deny'])),
  dnsSettings: z.optional(dnsSettings),
  /** Not listed when absent. */
  ruleCollectionGroups: z.optional(
    list(part({ name: text, priority: count, ruleCollections: list(ruleCollection) })),
  ),
});

export const ipGroup = resource('ip-group', { ipAddresses: list(text) });

/** A third party's firewall or router; what it lets pass is not in Azure's model. */
export const networkVirtualAppliance = resource('network-virtual-appliance', {
  privateIPAddress: z.optional(ipAddress),
  networkInterfaces: z.optional(list(resourceId)),
});

export const natGateway = resource('nat-gateway', {
  publicIPAddresses: z.optional(list(resourceId)),
  publicIPPrefixes: z.optional(list(text)),
});

export const publicIpAddress = resource('public-ip-address', {
  sku: z.optional(z.enum(['Basic', 'Standard'])),
  publicIPAllocationMethod: z.optional(z.enum(['Static', 'Dynamic'])),
  ipAddress: z.optional(ipAddress),
});

/** Lies in GatewaySubnet. */
export const virtualNetworkGateway = resource('virtual-network-gateway', {
  gatewayType: z.enum(['Vpn', 'ExpressRoute']),
  sku: z.optional(text),
  publicIPAddresses: z.optional(list(resourceId)),
});

export const routeServer = resource('route-server', {});

export const virtualWanHub = resource('virtual-wan-hub', {
  addressPrefix: z.optional(addressPrefix),
  virtualNetworkConnections: z.optional(
    list(
      part({
        name: text,
        remoteVirtualNetwork: resourceId,
        /** Whether the network is told the hub's route to the internet; Azure's default is that it is. */
        enableInternetSecurity: z.optional(flag),
        /** By name; `defaultRouteTable` where absent. */
        associatedRouteTable: z.optional(text),
        /** By name, those of its own hub; `defaultRouteTable` alone where absent. */
        propagatedRouteTables: z.optional(list(text)),
      }),
    ),
  ),
  /** Of its routing intent. */
  routingPolicies: z.optional(
    list(part({ name: text, destinations: list(text), nextHop: z.optional(resourceId) })),
  ),
  /** Absent or empty where they are not shown: Azure gives every hub some. */
  routeTables: z.optional(
    list(
      part({
        name: text,
        routes: list(part({ name: text, destinations: list(text), nextHop: z.optional(resourceId) })),
      }),
    ),
  ),
});

/** Lies in AzureBastionSubnet. */
export const bastion = resource('bastion', {
  sku: z.optional(text),
  publicIPAddresses: z.optional(list(resourceId)),
});

export const applicationGateway = resource('application-gateway', {
  skuTier: z.optional(text),
  /** Instances, or the autoscale maximum. */
  capacity: z.optional(count),
  publicIPAddresses: z.optional(list(resourceId)),
  privateIPAddress: z.optional(ipAddress),
});

export const loadBalancer = resource('load-balancer', {
  sku: z.optional(text),
  frontendIPConfigurations: list(
    part({
      name: text,
      subnet: z.optional(resourceId),
      privateIPAddress: z.optional(ipAddress),
      publicIPAddress: z.optional(resourceId),
    }),
  ),
  hasOutboundRules: z.optional(flag),
});

/** One half of a peering: lies in the local virtual network, points at the remote one. */
export const virtualNetworkPeering = resource('virtual-network-peering', {
  remoteVirtualNetwork: resourceId,
  allowVirtualNetworkAccess: z.optional(flag),
  allowForwardedTraffic: z.optional(flag),
  allowGatewayTransit: z.optional(flag),
  useRemoteGateways: z.optional(flag),
  /** Taken as Connected when absent: that is what deployment of both halves makes it. */
  peeringState: z.optional(z.enum(['Initiated', 'Connected', 'Disconnected'])),
  /** What of the remote network it leads to; all of it when absent, as deployment of both halves makes it. */
  remoteAddressSpace: z.optional(list(addressPrefix)),
});

export const serviceEndpointPolicy = resource('service-endpoint-policy', {
  definitions: list(
    part({
      name: text,
      /** `Microsoft.Storage`, or `Global` for aliases. */
      service: text,
      /** Azure resource ids or aliases such as `/services/Azure/MachineLearning`. */
      serviceResources: list(text),
    }),
  ),
});

/** Azure Virtual Network Manager's rules, evaluated before security groups. */
export const securityAdminRules = resource('security-admin-rules', {
  virtualNetworks: list(resourceId),
  rules: list(
    part({
      name: text,
      priority: count,
      direction: z.enum(['Inbound', 'Outbound']),
      access: z.enum(['Allow', 'AlwaysAllow', 'Deny']),
      protocol: text,
      sourceAddressPrefixes: list(addressPrefix),
      sourcePortRanges: list(text),
      destinationAddressPrefixes: list(addressPrefix),
      destinationPortRanges: list(text),
    }),
  ),
});

export const networkSecurityPerimeter = resource('network-security-perimeter', {
  associations: list(part({ resource: resourceId, accessMode: z.optional(text) })),
});

import { z } from 'zod';
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
  sourceApplicationSecurityGroups: list(resourceId).optional(),
  destinationApplicationSecurityGroups: list(resourceId).optional(),
});
export type SecurityRule = z.infer<typeof securityRule>;

export const networkSecurityGroup = resource('network-security-group', { securityRules: list(securityRule) });

export const applicationSecurityGroup = resource('application-security-group', {});

/** Lies in the subnet of its first configuration. */
export const networkInterface = resource('network-interface', {
  ipConfigurations: list(
    part({
      name: text,
      subnet: resourceId.optional(),
      privateIPAddress: ipAddress.optional(),
      publicIPAddress: resourceId.optional(),
      applicationSecurityGroups: list(resourceId).optional(),
      /** Load balancers in whose backend pools it is. */
      loadBalancerBackendAddressPools: list(resourceId).optional(),
    }),
  ),
  networkSecurityGroup: resourceId.optional(),
  enableIPForwarding: flag.optional(),
});

export const route = part({
  name: text,
  /** CIDR or a service tag. */
  addressPrefix,
  nextHopType: z.enum(['VirtualAppliance', 'VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None']),
  nextHopIpAddress: ipAddress.optional(),
});

export const routeTable = resource('route-table', {
  routes: list(route),
  disableBgpRoutePropagation: flag.optional(),
});

const firewallSource = {
  name: text,
  /** Prefixes, addresses, service tags or `*`; what deployment leaves open is taken as any source. */
  sourceAddresses: list(text),
  sourceIpGroups: list(resourceId).optional(),
};

export const firewallRule = z.discriminatedUnion('ruleType', [
  part({
    ruleType: z.literal('NetworkRule'),
    ...firewallSource,
    /** `TCP`, `UDP`, `ICMP` or `Any`. */
    ipProtocols: list(text),
    destinationAddresses: list(text),
    destinationIpGroups: list(resourceId).optional(),
    destinationFqdns: list(text).optional(),
    destinationPorts: list(text),
  }),
  part({
    ruleType: z.literal('ApplicationRule'),
    ...firewallSource,
    protocols: list(part({ protocolType: text, port: count.optional() })),
    targetFqdns: list(text),
    fqdnTags: list(text).optional(),
    targetUrls: list(text).optional(),
    webCategories: list(text).optional(),
  }),
  part({
    ruleType: z.literal('NatRule'),
    ...firewallSource,
    ipProtocols: list(text),
    destinationAddresses: list(text),
    destinationPorts: list(text),
    translatedAddress: text.optional(),
    translatedFqdn: text.optional(),
    translatedPort: text.optional(),
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

const dnsSettings = part({ enableProxy: flag.optional(), servers: list(ipAddress).optional() });

/** Lies in AzureFirewallSubnet, or in a virtual WAN hub. */
export const azureFirewall = resource('azure-firewall', {
  skuTier: z.enum(['Basic', 'Standard', 'Premium']).optional(),
  /** First usable address of its subnet when absent. */
  privateIPAddress: ipAddress.optional(),
  publicIPAddresses: list(resourceId).optional(),
  managementSubnet: resourceId.optional(),
  managementPublicIPAddress: resourceId.optional(),
  firewallPolicy: resourceId.optional(),
  threatIntelMode: z.enum(['Off', 'Alert', 'Deny']).optional(),
  /** Classic DNS settings of a firewall without policy. */
  dnsSettings: dnsSettings.optional(),
  /** Classic rules of a firewall without policy. */
  ruleCollections: list(ruleCollection).optional(),
});

export const firewallPolicy = resource('firewall-policy', {
  skuTier: z.enum(['Basic', 'Standard', 'Premium']).optional(),
  basePolicy: resourceId.optional(),
  threatIntelMode: z.enum(['Off', 'Alert', 'Deny']).optional(),
  dnsSettings: dnsSettings.optional(),
  /** Not listed when absent. */
  ruleCollectionGroups: list(
    part({ name: text, priority: count, ruleCollections: list(ruleCollection) }),
  ).optional(),
});

export const ipGroup = resource('ip-group', { ipAddresses: list(text) });

/** A third party's firewall or router; what it lets pass is not in Azure's model. */
export const networkVirtualAppliance = resource('network-virtual-appliance', {
  privateIPAddress: ipAddress.optional(),
  networkInterfaces: list(resourceId).optional(),
});

export const natGateway = resource('nat-gateway', {
  publicIPAddresses: list(resourceId).optional(),
  publicIPPrefixes: list(text).optional(),
});

export const publicIpAddress = resource('public-ip-address', {
  sku: z.enum(['Basic', 'Standard']).optional(),
  publicIPAllocationMethod: z.enum(['Static', 'Dynamic']).optional(),
  ipAddress: ipAddress.optional(),
});

/** Lies in GatewaySubnet. */
export const virtualNetworkGateway = resource('virtual-network-gateway', {
  gatewayType: z.enum(['Vpn', 'ExpressRoute']),
  sku: text.optional(),
  publicIPAddresses: list(resourceId).optional(),
});

export const routeServer = resource('route-server', {});

export const virtualWanHub = resource('virtual-wan-hub', {
  addressPrefix: addressPrefix.optional(),
  virtualNetworkConnections: list(part({ name: text, remoteVirtualNetwork: resourceId })).optional(),
});

/** Lies in AzureBastionSubnet. */
export const bastion = resource('bastion', {
  sku: text.optional(),
  publicIPAddresses: list(resourceId).optional(),
});

export const applicationGateway = resource('application-gateway', {
  skuTier: text.optional(),
  /** Instances, or the autoscale maximum. */
  capacity: count.optional(),
  publicIPAddresses: list(resourceId).optional(),
  privateIPAddress: ipAddress.optional(),
});

export const loadBalancer = resource('load-balancer', {
  sku: text.optional(),
  frontendIPConfigurations: list(
    part({
      name: text,
      subnet: resourceId.optional(),
      privateIPAddress: ipAddress.optional(),
      publicIPAddress: resourceId.optional(),
    }),
  ),
  hasOutboundRules: flag.optional(),
});

/** One half of a peering: lies in the local virtual network, points at the remote one. */
export const virtualNetworkPeering = resource('virtual-network-peering', {
  remoteVirtualNetwork: resourceId,
  allowVirtualNetworkAccess: flag.optional(),
  allowForwardedTraffic: flag.optional(),
  allowGatewayTransit: flag.optional(),
  useRemoteGateways: flag.optional(),
  /** Taken as Connected when absent: that is what deployment of both halves makes it. */
  peeringState: z.enum(['Initiated', 'Connected', 'Disconnected']).optional(),
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
  associations: list(part({ resource: resourceId, accessMode: text.optional() })),
});

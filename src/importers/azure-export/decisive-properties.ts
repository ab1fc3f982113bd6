import type { ResourceKind } from '#model';
import { kindOfType } from './arm-types.ts';

const ofService =
  /^(publicNetworkAccess|networkAcls|networkRuleSet|networkRuleBypassOptions|policies|privateEndpointConnections$)/;
const computes = 'microsoft.machinelearningservices/workspaces/computes';
const any = /./;

/**
 * Properties on which verdicts rest that are made of all that a resource says: a rule that lets pass is worth nothing beside
 * one that could not be read.
 */
const decisive: Partial<Readonly<Record<ResourceKind, RegExp>>> = {
  'network-security-group': any,
  'route-table': any,
  'service-endpoint-policy': any,
  'ip-group': any,
  'azure-firewall': /^(ipConfigurations|firewallPolicy|[a-z]+RuleCollections)/,
  'firewall-policy': /^(basePolicy|ruleCollectionGroups|dnsSettings)/,
  'virtual-network': /^(addressSpace|dhcpOptions|subnets|virtualNetworkPeerings)/,
  subnet: /^(addressPrefix|networkSecurityGroup|routeTable|natGateway|serviceEndpoint)/,
  'virtual-network-peering': /^allowVirtualNetworkAccess/,
  'private-endpoint': /^(subnet|privateLinkServiceConnections|manualPrivateLinkServiceConnections)/,
  'private-dns-zone': /^virtualNetworkLinks/,
  'dns-forwarding-ruleset': any,
  workspace:
    /^(publicNetworkAccess|v1LegacyMode|ipAllowlist|networkAcls|managedNetwork|outboundRules|storageAccount|keyVault|containerRegistry|applicationInsights)/,
  registry: /^publicNetworkAccess/,
  'managed-online-endpoint': /^(publicNetworkAccess|deployments)/,
  'storage-account': ofService,
  'key-vault': ofService,
  'container-registry': ofService,
  'application-insights': /^publicNetworkAccess/,
  'log-analytics': /^publicNetworkAccess/,
};

/** Whether a resource of the type is not known once the property could not be read. */
export const isDecisive = (type: string, property: string): boolean =>
  type === computes
    ? /^(computeType|properties)/.test(property)
    : decisive[kindOfType(type) ?? 'region']?.test(property) === true;

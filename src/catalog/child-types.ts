import { fetchCommandFor } from './fetch-commands.ts';
import type { SourceId } from './source.ts';

/** How to fetch a child type that Azure Resource Graph leaves out. */
export interface FetchCommand {
  /** ARM type of the children. */
  readonly armType: string;
  /** What it fills in the model: `kind` or `kind.property`. */
  readonly fills: string;
  /** For people: `the computes of a workspace`. */
  readonly title: string;
  /** `{id}` stands for the Azure resource id of the parent. */
  readonly command: string;
  readonly sources: readonly SourceId[];
}

const child = (armType: string, fills: string, title: string): FetchCommand => ({
  armType,
  fills,
  title,
  command: fetchCommandFor(fills, '{id}') ?? '',
  sources: ['resourceGraph'],
});

/** One command for each child type that a graph query does not list; the answers open together with it. */
export const fetchCommands: readonly FetchCommand[] = [
  child(
    'Microsoft.MachineLearningServices/workspaces/computes',
    'workspace.computes',
    'the computes of a workspace',
  ),
  child(
    'Microsoft.MachineLearningServices/workspaces/outboundRules',
    'workspace.managedNetwork.outboundRules',
    'the outbound rules of a managed network',
  ),
  child(
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
    'managed-online-endpoint',
    'the online endpoints of a workspace',
  ),
  child(
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
    'managed-online-endpoint.deployments',
    'the deployments of an online endpoint',
  ),
  child(
    'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
    'batch-endpoint',
    'the batch endpoints of a workspace',
  ),
  child(
    'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments',
    'batch-endpoint.deployments',
    'the deployments of a batch endpoint',
  ),
  child(
    'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    'private-endpoint.privateDnsZoneGroups',
    'the DNS zone groups of a private endpoint',
  ),
  child(
    'Microsoft.Network/privateDnsZones/ALL',
    'private-dns-zone.recordSets',
    'the record sets of a private DNS zone',
  ),
  child(
    'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    'private-dns-zone.virtualNetworkLinks',
    'the virtual network links of a private DNS zone',
  ),
  child(
    'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    'firewall-policy.ruleCollectionGroups',
    'the rule collection groups of a firewall policy',
  ),
  child(
    'Microsoft.Network/dnsForwardingRulesets/forwardingRules',
    'dns-forwarding-ruleset.forwardingRules',
    'the rules of a DNS forwarding ruleset',
  ),
  child(
    'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks',
    'dns-forwarding-ruleset.virtualNetworkLinks',
    'the virtual network links of a DNS forwarding ruleset',
  ),
  child(
    'Microsoft.Network/virtualHubs/hubVirtualNetworkConnections',
    'virtual-wan-hub.virtualNetworkConnections',
    'the connections of a virtual WAN hub',
  ),
  child(
    'Microsoft.Network/virtualHubs/hubRouteTables',
    'virtual-wan-hub.routeTables',
    'the route tables of a virtual WAN hub',
  ),
  child(
    'Microsoft.Network/virtualHubs/routingIntent',
    'virtual-wan-hub.routingPolicies',
    'the routing intent of a virtual WAN hub',
  ),
  child(
    'Microsoft.Insights/privateLinkScopes/scopedResources',
    'azure-monitor-private-link-scope.scopedResources',
    'the resources of an Azure Monitor Private Link Scope',
  ),
];

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

const get = (
  armType: string,
  fills: string,
  title: string,
  path: string,
  apiVersion: string,
): FetchCommand => ({
  armType,
  fills,
  title,
  command: `az rest --method get --url "https://management.azure.com{id}${path}?api-version=${apiVersion}"`,
  sources: ['resourceGraph'],
});

const machineLearning = '2024-10-01';
const dns = '2020-06-01';

/** One command for each child type that a graph query does not list; the answers open together with it. */
export const fetchCommands: readonly FetchCommand[] = [
  get(
    'Microsoft.MachineLearningServices/workspaces/computes',
    'workspace.computes',
    'the computes of a workspace',
    '/computes',
    machineLearning,
  ),
  get(
    'Microsoft.MachineLearningServices/workspaces/outboundRules',
    'workspace.managedNetwork.outboundRules',
    'the outbound rules of a managed network',
    '/outboundRules',
    machineLearning,
  ),
  get(
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
    'managed-online-endpoint',
    'the online endpoints of a workspace',
    '/onlineEndpoints',
    machineLearning,
  ),
  get(
    'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
    'managed-online-endpoint.deployments',
    'the deployments of an online endpoint',
    '/deployments',
    machineLearning,
  ),
  get(
    'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
    'batch-endpoint',
    'the batch endpoints of a workspace',
    '/batchEndpoints',
    machineLearning,
  ),
  get(
    'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments',
    'batch-endpoint.deployments',
    'the deployments of a batch endpoint',
    '/deployments',
    machineLearning,
  ),
  get(
    'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    'private-endpoint.privateDnsZoneGroups',
    'the DNS zone groups of a private endpoint',
    '/privateDnsZoneGroups',
    '2024-05-01',
  ),
  get(
    'Microsoft.Network/privateDnsZones/ALL',
    'private-dns-zone.recordSets',
    'the record sets of a private DNS zone',
    '/ALL',
    dns,
  ),
  get(
    'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    'private-dns-zone.virtualNetworkLinks',
    'the virtual network links of a private DNS zone',
    '/virtualNetworkLinks',
    dns,
  ),
  get(
    'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    'firewall-policy.ruleCollectionGroups',
    'the rule collection groups of a firewall policy',
    '/ruleCollectionGroups',
    '2024-05-01',
  ),
  get(
    'Microsoft.Network/dnsForwardingRulesets/forwardingRules',
    'dns-forwarding-ruleset.forwardingRules',
    'the rules of a DNS forwarding ruleset',
    '/forwardingRules',
    '2022-07-01',
  ),
  get(
    'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks',
    'dns-forwarding-ruleset.virtualNetworkLinks',
    'the virtual network links of a DNS forwarding ruleset',
    '/virtualNetworkLinks',
    '2022-07-01',
  ),
  get(
    'Microsoft.Network/virtualHubs/hubVirtualNetworkConnections',
    'virtual-wan-hub.virtualNetworkConnections',
    'the connections of a virtual WAN hub',
    '/hubVirtualNetworkConnections',
    '2024-05-01',
  ),
  get(
    'Microsoft.Network/virtualHubs/hubRouteTables',
    'virtual-wan-hub.routeTables',
    'the route tables of a virtual WAN hub',
    '/hubRouteTables',
    '2024-05-01',
  ),
  get(
    'Microsoft.Network/virtualHubs/routingIntent',
    'virtual-wan-hub.routingPolicies',
    'the routing intent of a virtual WAN hub',
    '/routingIntent',
    '2024-05-01',
  ),
  get(
    'Microsoft.Insights/privateLinkScopes/scopedResources',
    'azure-monitor-private-link-scope.scopedResources',
    'the resources of an Azure Monitor Private Link Scope',
    '/scopedResources',
    '2021-07-01-preview',
  ),
];

/**
 * The command that fetches what `fills` names, for a parent of this Azure resource id
 * (a placeholder where the id is not known), or `undefined` where there is none.
 */
export const fetchCommandFor = (fills: string, azureId?: string): string | undefined =>
  fetchCommands.find((one) => one.fills === fills)?.command.replace('{id}', azureId ?? '<resource id>');

/** The command that fetches one resource, whichever group or subscription it is in; its answer opens with the rest. */
export const showCommandFor = (azureId: string): string =>
  `az resource show --ids "${azureId}" --output json`;

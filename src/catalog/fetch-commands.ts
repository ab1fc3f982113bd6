const machineLearning = '2024-10-01';
const dns = '2020-06-01';

/** Where Azure Resource Manager lists what `kind` or `kind.property` of the model holds, below its parent, and by which version. */
const lists: Readonly<Record<string, readonly [path: string, apiVersion: string]>> = {
  'workspace.computes': ['/computes', machineLearning],
  'workspace.managedNetwork.outboundRules': ['/outboundRules', machineLearning],
  'managed-online-endpoint': ['/onlineEndpoints', machineLearning],
  'managed-online-endpoint.deployments': ['/deployments', machineLearning],
  'batch-endpoint': ['/batchEndpoints', machineLearning],
  'batch-endpoint.deployments': ['/deployments', machineLearning],
  'private-endpoint.privateDnsZoneGroups': ['/privateDnsZoneGroups', '2024-05-01'],
  'private-dns-zone.recordSets': ['/ALL', dns],
  'private-dns-zone.virtualNetworkLinks': ['/virtualNetworkLinks', dns],
  'firewall-policy.ruleCollectionGroups': ['/ruleCollectionGroups', '2024-05-01'],
  'dns-forwarding-ruleset.forwardingRules': ['/forwardingRules', '2022-07-01'],
  'dns-forwarding-ruleset.virtualNetworkLinks': ['/virtualNetworkLinks', '2022-07-01'],
  'virtual-wan-hub.virtualNetworkConnections': ['/hubVirtualNetworkConnections', '2024-05-01'],
  'virtual-wan-hub.routeTables': ['/hubRouteTables', '2024-05-01'],
  'virtual-wan-hub.routingPolicies': ['/routingIntent', '2024-05-01'],
  'azure-monitor-private-link-scope.scopedResources': ['/scopedResources', '2021-07-01-preview'],
};

/** How many child types a graph query leaves out. */
export const childTypeCount = Object.keys(lists).length;

/**
 * The command that fetches what `fills` names, for a parent of this Azure resource id
 * (a placeholder where the id is not known), or `undefined` where there is none.
 */
export const fetchCommandFor = (fills: string, azureId = '<resource id>'): string | undefined => {
  const list = lists[fills];
  return (
    list &&
    `az rest --method get --url "https://management.azure.com${azureId}${list[0]}?api-version=${list[1]}"`
  );
};

/** The command that fetches one resource, whichever group or subscription it is in; its answer opens with the rest. */
export const showCommandFor = (azureId: string): string =>
  `az resource show --ids "${azureId}" --output json`;

/** Properties whose values are Azure's own words: they say nothing about whose design it is, and rules read them. */
export const azureWords: ReadonlySet<string> = new Set([
  ...['kind', 'presence', 'direction', 'access', 'protocol', 'sourcePortRanges', 'destinationPortRanges'],
  ...['nextHopType', 'service', 'delegations', 'privateEndpointNetworkPolicies'],
  ...['privateLinkServiceNetworkPolicies', 'ruleType', 'ipProtocols', 'destinationPorts', 'protocolType'],
  ...['fqdnTags', 'webCategories', 'translatedPort', 'action', 'skuTier', 'sku', 'threatIntelMode'],
  ...['gatewayType', 'publicIPAllocationMethod', 'peeringState', 'accessMode', 'groupIds', 'memberName'],
  ...['connectionStatus', 'status', 'resolutionPolicy', 'type', 'forwardingRuleState'],
  ...['ingestionAccessMode', 'queryAccessMode', 'workspaceKind', 'publicNetworkAccess'],
  ...['publicNetworkAccessForIngestion', 'publicNetworkAccessForQuery', 'isolationMode', 'firewallSku'],
  ...['subresourceTarget', 'portRanges', 'sshPublicAccess', 'vmSize', 'maxSurge', 'networkPlugin'],
  ...['networkPluginMode', 'outboundType', 'computeType', 'egressPublicNetworkAccess', 'instanceType'],
  ...['defaultAction', 'bypass', 'quarantinePolicy', 'accountKind', 'armType', 'role', 'category'],
  ...['wanted', 'expires'],
]);

/** Properties that hold addresses, prefixes and ranges, or tags and `*` in their place. */
export const addressKeys: ReadonlySet<string> = new Set([
  ...['addressPrefixes', 'addressPrefix', 'ipAddress', 'privateIPAddress', 'privateIpAddress'],
  ...['nextHopIpAddress', 'sourceAddressPrefixes', 'destinationAddressPrefixes', 'sourceAddresses'],
  ...['destinationAddresses', 'ipAddresses', 'dnsServers', 'servers', 'targets', 'targetDnsServers'],
  ...['forwarders', 'ipRules', 'ipAllowlist', 'translatedAddress', 'podCidr', 'serviceCidr', 'dnsServiceIP'],
  ...['authorizedIPRanges', 'remoteAddressSpace', 'expectedAddresses'],
]);

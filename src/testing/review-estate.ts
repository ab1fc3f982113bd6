import { type DesignBuilder, design, securityRule } from './design-builder.ts';

/** A small estate with something in it of everything that a format writes. */
export const reviewEstate = (): DesignBuilder =>
  design('Review estate')
    .goals({ workspace: 'private', exfiltrationPrevention: 'on' })
    .virtualNetwork('vnet-hub', '10.1.0.0/16')
    .virtualNetwork('vnet-ml', '10.2.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet-hub', '10.1.0.0/26')
    .subnet('snet-dns', 'vnet-hub', '10.1.0.64/28')
    .subnet('snet-training', 'vnet-ml', '10.2.0.0/24')
    .subnet('snet-endpoints', 'vnet-ml', '10.2.1.0/27')
    .peering('vnet-hub', 'vnet-ml')
    .inRegion('firewall-policy', 'afwp', {
      ruleCollectionGroups: [
        {
          name: 'group',
          priority: 200,
          ruleCollections: [
            {
              name: 'tags',
              priority: 200,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'NetworkRule',
                  name: 'entra',
                  sourceAddresses: ['10.2.0.0/24'],
                  ipProtocols: ['TCP'],
                  destinationAddresses: ['AzureActiveDirectory'],
                  destinationPorts: ['80', '443'],
                },
              ],
            },
            {
              name: 'hosts',
              priority: 300,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'ApplicationRule',
                  name: "engineer's pip",
                  sourceAddresses: [],
                  protocols: [{ protocolType: 'Https', port: 443 }],
                  targetFqdns: ['pypi.org', '*.pythonhosted.org'],
                },
              ],
            },
          ],
        },
      ],
    })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' })
    .add('dns-resolver-endpoint', 'inbound', 'snet-dns', { direction: 'inbound' })
    .inRegion('dns-forwarding-ruleset', 'ruleset', {
      forwardingRules: [
        { name: 'corp', domainName: 'corp.example.', targetDnsServers: ['10.50.0.10', '10.50.0.11'] },
      ],
    })
    .add('on-premises-network', 'site', undefined, { addressPrefixes: ['10.50.0.0/16'] })
    .add('dns-server', 'dns-site', 'site', { ipAddress: '10.50.0.10', conditionalForwarders: [] })
    .inRegion('storage-account', 'stml', { publicNetworkAccess: 'Disabled' })
    .inRegion('workspace', 'mlw', { storageAccount: 'stml', publicNetworkAccess: 'Disabled' })
    .add('compute-cluster', 'cluster', 'snet-training', { workspace: 'mlw', maxNodeCount: 12 })
    .privateEndpoint('stml', 'blob', 'snet-endpoints', ['privatelink.blob.core.windows.net'])
    .routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.1.0.4',
        },
      ],
      'snet-training',
    )
    .securityGroup(
      'nsg',
      [securityRule(100, 'Allow', 'Outbound', '*', 'AzureActiveDirectory', '80,443', 'Tcp')],
      'snet-training',
    );

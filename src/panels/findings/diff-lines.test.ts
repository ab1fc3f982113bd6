import { describe, expect, it } from 'vitest';
import { edits, type ResourceId } from '#model';
import { design } from '#testing';
import { diffLines } from './diff-lines.ts';

const rule = {
  name: 'Allow-AzureMachineLearning',
  priority: 150,
  direction: 'Outbound' as const,
  access: 'Allow' as const,
  protocol: 'Udp',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['AzureMachineLearning'],
  destinationPortRanges: ['5831'],
};
const route = { name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' as const };

const before = design()
  .inRegion('network-security-group', 'nsg', { securityRules: [] })
  .inRegion('route-table', 'rt', { routes: [] })
  .build();

const textsOf = (...designs: Parameters<typeof diffLines>) =>
  diffLines(...designs).map(({ sign, text }) => `${sign} ${text}`);

describe('the lines of a diff', () => {
  it('read a security rule as its table does', () => {
    const after = edits.updateResource(before, 'nsg' as ResourceId, 'network-security-group', {
      securityRules: [rule],
    });
    const text = 'nsg, Outbound 150: Allow UDP 5831 to AzureMachineLearning, from VirtualNetwork';
    expect(diffLines(before, after)).toEqual([{ sign: '+', text }]);
    expect(diffLines(after, before)).toEqual([{ sign: '−', text }]);
  });

  it('tell of rules that make room for another only the other', () => {
    const lower = { ...rule, name: 'Deny', access: 'Deny' as const, priority: 100, protocol: '*' };
    const group = 'nsg' as ResourceId;
    const [tight, roomy] = [
      [lower],
      [
        { ...rule, priority: 100 },
        { ...lower, priority: 101 },
      ],
    ].map((securityRules) =>
      edits.updateResource(before, group, 'network-security-group', { securityRules }),
    );
    if (!tight || !roomy) throw new Error('There are no two designs');
    expect(textsOf(tight, roomy)).toEqual([
      '+ nsg, Outbound 100: Allow UDP 5831 to AzureMachineLearning, from VirtualNetwork',
    ]);
    const moved = edits.updateResource(before, group, 'network-security-group', {
      securityRules: [{ ...lower, priority: 200 }],
    });
    expect(textsOf(tight, moved), 'where a rule does nothing but move').toHaveLength(2);
  });

  it.each([
    ['10.0.0.4', 'rt, route 0.0.0.0/0 to 10.0.0.4'],
    [undefined, 'rt, route 0.0.0.0/0 to VirtualAppliance'],
  ])('read a route as its table does, with next hop %s', (address, text) => {
    const after = edits.updateResource(before, 'rt' as ResourceId, 'route-table', {
      routes: [{ ...route, ...(address === undefined ? {} : { nextHopIpAddress: address }) }],
    });
    expect(diffLines(before, after)).toEqual([{ sign: '+', text }]);
  });

  it('name properties, values and what is referred to as the inspector does', () => {
    const start = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('snet', 'hub', '10.0.0.0/24')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
      .inRegion('route-table', 'rt', { routes: [] })
      .inRegion('storage-account', 'stml', {})
      .virtualNetwork('spoke', '10.1.0.0/16')
      .subnet('snet', 'spoke', '10.1.0.0/24')
      .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {})
      .build();
    const subnet = edits.updateResource(start, 'snet' as ResourceId, 'subnet', {
      routeTable: 'rt' as ResourceId,
      defaultOutboundAccess: false,
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    });
    expect(textsOf(start, subnet)).toEqual([
      '+ snet, Default outbound access: Off',
      '+ snet, Route table: rt',
      '+ snet, Service endpoints: Microsoft.Storage',
    ]);
    const closed = edits.updateResource(start, 'stml' as ResourceId, 'storage-account', {
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'] },
    });
    expect(textsOf(start, closed)).toEqual([
      '+ stml, Default action: Deny',
      '+ stml, Bypass: AzureServices',
      '+ stml, Public network access: Disabled',
    ]);
  });

  it('tell each rule of a firewall on a line of its own, and a changed one by its name', () => {
    const start = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
      .virtualNetwork('spoke', '10.1.0.0/16')
      .subnet('snet', 'spoke', '10.1.0.0/24')
      .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {})
      .build();
    const withAction = (action: 'Allow' | 'Deny') =>
      edits.updateResource(start, 'afw' as ResourceId, 'azure-firewall', {
        ruleCollections: [
          {
            name: 'ml',
            priority: 200,
            action,
            rules: [
              {
                ruleType: 'NetworkRule',
                name: 'entra',
                sourceAddresses: ['10.1.0.0/24'],
                ipProtocols: ['TCP'],
                destinationAddresses: ['AzureActiveDirectory'],
                destinationPorts: ['443'],
              },
            ],
          },
        ],
      });
    expect(textsOf(start, withAction('Allow'))).toEqual([
      '+ afw, Rule collections: 200, ml, Allow',
      '+ afw, Rules: entra, AzureActiveDirectory, TCP 443, from 10.1.0.0/24 (snet)',
    ]);
    expect(textsOf(withAction('Allow'), withAction('Deny'))).toEqual([
      '− afw, Rule collections, ml, Action: Allow',
      '+ afw, Rule collections, ml, Action: Deny',
    ]);
  });

  it('tell what a new thing points at, and the zones that it is registered in', () => {
    const start = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.0.0/24')
      .inRegion('storage-account', 'stml', {})
      .inRegion('private-dns-zone', 'privatelink.file.core.windows.net', { virtualNetworkLinks: [] });
    const after = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.0.0/24')
      .inRegion('storage-account', 'stml', {})
      .inRegion('private-dns-zone', 'privatelink.file.core.windows.net', { virtualNetworkLinks: [] })
      .add('private-endpoint', 'pe-file', 'snet', {
        target: 'stml',
        groupIds: ['file'],
        privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['privatelink.file.core.windows.net'] }],
      });
    expect(textsOf(start.build(), after.build())).toEqual([
      '+ Private endpoint pe-file in snet',
      '+ pe-file, Private link resource: stml',
      '+ pe-file, Private DNS zone group: privatelink.file.core.windows.net',
    ]);
  });

  it('leave out what stays of a list that is replaced', () => {
    const named = (...names: readonly string[]) => names.map((name) => ({ ...rule, name }));
    const set = (of: typeof before, securityRules: readonly (typeof rule)[]) =>
      edits.updateResource(of, 'nsg' as ResourceId, 'network-security-group', { securityRules });
    // Two of one name: the list has no keys, and is compared as a whole.
    const start = set(before, named('same', 'same'));
    const more = { ...rule, priority: 160, destinationPortRanges: ['443'] };
    expect(textsOf(start, set(start, [...named('same', 'same'), more]))).toEqual([
      '+ nsg, Outbound 160: Allow UDP 443 to AzureMachineLearning, from VirtualNetwork',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findOfKind, type ResourceId } from '#model';
import { type DesignBuilder, isolatedWorkspace, securityRule, testRule } from '#testing';
import { jumpBoxCutOff } from './jump-box-cut-off.ts';

const zones = [
  'privatelink.api.azureml.ms',
  'privatelink.notebooks.azure.net',
  'privatelink.blob.core.windows.net',
  'privatelink.file.core.windows.net',
];

const halves = (builder: DesignBuilder) =>
  builder
    .add('virtual-network-peering', 'to-hub', 'vnet-ml', {
      remoteVirtualNetwork: 'hub',
      allowVirtualNetworkAccess: true,
    })
    .add('virtual-network-peering', 'to-ml', 'hub', {
      remoteVirtualNetwork: 'vnet-ml',
      allowVirtualNetworkAccess: true,
    });

const hub = () =>
  isolatedWorkspace()
    .virtualNetwork('hub', '10.9.0.0/16')
    .subnet('AzureBastionSubnet', 'hub', '10.9.1.0/26')
    .subnet('snet-jump', 'hub', '10.9.2.0/27', { defaultOutboundAccess: false })
    .inRegion('public-ip-address', 'pip-bas', {})
    .add('bastion', 'bas', 'AzureBastionSubnet', { sku: 'Standard', publicIPAddresses: ['pip-bas'] })
    .add('virtual-machine', 'vm-jump', 'snet-jump', {});

const links = [
  { name: 'ml', virtualNetwork: 'vnet-ml' },
  { name: 'hub', virtualNetwork: 'hub' },
];
const linked = (builder: DesignBuilder) =>
  zones.reduce((current, zone) => current.set(zone, { virtualNetworkLinks: links }), builder);

const withWayOut = (builder: DesignBuilder) => builder.set('snet-jump', { natGateway: 'nat-ml' });

const sound = () => linked(withWayOut(halves(hub())));

const withFirewall = (builder: DesignBuilder, senders: readonly string[] = ['10.0.1.0/24']) =>
  builder
    .subnet('AzureFirewallSubnet', 'hub', '10.9.3.0/26')
    .inRegion('public-ip-address', 'pip-afw', {})
    .inRegion('firewall-policy', 'afwp', {
      ruleCollectionGroups: [
        {
          name: 'azure-machine-learning',
          priority: 200,
          ruleCollections: [
            {
              name: 'training',
              priority: 200,
              action: 'Allow',
              rules: [
                {
                  ruleType: 'NetworkRule',
                  name: 'sign-in',
                  ipProtocols: ['TCP'],
                  sourceAddresses: senders,
                  destinationAddresses: ['AzureActiveDirectory'],
                  destinationPorts: ['443'],
                },
              ],
            },
          ],
        },
      ],
    })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      publicIPAddresses: ['pip-afw'],
      firewallPolicy: 'afwp',
    });

const throughFirewall = (senders?: readonly string[]) =>
  withFirewall(linked(halves(hub())), senders)
    .inRegion('route-table', 'rt', {
      routes: [
        {
          name: 'all',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.9.3.4',
        },
      ],
    })
    .set('snet-jump', { routeTable: 'rt' });

const withGroup = (shut: string) =>
  sound()
    .inRegion('network-security-group', 'nsg', {
      securityRules: [securityRule(4000, 'Deny', 'Outbound', '*', shut)],
    })
    .set('snet-jump', { networkSecurityGroup: 'nsg' });

const noWayOut =
  'vm-jump, to which bas leads, cannot sign in to mlw: snet-jump is a private subnet without a way out';
const noNames =
  'vm-jump, to which bas leads, gets no private address for mlw and stml: hub does not resolve the names of the private endpoints';

testRule(jumpBoxCutOff, {
  valid: {
    'a jump box that resolves the names and gets to the sign-in': { design: sound(), passes: 1 },
    'a machine that no Bastion leads to': {
      design: halves(isolatedWorkspace().virtualNetwork('hub', '10.9.0.0/16'))
        .subnet('snet-jump', 'hub', '10.9.2.0/27', { defaultOutboundAccess: false })
        .add('virtual-machine', 'vm-jump', 'snet-jump', {}),
      passes: 0,
    },
    'a machine in a network that nothing joins to the endpoints': { design: hub(), passes: 0 },
    'a machine that answers names': {
      design: halves(hub()).set('hub', { dnsServers: ['10.9.2.4'] }),
      passes: 0,
    },
    'people whom the design shows elsewhere': {
      design: halves(hub()).add('client', 'engineers', 'snet-training', {}),
      passes: 0,
    },
    'a workspace that is open': {
      design: halves(hub()).set('mlw', { publicNetworkAccess: 'Enabled' }),
      passes: 0,
    },
  },
  invalid: {
    'zones that its network is not linked to': {
      design: withWayOut(halves(hub())),
      findings: [
        {
          at: ['vm-jump', 'hub'],
          message: 'names',
          severity: 'warning',
          text: noNames,
          fix: 'Link 4 zones to hub',
        },
      ],
    },
    'no way out to sign in': {
      design: linked(halves(hub())),
      findings: [{ at: 'vm-jump', message: 'signIn', severity: 'warning', text: noWayOut }],
    },
    'no way out to sign in, where the network with the endpoints of the workspace is gone': {
      design: halves(hub()).remove('pe-mlw-amlworkspace', 'to-hub', 'to-ml'),
      findings: [{ at: 'vm-jump', message: 'signIn', severity: 'warning', text: noWayOut }],
    },
    'a firewall in its own network that no route leads to': {
      design: withFirewall(linked(halves(hub()))),
      findings: [
        {
          at: 'vm-jump',
          message: 'signIn',
          severity: 'warning',
          text: noWayOut,
          fix: 'Route through afw',
        },
      ],
    },
    'a NAT gateway that has no address to send from': {
      design: sound().set('nat-ml', { publicIPAddresses: [] }),
      findings: [
        {
          at: 'vm-jump',
          message: 'signIn',
          text: 'vm-jump, to which bas leads, cannot sign in to mlw: nat-ml has no public IP address to send from',
          fix: 'Give the NAT gateway an address',
        },
      ],
    },
    'a firewall whose rules name other senders': {
      design: throughFirewall(),
      findings: [
        {
          at: 'vm-jump',
          message: 'signIn',
          severity: 'warning',
          text: 'vm-jump, to which bas leads, cannot sign in to mlw: afw drops TCP 443 to login.microsoftonline.com: no rule of afwp allows it',
          fix: 'Allow 3 destinations in afwp',
        },
      ],
    },
    'a firewall that lets it sign in, and no more': {
      design: throughFirewall(['10.0.1.0/24', '10.9.2.0/27']),
      findings: [
        {
          at: 'vm-jump',
          message: 'studio',
          severity: 'warning',
          text: 'vm-jump, to which bas leads, signs in but does not open studio: afw drops TCP 443 to management.azure.com: no rule of afwp allows it',
          fix: 'Allow 2 destinations in afwp',
        },
      ],
    },
    'a security group that lets nothing out, and knows no host names to open': {
      design: withGroup('Internet'),
      findings: [
        {
          at: 'vm-jump',
          message: 'signIn',
          text: 'vm-jump, to which bas leads, cannot sign in to mlw: Rule Deny-Outbound-4000 (4000) of nsg denies TCP 443 to AzureActiveDirectory',
        },
      ],
    },
    'a security group that keeps it from the endpoints': {
      design: withGroup('10.0.2.7/32'),
      findings: [
        {
          at: 'vm-jump',
          message: 'apart',
          text: 'vm-jump, to which bas leads, does not reach mlw: Rule Deny-Outbound-4000 (4000) of nsg denies TCP 443 to 10.0.2.7',
          fix: 'Allow TCP 443 to 10.0.2.7 in nsg',
        },
      ],
    },
    'a route that leads the packets nowhere': {
      design: sound()
        .inRegion('route-table', 'rt', {
          routes: [{ name: 'drop', addressPrefix: '10.0.2.7/32', nextHopType: 'None' }],
        })
        .set('snet-jump', { routeTable: 'rt' }),
      findings: [
        {
          at: 'vm-jump',
          message: 'apart',
          text: 'vm-jump, to which bas leads, does not reach mlw: Route drop (10.0.2.7/32) drops it',
        },
      ],
    },
  },
});

describe('a rule by which somebody signs in from a jump box', () => {
  it('is named for studio, and lets the subnet of the machine to what studio needs alone', () => {
    const built = throughFirewall().build();
    const [fix] = jumpBoxCutOff.check(built).failed.flatMap(({ fixes }) => fixes);
    const fixed = fix?.apply(built, () => 'new' as ResourceId) ?? built;
    const groups = findOfKind(fixed, 'afwp' as ResourceId, 'firewall-policy')?.ruleCollectionGroups ?? [];
    const added = groups.filter(({ name }) => name === 'studio').flatMap((one) => one.ruleCollections);
    expect(added.map(({ name }) => name)).toEqual(['studio-network', 'studio-application']);
    expect(added.flatMap(({ rules }) => rules).map((rule) => [rule.name, rule.sourceAddresses])).toEqual([
      ['TCP 443 to AzureActiveDirectory', ['10.9.2.0/27']],
      ['TCP 443 to AzureResourceManager', ['10.9.2.0/27']],
      ['TCP 443 to ml.azure.com', ['10.9.2.0/27']],
    ]);
  });
});

describe('a jump box that a firewall stands beside', () => {
  const beside = () => withFirewall(linked(halves(hub())));
  const shutOut = { securityRules: [securityRule(4000, 'Deny', 'Outbound', '*', 'Internet')] };
  const withGroupOn = (builder: DesignBuilder) =>
    builder
      .inRegion('network-security-group', 'nsg', shutOut)
      .set('snet-jump', { networkSecurityGroup: 'nsg' });

  it.each([
    ['no route leads to', beside()],
    [
      'a table without a route to it is attached',
      beside().inRegion('route-table', 'rt', { routes: [] }).set('snet-jump', { routeTable: 'rt' }),
    ],
    ['a policy without rules holds', beside().set('afwp', { ruleCollectionGroups: [] })],
    ['no route leads to, behind a security group that is shut', withGroupOn(beside())],
    ['lets others pass', throughFirewall()],
    ['lets nobody pass', throughFirewall().set('afwp', { ruleCollectionGroups: [] })],
    ['lets others pass, behind a security group that is shut', withGroupOn(throughFirewall())],
    ['lets it sign in alone', throughFirewall(['10.0.1.0/24', '10.9.2.0/27'])],
  ])('is led through it by one fix where %s', (_, builder) => {
    const built = builder.build();
    const { failed } = jumpBoxCutOff.check(built);
    const fixes = failed.flatMap((one) => one.fixes);
    expect([failed.length, fixes.length]).toEqual([1, 1]);
    let made = 0;
    const newId = () => {
      made += 1;
      return `new-${made}` as ResourceId;
    };
    const fixed = fixes[0]?.apply(built, newId) ?? built;
    expect(jumpBoxCutOff.check(fixed).failed).toEqual([]);
  });

  it('is told the host names that come to be opened, and no tag that stands for more', () => {
    const [fix] = jumpBoxCutOff.check(beside().build()).failed.flatMap(({ fixes }) => fixes);
    expect(fix?.changes.at(-1)).toBe(
      'Allow AzureActiveDirectory, AzureResourceManager and ml.azure.com, where afw or a security group denies it',
    );
  });
});

import type { FirewallRule, ResourceId, RuleCollection } from '#model';
import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { egressNotRestricted } from './egress-not-restricted.ts';

type NetworkRule = Extract<FirewallRule, { ruleType: 'NetworkRule' }>;

const open = () => isolatedWorkspace().set('nsg-training', { securityRules: [] });

/** Everything is denied but one port. */
const letOut = (place: string | readonly string[], port: string, protocol: string) =>
  isolatedWorkspace().set('nsg-training', {
    securityRules: [
      {
        ...securityRule(100, 'Allow', 'Outbound', '*', '*', port, protocol),
        destinationAddressPrefixes: [place].flat(),
      },
      securityRule(4000, 'Deny', 'Outbound', '*', '*'),
    ],
  });

/** Everything is denied but queries to a place. */
const queries = (place: string) => letOut(place, '53', 'Udp');

/** The ports by which data leaves most easily are denied, and no others. */
const mostDenied = () =>
  isolatedWorkspace().set('nsg-training', {
    securityRules: [
      {
        ...securityRule(100, 'Deny', 'Outbound', '*', 'Internet'),
        destinationPortRanges: ['443', '80', '22', '53'],
      },
    ],
  });

/** What a firewall lets out besides its hosts. */
const networkRule = (
  ipProtocol: 'TCP' | 'UDP',
  port: string,
  place: Partial<NetworkRule>,
): RuleCollection => ({
  name: 'places',
  priority: 100,
  action: 'Allow',
  rules: [
    {
      ruleType: 'NetworkRule',
      name: 'place',
      sourceAddresses: ['*'],
      ipProtocols: [ipProtocol],
      destinationAddresses: [],
      destinationPorts: [port],
      ...place,
    },
  ],
});

/** A firewall that lets out to hosts, and to what else is told. */
const throughFirewall = (hosts: string | readonly string[], ...further: readonly RuleCollection[]) =>
  isolatedWorkspace()
    .subnet('AzureFirewallSubnet', 'vnet-ml', '10.9.1.0/26')
    .inRegion('azure-firewall', 'fw', {
      privateIPAddress: '10.9.1.4',
      ruleCollections: [
        ...further,
        {
          name: 'hosts',
          priority: 200,
          action: 'Allow',
          rules: [
            {
              ruleType: 'ApplicationRule',
              name: 'hosts',
              sourceAddresses: ['*'],
              protocols: [{ protocolType: 'Https', port: 443 }],
              targetFqdns: [hosts].flat(),
            },
          ],
        },
      ],
    })
    .set('fw', { parent: 'AzureFirewallSubnet' })
    .set('nsg-training', { securityRules: [] })
    .set('snet-training', { natGateway: undefined })
    .routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.9.1.4',
        },
      ],
      'snet-training',
    );

const anyNameIn = (end: string) =>
  ({
    at: ['fw', 'snet-training'],
    message: 'byName',
    severity: 'error',
    text: `Computes in snet-training can send data to any name that ends in ${end}, which anybody can register: fw lets it out`,
  }) as const;

testRule(egressNotRestricted, {
  valid: {
    'a firewall that lets out to all names of one owner': {
      design: throughFirewall('*.azure.com'),
      passes: 1,
    },
    'a group that denies the rest': { design: isolatedWorkspace(), passes: 1 },
    'an open group where that is allowed': {
      design: open().goals({ exfiltrationPrevention: 'off', internetOutbound: 'allowed' }),
    },
    'a port of its own to one place': { design: letOut('40.0.0.4', '8443', 'Tcp'), passes: 1 },
    'queries to one server': { design: queries('40.0.0.4'), passes: 1 },
    'a subnet without a way out': {
      design: open().set('snet-training', { natGateway: undefined }),
      passes: 1,
    },
  },
  invalid: {
    'a further pool of nodes in an open subnet': {
      design: isolatedWorkspace()
        .subnet('snet-nodes', 'vnet-ml', '10.0.16.0/24')
        .subnet('snet-more', 'vnet-ml', '10.0.17.0/24', { natGateway: 'nat-ml' })
        .securityGroup('nsg-more', [], 'snet-more')
        .securityGroup('nsg-nodes', [securityRule(100, 'Deny', 'Outbound', '*', '*')], 'snet-nodes')
        .add('kubernetes-cluster', 'aks', 'snet-nodes', {
          networkPlugin: 'azure',
          workspaces: ['mlw'],
          agentPoolProfiles: [
            { name: 'system', count: 1 },
            { name: 'more', count: 1, subnet: 'snet-more' },
          ],
        }),
      findings: [
        {
          at: ['nsg-more', 'snet-more'],
          message: 'byGroup',
          text: 'Computes in snet-more can send data anywhere: nsg-more lets everything out',
        },
      ],
    },
    'a firewall that lets out to names that anybody can register': {
      design: throughFirewall('*.com'),
      findings: [anyNameIn('.com')],
    },
    'a firewall that lets out to several ends of names, each of which is told': {
      design: throughFirewall(['*.net', '*.com', '*.azure.com']),
      findings: ['.com', '.net'].map(anyNameIn),
    },
    'a firewall that lets queries out, and names that anybody can register besides': {
      design: throughFirewall('*.com', networkRule('UDP', '53', { destinationAddresses: ['*'] })),
      findings: [
        {
          at: ['fw', 'snet-training'],
          message: 'byQueries',
          text: 'Computes in snet-training can send data anywhere inside DNS queries: fw lets UDP 53 out to any server',
        },
        anyNameIn('.com'),
      ],
    },
    'a firewall that lets everything out by a common port, and so all names': {
      design: throughFirewall('*.com', networkRule('TCP', '443', { destinationAddresses: ['*'] })),
      findings: [
        {
          at: ['fw', 'snet-training'],
          message: 'byGroup',
          text: 'Computes in snet-training can send data anywhere: fw lets everything out',
        },
      ],
    },
    'a firewall that lets out to names that anybody can register, and perhaps anywhere': {
      design: throughFirewall(
        '*.com',
        networkRule('TCP', '443', { destinationIpGroups: ['ipg' as ResourceId] }),
      )
        .inRegion('ip-group', 'ipg', { ipAddresses: [] })
        .set('ipg', { presence: 'not-shown' }),
      findings: [anyNameIn('.com')],
    },
    'a firewall that lets out to the names of an owner and to others that end so': {
      design: throughFirewall('*contoso.com'),
      findings: [anyNameIn('contoso.com')],
    },
    'a group that lets out a part of a cluster’s addresses': {
      design: isolatedWorkspace()
        .set('cpu-cluster', { maxNodeCount: 100 })
        .set('nsg-training', {
          securityRules: [
            securityRule(100, 'Allow', 'Outbound', '10.0.1.64/26', '*'),
            securityRule(4000, 'Deny', 'Outbound', '*', '*'),
          ],
        }),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byGroup',
          text: 'Computes in snet-training can send data anywhere: nsg-training lets everything out',
        },
      ],
    },
    'a group that denies some ports alone': {
      design: mostDenied(),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'error',
          text: 'Computes in snet-training can send data anywhere by TCP 23, 54, 81 and 444: nsg-training lets it out to any place',
        },
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'warning',
          text: 'Computes in snet-training can send data anywhere by UDP 23, 54, 81 and 444: nsg-training lets it out to any place',
        },
      ],
    },
    'a group with default rules only': {
      design: open(),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byGroup',
          severity: 'error',
          text: 'Computes in snet-training can send data anywhere: nsg-training lets everything out',
        },
      ],
    },
    'queries to any server, in whose names data leaves': {
      design: queries('Internet'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byQueries',
          severity: 'error',
          text: 'Computes in snet-training can send data anywhere inside DNS queries: nsg-training lets UDP 53 out to any server',
        },
      ],
    },
    'queries to any server and further ports to any place': {
      design: isolatedWorkspace().set('nsg-training', {
        securityRules: [
          securityRule(100, 'Allow', 'Outbound', '*', '*', '53', 'Udp'),
          securityRule(110, 'Allow', 'Outbound', '*', '*', '9000-9100', 'Tcp'),
          securityRule(120, 'Allow', 'Outbound', '*', '*', '8443', 'Tcp'),
          securityRule(4000, 'Deny', 'Outbound', '*', '*'),
        ],
      }),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byQueries',
          text: 'Computes in snet-training can send data anywhere inside DNS queries: nsg-training lets UDP 53 out to any server',
        },
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'error',
          text: 'Computes in snet-training can send data anywhere by TCP 8443 and 9000: nsg-training lets it out to any place',
        },
      ],
    },
    'more of UDP than queries to any place': {
      design: letOut('*', '50-100', 'Udp'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byQueries',
          text: 'Computes in snet-training can send data anywhere inside DNS queries: nsg-training lets UDP 53 out to any server',
        },
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'warning',
          text: 'Computes in snet-training can send data anywhere by UDP 54: nsg-training lets it out to any place',
        },
      ],
    },
    'a port of its own to any place': {
      design: letOut('*', '8443', 'Tcp'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'error',
          text: 'Computes in snet-training can send data anywhere by TCP 8443: nsg-training lets it out to any place',
        },
      ],
    },
    'a port of UDP to two halves of everything': {
      design: letOut(['0.0.0.0/1', '128.0.0.0/1'], '100-200', 'Udp'),
      findings: [
        {
          at: ['nsg-training', 'snet-training'],
          message: 'byPort',
          severity: 'warning',
          text: 'Computes in snet-training can send data anywhere by UDP 100: nsg-training lets it out to any place',
        },
      ],
    },
    'no group at all': {
      design: isolatedWorkspace().set('snet-training', { networkSecurityGroup: undefined }),
      findings: [
        {
          at: 'snet-training',
          message: 'unguarded',
          text: 'Computes in snet-training can send data anywhere: nothing filters what leaves',
        },
      ],
    },
  },
  undecided: {
    'a group that is not shown': {
      design: isolatedWorkspace().set('nsg-training', { presence: 'not-shown' }),
      missing: ['the rules of network security group nsg-training'],
    },
    'a firewall that perhaps lets out anywhere, and to the names of one owner': {
      design: throughFirewall(
        '*.azure.com',
        networkRule('TCP', '443', { destinationIpGroups: ['ipg' as ResourceId] }),
      )
        .inRegion('ip-group', 'ipg', { ipAddresses: [] })
        .set('ipg', { presence: 'not-shown' }),
      missing: ['the addresses of ipg'],
    },
  },
});

import { design, securityRule, testRule } from '#testing';
import { subnetOutboundShut } from './subnet-outbound-shut.ts';

const bastion = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureBastionSubnet', 'vnet', '10.0.0.0/26')
    .add('bastion', 'bas', 'AzureBastionSubnet')
    .securityGroup('nsg', rules, 'AzureBastionSubnet');
const out = (priority: number, to: string, ports: string, protocol = '*') =>
  securityRule(priority, 'Allow', 'Outbound', '*', to, ports, protocol);
const deny = securityRule(4000, 'Deny', 'Outbound', '*', '*');
const all = [
  out(100, 'VirtualNetwork', '22,3389'),
  out(110, 'AzureCloud', '443', 'Tcp'),
  out(120, 'VirtualNetwork', '8080,5701'),
  out(130, 'Internet', '80'),
];

testRule(subnetOutboundShut, {
  valid: {
    'the documented rules above a denial': { design: bastion(...all, deny), passes: 1 },
    'remote control by TCP alone': {
      design: bastion(out(100, 'VirtualNetwork', '22,3389', 'Tcp'), ...all.slice(1), deny),
      passes: 1,
    },
    'default rules': { design: bastion(), passes: 1 },
    'rules of the subnet’s own prefix, of TCP alone where a session is TCP, and for other tags': {
      design: bastion(
        out(90, 'AzureMonitor', '*'),
        out(100, 'VirtualNetwork', '22,3389', 'Tcp'),
        securityRule(110, 'Allow', 'Outbound', '10.0.0.0/26', 'AzureCloud', '443'),
        out(120, 'VirtualNetwork', '8080,5701'),
        out(130, 'Internet', '80'),
        deny,
      ),
      passes: 1,
    },
    'an application gateway whose group names the endpoints it opens': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet-gateway', 'vnet', '10.0.0.0/24')
        .add('application-gateway', 'agw', 'snet-gateway')
        .securityGroup(
          'nsg',
          [securityRule(100, 'Allow', 'Outbound', '10.0.0.0/24', '10.0.2.0/27')],
          'snet-gateway',
        ),
      passes: 1,
    },
    'no group at all': { design: bastion().set('AzureBastionSubnet', { networkSecurityGroup: undefined }) },
  },
  invalid: {
    'remote control by UDP alone': {
      design: bastion(out(100, 'VirtualNetwork', '22,3389', 'Udp'), ...all.slice(1), deny),
      findings: [
        {
          at: ['nsg', 'bas'],
          message: 'shut',
          text: 'nsg shuts in 22, 3389 to VirtualNetwork, which bas needs',
        },
      ],
    },
    'a denial without the rule for Azure': {
      design: bastion(...all.filter(({ priority }) => priority !== 110), deny),
      findings: [
        {
          at: ['nsg', 'bas'],
          message: 'shut',
          text: 'nsg shuts in TCP 443 to AzureCloud, which bas needs',
          fix: 'Let out what bas sends',
        },
      ],
    },
    'a rule for another subnet in place of its own': {
      design: bastion(
        ...all.filter(({ priority }) => priority !== 110),
        securityRule(110, 'Allow', 'Outbound', '10.0.9.0/24', 'AzureCloud', '443'),
        deny,
      ),
      findings: [
        { at: ['nsg', 'bas'], message: 'shut', text: 'nsg shuts in TCP 443 to AzureCloud, which bas needs' },
      ],
    },
    'a denial alone': {
      design: bastion(deny),
      findings: [
        {
          at: ['nsg', 'bas'],
          message: 'shut',
          text: 'nsg shuts in 22, 3389 to VirtualNetwork; TCP 443 to AzureCloud; 8080, 5701 to VirtualNetwork; 80 to Internet, which bas needs',
        },
      ],
    },
    'an application gateway behind a denial': {
      design: design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet-gateway', 'vnet', '10.0.0.0/24')
        .add('application-gateway', 'agw', 'snet-gateway')
        .securityGroup('nsg', [deny], 'snet-gateway'),
      findings: [
        { at: ['nsg', 'agw'], message: 'shut', text: 'nsg shuts in 0-65535 to Internet, which agw needs' },
      ],
    },
  },
  undecided: {
    'a group that is not shown': {
      design: bastion().set('nsg', { presence: 'not-shown' }),
      missing: ['the rules of nsg'],
    },
    'a prefix that may hold the tag': {
      design: bastion(...all.filter(({ priority }) => priority !== 110), out(110, '20.0.0.0/8', '443'), deny),
      missing: ['whether 20.0.0.0/8 of rule Allow-Outbound-110 in nsg holds AzureCloud'],
    },
    'a tag of one region alone': {
      design: bastion(
        ...all.filter(({ priority }) => priority !== 110),
        out(110, 'AzureCloud.westeurope', '443'),
        deny,
      ),
      missing: ['whether AzureCloud.westeurope of rule Allow-Outbound-110 in nsg holds AzureCloud'],
    },
  },
});

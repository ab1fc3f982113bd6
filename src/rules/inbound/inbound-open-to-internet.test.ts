import { design, securityRule, testRule } from '#testing';
import { inboundOpenToInternet } from './inbound-open-to-internet.ts';

const group = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  design().inRegion('network-security-group', 'nsg', { securityRules: rules });
const allow = (priority: number, source: string, ports: string) =>
  securityRule(priority, 'Allow', 'Inbound', source, '*', ports, 'Tcp');
const withMachine = () =>
  group(allow(1000, '*', '22'))
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .inRegion('public-ip-address', 'pip')
    .add('network-interface', 'nic', undefined, {
      networkSecurityGroup: 'nsg',
      ipConfigurations: [{ name: 'one', subnet: 'snet', publicIPAddress: 'pip' }],
    })
    .add('virtual-machine', 'jumpbox', 'snet', { networkInterfaces: ['nic'] });

/** The jump box without any security group; the tier of its address as given. */
const bare = (sku?: 'Basic' | 'Standard') =>
  withMachine()
    .set('nic', { networkSecurityGroup: undefined })
    .remove('nsg')
    .set('pip', sku ? { sku } : {});

/** A firewall that leads a port of an address, its public one, on to a jump box. */
const forwarding = (
  sourceAddresses: readonly string[],
  translatedAddress: string,
  translatedPort = '3389',
  destinationAddress = '20.7.7.7',
) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.1.0/26')
    .subnet('snet', 'vnet', '10.0.0.0/24')
    .add('network-interface', 'nic', undefined, {
      ipConfigurations: [{ name: 'one', subnet: 'snet', privateIPAddress: '10.0.0.9' }],
    })
    .add('virtual-machine', 'jumpbox', 'snet', { networkInterfaces: ['nic'] })
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      ruleCollections: [
        {
          name: 'in',
          priority: 100,
          action: 'DNAT',
          rules: [
            {
              ruleType: 'NatRule',
              name: 'rdp',
              sourceAddresses,
              ipProtocols: ['TCP'],
              destinationAddresses: [destinationAddress],
              destinationPorts: ['40000'],
              translatedAddress,
              translatedPort,
            },
          ],
        },
      ],
    });

testRule(inboundOpenToInternet, {
  valid: {
    'an address of the Standard tier without any group, which lets nothing in': {
      design: bare('Standard'),
      passes: 1,
    },
    'a firewall that leads in one address alone': { design: forwarding(['40.1.2.3'], '10.0.0.9') },
    'a firewall that leads the web in': { design: forwarding(['*'], '10.0.0.9', '443') },
    'a firewall that leads on what is sent to its private address': {
      design: forwarding(['*'], '10.0.0.9', '3389', '10.0.1.4'),
    },
    'other ports': { design: group(allow(100, '*', '34')), passes: 1 },
    'one address': { design: group(allow(100, '10.10.10.10', '22')), passes: 1 },
    'a deny above the rule': {
      design: group(securityRule(90, 'Deny', 'Inbound', 'Internet', '*', '20-30'), allow(100, '*', '22')),
    },
    'another protocol': { design: group(securityRule(100, 'Allow', 'Inbound', '*', '*', '22', 'Udp')) },
  },
  invalid: {
    'an address of the Basic tier without any group': {
      design: bare('Basic'),
      findings: [
        {
          at: ['jumpbox', 'nic'],
          message: 'unguarded',
          severity: 'error',
          text: 'jumpbox answers SSH (22) and RDP (3389) from the internet: it has a public address of the Basic tier and no security group',
        },
      ],
    },
    'a firewall that leads RDP from anywhere on to a machine': {
      design: forwarding(['*'], '10.0.0.9'),
      findings: [
        {
          at: ['afw', 'jumpbox'],
          message: 'forwarded',
          severity: 'error',
          text: 'afw leads RDP (3389) from the internet on to jumpbox',
        },
      ],
    },
    'a firewall that leads SSH from both halves of the internet to an address': {
      design: forwarding(['0.0.0.0/1', '128.0.0.0/1'], '10.0.0.77', '22'),
      findings: [
        {
          at: 'afw',
          message: 'forwarded',
          severity: 'warning',
          text: 'afw leads SSH (22) from the internet on to 10.0.0.77',
        },
      ],
    },
    'a firewall that leads RDP to an address which a machine of a network without a peering has too': {
      design: forwarding(['*'], '10.0.0.77')
        .virtualNetwork('vnet-other', '10.0.0.0/16')
        .subnet('snet-other', 'vnet-other', '10.0.0.0/24')
        .add('network-interface', 'nic-other', undefined, {
          ipConfigurations: [{ name: 'one', subnet: 'snet-other', privateIPAddress: '10.0.0.77' }],
        })
        .add('virtual-machine', 'vm-other', 'snet-other', { networkInterfaces: ['nic-other'] }),
      findings: [
        {
          at: 'afw',
          message: 'forwarded',
          severity: 'warning',
          text: 'afw leads RDP (3389) from the internet on to 10.0.0.77',
        },
      ],
    },
    'a range that holds SSH, from anywhere': {
      design: group(allow(100, '*', '20-25')),
      findings: [
        { at: 'nsg', message: 'open', severity: 'warning', text: 'nsg opens SSH (22) to the internet' },
      ],
    },
    'every port from Any': {
      design: group(securityRule(100, 'Allow', 'Inbound', 'Any', '*')),
      findings: [{ at: 'nsg', message: 'open', text: 'nsg opens SSH (22) and RDP (3389) to the internet' }],
    },
    'halves of the address space that together are the internet': {
      design: group({
        ...allow(100, '0.0.0.0/1', '3389'),
        sourceAddressPrefixes: ['128.0.0.0/1', '0.0.0.0/1'],
      }),
      findings: [{ at: 'nsg', message: 'open', text: 'nsg opens RDP (3389) to the internet' }],
    },
    'a machine with a public address behind it': {
      design: withMachine(),
      findings: [
        {
          at: ['nsg', 'jumpbox'],
          message: 'exposed',
          severity: 'error',
          text: 'jumpbox answers SSH (22) from the internet: nsg lets it in',
        },
      ],
    },
    'one of its machines alone': {
      design: group(securityRule(100, 'Allow', 'Inbound', 'Internet', '10.0.0.4', '22', 'Tcp')),
      findings: [{ at: 'nsg', message: 'open', text: 'nsg opens SSH (22) to the internet' }],
    },
    'two machines behind it': {
      design: withMachine()
        .inRegion('public-ip-address', 'pip-two')
        .add('network-interface', 'nic-two', undefined, {
          networkSecurityGroup: 'nsg',
          ipConfigurations: [{ name: 'one', subnet: 'snet', publicIPAddress: 'pip-two' }],
        })
        .add('virtual-machine', 'workbench', 'snet', { networkInterfaces: ['nic-two'] }),
      findings: [
        {
          at: ['nsg', 'jumpbox', 'workbench'],
          message: 'exposed',
          text: 'jumpbox and workbench answer SSH (22) from the internet: nsg lets it in',
        },
      ],
    },
    'a machine that the group of its subnet still protects': {
      design: withMachine().securityGroup('nsg-subnet', [], 'snet'),
      findings: [
        { at: 'nsg', message: 'open', severity: 'warning', text: 'nsg opens SSH (22) to the internet' },
      ],
    },
  },
  undecided: {
    'an address whose tier is not stated': {
      design: bare(),
      missing: ['the tier of public IP address pip'],
    },
  },
});

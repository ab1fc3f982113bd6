import { describe, expect, it } from 'vitest';
import type { ResourceId, SecurityRule } from '#model';
import { type DesignBuilder, design, securityRule } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const denyAll = securityRule(4000, 'Deny', 'Outbound', '*', '*');
const allow = (destination: string, ports = '443', protocol = 'Tcp') =>
  securityRule(100, 'Allow', 'Outbound', '*', destination, ports, protocol);

const network = (rules: readonly SecurityRule[]): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24')
    .add('compute-instance', 'ci', 'snet')
    .securityGroup('nsg', rules, 'snet');

const storage: Destination = { serviceTag: 'Storage', hosts: ['*.blob.core.windows.net'] };
const machineLearning: Destination = { serviceTag: 'AzureMachineLearning', hosts: ['*.azureml.ms'] };
const trace = (builder: DesignBuilder, to: Destination, port = 443, protocol: 'Tcp' | 'Udp' = 'Tcp') =>
  deriveNetwork(builder.build()).trace({ from: id('ci'), to, protocol, port });

describe('the tag VirtualNetwork', () => {
  it('leaves open what only a default route of a route table covers', () => {
    const routed = network([allow('VirtualNetwork'), denyAll]).routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.2.4',
        },
      ],
      'snet',
    );
    const facts = trace(routed, { address: '10.9.0.4' }).missing.map(({ fact }) => fact);
    expect(facts.join()).toMatch(/whether VirtualNetwork of rule .+ in nsg holds 10\.9\.0\.4/);
    expect(trace(routed, { address: '10.0.1.9' }).verdict).toBe('delivered');
    expect(trace(network([allow('VirtualNetwork'), denyAll]), { address: '10.9.0.4' }).verdict).toBe(
      'denied',
    );
  });
});

describe('a security group', () => {
  it.each([
    ['without rules lets everything out to the internet', [], storage, 'delivered'],
    ['allows by the tag itself', [allow('Storage'), denyAll], storage, 'delivered'],
    ['allows by the tag in any case', [allow('STORAGE'), denyAll], storage, 'delivered'],
    ['allows by the tag of the region', [allow('Storage.WestEurope'), denyAll], storage, 'delivered'],
    [
      'does not allow by the tag of another region',
      [allow('Storage.northeurope'), denyAll],
      storage,
      'denied',
    ],
    ['does not allow by another tag', [allow('AzureResourceManager'), denyAll], storage, 'denied'],
    ['allows by Internet', [allow('Internet'), denyAll], storage, 'delivered'],
    ['allows by AzureCloud', [allow('AzureCloud'), denyAll], machineLearning, 'delivered'],
    ['allows by AzureCloud of the region', [allow('AzureCloud.westeurope'), denyAll], storage, 'delivered'],
    ['allows by any', [allow('*'), denyAll], storage, 'delivered'],
    ['allows by 0.0.0.0/0', [allow('0.0.0.0/0'), denyAll], storage, 'delivered'],
    [
      'does not let VirtualNetwork stand for the internet',
      [allow('VirtualNetwork'), denyAll],
      storage,
      'denied',
    ],
    [
      'denies the internet by its tag',
      [securityRule(200, 'Deny', 'Outbound', '*', 'Internet')],
      storage,
      'denied',
    ],
    ['does not allow on another port', [allow('Storage', '445'), denyAll], storage, 'denied'],
    ['allows within a range of ports', [allow('Storage', '400-500'), denyAll], storage, 'delivered'],
    ['does not allow by another protocol', [allow('Storage', '443', 'Udp'), denyAll], storage, 'denied'],
    ['allows by any protocol', [allow('Storage', '443', '*'), denyAll], storage, 'delivered'],
    [
      'cannot tell whether a public prefix holds a tag',
      [allow('20.0.0.0/8'), denyAll],
      storage,
      'cannot-tell',
    ],
    ['need not tell where both rules agree', [allow('20.0.0.0/8')], storage, 'delivered'],
    [
      'spells the key vault tag both ways',
      [allow('KeyVault.westeurope'), denyAll],
      { serviceTag: 'AzureKeyVault' },
      'delivered',
    ],
  ] as const)('%s', (_, rules, to, verdict) => expect(trace(network(rules), to).verdict).toBe(verdict));

  it('stops at the first rule that matches, by priority and not by order', () => {
    const rules = [denyAll, allow('Storage')];
    expect(trace(network(rules), storage).verdict).toBe('delivered');
    const denied = trace(
      network([allow('Storage'), securityRule(99, 'Deny', 'Outbound', '*', 'Storage')]),
      storage,
    );
    expect(denied).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
    expect(denied.hops[0]?.text).toBe('Rule Deny-Outbound-99 (99) of nsg denies TCP 443 to Storage.');
  });

  it('has Azure’s rules at its end', () => {
    const rules = deriveNetwork(network([]).build()).securityRulesOf(id('snet'), 'Outbound');
    expect(rules.map((rule) => rule.name)).toEqual([
      'AllowVnetOutBound',
      'AllowInternetOutBound',
      'DenyAllOutBound',
    ]);
  });

  it('that is not shown leaves it undecided, and says which group', () => {
    const unseen = network([]).remove('nsg').incomplete();
    expect(trace(unseen, storage)).toMatchObject({
      verdict: 'cannot-tell',
      missing: [{ fact: 'the rules of network security group nsg' }],
    });
  });
});

describe('a packet between machines', () => {
  const machines = (inbound: readonly SecurityRule[]) =>
    design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.1.0/24')
      .subnet('target', 'vnet', '10.0.2.0/24')
      .add('compute-instance', 'ci', 'snet')
      .inRegion('application-security-group', 'asg')
      .add('network-interface', 'nic', 'target', {
        ipConfigurations: [{ name: 'a', subnet: 'target', applicationSecurityGroups: ['asg'] }],
      })
      .add('virtual-machine', 'vm', 'target', { networkInterfaces: ['nic'] })
      .securityGroup('nsg', inbound, 'target');

  it('is admitted by the default rule for the virtual network', () => {
    expect(trace(machines([]), { resource: id('vm') }, 22).verdict).toBe('delivered');
  });

  it('is stopped at the destination’s subnet', () => {
    const denied = trace(
      machines([securityRule(100, 'Deny', 'Inbound', '10.0.1.0/24', '*', '22')]),
      { resource: id('vm') },
      22,
    );
    expect(denied).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
  });

  it('is judged by the interface’s own group too', () => {
    const own = machines([])
      .inRegion('network-security-group', 'nsg-nic', {
        securityRules: [securityRule(100, 'Deny', 'Inbound', '*', '*', '22')],
      })
      .set('nic', { networkSecurityGroup: 'nsg-nic' });
    expect(trace(own, { resource: id('vm') }, 22)).toMatchObject({
      verdict: 'denied',
      blockers: ['nsg-nic'],
    });
  });

  it('is matched by an application security group of the interface', () => {
    const rule: SecurityRule = {
      ...securityRule(100, 'Deny', 'Inbound', '*', '*', '22'),
      destinationAddressPrefixes: [],
      destinationApplicationSecurityGroups: [id('asg')],
    };
    expect(trace(machines([rule]), { resource: id('vm') }, 22).verdict).toBe('denied');
    expect(trace(machines([rule]), { resource: id('vm') }, 3389).verdict).toBe('delivered');
  });

  it('obeys Virtual Network Manager before any security group', () => {
    const admin = (access: 'AlwaysAllow' | 'Deny' | 'Allow') =>
      machines([securityRule(100, 'Deny', 'Inbound', '*', '*', '22')]).inRegion(
        'security-admin-rules',
        'avnm',
        {
          virtualNetworks: ['vnet'],
          rules: [
            {
              name: 'ssh',
              priority: 10,
              direction: 'Inbound',
              access,
              protocol: '*',
              sourceAddressPrefixes: ['*'],
              sourcePortRanges: ['*'],
              destinationAddressPrefixes: ['*'],
              destinationPortRanges: ['22'],
            },
          ],
        },
      );
    expect(trace(admin('AlwaysAllow'), { resource: id('vm') }, 22).verdict).toBe('delivered');
    expect(trace(admin('Allow'), { resource: id('vm') }, 22).blockers).toEqual(['nsg']);
    expect(trace(admin('Deny'), { resource: id('vm') }, 22).blockers).toEqual(['avnm']);
  });
});

describe('a packet from anywhere on the internet', () => {
  const open = (source: string) =>
    design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('snet', 'vnet', '10.0.1.0/24')
      .add('internet', 'Internet')
      .inRegion('public-ip-address', 'pip')
      .add('network-interface', 'nic', 'snet', {
        ipConfigurations: [{ name: 'a', subnet: 'snet', publicIPAddress: 'pip' }],
      })
      .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] })
      .securityGroup('nsg', [securityRule(100, 'Allow', 'Inbound', source, '*', '22')], 'snet');
  const ask = (builder: DesignBuilder) =>
    deriveNetwork(builder.build()).trace({
      from: id('Internet'),
      to: { resource: id('vm') },
      protocol: 'Tcp',
      port: 22,
    });

  it.each([
    ['*', 'delivered'],
    ['Internet', 'delivered'],
    ['0.0.0.0/0', 'delivered'],
    ['203.0.113.7/32', 'denied'],
    ['AzureCloud', 'denied'],
    ['VirtualNetwork', 'denied'],
  ])('by a rule for %s: %s', (source, verdict) => expect(ask(open(source)).verdict).toBe(verdict));

  it('reaches no machine without a public address', () => {
    const closed = open('*').set('nic', { ipConfigurations: [{ name: 'a', subnet: 'snet' }] });
    expect(ask(closed).verdict).toBe('no-route');
  });
});

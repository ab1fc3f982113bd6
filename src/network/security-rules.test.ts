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
    expect(trace(routed, { address: '10.0.1.9' }).missing).toEqual([
      { fact: 'what has the address 10.0.1.9' },
    ]);
    expect(trace(network([allow('VirtualNetwork'), denyAll]), { address: '10.9.0.4' }).verdict).toBe(
      'denied',
    );
    // The same holds of public destinations, which a default route covers just so.
    expect(
      trace(routed, storage)
        .missing.map(({ fact }) => fact)
        .join(),
    ).toMatch(/holds public addresses/);
    expect(trace(network([allow('VirtualNetwork'), denyAll]), storage).verdict).toBe('denied');
  });
});

describe('a security group', () => {
  it.each([
    ['without rules lets everything out to the internet', [], storage, 'delivered'],
    ['allows by the tag itself', [allow('Storage'), denyAll], storage, 'delivered'],
    ['allows by the tag with blanks around it', [allow(' Storage '), denyAll], storage, 'delivered'],
    [
      'denies by any with blanks around it',
      [{ ...denyAll, destinationAddressPrefixes: [' * '] }],
      storage,
      'denied',
    ],
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

  it.each([
    ['any', ['*'], 'denied'],
    ['every port that clients send from', ['1024-65535'], 'denied'],
    ['all of them in two parts', ['1024-40000', '40001-65535'], 'denied'],
    ['some of them', ['49152-65535'], 'cannot-tell'],
    ['none of them', ['53'], 'delivered'],
  ] as const)('with a denial for source ports, %s', (_, sourcePortRanges, verdict) => {
    const denial = { ...securityRule(100, 'Deny', 'Outbound', '*', 'Storage'), sourcePortRanges };
    expect(trace(network([denial]), storage).verdict).toBe(verdict);
  });

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

  it('that is not shown leaves it undecided, and says so in words where it has no name', () => {
    const unseen = network([]).remove('nsg').incomplete();
    expect(trace(unseen, storage)).toMatchObject({
      verdict: 'cannot-tell',
      missing: [{ fact: 'the rules of a network security group that it only names' }],
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

  it('is judged at the interface that has the address', () => {
    const two = machines([])
      .inRegion('network-security-group', 'nsg-back', {
        securityRules: [securityRule(100, 'Deny', 'Inbound', '*', '*', '22')],
      })
      .set('nic', { ipConfigurations: [{ name: 'a', subnet: 'target', privateIPAddress: '10.0.2.10' }] })
      .add('network-interface', 'nic-back', 'target', {
        ipConfigurations: [{ name: 'a', subnet: 'target', privateIPAddress: '10.0.2.11' }],
        networkSecurityGroup: 'nsg-back',
      })
      .set('vm', { networkInterfaces: ['nic', 'nic-back'] });
    expect(trace(two, { address: '10.0.2.10' }, 22).verdict).toBe('delivered');
    expect(trace(two, { address: '10.0.2.11' }, 22)).toMatchObject({
      verdict: 'denied',
      blockers: ['nsg-back'],
    });
  });

  it('is not decided where the interface is not shown', () => {
    const unseen = machines([]).remove('nic').incomplete();
    expect(trace(unseen, { resource: id('vm') }, 22).missing).toEqual([
      { fact: 'network interface nic with its security group' },
    ]);
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

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview, platform considerations */
describe('a packet to Azure’s platform', () => {
  const dns: Destination = { address: '168.63.129.16' };
  const metadata: Destination = { address: '169.254.169.254' };
  const deny = (tag: string) => securityRule(100, 'Deny', 'Outbound', '*', tag);

  it.each([
    ['is held by no rule for everything', [denyAll], dns, 53, 'delivered'],
    ['is held by no rule for the internet', [deny('Internet')], metadata, 80, 'delivered'],
    ['is denied by the tag of its DNS', [deny('AzurePlatformDNS')], dns, 53, 'denied'],
    ['is denied by the tag of its metadata', [deny('AzurePlatformIMDS')], metadata, 80, 'denied'],
    ['is denied by the tag of its licences', [deny('AzurePlatformLKM')], dns, 1688, 'denied'],
    ['is not held by the tag of another of its services', [deny('AzurePlatformDNS')], dns, 80, 'delivered'],
  ] as const)('%s', (_, rules, to, port, verdict) =>
    expect(trace(network(rules), to, port, 'Udp').verdict).toBe(verdict),
  );

  it('goes by no route table and needs no way out', () => {
    const shut = network([])
      .set('snet', { defaultOutboundAccess: false })
      .routeTable('rt', [{ name: 'drop', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }], 'snet');
    expect(trace(shut, dns, 53, 'Udp').verdict).toBe('delivered');
  });

  it('comes from no other network', () => {
    const office = network([])
      .add('on-premises-network', 'office', undefined, { addressPrefixes: ['192.168.0.0/16'] })
      .add('client', 'ada', 'office');
    const asked = deriveNetwork(office.build()).trace({
      from: id('ada'),
      to: dns,
      protocol: 'Udp',
      port: 53,
    });
    expect(asked.verdict).toBe('no-route');
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

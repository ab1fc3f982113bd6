import { describe, expect, it } from 'vitest';
import type { FirewallRule, ResourceId, RuleCollection } from '#model';
import { type DesignBuilder, design, securityRule } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const nat = (also: Partial<Extract<FirewallRule, { ruleType: 'NatRule' }>> = {}): FirewallRule => ({
  ruleType: 'NatRule',
  name: 'ssh',
  sourceAddresses: ['*'],
  ipProtocols: ['TCP'],
  destinationAddresses: ['20.1.2.3'],
  destinationPorts: ['2222'],
  translatedAddress: '10.0.2.10',
  translatedPort: '22',
  ...also,
});
const collection = (priority: number, rule: FirewallRule): RuleCollection => ({
  name: `rc-${priority}`,
  priority,
  action: 'DNAT',
  rules: [rule],
});

/** A firewall with a public address, and a machine behind it that has none. */
const guarded = (...collections: RuleCollection[]): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.1.0/26')
    .subnet('snet', 'vnet', '10.0.2.0/24')
    .add('internet', 'Internet')
    .inRegion('public-ip-address', 'pip-fw', { ipAddress: '20.1.2.3' })
    .inRegion('firewall-policy', 'policy', {
      ruleCollectionGroups: [{ name: 'group', priority: 100, ruleCollections: collections }],
    })
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
      firewallPolicy: 'policy',
      publicIPAddresses: ['pip-fw'],
    })
    .add('network-interface', 'nic', 'snet', {
      ipConfigurations: [{ name: 'a', subnet: 'snet', privateIPAddress: '10.0.2.10' }],
    })
    .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] });
const trace = (builder: DesignBuilder, to: Destination, port = 2222) =>
  deriveNetwork(builder.build()).trace({ from: id('Internet'), to, protocol: 'Tcp', port });
const door: Destination = { resource: id('pip-fw') };

/** https://learn.microsoft.com/azure/firewall/rule-processing: DNAT rules come first and let the packet pass as well */
describe('a packet from the internet to a firewall', () => {
  it('goes on to the machine that the DNAT rule names, by no rule more', () => {
    const { verdict, hops } = trace(guarded(collection(100, nat())), door);
    expect(verdict).toBe('delivered');
    expect(hops.map(({ text }) => text)).toContain(
      'Rule ssh of rc-100 in policy leads TCP 2222 on to vm at port 22.',
    );
  });

  it('is found by the text of its address, too', () => {
    expect(trace(guarded(collection(100, nat())), { address: '20.1.2.3' }).verdict).toBe('delivered');
  });

  it.each<[string, readonly RuleCollection[], number]>([
    ['on another port', [collection(100, nat())], 22],
    ['from another source', [collection(100, nat({ sourceAddresses: ['203.0.113.0/24'] }))], 2222],
    ['to another of its addresses', [collection(100, nat({ destinationAddresses: ['20.1.2.9'] }))], 2222],
    ['by another protocol', [collection(100, nat({ ipProtocols: ['UDP'] }))], 2222],
  ])('is dropped %s', (_, collections, port) =>
    expect(trace(guarded(...collections), door, port)).toMatchObject({
      verdict: 'denied',
      blockers: ['policy'],
    }),
  );

  it('meets DNAT rules by priority', () => {
    const other = nat({ name: 'elsewhere', translatedAddress: '10.9.9.9' });
    expect(trace(guarded(collection(200, nat()), collection(100, other)), door).verdict).not.toBe(
      'delivered',
    );
  });

  it('comes from the firewall’s own subnet, whose instances have any of its addresses', () => {
    const inbound = (source: string) =>
      guarded(collection(100, nat())).securityGroup(
        'nsg',
        [
          securityRule(100, 'Allow', 'Inbound', source, '*', '22'),
          securityRule(4000, 'Deny', 'Inbound', '*', '*'),
        ],
        'snet',
      );
    expect(trace(inbound('10.0.1.0/26'), door).verdict).toBe('delivered');
    expect(trace(inbound('Internet'), door)).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
    expect(trace(inbound('10.0.1.4'), door).verdict).toBe('cannot-tell');
  });

  it('is not decided where the address of the rule may be another', () => {
    const unknown = guarded(collection(100, nat())).set('pip-fw', { ipAddress: undefined });
    expect(trace(unknown, door).missing).toEqual([
      { fact: 'whether rule ssh of rc-100 in policy holds pip-fw' },
    ]);
    const any = guarded(collection(100, nat({ destinationAddresses: ['*'] }))).set('pip-fw', {
      ipAddress: undefined,
    });
    expect(trace(any, door).verdict).toBe('delivered');
  });

  it('is not decided where the rule leads to a name', () => {
    const { translatedAddress: _, ...named } = nat() as Extract<FirewallRule, { ruleType: 'NatRule' }>;
    const { missing } = trace(guarded(collection(100, { ...named, translatedFqdn: 'vm.contoso.com' })), door);
    expect(missing).toEqual([{ fact: 'the address of vm.contoso.com' }]);
  });
});

describe('a packet from the internet to a public IP address', () => {
  const base = () => guarded().inRegion('public-ip-address', 'pip', { ipAddress: '20.9.9.9' });
  const to: Destination = { resource: id('pip') };

  it('of a machine is judged by its security group', () => {
    const open = base().set('nic', {
      ipConfigurations: [{ name: 'a', subnet: 'snet', publicIPAddress: 'pip' }],
    });
    const verdictOf = (sku?: string) =>
      trace(sku === undefined ? open : open.set('pip', { sku }), to, 22).verdict;
    expect(verdictOf('Basic')).toBe('delivered');
    expect(verdictOf('Standard')).toBe('denied');
    expect(verdictOf()).toBe('cannot-tell');
    const shut = open.securityGroup('nsg', [], 'snet');
    expect(trace(shut, to, 22)).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
  });

  it('of a NAT gateway comes in nowhere', () => {
    const gateway = base().inRegion('nat-gateway', 'nat', { publicIPAddresses: ['pip'] });
    expect(trace(gateway, to)).toMatchObject({ verdict: 'no-route', blockers: ['nat'] });
  });

  it('of a load balancer is not decided: a design holds no rules of it', () => {
    const balancer = base().inRegion('load-balancer', 'lb', {
      frontendIPConfigurations: [{ name: 'f', publicIPAddress: 'pip' }],
    });
    expect(trace(balancer, to).missing).toEqual([{ fact: 'what lb leads to' }]);
    expect(trace(balancer, { resource: id('lb') }).missing).toEqual([{ fact: 'what lb leads to' }]);
  });

  it('that nothing has comes to nothing', () => {
    expect(trace(base(), to)).toMatchObject({ verdict: 'no-route', blockers: ['pip'] });
    expect(trace(base().incomplete(), to).verdict).toBe('cannot-tell');
  });
});

/** https://learn.microsoft.com/azure/virtual-network/service-tags-overview: VirtualNetwork “might also contain default routes” */
describe('a packet from the internet to a machine behind Azure’s own rules', () => {
  const machine = design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.2.0/24')
    .securityGroup('nsg', [], 'snet')
    .add('internet', 'Internet')
    .inRegion('public-ip-address', 'pip', { ipAddress: '20.1.2.4', sku: 'Standard' })
    .add('network-interface', 'nic', 'snet', {
      ipConfigurations: [
        { name: 'a', subnet: 'snet', privateIPAddress: '10.0.2.10', publicIPAddress: 'pip' },
      ],
    })
    .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] });

  it('is denied where no route leads everywhere', () => {
    expect(trace(machine, { resource: id('pip') }, 22).verdict).toBe('denied');
  });

  it('may come in as from VirtualNetwork where one does', () => {
    const routed = machine.routeTable(
      'rt',
      [{ name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
      'snet',
    );
    const { verdict, missing } = trace(routed, { resource: id('pip') }, 22);
    expect(verdict).toBe('cannot-tell');
    expect(missing.map(({ fact }) => fact)).toEqual([
      'whether VirtualNetwork of rule AllowVnetInBound in nsg holds public addresses',
    ]);
  });
});

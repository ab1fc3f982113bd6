import { describe, expect, it } from 'vitest';
import type { ResourceId, SecurityRule } from '#model';
import { type DesignBuilder, design, type Properties, securityRule } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
type Routes = NonNullable<Properties<'route-table'>['routes']>;
const trace = (builder: DesignBuilder, from: string, to: Destination, port = 443) =>
  deriveNetwork(builder.build()).trace({ from: id(from), to, protocol: 'Tcp', port });
const machine = (name: string): Destination => ({ resource: id(name) });
const denyAll = (direction: SecurityRule['direction']) => securityRule(4000, 'Deny', direction, '*', '*');

/** Two subnets of one network, two machines in the first and one with a public address in the second. */
const pair = (): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('one', 'vnet', '10.0.1.0/24')
    .subnet('two', 'vnet', '10.0.2.0/24')
    .add('internet', 'Internet')
    .inRegion('public-ip-address', 'pip', { ipAddress: '20.1.1.1' })
    .add('virtual-machine', 'vm-a', 'one')
    .add('virtual-machine', 'vm-b', 'one')
    .add('network-interface', 'nic', 'two', {
      ipConfigurations: [{ name: 'a', subnet: 'two', privateIPAddress: '10.0.2.9', publicIPAddress: 'pip' }],
    })
    .add('virtual-machine', 'vm-two', 'two', { networkInterfaces: ['nic'] });

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview */
describe('a security group', () => {
  it('filters packets between machines of its own subnet', () => {
    const guarded = pair().securityGroup('nsg', [denyAll('Inbound')], 'one');
    expect(trace(guarded, 'vm-a', machine('vm-b'))).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
  });

  it('is stateful: a reply needs no rule', () => {
    const oneWay = pair()
      .securityGroup('nsg-one', [denyAll('Inbound')], 'one')
      .securityGroup('nsg-two', [denyAll('Outbound')], 'two');
    expect(trace(oneWay, 'vm-a', machine('vm-two')).verdict).toBe('delivered');
  });

  it('of the interface and of the subnet both have to allow, in either direction', () => {
    const nic = (...rules: SecurityRule[]) =>
      pair()
        .inRegion('network-security-group', 'nsg-nic', { securityRules: rules })
        .set('nic', { networkSecurityGroup: 'nsg-nic' })
        .securityGroup('nsg-two', [denyAll('Inbound'), denyAll('Outbound')], 'two');
    expect(trace(nic(), 'vm-a', machine('vm-two')).blockers).toEqual(['nsg-two']);
    expect(trace(nic(denyAll('Inbound')), 'vm-a', machine('vm-two')).blockers).toEqual([
      'nsg-two',
      'nsg-nic',
    ]);
    expect(trace(nic(denyAll('Outbound')), 'vm-two', machine('vm-a')).blockers).toEqual([
      'nsg-nic',
      'nsg-two',
    ]);
  });

  it('sees the private address of what is reached by a public one', () => {
    const admitting = (destination: string) =>
      pair().securityGroup(
        'nsg',
        [securityRule(100, 'Allow', 'Inbound', 'Internet', destination), denyAll('Inbound')],
        'two',
      );
    expect(trace(admitting('10.0.2.9'), 'Internet', { resource: id('pip') }).verdict).toBe('delivered');
    expect(trace(admitting('20.1.1.1'), 'Internet', { resource: id('pip') }).verdict).toBe('denied');
  });

  it('sees the private source of what leaves by a public address', () => {
    const denying = (source: string) =>
      pair().securityGroup('nsg', [securityRule(100, 'Deny', 'Outbound', source, '*')], 'two');
    const away: Destination = { hosts: ['www.example.com'] };
    expect(trace(denying('10.0.2.9'), 'vm-two', away).verdict).toBe('denied');
    expect(trace(denying('20.1.1.1'), 'vm-two', away).verdict).toBe('delivered');
  });
});

const hubAndSpokes = (): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('shared', 'hub', '10.0.1.0/24')
    .add('virtual-machine', 'vm-hub', 'shared')
    .virtualNetwork('one', '10.1.0.0/16 10.8.0.0/24')
    .subnet('snet-one', 'one', '10.1.1.0/24')
    .subnet('endpoints', 'one', '10.1.2.0/24')
    .add('virtual-machine', 'vm-one', 'snet-one')
    .inRegion('key-vault', 'kv', { publicNetworkAccess: 'Disabled' })
    .virtualNetwork('two', '10.2.0.0/16')
    .subnet('snet-two', 'two', '10.2.1.0/24', { defaultOutboundAccess: false })
    .add('virtual-machine', 'vm-two', 'snet-two')
    .peering('hub', 'one')
    .peering('hub', 'two');

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
describe('a peering', () => {
  it('leads to the peer, and not through it', () => {
    expect(trace(hubAndSpokes(), 'vm-one', machine('vm-hub')).verdict).toBe('delivered');
    expect(trace(hubAndSpokes(), 'vm-one', machine('vm-two')).verdict).toBe('no-route');
  });

  it('carries no service endpoint', () => {
    const served = hubAndSpokes()
      .set('shared', { serviceEndpoints: [{ service: 'Microsoft.KeyVault' }] })
      .set('kv', { publicNetworkAccess: 'Enabled' });
    expect(trace(served, 'vm-two', { resource: id('kv') })).toMatchObject({
      verdict: 'no-route',
      blockers: ['snet-two'],
    });
  });

  it('shows private endpoints to the peer alone', () => {
    const zone = 'privatelink.vaultcore.azure.net';
    const served = hubAndSpokes()
      .privateEndpoint('kv', 'vault', 'endpoints', [zone])
      .set(zone, {
        virtualNetworkLinks: ['hub', 'two'].map((virtualNetwork) => ({
          name: virtualNetwork,
          virtualNetwork,
        })),
      });
    expect(trace(served, 'vm-hub', { resource: id('kv') }).verdict).toBe('delivered');
    expect(trace(served, 'vm-two', { resource: id('kv') }).verdict).toBe('no-route');
  });
});

/** https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy */
describe('the route to a private endpoint', () => {
  const address = '10.1.2.4';
  const zone = 'privatelink.vaultcore.azure.net';
  const routed = (
    addressPrefix: string,
    policy?: 'Enabled' | 'RouteTableEnabled' | 'NetworkSecurityGroupEnabled',
  ) => {
    const routes: Routes = [{ name: 'away', addressPrefix, nextHopType: 'None' }];
    return hubAndSpokes()
      .privateEndpoint('kv', 'vault', 'endpoints', [zone], {
        ipConfigurations: [{ memberName: 'default', privateIPAddress: address }],
      })
      .set('endpoints', policy ? { privateEndpointNetworkPolicies: policy } : {})
      .routeTable('rt', routes, 'snet-one');
  };
  it.each([
    [
      'gives way to a user route to the address itself, whatever the policy',
      `${address}/32`,
      undefined,
      'no-route',
    ],
    ['stands before a route to its subnet without the policy', '10.1.2.0/24', undefined, 'delivered'],
    [
      'stands before it with the policy for security groups alone',
      '10.1.2.0/24',
      'NetworkSecurityGroupEnabled',
      'delivered',
    ],
    ['gives way to it with the policy for route tables', '10.1.2.0/24', 'RouteTableEnabled', 'no-route'],
    ['gives way to it with both policies', '10.1.2.0/24', 'Enabled', 'no-route'],
    ['gives way to a route as long as the space that it lies in', '10.1.0.0/16', 'Enabled', 'no-route'],
    ['stands before a shorter one', '10.0.0.0/8', 'Enabled', 'delivered'],
    ['stands before the default route', '0.0.0.0/0', 'Enabled', 'delivered'],
  ] as const)('%s', (_, prefix, policy, verdict) =>
    expect(trace(routed(prefix, policy), 'vm-one', { resource: id('kv') }).verdict).toBe(verdict),
  );
});

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview */
describe('a user route', () => {
  const routed = (route: Omit<Routes[number], 'name'>) =>
    hubAndSpokes().routeTable('rt', [{ name: 'way', ...route }], 'snet-one');

  it('to a gateway leads nowhere where there is no VPN gateway', () => {
    const away = routed({ addressPrefix: '192.168.0.0/16', nextHopType: 'VirtualNetworkGateway' });
    expect(trace(away, 'vm-one', { address: '192.168.1.4' })).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt'],
    });
    expect(trace(away.incomplete(), 'vm-one', { address: '192.168.1.4' }).verdict).toBe('cannot-tell');
  });

  it('to an address that nothing in reach has leads nowhere', () => {
    const away = routed({
      addressPrefix: '10.2.0.0/16',
      nextHopType: 'VirtualAppliance',
      nextHopIpAddress: '10.2.1.4',
    });
    expect(trace(away, 'vm-one', machine('vm-two'))).toMatchObject({ verdict: 'no-route', blockers: ['rt'] });
  });

  it('to the internet gives a private address no way', () => {
    const away = routed({ addressPrefix: '10.0.0.0/16', nextHopType: 'Internet' });
    expect(trace(away, 'vm-one', machine('vm-hub'))).toMatchObject({ verdict: 'no-route', blockers: ['rt'] });
  });
});

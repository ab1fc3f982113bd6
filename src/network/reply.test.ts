import { describe, expect, it } from 'vitest';
import type { FirewallRule, ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
type Routes = NonNullable<Properties<'route-table'>['routes']>;
const toFirewall = (addressPrefix: string): Routes[number] => ({
  name: `via-fw-${addressPrefix}`,
  addressPrefix,
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.1.4',
});
const anything: FirewallRule = {
  ruleType: 'NetworkRule',
  name: 'all',
  sourceAddresses: ['*'],
  ipProtocols: ['Any'],
  destinationAddresses: ['*'],
  destinationPorts: ['*'],
};
const toHosts: FirewallRule = {
  ruleType: 'ApplicationRule',
  name: 'web',
  sourceAddresses: ['*'],
  protocols: [{ protocolType: 'Https', port: 443 }],
  targetFqdns: ['*'],
};

/** Two spokes, each with a machine, and a hub with a firewall between them. */
const spokes = (one: Routes, two: Routes, rule: FirewallRule = anything): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26')
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
      ruleCollections: [{ name: 'rc', priority: 100, action: 'Allow', rules: [rule] }],
    })
    .virtualNetwork('one', '10.1.0.0/16')
    .subnet('snet-one', 'one', '10.1.1.0/24', { defaultOutboundAccess: true })
    .add('virtual-machine', 'vm-one', 'snet-one')
    .virtualNetwork('two', '10.2.0.0/16')
    .subnet('snet-two', 'two', '10.2.1.0/24')
    .add('virtual-machine', 'vm-two', 'snet-two')
    .peering('hub', 'one', { allowForwardedTraffic: true })
    .peering('hub', 'two', { allowForwardedTraffic: true })
    .routeTable('rt-one', one, 'snet-one')
    .routeTable('rt-two', two, 'snet-two');
const trace = (builder: DesignBuilder, from: string, to: Destination, port = 443) =>
  deriveNetwork(builder.build()).trace({ from: id(from), to, protocol: 'Tcp', port });
const vmTwo: Destination = { resource: id('vm-two') };
const everywhere = [toFirewall('0.0.0.0/0')];

/** Facts 12.5 and 12.6: the reply has to pass what the request passed. */
describe('a reply between spokes', () => {
  it('comes back through the firewall where both have a route to it', () => {
    expect(trace(spokes(everywhere, everywhere), 'vm-one', vmTwo).verdict).toBe('delivered');
  });

  it('is lost where the other spoke has none', () => {
    expect(trace(spokes(everywhere, []), 'vm-one', vmTwo)).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-two'],
    });
  });

  it('is broken where the networks are peered directly and only the request goes through the firewall', () => {
    const direct = spokes([toFirewall('10.2.0.0/16')], []).peering('one', 'two');
    expect(trace(direct, 'vm-one', vmTwo)).toMatchObject({ verdict: 'no-route', blockers: ['rt-two'] });
  });

  it('is dropped by a firewall that never saw the request', () => {
    const back = spokes([], [toFirewall('10.1.0.0/16')]).peering('one', 'two');
    expect(trace(back, 'vm-one', vmTwo)).toMatchObject({ verdict: 'no-route', blockers: ['rt-two'] });
  });

  it('goes straight where neither passes it', () => {
    expect(trace(spokes([], []).peering('one', 'two'), 'vm-one', vmTwo).verdict).toBe('delivered');
  });

  it('needs no route where an application rule made the firewall the sender', () => {
    expect(trace(spokes(everywhere, [], toHosts), 'vm-one', vmTwo).verdict).toBe('delivered');
  });

  it('is not decided where the route table there is not shown', () => {
    const unseen = spokes(everywhere, everywhere).set('rt-two', { presence: 'not-shown' });
    expect(trace(unseen, 'vm-one', vmTwo).missing).toEqual([{ fact: 'the routes of route table rt-two' }]);
  });

  it('needs the receiving peering to take forwarded packets', () => {
    const shut = spokes(everywhere, everywhere).set('two-to-hub', { allowForwardedTraffic: false });
    expect(trace(shut, 'vm-one', vmTwo)).toMatchObject({ verdict: 'no-route', blockers: ['two-to-hub'] });
  });
});

/** https://learn.microsoft.com/azure/machine-learning/how-to-access-azureml-behind-firewall, inbound of public-IP computes */
describe('a reply to the internet', () => {
  const compute = (...routes: Routes) =>
    spokes(routes, []).add('internet', 'Internet').add('compute-instance', 'ci', 'snet-one');
  const ci: Destination = { resource: id('ci') };
  const fromService = (builder: DesignBuilder) =>
    deriveNetwork(builder.build()).trace({
      from: id('ci'),
      fromServiceTag: 'AzureMachineLearning',
      to: ci,
      protocol: 'Tcp',
      port: 44224,
    });
  const bypass: Routes[number] = {
    name: 'bypass',
    addressPrefix: 'AzureMachineLearning',
    nextHopType: 'Internet',
  };

  it('leaves by the public address where no route leads elsewhere', () => {
    expect(fromService(compute()).verdict).toBe('delivered');
    expect(trace(compute(), 'Internet', ci).verdict).toBe('delivered');
  });

  it('is dropped by the firewall that the default route leads to', () => {
    expect(fromService(compute(toFirewall('0.0.0.0/0')))).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-one'],
    });
    expect(trace(compute(toFirewall('0.0.0.0/0')), 'Internet', ci)).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-one'],
    });
  });

  it('of the service goes past it by the bypass route', () => {
    expect(fromService(compute(toFirewall('0.0.0.0/0'), bypass)).verdict).toBe('delivered');
    const ofRegion = { ...bypass, addressPrefix: 'AzureMachineLearning.westeurope' };
    expect(fromService(compute(toFirewall('0.0.0.0/0'), ofRegion)).verdict).toBe('delivered');
  });

  it('of anybody else does not', () => {
    expect(trace(compute(toFirewall('0.0.0.0/0'), bypass), 'Internet', ci).verdict).toBe('no-route');
  });

  it('may go past it by routes to the addresses of the service, which are Microsoft’s', () => {
    const byAddress = { ...bypass, addressPrefix: '20.0.0.0/8' };
    expect(fromService(compute(toFirewall('0.0.0.0/0'), byAddress)).verdict).toBe('cannot-tell');
  });

  it('is dropped where the default route drops everything', () => {
    const none: Routes[number] = { name: 'none', addressPrefix: '0.0.0.0/0', nextHopType: 'None' };
    expect(fromService(compute(none)).verdict).toBe('no-route');
  });
});

describe('a reply to premises', () => {
  const office = (table: Properties<'route-table'>, gatewayRoutes: Routes = []) =>
    spokes([], [])
      .subnet('GatewaySubnet', 'hub', '10.0.3.0/27')
      .add('virtual-network-gateway', 'vpn', 'GatewaySubnet')
      .add('on-premises-network', 'office', undefined, {
        addressPrefixes: ['192.168.0.0/16'],
        gateways: ['vpn'],
      })
      .add('client', 'ada', 'office')
      .set('hub-to-one', { allowGatewayTransit: true })
      .set('one-to-hub', { useRemoteGateways: true })
      .set('rt-one', table)
      .routeTable('rt-gateway', gatewayRoutes, 'GatewaySubnet');
  const vmOne: Destination = { resource: id('vm-one') };

  it('comes back through the gateway', () => {
    expect(trace(office({}), 'ada', vmOne).verdict).toBe('delivered');
  });

  it('is lost where the subnet takes no routes from the gateway', () => {
    expect(trace(office({ disableBgpRoutePropagation: true }), 'ada', vmOne)).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-one'],
    });
  });

  it('is dropped by a firewall that only the reply comes to', () => {
    const table = { routes: everywhere, disableBgpRoutePropagation: true };
    expect(trace(office(table), 'ada', vmOne)).toMatchObject({ verdict: 'no-route', blockers: ['rt-one'] });
  });

  it('comes back through the firewall that the gateway sends the request to', () => {
    const table = { routes: everywhere, disableBgpRoutePropagation: true };
    expect(trace(office(table, [toFirewall('10.1.0.0/16')]), 'ada', vmOne).verdict).toBe('delivered');
  });

  it('past a firewall that the gateway sends the request to is broken', () => {
    expect(trace(office({}, [toFirewall('10.1.0.0/16')]), 'ada', vmOne)).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt-one'],
    });
  });
});

/** https://learn.microsoft.com/azure/private-link/inspect-traffic-with-azure-firewall; facts 12.6: a warning only */
describe('a reply of a private endpoint behind a firewall', () => {
  it('is taken to come back through it', () => {
    const inspected = spokes([toFirewall('10.2.0.0/16')], [])
      .inRegion('key-vault', 'kv')
      .privateEndpoint('kv', 'vault', 'snet-two', ['privatelink.vaultcore.azure.net'])
      .set('privatelink.vaultcore.azure.net', { virtualNetworkLinks: [{ name: 'l', virtualNetwork: 'one' }] })
      .set('snet-two', { privateEndpointNetworkPolicies: 'RouteTableEnabled' })
      .peering('one', 'two');
    const { verdict, assumptions, hops } = trace(inspected, 'vm-one', { resource: id('kv') });
    expect(hops.map(({ place }) => place)).toContain('fw');
    expect(verdict).toBe('delivered');
    expect(assumptions).toContain('Replies of pe-kv-vault are taken to come back through fw.');
  });
});

import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;

/** A compute whose default route leads to a third party’s appliance. */
const withAppliance = (card: Properties<'network-interface'> = {}, subnet = 'snet-nva'): DesignBuilder =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24')
    .subnet('snet-nva', 'vnet', '10.0.3.0/24')
    .inRegion('key-vault', 'kv', { privateEndpointConnections: [] })
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
    .add('network-interface', 'nic', subnet, {
      ipConfigurations: [{ name: 'a', subnet, privateIPAddress: '10.0.3.4' }],
      ...card,
    })
    .add('network-virtual-appliance', 'nva', subnet, { networkInterfaces: ['nic'] })
    .routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.3.4',
        },
      ],
      'snet',
    );
const vault: Destination = { resource: id('kv'), groupId: 'vault' };
const trace = (builder: DesignBuilder, to: Destination = vault) =>
  deriveNetwork(builder.build()).trace({ from: id('ci'), to, protocol: 'Tcp', port: 443 });

/** https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview, next hop types */
describe('a network virtual appliance', () => {
  it('lets pass what no design tells', () => {
    expect(trace(withAppliance({ enableIPForwarding: true })).missing).toEqual([
      { fact: 'what nva lets pass' },
    ]);
  });

  it('drops everything where its interface does not forward', () => {
    expect(trace(withAppliance({ enableIPForwarding: false }))).toMatchObject({
      verdict: 'no-route',
      blockers: ['nic'],
    });
  });

  it('is taken to forward where that is not stated', () => {
    expect(trace(withAppliance()).assumptions).toContain(
      'nic is taken to forward packets: enableIPForwarding is not stated.',
    );
  });

  it('gets its own packets back where the route holds in its own subnet', () => {
    expect(trace(withAppliance({ enableIPForwarding: true }, 'snet'))).toMatchObject({
      verdict: 'no-route',
      blockers: ['rt'],
    });
  });

  it('does not hide what the destination refuses in any case', () => {
    const shut = withAppliance({ enableIPForwarding: true }).set('kv', { publicNetworkAccess: 'Disabled' });
    expect(trace(shut)).toMatchObject({ verdict: 'service-refused', blockers: ['kv'] });
  });
});

describe('routes that others announce', () => {
  const joined = (properties: Properties<'virtual-network-peering'> = {}) =>
    design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('RouteServerSubnet', 'hub', '10.0.4.0/27')
      .add('route-server', 'rs', 'RouteServerSubnet')
      .virtualNetwork('vnet', '10.1.0.0/16')
      .subnet('snet', 'vnet', '10.1.1.0/24', { defaultOutboundAccess: true })
      .subnet('endpoints', 'vnet', '10.1.2.0/24')
      .inRegion('key-vault', 'kv')
      .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false })
      .add('virtual-machine', 'vm', 'endpoints')
      .peering('hub', 'vnet', properties);
  const shared = { useRemoteGateways: true, allowGatewayTransit: true };
  const unknown = [{ fact: 'the routes that route server rs announces to snet' }];

  it('by a route server may lead packets for the internet elsewhere', () => {
    expect(trace(joined(shared)).missing).toEqual(unknown);
  });

  it('do not come to a network that does not use the hub’s', () => {
    expect(trace(joined()).verdict).toBe('delivered');
  });

  it('do not come to a subnet that takes none', () => {
    const shut = joined(shared).routeTable('rt', [], 'snet').set('rt', { disableBgpRoutePropagation: true });
    expect(trace(shut).verdict).toBe('delivered');
  });

  it('stand behind the routes of the network itself', () => {
    expect(trace(joined(shared), { resource: id('vm') }).verdict).toBe('delivered');
  });

  it('may be closer than a default route of the user', () => {
    const routed = joined(shared).routeTable(
      'rt',
      [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
      'snet',
    );
    expect(trace(routed).missing).toEqual(unknown);
  });

  it('by a virtual WAN hub may lead to another network past a firewall', () => {
    const connected = withAppliance({ enableIPForwarding: true })
      .virtualNetwork('other', '10.9.0.0/16')
      .subnet('far', 'other', '10.9.1.0/24')
      .add('virtual-machine', 'far-vm', 'far')
      .inRegion('virtual-wan-hub', 'hub', {
        virtualNetworkConnections: [
          { name: 'a', remoteVirtualNetwork: 'vnet' },
          { name: 'b', remoteVirtualNetwork: 'other' },
        ],
      });
    const facts = trace(connected, { resource: id('far-vm') }).missing.map(({ fact }) => fact);
    expect(facts).toContain('how virtual WAN hub hub routes far-vm');
  });
});

describe('appliances behind an internal load balancer', () => {
  const balanced = (enableIPForwarding: boolean) =>
    withAppliance({
      enableIPForwarding,
      ipConfigurations: [
        {
          name: 'a',
          subnet: id('snet-nva'),
          privateIPAddress: '10.0.3.5',
          loadBalancerBackendAddressPools: [id('ilb')],
        },
      ],
    }).inRegion('load-balancer', 'ilb', {
      frontendIPConfigurations: [{ name: 'in', subnet: id('snet-nva'), privateIPAddress: '10.0.3.4' }],
    });

  it('drop what is sent on where none of them forwards', () => {
    expect(trace(balanced(false)).blockers).toContain('nic');
  });

  it('may let it pass where they forward', () => {
    expect(trace(balanced(true))).toMatchObject({
      verdict: 'cannot-tell',
      missing: [{ fact: 'what ilb lets pass' }],
    });
  });
});

describe('a NAT gateway without an address', () => {
  const natted = (also: Properties<'nat-gateway'>) =>
    withAppliance()
      .inRegion('nat-gateway', 'nat', also)
      .set('snet', { routeTable: undefined, natGateway: 'nat' });

  it('sends nothing where everything is shown, or where its list says so', () => {
    expect(trace(natted({}))).toMatchObject({ verdict: 'no-route', blockers: ['nat'] });
    expect(trace(natted({ publicIPAddresses: [] }).incomplete())).toMatchObject({ blockers: ['nat'] });
  });

  it('is not decided where it may have one', () => {
    expect(trace(natted({}).incomplete()).missing).toEqual([{ fact: 'the public IP addresses of nat' }]);
  });

  it('has one by a prefix', () => {
    expect(trace(natted({ publicIPPrefixes: ['ippre'] })).verdict).toBe('delivered');
  });
});

import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design } from '#testing';
import { deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const trace = (builder: DesignBuilder) =>
  deriveNetwork(builder.build()).trace({
    from: id('vm-one'),
    to: { resource: id('vm-two') },
    protocol: 'Tcp',
    port: 443,
  });

/** A machine in each of two networks. */
const networks = (): DesignBuilder =>
  design()
    .virtualNetwork('one', '10.1.0.0/16')
    .subnet('snet-one', 'one', '10.1.0.0/24')
    .virtualNetwork('two', '10.2.0.0/16')
    .subnet('snet-two', 'two', '10.2.0.0/24')
    .add('virtual-machine', 'vm-one', 'snet-one')
    .add('virtual-machine', 'vm-two', 'snet-two');
const there = (builder: DesignBuilder) =>
  builder.add('virtual-network-peering', 'there', 'one', { remoteVirtualNetwork: 'two' });
const back = (builder: DesignBuilder) =>
  builder.add('virtual-network-peering', 'back', 'two', { remoteVirtualNetwork: 'one' });
const peered = () => back(there(networks()));

/** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview */
describe('a packet between two networks', () => {
  it.each<[string, DesignBuilder, string, readonly string[]]>([
    ['arrives by a peering of two halves', peered(), 'delivered', []],
    ['is lost where neither has a half', networks(), 'no-route', ['one']],
    ['is lost by its own half alone', there(networks()), 'no-route', ['there']],
    ['is lost by the other half alone', back(networks()), 'no-route', ['back']],
    [
      'arrives where its own half knows the part that it goes to',
      peered().set('there', { remoteAddressSpace: ['10.2.0.0/24'] }),
      'delivered',
      [],
    ],
    [
      'is lost where its own half knows another part',
      peered().set('there', { remoteAddressSpace: ['10.2.8.0/24'] }),
      'no-route',
      ['there'],
    ],
    [
      'is lost where its own half is Disconnected',
      peered().set('there', { peeringState: 'Disconnected' }),
      'no-route',
      ['there'],
    ],
    [
      'is lost where the other half is only Initiated',
      peered().set('back', { peeringState: 'Initiated' }),
      'no-route',
      ['back'],
    ],
    [
      'is lost where the other half allows no access',
      peered().set('back', { allowVirtualNetworkAccess: false }),
      'no-route',
      ['back'],
    ],
  ])('%s', (_, builder, verdict, blockers) => {
    expect(trace(builder)).toMatchObject({ verdict, blockers });
  });

  it('to a next hop behind a broken peering is lost at the peering', () => {
    const routed = there(networks()).routeTable(
      'rt',
      [
        {
          name: 'all',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.2.0.4',
        },
      ],
      'snet-one',
    );
    const { verdict, blockers, hops } = deriveNetwork(routed.build()).trace({
      from: id('vm-one'),
      to: { hosts: ['www.example.org'] },
      protocol: 'Tcp',
      port: 443,
    });
    expect({ verdict, blockers }).toEqual({ verdict: 'no-route', blockers: ['there'] });
    expect(hops.map(({ text }) => text)).toContain(
      'Nothing in reach has 10.2.0.4, the next hop of route all (0.0.0.0/0): two has no peering back.',
    );
  });
});

describe('in a design that is not complete', () => {
  const assumed = 'The half of peering there in two is not shown: it is taken as Connected.';
  const listing = (builder: DesignBuilder) => builder.set('two', { virtualNetworkPeerings: [] }).incomplete();

  it('a half that is not shown is taken as Connected where its network lists no peerings', () => {
    const { verdict, assumptions } = trace(there(networks()).incomplete());
    expect(verdict).toBe('delivered');
    expect(assumptions).toContain(assumed);
  });

  it('what the shown half leads to says nothing of the one that is not shown', () => {
    const known = there(networks()).set('there', { remoteAddressSpace: ['10.2.0.0/24'] });
    const far = known.set('two', { presence: 'not-shown' }).incomplete().build();
    const routes = deriveNetwork(far).routesOf(id('snet-two'));
    expect(routes.map(({ addressPrefix }) => addressPrefix)).toContain('10.1.0.0/16');
  });

  it('a half that its network does not list is missing', () => {
    const { verdict, blockers, assumptions } = trace(listing(there(networks())));
    expect({ verdict, blockers }).toEqual({ verdict: 'no-route', blockers: ['there'] });
    expect(assumptions).not.toContain(assumed);
  });

  it('both halves of networks that list theirs are a peering', () => {
    expect(trace(listing(peered())).verdict).toBe('delivered');
  });

  it('a half of a network that is not shown is taken as Connected', () => {
    const far = there(networks()).set('two', { presence: 'not-shown' }).incomplete();
    expect(trace(far).blockers).toEqual([]);
    expect(trace(far).assumptions).toContain(assumed);
  });

  it.each(['there', 'back'])('nothing can be told of the half %s of which only the id is known', (half) => {
    const { verdict, missing } = trace(peered().set(half, { presence: 'not-shown' }).incomplete());
    expect(verdict).toBe('cannot-tell');
    expect(missing).toEqual([{ fact: `the state of peering ${half}` }]);
  });
});

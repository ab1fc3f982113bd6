import { describe, expect, it } from 'vitest';
import { type Design, findOfKind, type ResourceId, type ResourceKind, resourcesOfKind } from '#model';
import { commandContext, design } from '#testing';
import { addReferenced, creatableFor } from './add-referenced.ts';
import { addNow } from './adding.ts';
import { joinTo } from './connect/connect.ts';
import { jointsOf } from './connect/connections.ts';
import { legalPlaces } from './new-resource.ts';

const id = (text: string) => text as ResourceId;

const start = () =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
    .subnet('snet', 'spoke', '10.1.0.0/24')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { skuTier: 'Standard' });

const subnet = (of: Design) => findOfKind(of, id('snet'), 'subnet');
const tables = (of: Design) => resourcesOfKind(of, 'route-table');

describe('what is attached to a subnet', () => {
  it('is offered where a new one may stand, and is made and attached in one step', () => {
    const places = legalPlaces('network-security-group', start().build());
    expect(places.map(({ title }) => title)).toEqual(['Add to West Europe', 'Attach to snet']);
    const context = commandContext(start().build());
    const place = places.find(({ attachTo }) => attachTo === 'snet');
    expect(place && addNow(context, 'network-security-group', place)).toBeUndefined();
    const { design: after } = context.store.getState();
    expect(subnet(after)?.networkSecurityGroup).toBe(resourcesOfKind(after, 'network-security-group')[0]?.id);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
    expect(legalPlaces('network-security-group', after).map(({ title }) => title)).toEqual([
      'Add to West Europe',
    ]);
  });

  it('can be made where a property names it, while the subnet stays selected', () => {
    const context = commandContext(start().build());
    context.store.getState().select(id('snet'));
    addReferenced(context, id('snet'), 'routeTable', 'route-table', false);
    const { design: after, selection, lastEdit } = context.store.getState();
    expect(subnet(after)?.routeTable).toBe(tables(after)[0]?.id);
    expect([selection, lastEdit]).toEqual(['snet', 'add route table to snet']);
  });

  it('is added to the others of a list', () => {
    const context = commandContext(start().build());
    addReferenced(context, id('afw'), 'publicIPAddresses', 'public-ip-address', true);
    addReferenced(context, id('afw'), 'publicIPAddresses', 'public-ip-address', true);
    const { design: after } = context.store.getState();
    expect(findOfKind(after, id('afw'), 'azure-firewall')?.publicIPAddresses).toEqual(
      resourcesOfKind(after, 'public-ip-address').map((one) => one.id),
    );
  });

  it('can be made only of what lies in a region', () => {
    const of = start().build();
    const [holder] = resourcesOfKind(of, 'subnet');
    const wanted: readonly ResourceKind[] = ['route-table', 'subnet', 'azure-firewall'];
    expect(holder && creatableFor(of, holder, wanted)).toEqual(['route-table']);
  });
});

describe('a subnet joined to a firewall', () => {
  const routed = (from: string, to: string, of = start().build()) => {
    const context = commandContext(of);
    joinTo(context, id(from), id(to));
    return context.store.getState();
  };

  it.each([
    ['snet', 'afw'],
    ['afw', 'snet'],
  ])('sends everything there and is peered, from %s to %s', (from, to) => {
    const { design: after, lastEdit } = routed(from, to);
    expect(lastEdit).toBe('send internet traffic of snet through afw, and peer spoke with hub');
    expect(tables(after)).toMatchObject([
      {
        name: 'rt-afw',
        routes: [
          { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' },
        ],
      },
    ]);
    expect(subnet(after)?.routeTable).toBe(tables(after)[0]?.id);
    expect(resourcesOfKind(after, 'virtual-network-peering')).toHaveLength(2);
  });

  it('shares the table that leads there already', () => {
    const of = start().subnet('other', 'spoke', '10.1.1.0/24').build();
    const once = routed('snet', 'afw', of).design;
    const { design: twice } = routed('other', 'afw', once);
    expect(tables(twice)).toHaveLength(1);
    expect(findOfKind(twice, id('other'), 'subnet')?.routeTable).toBe(subnet(twice)?.routeTable);
  });

  it('keeps the other routes of its own table', () => {
    const of = start()
      .inRegion('route-table', 'rt', {
        routes: [
          { name: 'a', addressPrefix: '10.9.0.0/16', nextHopType: 'VnetLocal' },
          { name: 'b', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' },
        ],
      })
      .build();
    const context = commandContext(of);
    joinTo(context, id('snet'), id('rt'));
    const { design: after } = routed('snet', 'afw', context.store.getState().design);
    expect(
      tables(after)[0]?.routes.map(({ addressPrefix, nextHopType }) => [addressPrefix, nextHopType]),
    ).toEqual([
      ['10.9.0.0/16', 'VnetLocal'],
      ['0.0.0.0/0', 'VirtualAppliance'],
    ]);
  });

  it('is not offered again, and not of the subnet of the firewall', () => {
    const { design: after } = routed('snet', 'afw');
    const firewall = findOfKind(after, id('afw'), 'azure-firewall');
    expect(firewall && jointsOf(after, firewall).map(({ title }) => title)).toEqual([]);
  });
});

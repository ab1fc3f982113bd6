import { describe, expect, it } from 'vitest';
import {
  type Design,
  findOfKind,
  findResource,
  type Resource,
  type ResourceId,
  resourcesOfKind,
} from '#model';
import { commandContext, design } from '#testing';
import { addNow } from '../adding.ts';
import { undo } from '../undo.ts';
import { join, joinTo, offeredJoints } from './connect.ts';
import { jointsOf } from './connections.ts';
import type { Way } from './joint.ts';
import { whyNotReached } from './told-reach.ts';

const id = (text: string) => text as ResourceId;

const start = () =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .virtualNetwork('twin', '10.1.0.0/24')
    .subnet('snet', 'spoke', '10.1.0.0/24')
    .inRegion('network-security-group', 'nsg')
    .inRegion('route-table', 'rt')
    .inRegion('storage-account', 'stml')
    .add('private-dns-zone', 'privatelink.blob.core.windows.net', undefined, { virtualNetworkLinks: [] })
    .build();

const titles = (from: string, of: Design = start()) => {
  const resource = findResource(of, id(from));
  return resource ? jointsOf(of, resource).map(({ title }) => title) : [];
};

const connected = (from: string, to: string) => {
  const context = commandContext(start());
  joinTo(context, id(from), id(to));
  return context.store.getState();
};

describe('connecting', () => {
  it('offers what Azure can join, and no peering of networks that share addresses', () => {
    expect(titles('spoke')).toEqual([
      'Peer spoke with hub, both ways',
      'Link privatelink.blob.core.windows.net to spoke',
    ]);
    expect(titles('snet')).toEqual([
      'Attach network security group nsg to subnet snet',
      'Attach route table rt to subnet snet',
      'Add the private endpoint of stml for blob to snet, with its zones',
      'Add the private endpoint of stml for file to snet, with its zones',
      'Add the service endpoint Microsoft.Storage to snet',
    ]);
  });

  it('peers both ways in one step, from either end', () => {
    for (const [from, to] of [['hub', 'spoke'] as const, ['spoke', 'hub'] as const]) {
      const { design: after, lastEdit, selection } = connected(from, to);
      expect(
        resourcesOfKind(after, 'virtual-network-peering')
          .map((one) => one.parent)
          .sort(),
      ).toEqual(['hub', 'spoke']);
      expect(lastEdit).toBe(`peer ${from} with ${to}, both ways`);
      expect(findResource(after, selection)?.kind, 'it is what is looked at next').toBe(
        'virtual-network-peering',
      );
    }
  });

  it('attaches and links', () => {
    expect(findOfKind(connected('nsg', 'snet').design, id('snet'), 'subnet')?.networkSecurityGroup).toBe(
      'nsg',
    );
    expect(findOfKind(connected('snet', 'rt').design, id('snet'), 'subnet')?.routeTable).toBe('rt');
    const zone = id('privatelink.blob.core.windows.net');
    const { design: after } = connected('hub', zone);
    expect(findOfKind(after, zone, 'private-dns-zone')?.virtualNetworkLinks).toMatchObject([
      { virtualNetwork: 'hub' },
    ]);
  });

  it('links a network to all zones whose names it lacks, as one step', () => {
    const links = [{ name: 'hub', virtualNetwork: id('hub') }];
    const zones = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .virtualNetwork('spoke', '10.1.0.0/16')
      .add('private-dns-zone', 'privatelink.a', undefined, { virtualNetworkLinks: links })
      .add('private-dns-zone', 'privatelink.b', undefined, { virtualNetworkLinks: [] })
      .add('private-dns-zone', 'other-a', undefined, { name: 'PRIVATELINK.A', virtualNetworkLinks: [] })
      .build();
    expect(titles('hub', zones)).not.toContainEqual(expect.stringMatching(/^Link all/));
    const context = commandContext(zones);
    const [all] = jointsOf(zones, zones.resources.find((one) => one.id === 'spoke') as Resource);
    expect(all?.title).toBe('Link all 2 private DNS zones to spoke');
    if (all) join(context, all);
    const { design: after } = context.store.getState();
    expect(
      resourcesOfKind(after, 'private-dns-zone').map(({ virtualNetworkLinks }) =>
        virtualNetworkLinks?.map(({ virtualNetwork }) => virtualNetwork),
      ),
    ).toEqual([['hub', 'spoke'], ['spoke'], []]);
    void undo.run(context);
    expect(context.store.getState().design).toEqual(zones);
  });

  it('joins a site on-premises to a gateway, from either end, once', () => {
    const hub = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('GatewaySubnet', 'hub', '10.0.1.0/27')
      .add('virtual-network-gateway', 'vgw', 'GatewaySubnet', { gatewayType: 'Vpn' })
      .add('on-premises-network', 'office', undefined, { addressPrefixes: ['10.9.0.0/16'] });
    for (const [from, to] of [['office', 'vgw'] as const, ['vgw', 'office'] as const]) {
      const context = commandContext(hub.build());
      joinTo(context, id(from), id(to));
      const { design: after } = context.store.getState();
      expect(findOfKind(after, id('office'), 'on-premises-network')?.gateways).toEqual(['vgw']);
      expect(titles(from, after)).not.toContain('Connect office to vgw');
    }
  });

  it('asks where a drag can mean several things, and changes nothing before the answer', () => {
    const context = commandContext(start());
    const { design: before, select } = context.store.getState();
    select(id('stml'));
    joinTo(context, id('stml'), id('snet'));
    expect(context.store.getState().design).toBe(before);
    const [usual, ...others] = offeredJoints(context.store.getState());
    expect(usual?.title).toBe('Add private endpoints for blob and file to snet, with their zones');
    expect(others.map(({ how }) => how)).toContain('Add the private endpoint for queue, with its zones');
    const blob = others.find(({ part }) => part === 'blob');
    if (blob) join(context, blob);
    const { design: after } = context.store.getState();
    expect(resourcesOfKind(after, 'private-endpoint')).toMatchObject([
      { parent: 'snet', target: 'stml', groupIds: ['blob'] },
    ]);
  });

  it('says that things are not joined, where a drag means nothing', () => {
    const { notice, lastEdit } = connected('stml', 'rt');
    expect([notice?.text, lastEdit]).toEqual(['stml and rt are not joined directly.', '']);
  });

  it('offers a new service its endpoints and zones in one step', () => {
    const context = commandContext(start());
    addNow(context, 'key-vault', { parent: id('westeurope') });
    const [offer] = offeredJoints(context.store.getState());
    expect(offer?.title).toBe('Add private endpoints for vault to snet, with their zones');
    const before = context.store.temporal.getState().pastStates.length;
    if (offer) join(context, offer);
    const { design: after } = context.store.getState();
    expect(resourcesOfKind(after, 'private-endpoint')).toHaveLength(1);
    expect(resourcesOfKind(after, 'private-dns-zone').map((zone) => zone.name)).toContain(
      'privatelink.vaultcore.azure.net',
    );
    expect(context.store.temporal.getState().pastStates).toHaveLength(before + 1);
  });
});

/** A hub with a firewall, a spoke with computes, and an account whose usual sub-resources have endpoints there. */
const closed = (account: object = { publicNetworkAccess: 'Disabled' }) =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26')
    .subnet('snet-jump', 'hub', '10.0.1.0/24')
    .add('virtual-machine', 'vm', 'snet-jump')
    .virtualNetwork('spoke', '10.1.0.0/16')
    .subnet('snet-empty', 'spoke', '10.1.3.0/24')
    .subnet('snet-pe', 'spoke', '10.1.1.0/24')
    .subnet('snet-training', 'spoke', '10.1.2.0/24')
    .inRegion('storage-account', 'stml', account)
    .add('compute-cluster', 'cluster', 'snet-training')
    .privateEndpoint('stml', 'blob', 'snet-pe', [])
    .privateEndpoint('stml', 'file', 'snet-pe', []);

/** What somebody is offered who has pointed at nothing. */
const offered = (of: Design) => {
  const context = commandContext(of);
  context.store.getState().select(id('stml'));
  context.store.getState().setView({ connecting: { from: id('stml') } });
  return { context, joints: offeredJoints(context.store.getState()) };
};

describe('connecting a service', () => {
  it('offers a closed one the endpoints that it lacks, beside its others, and no service endpoint', () => {
    const { context, joints } = offered(closed().build());
    expect(joints.map(({ title }) => title)).toEqual(
      ['queue', 'table', 'dfs', 'web'].map(
        (group) => `Add the private endpoint of stml for ${group} to snet-pe, with its zones`,
      ),
    );
    const [queue] = joints;
    if (queue) join(context, queue);
    const { design: after } = context.store.getState();
    expect(findResource(after, id('snet-pe')) && resourcesOfKind(after, 'private-dns-zone')).toMatchObject([
      { name: 'privatelink.queue.core.windows.net', virtualNetworkLinks: [{ virtualNetwork: 'spoke' }] },
    ]);
  });

  it('offers an open one the service endpoint where something would use it, the computes first', () => {
    const { joints } = offered(closed({ publicNetworkAccess: 'Enabled' }).build());
    expect(joints.map(({ title }) => title).slice(4)).toEqual([
      'Add the service endpoint Microsoft.Storage to snet-training',
      'Add the service endpoint Microsoft.Storage to snet-jump',
      'Add the service endpoint Microsoft.Storage to snet-empty',
    ]);
  });

  it('admits the subnet, too, where the service lets only chosen networks in', () => {
    const selected = { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Deny' } };
    const { context, joints } = offered(closed(selected).build());
    const joint = joints.find(({ way }) => way?.subnet === 'snet-training');
    expect(joint?.title).toBe(
      'Add the service endpoint Microsoft.Storage to snet-training, and admit that to stml',
    );
    if (joint) join(context, joint);
    const { design: after } = context.store.getState();
    expect(findOfKind(after, id('snet-training'), 'subnet')?.serviceEndpoints).toEqual([
      { service: 'Microsoft.Storage' },
    ]);
    expect(findOfKind(after, id('stml'), 'storage-account')?.networkAcls?.virtualNetworkRules).toEqual([
      'snet-training',
    ]);
  });

  it('says why no service endpoint is offered for what is closed', () => {
    const context = commandContext(closed().build());
    joinTo(context, id('stml'), id('AzureFirewallSubnet'));
    expect(context.store.getState().notice?.text).toBe(
      'stml has no private endpoint in AzureFirewallSubnet: Azure keeps AzureFirewallSubnet for Azure Firewall.',
    );
  });

  it('says where nothing is reached by what was joined', () => {
    const of = (builder: ReturnType<typeof closed>, way: Way) => whyNotReached(builder.build(), way);
    const open = { publicNetworkAccess: 'Enabled' };
    const byEndpoint = { service: id('stml'), subnet: id('snet-training') };
    expect(of(closed(open), { ...byEndpoint, subnet: id('snet-empty') })).toBe(
      'stml is ready to be reached, but nothing in snet-empty would ask it for anything.',
    );
    expect(of(closed(), byEndpoint)).toMatch(/^cluster still cannot reach stml: /);
  });
});

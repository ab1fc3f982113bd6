import { describe, expect, it } from 'vitest';
import { drawnBoxes, withPlacesKept } from '#drawing';
import { type Design, emptyDesign, findOfKind, findResource, type ResourceId, resourcesOfKind } from '#model';
import { keepAddresses } from '#network';
import { commandContext, design, isolatedWorkspace } from '#testing';
import { copy, cut, duplicate, loadCopying, paste } from './clipboard.ts';

await loadCopying();

const id = (text: string) => text as ResourceId;

const hubAndSpoke = () =>
  design()
    .virtualNetwork('vnet-hub', '10.0.0.0/16')
    .virtualNetwork('vnet-spoke', '10.1.0.0/16')
    .subnet('snet-training', 'vnet-spoke', '10.1.0.0/24')
    .subnet('snet-endpoints', 'vnet-spoke', '10.1.1.0/27')
    .inRegion('network-security-group', 'nsg')
    .set('snet-training', { networkSecurityGroup: 'nsg' })
    .inRegion('storage-account', 'stml')
    .inRegion('workspace', 'mlw', { storageAccount: 'stml' })
    .add('network-virtual-appliance', 'nva-1', 'snet-training', { privateIPAddress: '10.1.0.9' })
    .add('compute-cluster', 'cluster', 'snet-training', { workspace: 'mlw' })
    .add('private-endpoint', 'pe', 'snet-endpoints', { target: 'stml', groupIds: ['blob'] })
    .add('virtual-network-peering', 'to-hub', 'vnet-spoke', { remoteVirtualNetwork: 'vnet-hub' })
    .add('virtual-network-peering', 'to-spoke', 'vnet-hub', { remoteVirtualNetwork: 'vnet-spoke' })
    .add('private-dns-zone', 'privatelink.blob.core.windows.net', undefined, {
      virtualNetworkLinks: [{ name: 'link-spoke', virtualNetwork: 'vnet-spoke' }],
    })
    .build();

const named = (context: ReturnType<typeof commandContext>, name: string) =>
  context.store.getState().design.resources.find((one) => one.name === name);

describe('duplicating a network', () => {
  const context = commandContext(hubAndSpoke());
  context.store.getState().select(id('vnet-spoke'));
  void duplicate.run(context);
  const { design: after, lastEdit, selected } = context.store.getState();
  const network = named(context, 'vnet-spoke-2');
  const inside = after.resources.filter((one) => one.parent === network?.id);

  it('is one step that selects the copy', () => {
    expect(lastEdit).toBe('duplicate vnet-spoke-2');
    expect(selected).toEqual([network?.id]);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });

  it('plans the next free range, and its subnets and static addresses in it', () => {
    expect(network).toMatchObject({ addressPrefixes: ['10.2.0.0/16'] });
    expect(
      inside.flatMap((one) => (one.kind === 'subnet' ? [[one.name, one.addressPrefixes[0]]] : [])),
    ).toEqual([
      ['snet-training', '10.2.0.0/24'],
      ['snet-endpoints', '10.2.1.0/27'],
    ]);
    expect(named(context, 'nva-2')).toMatchObject({ privateIPAddress: '10.2.0.9' });
  });

  it('keeps what others may share, under names of its own', () => {
    const training = inside.find((one) => one.name === 'snet-training');
    expect(training).toMatchObject({ networkSecurityGroup: 'nsg' });
    expect(named(context, 'cluster-2')).toMatchObject({ workspace: 'mlw', parent: training?.id });
    expect(named(context, 'pe-2')).toMatchObject({ target: 'stml' });
  });

  it('peers it and links it as the original is', () => {
    const peerings = resourcesOfKind(after, 'virtual-network-peering');
    expect(peerings.filter((one) => one.parent === network?.id)).toMatchObject([
      { name: 'to-hub', remoteVirtualNetwork: 'vnet-hub' },
    ]);
    expect(peerings.filter((one) => one.remoteVirtualNetwork === network?.id)).toMatchObject([
      { name: 'to-spoke-vnet-spoke-2', parent: 'vnet-hub' },
    ]);
    const zone = findOfKind(after, id('privatelink.blob.core.windows.net'), 'private-dns-zone');
    expect(zone?.virtualNetworkLinks?.map((link) => link.virtualNetwork)).toEqual([
      'vnet-spoke',
      network?.id,
    ]);
  });
});

/** A region and nothing in it. */
const elsewhere: Design = {
  ...emptyDesign('b'),
  resources: [{ id: id('r'), kind: 'region', name: 'northeurope' }],
};

describe('copy and paste', () => {
  it('points copies at each other where both were copied', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().selectAll([id('stml'), id('mlw')]);
    void copy.run(context);
    void paste.run(context);
    expect(named(context, 'mlw-2')).toMatchObject({ storageAccount: named(context, 'stml2')?.id });
  });

  it('goes into the container that is selected, without the address that the original has', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().select(id('nva-1'));
    void copy.run(context);
    context.store.getState().select(id('snet-endpoints'));
    void paste.run(context);
    const copied = named(context, 'nva-2');
    expect(copied?.parent).toBe('snet-endpoints');
    expect(copied).not.toHaveProperty('privateIPAddress');
  });

  it('brings to another design what makes sense there, and points nowhere', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().select(id('vnet-spoke'));
    void copy.run(context);
    context.store.getState().replaceDesign(elsewhere, 'b', []);
    void paste.run(context);
    const { design: after } = context.store.getState();
    expect(resourcesOfKind(after, 'virtual-network')).toMatchObject([{ name: 'vnet-spoke', parent: 'r' }]);
    expect(resourcesOfKind(after, 'subnet')[0]).not.toHaveProperty('networkSecurityGroup');
    expect(resourcesOfKind(after, 'virtual-network-peering')).toEqual([]);
  });

  it('shares zones that were copied along: nobody has two of one name', () => {
    const context = commandContext(hubAndSpoke());
    context.store
      .getState()
      .selectAll(['vnet-spoke', 'privatelink.blob.core.windows.net'].map((name) => id(name)));
    void copy.run(context);
    void paste.run(context);
    const zones = resourcesOfKind(context.store.getState().design, 'private-dns-zone');
    expect(zones).toHaveLength(1);
    expect(zones[0]?.virtualNetworkLinks?.map((link) => link.virtualNetwork)).toEqual([
      'vnet-spoke',
      named(context, 'vnet-spoke-2')?.id,
    ]);
  });

  it('brings a zone to a design that has none of its name, linked to what came with it alone', () => {
    const context = commandContext(hubAndSpoke());
    const bring = (...names: readonly string[]) => {
      context.store.getState().replaceDesign(hubAndSpoke(), 'a', []);
      context.store.getState().selectAll(names.map(id));
      void copy.run(context);
      context.store.getState().replaceDesign(elsewhere, 'b', []);
      void paste.run(context);
      return resourcesOfKind(context.store.getState().design, 'private-dns-zone');
    };
    expect(bring('privatelink.blob.core.windows.net')).toMatchObject([{ virtualNetworkLinks: [] }]);
    const [zone] = bring('vnet-spoke', 'privatelink.blob.core.windows.net');
    expect(zone?.virtualNetworkLinks).toMatchObject([{ virtualNetwork: named(context, 'vnet-spoke')?.id }]);
  });

  it('says why a subnet finds no room, and changes nothing', () => {
    const start = design()
      .virtualNetwork('vnet', '10.0.0.0/24')
      .subnet('snet', 'vnet', '10.0.0.0/25')
      .subnet('other', 'vnet', '10.0.0.128/25')
      .build();
    const context = commandContext(start);
    context.store.getState().select(id('snet'));
    void duplicate.run(context);
    expect(context.store.getState().design).toBe(start);
    expect(context.store.getState().notice?.text).toContain('vnet has no room for 10.0.0.0/25');
  });

  it('refuses a second zone of one name and a second firewall subnet', () => {
    const start = design()
      .virtualNetwork('vnet', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'vnet', '10.0.0.0/26')
      .add('private-dns-zone', 'privatelink.azurecr.io')
      .build();
    const reasons = ['AzureFirewallSubnet', 'privatelink.azurecr.io'].map((name) => {
      const context = commandContext(start);
      context.store.getState().select(id(name));
      void duplicate.run(context);
      return context.store.getState().notice?.text;
    });
    expect(reasons[0]).toContain('has a subnet named AzureFirewallSubnet already');
    expect(reasons[1]).toContain('There is one privatelink.azurecr.io');
  });
});

describe('pasting into a network', () => {
  const spoke = () =>
    design()
      .virtualNetwork('vnet-hub', '10.0.0.0/24')
      .subnet('AzureFirewallSubnet', 'vnet-hub', '10.0.0.0/26')
      .virtualNetwork('vnet-spoke', '10.1.0.0/16')
      .subnet('snet-training', 'vnet-spoke', '10.1.0.0/24')
      .subnet('snet-pe', 'vnet-spoke', '10.1.1.0/27')
      .inRegion('storage-account', 'stml')
      .add('compute-cluster', 'cluster', 'snet-training')
      .add('private-endpoint', 'pe', 'snet-pe', { target: 'stml', groupIds: ['blob'] });

  const pastedInto = (chosen: string, of = spoke()) => {
    const context = commandContext(of.build());
    const { store } = context;
    store.getState().selectAll([id('cluster'), id('pe')]);
    void copy.run(context);
    store.getState().select(id(chosen));
    void paste.run(context);
    const { design: after, announcement, notice } = store.getState();
    const placeOf = (name: string) => findResource(after, named(context, name)?.parent);
    return { after, announcement: announcement?.text, notice, placeOf, context };
  };

  it.each(['vnet-hub', 'AzureFirewallSubnet'])(
    'makes the subnets that are wanted, each for its own, with %s chosen, and says so',
    (chosen) => {
      const { placeOf, announcement } = pastedInto(chosen);
      expect([placeOf('cluster-2'), placeOf('pe-2')]).toMatchObject([
        { name: 'snet-compute', parent: 'vnet-hub', addressPrefixes: ['10.0.0.64/26'] },
        { name: 'snet-endpoints', parent: 'vnet-hub', addressPrefixes: ['10.0.0.128/26'] },
      ]);
      expect(announcement).toBe(
        'Pasted as 2 resources, cluster-2 in the new snet-compute of vnet-hub, pe-2 in the new snet-endpoints of vnet-hub.',
      );
    },
  );

  it('takes the subnets that are there', () => {
    const { placeOf } = pastedInto('vnet-spoke');
    expect([placeOf('cluster-2')?.name, placeOf('pe-2')?.name]).toEqual(['snet-training', 'snet-pe']);
  });

  it('goes back to where it came from when what is chosen is in no network, never out of all of them', () => {
    const { placeOf, announcement } = pastedInto('stml');
    expect([placeOf('cluster-2')?.name, placeOf('pe-2')?.name]).toEqual(['snet-training', 'snet-pe']);
    expect(announcement).toContain('cluster-2 in snet-training of vnet-spoke, pe-2 in snet-pe of vnet-spoke');
  });

  it('refuses where there is no room, says so, and offers the nearest place that is legal', () => {
    const full = spoke()
      .subnet('rest', 'vnet-hub', '10.0.0.64/26')
      .subnet('half', 'vnet-hub', '10.0.0.128/25');
    const { notice, after, context } = pastedInto(
      'vnet-hub',
      full.set('rest', { delegations: ['x'] }).set('half', { delegations: ['x'] }),
    );
    expect(notice?.text).toBe('vnet-hub has no subnet for cluster, and no room for another one.');
    expect(resourcesOfKind(after, 'compute-cluster')).toHaveLength(1);
    const [offer] = notice?.actions ?? [];
    expect(offer?.label).toBe('Put it in snet-training');
    offer?.run();
    expect(findResource(context.store.getState().design, named(context, 'cluster-2')?.parent)?.name).toBe(
      'snet-training',
    );
  });

  it('comes back into the network that is chosen after it was cut', () => {
    const context = commandContext(spoke().build());
    context.store.getState().select(id('cluster'));
    void cut.run(context);
    context.store.getState().select(id('vnet-hub'));
    void paste.run(context);
    const { design: after } = context.store.getState();
    expect(findResource(after, findResource(after, id('cluster'))?.parent)).toMatchObject({
      name: 'snet-compute',
      parent: 'vnet-hub',
    });
  });
});

describe('cut and paste', () => {
  it('brings back what was cut with everything that pointed at it, in the place that is selected', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().select(id('stml'));
    void cut.run(context);
    expect(findResource(context.store.getState().design, id('mlw'))).not.toHaveProperty('storageAccount');
    void paste.run(context);
    const { design: after } = context.store.getState();
    expect(findResource(after, id('mlw'))).toMatchObject({ storageAccount: 'stml' });
    expect(findResource(after, id('pe'))).toMatchObject({ target: 'stml' });
    expect(new Set(after.resources)).toEqual(new Set(hubAndSpoke().resources));
  });

  it('moves between containers', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().select(id('cluster'));
    void cut.run(context);
    context.store.getState().select(id('snet-endpoints'));
    void paste.run(context);
    expect(findResource(context.store.getState().design, id('cluster'))?.parent).toBe('snet-endpoints');
    void paste.run(context);
    expect(named(context, 'cluster-2')?.parent).toBe('snet-endpoints');
  });

  it('keeps what was changed in between', () => {
    const context = commandContext(hubAndSpoke());
    context.store.getState().select(id('stml'));
    void cut.run(context);
    context.store.getState().edit('rename', (before) => ({
      ...before,
      resources: before.resources.map((one) => (one.id === id('mlw') ? { ...one, name: 'mlw-new' } : one)),
    }));
    void paste.run(context);
    expect(findResource(context.store.getState().design, id('mlw'))).toMatchObject({ name: 'mlw-new' });
  });
});

describe('what was cut, where what stays keeps the addresses that it was shown with', () => {
  it.each(
    resourcesOfKind(isolatedWorkspace().build(), 'private-endpoint').map(
      ({ name, target }) => [name, target] as const,
    ),
  )('comes back as the target of %s', (_, target) => {
    if (target === undefined) throw new Error('The endpoint leads nowhere');
    const context = commandContext(isolatedWorkspace().build());
    const { store } = context;
    store.setState({ keepPlaces: ({ design }, after) => keepAddresses(design, after) });
    const before = store.getState().design;
    store.getState().select(target);
    void cut.run(context);
    void paste.run(context);
    const { design } = store.getState();
    const targetsIn = (of: typeof design) =>
      resourcesOfKind(of, 'private-endpoint').map(({ id: endpoint, target: to }) => [endpoint, to]);
    expect(targetsIn(design)).toEqual(targetsIn(before));
  });
});

describe('a copy of a network', () => {
  it.each([
    ['duplicated', [duplicate]],
    ['pasted', [copy, paste]],
    ['cut, pasted and pasted again', [cut, paste, paste]],
  ] as const)('lies inside as what it is a copy of when it was %s', (_, acts) => {
    const start = hubAndSpoke();
    const context = commandContext(start);
    const { store } = context;
    store.setState({ keepPlaces: withPlacesKept });
    store.getState().select(id('vnet-spoke'));
    const result = store.getState().result;
    const before = drawnBoxes(start, result);
    for (const act of acts) void act.run(context);
    const { design: after, selection } = store.getState();
    const boxes = drawnBoxes(after, store.getState().result);
    const sizeOf = ({ width, height }: { width: number; height: number }) => ({ width, height });
    const insideOf = (of: typeof after, container: ResourceId) =>
      of.resources.filter(({ parent }) => parent === container);
    const compare = (original: ResourceId, own: ResourceId) => {
      const copies = insideOf(after, own).filter(({ kind }) => kind !== 'virtual-network-peering');
      const originals = insideOf(start, original).filter(({ kind }) => kind !== 'virtual-network-peering');
      expect(copies.map((one) => boxes[one.id])).toEqual(originals.map((one) => before[one.id]));
      for (const [at, one] of originals.entries()) if (copies[at]) compare(one.id, copies[at].id);
    };
    if (selection === undefined || !boxes[selection] || !before['vnet-spoke']) throw new Error('No copy');
    expect(sizeOf(boxes[selection])).toEqual(sizeOf(before['vnet-spoke']));
    compare(id('vnet-spoke'), selection);
  });
});

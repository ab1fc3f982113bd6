import { describe, expect, it } from 'vitest';
import { findResource, type ResourceId, type ResourceKind } from '#model';
import { commandContext, type DesignBuilder, design } from '#testing';
import { addNow } from './adding.ts';
import { homeIn } from './home-in-network.ts';

const id = (text: string) => text as ResourceId;

const hub = () => design().virtualNetwork('hub', '10.0.0.0/16');

/** The name of the subnet, with `new` before it where it has to be made. */
const homeOf = (kind: ResourceKind, builder: DesignBuilder) => {
  const of = builder.build();
  const home = homeIn(of, kind, findResource(of, id('hub')));
  if (!home) return undefined;
  return home.newSubnetName === undefined ? findResource(of, home.parent)?.name : `new ${home.newSubnetName}`;
};

describe('where a kind belongs in a network', () => {
  const jump = () =>
    hub().subnet('snet-jump', 'hub', '10.0.1.0/24').add('virtual-machine', 'vm', 'snet-jump');
  const endpoints = () =>
    hub()
      .subnet('snet-a', 'hub', '10.0.1.0/24')
      .inRegion('storage-account', 'stml')
      .privateEndpoint('stml', 'blob', 'snet-a', []);

  it.each<[string, ResourceKind, DesignBuilder, string | undefined]>([
    ['a new subnet', 'virtual-machine', hub(), 'new snet-vm'],
    ['beside its like', 'virtual-machine', jump(), 'snet-jump'],
    ['apart from others', 'compute-cluster', jump(), 'new snet-compute'],
    ['one that is empty', 'compute-cluster', hub().subnet('snet-b', 'hub', '10.0.2.0/24'), 'snet-b'],
    ['not where endpoints lie', 'compute-cluster', endpoints(), 'new snet-compute'],
    [
      'not what is named for endpoints',
      'virtual-machine',
      hub().subnet('snet-pe', 'hub', '10.0.2.0/24'),
      'new snet-vm',
    ],
    ['where endpoints lie', 'private-endpoint', endpoints(), 'snet-a'],
    [
      'what is named for endpoints',
      'private-endpoint',
      jump().subnet('snet-pe', 'hub', '10.0.2.0/24'),
      'snet-pe',
    ],
    ['what Azure has a name for', 'bastion', jump(), 'new AzureBastionSubnet'],
    [
      'what Azure has a name for, as it is there',
      'azure-firewall',
      hub().subnet('AzureFirewallSubnet', 'hub', '10.0.0.0/26'),
      'AzureFirewallSubnet',
    ],
    [
      'nothing delegated to others',
      'virtual-machine',
      hub()
        .subnet('snet-b', 'hub', '10.0.2.0/24')
        .set('snet-b', { delegations: ['Microsoft.Web/serverFarms'] }),
      'new snet-vm',
    ],
    [
      'among others where there is no more room',
      'compute-cluster',
      design()
        .virtualNetwork('hub', '10.0.0.0/24')
        .subnet('all', 'hub', '10.0.0.0/24')
        .add('virtual-machine', 'vm', 'all'),
      'all',
    ],
    [
      'nowhere in a network that is full of endpoints',
      'virtual-machine',
      design().virtualNetwork('hub', '10.0.0.0/24').subnet('snet-pe', 'hub', '10.0.0.0/24'),
      undefined,
    ],
    ['not for what lies in regions', 'storage-account', hub(), undefined],
  ])('is %s', (_, kind, builder, expected) => {
    expect(homeOf(kind, builder)).toBe(expected);
  });

  it('is a subnet with the delegation that Azure asks for, where it is made', () => {
    const context = commandContext(hub().build());
    const { design: before } = context.store.getState();
    const home = homeIn(before, 'dns-resolver-endpoint', findResource(before, id('hub')));
    addNow(context, 'dns-resolver-endpoint', home ?? { parent: undefined });
    const { design: after, selection } = context.store.getState();
    expect(findResource(after, findResource(after, selection)?.parent)).toMatchObject({
      kind: 'subnet',
      name: 'snet-resolver',
      delegations: ['Microsoft.Network/dnsResolvers'],
    });
  });
});

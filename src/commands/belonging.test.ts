import { describe, expect, it } from 'vitest';
import { type Design, findOfKind, type ResourceId, type ResourceKind, resourcesOfKind } from '#model';
import { commandContext, design } from '#testing';
import { addNow } from './adding.ts';
import { addInside } from './menu-pages.ts';

const region = 'westeurope' as ResourceId;

const added = (start: Design, ...kinds: readonly ResourceKind[]) => {
  const context = commandContext(start);
  for (const kind of kinds) addNow(context, kind, { parent: region });
  return context.store.getState().design;
};

const workspaceOf = (of: Design) => resourcesOfKind(of, 'workspace')[0];
const empty = () => design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet', 'vnet', '10.0.0.0/24');

describe('what is added', () => {
  it('is told with what comes along, and undone by name', () => {
    const hub = design().virtualNetwork('hub', '10.0.0.0/16');
    const context = commandContext(hub.build());
    addNow(context, 'azure-firewall', {
      parent: 'hub' as ResourceId,
      newSubnetName: 'AzureFirewallSubnet',
    });
    const { announcement, lastEdit } = context.store.getState();
    expect(announcement?.text).toBe('Added afw-1 to AzureFirewallSubnet, with pip-afw-1 and afwp-1.');
    expect(lastEdit).toBe('add Azure Firewall afw-1');
  });

  it('is nothing where nothing can lie, and that is told', () => {
    const context = commandContext(empty().build());
    addNow(context, 'network-security-group', { parent: region });
    const state = context.store.getState();
    expect(addInside.isEnabled?.(state)).toBe(false);
    expect(addInside.obstacle?.(state)).toBe('nothing lies in nsg-1');
    context.store.getState().select('vnet' as ResourceId);
    expect(addInside.obstacle?.(context.store.getState())).toBeUndefined();
  });
});

describe('what is added to a design with one workspace', () => {
  it.each([
    ['storage-account', 'storageAccount'],
    ['key-vault', 'keyVault'],
    ['container-registry', 'containerRegistry'],
    ['application-insights', 'applicationInsights'],
  ] as const)('is its %s, whichever came first', (kind, property) => {
    for (const order of [
      ['workspace', kind],
      [kind, 'workspace'],
    ] as const) {
      const after = added(empty().build(), ...order);
      expect(workspaceOf(after)?.[property]).toBe(resourcesOfKind(after, kind)[0]?.id);
    }
  });

  it('is said to be its', () => {
    const context = commandContext(empty().build());
    addNow(context, 'workspace', { parent: region });
    addNow(context, 'container-registry', { parent: region });
    const { notice, announcement } = context.store.getState();
    const { name } = workspaceOf(context.store.getState().design) ?? {};
    expect(announcement?.text).toContain(`, and made it ${name}'s container registry.`);
    expect(notice?.title).toMatch(/^Added cr\S+ to .+, and made it /);
  });

  it('is the policy of the only firewall without policy and rules, whichever came first', () => {
    const hub = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26');
    const firewalls = (start: Design) => resourcesOfKind(added(start, 'firewall-policy'), 'azure-firewall');
    const bare = hub.add('azure-firewall', 'afw', 'AzureFirewallSubnet', {});
    expect(firewalls(bare.build())[0]?.firewallPolicy).toBeDefined();
    const ruled = hub.add('azure-firewall', 'afw', 'AzureFirewallSubnet', {
      ruleCollections: [{ name: 'own', priority: 100, action: 'Allow', rules: [] }],
    });
    expect(firewalls(ruled.build())[0]?.firewallPolicy).toBeUndefined();
    const context = commandContext(hub.inRegion('firewall-policy', 'afwp', {}).build());
    addNow(context, 'azure-firewall', { parent: 'AzureFirewallSubnet' as ResourceId });
    expect(
      resourcesOfKind(context.store.getState().design, 'azure-firewall')[0]?.firewallPolicy,
    ).toBeDefined();
  });

  it('is a firewall with a policy of its own, where there is none, in one step', () => {
    const hub = design()
      .virtualNetwork('hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'hub', '10.0.1.0/26');
    const context = commandContext(hub.build());
    addNow(context, 'azure-firewall', { parent: 'AzureFirewallSubnet' as ResourceId });
    const { design: after } = context.store.getState();
    const [policy, ...others] = resourcesOfKind(after, 'firewall-policy');
    expect(policy).toMatchObject({ name: 'afwp-1', parent: 'westeurope', skuTier: 'Standard' });
    expect(others).toEqual([]);
    expect(resourcesOfKind(after, 'azure-firewall')[0]?.firewallPolicy).toBe(policy?.id);
    expect(context.store.temporal.getState().pastStates).toHaveLength(1);
  });

  it('is the gateway of the only site on-premises that has none, whichever came first', () => {
    const hub = design().virtualNetwork('hub', '10.0.0.0/16').subnet('GatewaySubnet', 'hub', '10.0.1.0/27');
    const gatewaysAfter = (start: Design, kind: ResourceKind, parent?: string) => {
      const context = commandContext(start);
      addNow(context, kind, { parent: parent as ResourceId | undefined });
      return resourcesOfKind(context.store.getState().design, 'on-premises-network')[0]?.gateways;
    };
    const gateway = hub.add('virtual-network-gateway', 'vgw', 'GatewaySubnet', { gatewayType: 'Vpn' });
    expect(gatewaysAfter(gateway.build(), 'on-premises-network')).toEqual(['vgw']);
    const site = (properties: object) =>
      hub.add('on-premises-network', 'office', undefined, {
        addressPrefixes: ['10.9.0.0/16'],
        ...properties,
      });
    expect(gatewaysAfter(site({}).build(), 'virtual-network-gateway', 'GatewaySubnet')).toHaveLength(1);
    const joined = gateway.add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['10.9.0.0/16'],
      gateways: ['vgw'],
    });
    expect(gatewaysAfter(joined.build(), 'virtual-network-gateway', 'GatewaySubnet')).toEqual(['vgw']);
  });

  it('leaves what the workspace names already', () => {
    const after = added(empty().build(), 'workspace', 'key-vault', 'key-vault');
    expect(workspaceOf(after)?.keyVault).toBe(resourcesOfKind(after, 'key-vault')[0]?.id);
  });

  it('is left to the person where there are two to choose from', () => {
    const two = added(empty().build(), 'key-vault', 'key-vault', 'workspace');
    expect(workspaceOf(two)?.keyVault).toBeUndefined();
    const twins = added(empty().build(), 'workspace', 'workspace', 'key-vault');
    expect(resourcesOfKind(twins, 'workspace').map(({ keyVault }) => keyVault)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('takes computes that belong to none with a new workspace', () => {
    const start = empty().add('compute-cluster', 'cpu', 'snet', { minNodeCount: 0, maxNodeCount: 2 }).build();
    const after = added(start, 'workspace');
    expect(findOfKind(after, 'cpu' as ResourceId, 'compute-cluster')?.workspace).toBe(workspaceOf(after)?.id);
  });

  it('changes nothing of an export that does not show everything', () => {
    const start = { ...empty().build(), source: { ...empty().build().source, complete: false } };
    expect(workspaceOf(added(start, 'workspace', 'key-vault'))?.keyVault).toBeUndefined();
  });

  it('is one step of the history', () => {
    const context = commandContext(empty().build());
    addNow(context, 'workspace', { parent: region });
    addNow(context, 'key-vault', { parent: region });
    context.store.temporal.getState().undo();
    expect(workspaceOf(context.store.getState().design)?.keyVault).toBeUndefined();
    expect(resourcesOfKind(context.store.getState().design, 'key-vault')).toEqual([]);
  });
});

describe('a public IP address', () => {
  it('comes with a firewall, a Bastion and a NAT gateway, in the same step', () => {
    const context = commandContext(empty().build());
    addNow(context, 'azure-firewall', {
      parent: 'vnet' as ResourceId,
      newSubnetName: 'AzureFirewallSubnet',
    });
    const { design, selection } = context.store.getState();
    const firewall = resourcesOfKind(design, 'azure-firewall')[0];
    const [address] = resourcesOfKind(design, 'public-ip-address');
    expect(firewall?.publicIPAddresses).toEqual([address?.id]);
    expect(address).toMatchObject({ name: `pip-${firewall?.name}`, sku: 'Standard' });
    expect(selection).toBe(firewall?.id);
    addNow(context, 'nat-gateway', { parent: region });
    addNow(context, 'bastion', {
      parent: 'vnet' as ResourceId,
      newSubnetName: 'AzureBastionSubnet',
    });
    const { design: after } = context.store.getState();
    const names = resourcesOfKind(after, 'public-ip-address').map(({ name }) => name);
    expect(names).toEqual(
      ['azure-firewall', 'nat-gateway', 'bastion'].map(
        (kind) => `pip-${after.resources.find((one) => one.kind === kind)?.name}`,
      ),
    );
    expect(resourcesOfKind(after, 'bastion')[0]?.publicIPAddresses).toHaveLength(1);
    expect(context.store.temporal.getState().pastStates).toHaveLength(3);
  });
});

describe('a subnet that Azure wants under a name', () => {
  it.each([
    ['azure-firewall', 'AzureFirewallSubnet', '10.0.1.0/26'],
    ['virtual-network-gateway', 'GatewaySubnet', '10.0.1.0/27'],
  ] as const)('has the size that Azure asks for, with a %s', (kind, newSubnetName, prefix) => {
    const context = commandContext(empty().build());
    addNow(context, kind, { parent: 'vnet' as ResourceId, newSubnetName });
    const made = resourcesOfKind(context.store.getState().design, 'subnet').find(
      ({ name }) => name === newSubnetName,
    );
    expect(made?.addressPrefixes).toEqual([prefix]);
  });
});

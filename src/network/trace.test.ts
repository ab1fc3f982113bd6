import { describe, expect, it } from 'vitest';
import { edits, type ResourceId } from '#model';
import { type DesignBuilder, design, isolatedWorkspace, type Properties, securityRule } from '#testing';
import { type Destination, deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const trace = (builder: DesignBuilder, to: Destination, from = 'ci', port = 443) =>
  deriveNetwork(builder.build()).trace({ from: id(from), to, protocol: 'Tcp', port });
const vault: Destination = { resource: id('kv'), groupId: 'vault' };
const vaultZone = 'privatelink.vaultcore.azure.net';

const withVault = (properties: Properties<'key-vault'> = { publicNetworkAccess: 'Disabled' }) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: true })
    .subnet('endpoints', 'vnet', '10.0.2.0/24')
    .inRegion('key-vault', 'kv', properties)
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false });
const withEndpoint = (properties: Properties<'private-endpoint'> = {}) =>
  withVault().privateEndpoint('kv', 'vault', 'endpoints', [vaultZone], properties);

describe('a packet to a private endpoint', () => {
  it('is delivered, with what was taken for granted', () => {
    const { verdict, assumptions } = trace(withEndpoint(), vault);
    expect(verdict).toBe('delivered');
    expect(assumptions).toEqual([
      'pe-kv-vault is taken to get 10.0.2.4: its address is not stated.',
      'The connection of pe-kv-vault is taken as Approved: its status is not stated.',
    ]);
  });

  it.each(['Pending', 'Rejected', 'Disconnected'] as const)(
    'is refused while the connection is %s',
    (connectionStatus) => {
      expect(trace(withEndpoint({ connectionStatus }), vault)).toMatchObject({
        verdict: 'service-refused',
        blockers: ['pe-kv-vault'],
      });
    },
  );

  it('goes to the wrong address where the zone is not linked', () => {
    const unlinked = withEndpoint().set(vaultZone, { virtualNetworkLinks: [] });
    expect(trace(unlinked, vault)).toMatchObject({ verdict: 'wrong-address', blockers: [vaultZone] });
  });

  it('has no name where the linked zone holds no record', () => {
    expect(trace(withEndpoint({ privateDnsZoneGroups: [] }), vault)).toMatchObject({
      verdict: 'no-name',
      blockers: ['pe-kv-vault'],
    });
  });

  it('is not held up by a security group of the endpoint’s subnet unless the policy is on', () => {
    const rules = [{ ...withDenial, name: 'deny' }];
    const guarded = withEndpoint().securityGroup('nsg', rules, 'endpoints');
    expect(trace(guarded, vault).verdict).toBe('delivered');
    const enforced = guarded.set('endpoints', {
      privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled',
    });
    expect(trace(enforced, vault)).toMatchObject({ verdict: 'denied', blockers: ['nsg'] });
  });

  it('is not caught by a default route', () => {
    const routed = withEndpoint().routeTable(
      'rt',
      [{ name: 'drop', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }],
      'snet',
    );
    expect(trace(routed, vault).verdict).toBe('delivered');
  });

  it('is caught by a route as long as its network’s space where the policy is on', () => {
    const routed = withEndpoint().routeTable(
      'rt',
      [{ name: 'drop', addressPrefix: '10.0.0.0/16', nextHopType: 'None' }],
      'snet',
    );
    expect(trace(routed, vault).verdict).toBe('delivered');
    const enforced = routed.set('endpoints', { privateEndpointNetworkPolicies: 'RouteTableEnabled' });
    expect(trace(enforced, vault)).toMatchObject({ verdict: 'no-route', blockers: ['rt'] });
  });

  it('tells every fault, not the first only', () => {
    const faulty = withEndpoint({ connectionStatus: 'Pending', privateDnsZoneGroups: [] }).securityGroup(
      'nsg',
      [{ ...withDenial, direction: 'Outbound' }],
      'snet',
    );
    expect(trace(faulty, vault)).toMatchObject({
      verdict: 'no-name',
      blockers: ['pe-kv-vault', 'nsg'],
    });
  });

  it('finds no route where the networks are not peered', () => {
    const apart = withVault()
      .virtualNetwork('other', '10.9.0.0/16')
      .subnet('far', 'other', '10.9.1.0/24')
      .privateEndpoint('kv', 'vault', 'far', [vaultZone])
      .set(vaultZone, { virtualNetworkLinks: [{ name: 'l', virtualNetwork: 'vnet' }] });
    expect(trace(apart, vault)).toMatchObject({ verdict: 'no-route', blockers: ['vnet'] });
    expect(trace(apart.peering('vnet', 'other'), vault).verdict).toBe('delivered');
    expect(trace(apart.incomplete(), vault).verdict).toBe('cannot-tell');
  });
});

const withDenial = {
  name: 'deny',
  priority: 100,
  access: 'Deny',
  direction: 'Inbound',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
} as const;

describe('a packet to a public service', () => {
  it('is refused where public access is disabled', () => {
    expect(trace(withVault(), vault)).toMatchObject({ verdict: 'service-refused', blockers: ['kv'] });
  });

  it('is let in where the service is open', () => {
    expect(trace(withVault({}), vault).verdict).toBe('delivered');
  });

  it('is not decided behind a network security perimeter', () => {
    expect(trace(withVault({ publicNetworkAccess: 'SecuredByPerimeter' }), vault).verdict).toBe(
      'cannot-tell',
    );
  });

  const guarded = (networkAcls: Properties<'key-vault'>['networkAcls'] & object) =>
    withVault({ networkAcls: { defaultAction: 'Deny', ...networkAcls } });

  it('is let in by a rule for its subnet only with the service endpoint there', () => {
    const ruled = guarded({ virtualNetworkRules: ['snet'] });
    expect(trace(ruled, vault).verdict).toBe('service-refused');
    expect(
      trace(ruled.set('snet', { serviceEndpoints: [{ service: 'Microsoft.KeyVault' }] }), vault).verdict,
    ).toBe('delivered');
  });

  it('is let in by a rule for the address of its NAT gateway', () => {
    const natted = (ipRules: string[], ipAddress?: string) =>
      guarded({ ipRules })
        .inRegion('public-ip-address', 'pip', ipAddress === undefined ? {} : { ipAddress })
        .inRegion('nat-gateway', 'nat', { publicIPAddresses: ['pip'] })
        .set('snet', { natGateway: 'nat' });
    expect(trace(natted(['20.0.0.0/24'], '20.0.0.7'), vault).verdict).toBe('delivered');
    expect(trace(natted(['20.0.9.0/24'], '20.0.0.7'), vault).verdict).toBe('service-refused');
    expect(trace(natted(['20.0.0.0/24']), vault).verdict).toBe('cannot-tell');
  });

  it('may have none of a subnet that does not say, but had one where it is opened from Azure', () => {
    const silent = withVault({}).set('snet', { defaultOutboundAccess: undefined });
    expect(trace(silent, vault).missing).toEqual([
      { fact: 'defaultOutboundAccess of snet (off in networks made since 2026-03-31)' },
    ]);
    const { verdict, assumptions } = trace(silent.wholeExport(), vault);
    expect(verdict).toBe('delivered');
    expect(assumptions).toContain('Default outbound access of snet: the property is not set.');
  });

  it('has no way out of a private subnet', () => {
    const shut = withVault({}).set('snet', { defaultOutboundAccess: false });
    expect(trace(shut, vault)).toMatchObject({ verdict: 'no-route', blockers: ['snet'] });
  });
});

describe('a packet to storage by service endpoint', () => {
  const storage: Destination = { resource: id('st'), groupId: 'blob' };
  const managed: Destination = { serviceTag: 'Storage', hosts: ['*.blob.core.windows.net'] };
  const withPolicy = (...serviceResources: string[]) =>
    withVault()
      .inRegion('storage-account', 'st', {
        azureId: '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st',
      })
      .inRegion('service-endpoint-policy', 'sep', {
        definitions: [{ name: 'd', service: 'Microsoft.Storage', serviceResources }],
      })
      .set('snet', {
        defaultOutboundAccess: false,
        serviceEndpoints: [{ service: 'Microsoft.Storage' }],
        serviceEndpointPolicies: ['sep'],
      });
  const account = '/subscriptions/1/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/ST';

  it('needs no other way out, and no firewall', () => {
    expect(trace(withPolicy(account), storage).verdict).toBe('delivered');
  });

  it('is denied where the policy names another account', () => {
    expect(trace(withPolicy(`${account}x`), storage)).toMatchObject({ verdict: 'denied', blockers: ['sep'] });
  });

  it('reaches what Microsoft manages only by the alias', () => {
    expect(trace(withPolicy(account), managed).verdict).toBe('denied');
    expect(trace(withPolicy(account, '/services/Azure/MachineLearning'), managed).verdict).toBe('delivered');
  });
});

describe('a packet from a subnet that is full', () => {
  it('is judged by the prefix of the subnet, although its sender gets no address', () => {
    const full = withEndpoint()
      .subnet('tiny', 'vnet', '10.0.3.0/29')
      .add('compute-cluster', 'many', 'tiny', { maxNodeCount: 9, enableNodePublicIp: false })
      .add('compute-instance', 'last', 'tiny', { enableNodePublicIp: false })
      .securityGroup(
        'nsg-endpoints',
        [
          securityRule(100, 'Allow', 'Inbound', '10.0.3.0/29', '*', '443', 'Tcp'),
          securityRule(4000, 'Deny', 'Inbound', '*', '*'),
        ],
        'endpoints',
      )
      .set('endpoints', { privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' });
    expect(trace(full, vault, 'many').verdict).toBe('delivered');
    expect(trace(full, vault, 'last').verdict).toBe('delivered');
  });
});

describe('a packet from on premises', () => {
  const office = (half: Properties<'virtual-network-peering'>) =>
    withEndpoint()
      .virtualNetwork('hub', '10.8.0.0/16')
      .subnet('GatewaySubnet', 'hub', '10.8.1.0/27')
      .subnet('inbound', 'hub', '10.8.2.0/28')
      .add('virtual-network-gateway', 'vpn', 'GatewaySubnet')
      .add('dns-resolver-endpoint', 'in', 'inbound', { direction: 'inbound' })
      .peering('hub', 'vnet', half)
      .set(vaultZone, { virtualNetworkLinks: [{ name: 'l', virtualNetwork: 'hub' }] })
      .add('on-premises-network', 'office', undefined, {
        addressPrefixes: ['192.168.0.0/16'],
        gateways: ['vpn'],
        dnsServers: ['192.168.0.10'],
      })
      .add('dns-server', 'dns', 'office', {
        ipAddress: '192.168.0.10',
        conditionalForwarders: [{ domainName: 'vault.azure.net', targets: ['10.8.2.4'] }],
      })
      .add('client', 'ada', 'office');

  it('comes through the gateway of the hub', () => {
    expect(trace(office({ allowGatewayTransit: true, useRemoteGateways: true }), vault, 'ada').verdict).toBe(
      'delivered',
    );
  });

  it.each([
    ['holds the whole office', '192.168.0.0/16', 'delivered'],
    ['holds nothing of the office', '172.16.0.0/16', 'denied'],
    ['holds a part of the office', '192.168.4.0/24', 'cannot-tell'],
  ])('is judged by a security rule that %s', (_, admitted, verdict) => {
    const guarded = office({ allowGatewayTransit: true, useRemoteGateways: true })
      .securityGroup(
        'nsg-endpoints',
        [
          securityRule(100, 'Allow', 'Inbound', admitted, 'VirtualNetwork', '443', 'Tcp'),
          securityRule(4000, 'Deny', 'Inbound', '*', '*'),
        ],
        'endpoints',
      )
      .set('endpoints', { privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' });
    expect(trace(guarded, vault, 'ada').verdict).toBe(verdict);
  });

  it('does not where the peering does not use it', () => {
    expect(trace(office({}), vault, 'ada')).toMatchObject({ verdict: 'no-route', blockers: ['vnet-to-hub'] });
  });
});

describe('what nothing can be told of', () => {
  it('is a next hop that is not shown', () => {
    const unseen = withVault({ privateEndpointConnections: [] }).routeTable(
      'rt',
      [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.7.0.4',
        },
      ],
      'snet',
    );
    expect(trace(unseen, vault)).toMatchObject({ verdict: 'no-route', blockers: ['rt'] });
    expect(trace(unseen.incomplete(), vault).missing).toContainEqual({ fact: 'the appliance at 10.7.0.4' });
  });

  it('is what a network virtual appliance lets pass', () => {
    const appliance = withVault({})
      .subnet('snet-nva', 'vnet', '10.0.3.0/24')
      .add('network-virtual-appliance', 'nva', 'snet-nva', { privateIPAddress: '10.0.3.4' })
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
    expect(trace(appliance, vault).missing).toEqual([{ fact: 'what nva lets pass' }]);
  });

  it('is how a virtual WAN hub routes', () => {
    const connected = withVault({})
      .virtualNetwork('other', '10.9.0.0/16')
      .subnet('far', 'other', '10.9.1.0/24')
      .add('compute-instance', 'far-ci', 'far')
      .inRegion('virtual-wan-hub', 'hub', {
        virtualNetworkConnections: [
          { name: 'a', remoteVirtualNetwork: 'vnet' },
          { name: 'b', remoteVirtualNetwork: 'other' },
        ],
      });
    expect(trace(connected, { resource: id('far-ci') }).missing).toEqual([
      { fact: 'how virtual WAN hub hub routes far-ci' },
    ]);
    expect(trace(connected, vault).verdict).toBe('delivered');
    expect(trace(connected.add('azure-firewall', 'fw', 'hub'), vault).verdict).toBe('cannot-tell');
  });

  it('is a destination that the design does not hold', () => {
    expect(trace(withVault(), { resource: id('elsewhere') }).verdict).toBe('cannot-tell');
  });
});

describe('required flows', () => {
  const flows = (builder: DesignBuilder) => deriveNetwork(builder.build()).requiredFlows();

  it('are all delivered in an isolated workspace', () => {
    const network = deriveNetwork(isolatedWorkspace().build());
    const verdicts = network.requiredFlows().map((flow) => `${flow.id}: ${network.trace(flow).verdict}`);
    expect(verdicts.length).toBeGreaterThan(20);
    expect(verdicts.filter((text) => !text.endsWith(': delivered'))).toEqual([]);
  });

  it('ask for UDP 5831 of a cluster only without public IP', () => {
    const asks = (enableNodePublicIp: boolean) =>
      flows(isolatedWorkspace().set('cpu-cluster', { enableNodePublicIp })).some(
        (flow) => flow.from === id('cpu-cluster') && flow.requirement === 'compute-management',
      );
    expect(asks(false)).toBe(true);
    expect(asks(true)).toBe(false);
  });

  it('ask for software only where goals name it, and for the key vault of Batch only of an hbi workspace', () => {
    const requirements = (builder: DesignBuilder) => new Set(flows(builder).map((flow) => flow.requirement));
    expect(requirements(isolatedWorkspace())).not.toContain('conda');
    expect(requirements(isolatedWorkspace().goals({ software: ['Conda'] }))).toContain('conda');
    expect(requirements(isolatedWorkspace())).not.toContain('batch-key-vault');
    expect(requirements(isolatedWorkspace().set('mlw', { hbiWorkspace: true }))).toContain('batch-key-vault');
  });

  it('ask nothing of computes that run in a network of Microsoft', () => {
    const hosted = isolatedWorkspace().set('ci-research', { parent: 'westeurope' });
    expect(flows(hosted).some((flow) => flow.from === id('ci-research'))).toBe(false);
  });

  it('ask a Kubernetes cluster only once it is attached', () => {
    const cluster = (workspaces: string[]) =>
      isolatedWorkspace()
        .subnet('snet-aks', 'vnet-ml', '10.0.4.0/22')
        .add('kubernetes-cluster', 'aks', 'snet-aks', {
          agentPoolProfiles: [{ name: 'pool', count: 3 }],
          workspaces,
        });
    const ofCluster = (builder: DesignBuilder) => flows(builder).filter((flow) => flow.from === id('aks'));
    expect(ofCluster(cluster([]))).toEqual([]);
    expect(ofCluster(cluster(['mlw'])).map((flow) => flow.requirement)).toContain('kubernetes-service-hosts');
  });

  it('have ids of their own, the same each time', () => {
    const first = flows(isolatedWorkspace()).map((flow) => flow.id);
    expect(new Set(first).size).toBe(first.length);
    expect(flows(isolatedWorkspace()).map((flow) => flow.id)).toEqual(first);
  });
});

describe('a network', () => {
  const subnet = id('snet-training');

  it('is derived once for the same resources, also when the drawing moves', () => {
    const built = isolatedWorkspace().build();
    const moved = { ...built, layout: {} };
    expect(deriveNetwork(moved).routesOf(subnet)).toBe(deriveNetwork(built).routesOf(subnet));
    expect(deriveNetwork(moved).design).toBe(moved);
  });

  it('is derived anew when goals or completeness change', () => {
    const built = isolatedWorkspace().build();
    const open = { ...built, source: { ...built.source, complete: false } };
    expect(deriveNetwork(open).routesOf(subnet)).not.toBe(deriveNetwork(built).routesOf(subnet));
  });

  it('keeps what an edit does not touch, and derives anew what it does', () => {
    const built = isolatedWorkspace().build();
    const routes = deriveNetwork(built).routesOf(subnet);
    const usage = deriveNetwork(built).addressing(subnet);
    const larger = edits.updateResource(built, id('cpu-cluster'), 'compute-cluster', { maxNodeCount: 9 });
    expect(deriveNetwork(larger).routesOf(subnet)).toBe(routes);
    expect(deriveNetwork(larger).addressing(subnet).used).toBe(usage.used + 5);
    expect(deriveNetwork(built).addressing(subnet)).toEqual(usage);
  });
});

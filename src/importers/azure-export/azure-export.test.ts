import { describe, expect, it } from 'vitest';
import type { Design, ResourceKind, ResourceOf } from '#model';
import { designSchema, findOfKind, findResource, resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';
import type { ImportOptions } from '../importer.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-sea';
const network = (path: string) => `${scope}/providers/Microsoft.Network/${path}`;
const hub = network('virtualNetworks/hub');
const workspaceId = `${scope}/providers/Microsoft.MachineLearningServices/workspaces/mlw-sea`;
const storageId = `${scope}/providers/Microsoft.Storage/storageAccounts/stsea`;

interface Row {
  readonly id: string;
  readonly properties?: unknown;
  readonly [key: string]: unknown;
}

/** A row as Resource Graph gives it. */
const row = (id: string, properties?: unknown, more: Readonly<Record<string, unknown>> = {}): Row => {
  const steps = id.split('/providers/')[1]?.split('/') ?? [];
  const type = [steps[0], ...steps.slice(1).filter((_, at) => at % 2 === 0)].join('/').toLowerCase();
  return {
    id,
    name: steps.at(-1),
    type,
    location: 'northeurope',
    ...more,
    ...(properties ? { properties } : {}),
  };
};

const open = (value: unknown, options: ImportOptions = {}) => {
  const result = importFiles([{ name: 'estate.json', text: JSON.stringify(value) }], options);
  if (!result.ok) throw new Error(result.error);
  expect(designSchema.safeParse(result.design).error).toBeUndefined();
  return result;
};

const named = <K extends ResourceKind>(design: Design, kind: K, name: string): ResourceOf<K> => {
  const found = resourcesOfKind(design, kind).find((resource) => resource.name === name);
  if (!found) throw new Error(`No ${kind} ${name}`);
  return found;
};

const nameAt = (design: Design, id: string | undefined) =>
  findResource(design, id as Parameters<typeof findResource>[1])?.name;

const estate = [
  row(hub, {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
    dhcpOptions: { dnsServers: ['10.20.9.4'] },
    subnets: [
      {
        id: `${hub}/subnets/training`,
        name: 'training',
        properties: {
          addressPrefix: '10.20.1.0/24',
          networkSecurityGroup: { id: network('networkSecurityGroups/NSG-Training').toUpperCase() },
          serviceEndpoints: [{ service: 'Microsoft.Storage', locations: ['northeurope'] }],
          delegations: [],
        },
      },
    ],
    virtualNetworkPeerings: [
      {
        name: 'to-spoke',
        properties: {
          remoteVirtualNetwork: { id: network('virtualNetworks/spoke') },
          peeringState: 'Connected',
        },
      },
    ],
  }),
  row(`${hub}/subnets/inference`, { addressPrefixes: ['10.20.2.0/24'] }),
  row(network('networkSecurityGroups/nsg-training'), {
    securityRules: [
      {
        name: 'allow-out',
        properties: {
          priority: 100,
          direction: 'outbound',
          access: 'Allow',
          protocol: 'TCP',
          sourceAddressPrefix: '*',
          sourcePortRange: '*',
          destinationAddressPrefixes: ['10.0.0.0/8', 'Storage'],
          destinationPortRange: '443',
          destinationPortRanges: ['445'],
        },
      },
    ],
  }),
  row(network('networkSecurityGroups/nsg-training/securityRules/deny-out'), {
    priority: 4000,
    direction: 'Outbound',
    access: 'Deny',
    protocol: '*',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: 'Internet',
    destinationPortRange: '*',
  }),
  row(
    storageId,
    { networkAcls: { defaultAction: 'deny', bypass: 'Logging, AzureServices' } },
    { sku: { name: 'Standard_ZRS' } },
  ),
  row(network('privateEndpoints/pe-blob'), {
    subnet: { id: `${hub}/subnets/training` },
    privateLinkServiceConnections: [
      {
        properties: {
          groupIds: ['blob'],
          privateLinkServiceId: storageId,
          privateLinkServiceConnectionState: { status: 'Approved' },
        },
      },
    ],
    networkInterfaces: [{ id: network('networkInterfaces/pe-blob.nic') }],
  }),
  row(network('networkInterfaces/pe-blob.nic'), {
    privateEndpoint: { id: network('privateEndpoints/pe-blob') },
    ipConfigurations: [
      {
        name: 'one',
        properties: {
          privateIPAddress: '10.20.1.7',
          subnet: { id: `${hub}/subnets/training` },
          privateLinkConnectionProperties: { groupId: 'blob', requiredMemberName: 'blob' },
        },
      },
    ],
  }),
  row(workspaceId, {
    storageAccount: storageId,
    keyVault: `${scope}/providers/Microsoft.KeyVault/vaults/kv-elsewhere`,
    publicNetworkAccess: 'Disabled',
    serverlessComputeSettings: {
      serverlessComputeCustomSubnet: `${hub}/subnets/training`,
      serverlessComputeNoPublicIP: true,
    },
    managedNetwork: {
      isolationMode: 'AllowOnlyApprovedOutbound',
      outboundRules: { conda: { type: 'FQDN', destination: 'conda.anaconda.org', category: 'UserDefined' } },
    },
    privateEndpointConnections: [],
  }),
];

describe('an Azure resource export', () => {
  it('becomes nested containers, with a region for each location however it is spelled', () => {
    const { design } = open([
      ...estate,
      row(network('routeTables/rt'), { routes: [] }, { location: 'North Europe' }),
    ]);
    expect(resourcesOfKind(design, 'region').map(({ name }) => name)).toEqual(['northeurope']);
    const training = named(design, 'subnet', 'training');
    expect(nameAt(design, training.parent)).toBe('hub');
    expect(nameAt(design, named(design, 'virtual-network', 'hub').parent)).toBe('northeurope');
    expect(named(design, 'subnet', 'inference').parent).toBe(training.parent);
  });

  it('matches references without regard to case', () => {
    const { design } = open(estate);
    const training = named(design, 'subnet', 'training');
    expect(nameAt(design, training.networkSecurityGroup)).toBe('nsg-training');
    expect(resourcesOfKind(design, 'network-security-group')).toHaveLength(1);
  });

  it('unites rules listed inline with rules that have rows of their own', () => {
    const { design } = open(estate);
    const { securityRules } = named(design, 'network-security-group', 'nsg-training');
    expect(securityRules.map(({ name }) => name)).toEqual(['allow-out', 'deny-out']);
    expect(securityRules[0]).toMatchObject({
      direction: 'Outbound',
      destinationAddressPrefixes: ['10.0.0.0/8', 'Storage'],
      destinationPortRanges: ['443', '445'],
    });
  });

  it('takes the network interface that Azure made for an endpoint as the endpoint itself', () => {
    const { design } = open(estate);
    expect(resourcesOfKind(design, 'network-interface')).toEqual([]);
    expect(named(design, 'private-endpoint', 'pe-blob').ipConfigurations).toEqual([
      { memberName: 'blob', privateIPAddress: '10.20.1.7' },
    ]);
  });

  it('shows what an id names outside the file as existing, not shown', () => {
    const { design } = open(estate);
    expect(named(design, 'key-vault', 'kv-elsewhere').presence).toBe('not-shown');
    expect(named(design, 'virtual-network', 'spoke')).toMatchObject({
      presence: 'not-shown',
      addressPrefixes: [],
    });
    expect(nameAt(design, named(design, 'virtual-network', 'spoke').parent)).toBe('northeurope');
  });

  it('gives a stub subnet a stub virtual network to lie in', () => {
    const { design } = open([
      row(storageId, {
        networkAcls: { virtualNetworkRules: [{ id: network('virtualNetworks/far/subnets/a') }] },
      }),
    ]);
    const subnet = named(design, 'subnet', 'a');
    expect(subnet.presence).toBe('not-shown');
    expect(nameAt(design, subnet.parent)).toBe('far');
    expect(nameAt(design, named(design, 'virtual-network', 'far').parent)).toBe('northeurope');
  });

  it('keeps what a resource lists and leaves what nobody listed open', () => {
    const { design } = open(estate);
    expect(named(design, 'workspace', 'mlw-sea').privateEndpointConnections).toEqual([]);
    expect(named(design, 'storage-account', 'stsea').privateEndpointConnections).toBeUndefined();
    expect(named(design, 'private-endpoint', 'pe-blob').privateDnsZoneGroups).toBeUndefined();
    expect(design.source).toEqual({ format: 'azure-export', complete: false });
    expect(design.goals).toEqual({});
  });

  it('says which peerings a network lists, and nothing where it does not say what all of them lead to', () => {
    const listing = (virtualNetworkPeerings: unknown) =>
      named(open([row(hub, { virtualNetworkPeerings })]).design, 'virtual-network', 'hub')
        .virtualNetworkPeerings;
    const half = (name: string, properties: unknown) => ({
      id: `${hub}/virtualNetworkPeerings/${name}`,
      name,
      properties,
    });
    const toSpoke = half('to-spoke', { remoteVirtualNetwork: { id: network('virtualNetworks/spoke') } });
    expect(listing([])).toEqual([]);
    expect(listing([toSpoke])).toEqual([`${hub}/virtualNetworkPeerings/to-spoke`]);
    expect(listing([toSpoke, half('to-nowhere', {})])).toBeUndefined();
    expect(listing(undefined)).toBeUndefined();
  });

  it('takes what a complete export does not list as absent', () => {
    const { design } = open([...estate, row(network('privateDnsZones/privatelink.blob.core.windows.net'))], {
      complete: true,
    });
    expect(named(design, 'private-endpoint', 'pe-blob').privateDnsZoneGroups).toEqual([]);
    const zone = named(design, 'private-dns-zone', 'privatelink.blob.core.windows.net');
    expect(zone).toMatchObject({ virtualNetworkLinks: [] });
    // Zone groups write records, which few people fetch: that there are none is known where they are listed.
    expect(zone.recordSets).toBeUndefined();
    expect(zone.presence).toBeUndefined();
  });

  it('draws serverless compute and the rules of a managed network from the workspace', () => {
    const { design } = open(estate);
    const [serverless] = resourcesOfKind(design, 'serverless-compute');
    expect(nameAt(design, serverless?.parent)).toBe('training');
    expect(serverless?.serverlessComputeNoPublicIP).toBe(true);
    expect(named(design, 'workspace', 'mlw-sea').managedNetwork).toEqual({
      isolationMode: 'AllowOnlyApprovedOutbound',
      outboundRules: [
        { name: 'conda', type: 'FQDN', category: 'UserDefined', destination: 'conda.anaconda.org' },
      ],
    });
  });

  it('draws an endpoint that only its service lists, with what the connection says', () => {
    const { design } = open([
      row(storageId, {
        privateEndpointConnections: [
          {
            name: 'c1',
            properties: {
              privateEndpoint: { id: network('privateEndpoints/pe-far') },
              groupIds: ['file'],
              privateLinkServiceConnectionState: { status: 'Pending' },
            },
          },
        ],
      }),
    ]);
    const endpoint = named(design, 'private-endpoint', 'pe-far');
    expect(endpoint).toMatchObject({
      presence: 'not-shown',
      groupIds: ['file'],
      connectionStatus: 'Pending',
    });
    expect(nameAt(design, endpoint.target)).toBe('stsea');
    expect(named(design, 'storage-account', 'stsea').privateEndpointConnections).toEqual([
      { privateEndpoint: endpoint.id, groupIds: ['file'], status: 'Pending' },
    ]);
  });

  it('gives the same ids and the same order whatever the order of the rows and the split into files', () => {
    const whole = open(estate).design;
    const shuffled = open(estate.toReversed()).design;
    expect(shuffled).toEqual(whole);
    const split = importFiles([
      { name: 'b.json', text: JSON.stringify(estate.filter((_, at) => at % 2 === 0)) },
      { name: 'a.json', text: JSON.stringify({ value: estate.filter((_, at) => at % 2 === 1) }) },
    ]);
    expect(split.ok && split.design).toEqual(whole);
  });

  it('merges a resource that is given twice, the fuller copy first', () => {
    const { design } = open([
      row(hub, { addressSpace: { addressPrefixes: ['10.20.0.0/16'] } }),
      row(`${hub}/subnets/training`, { addressPrefix: '10.20.1.0/24' }),
      ...estate.slice(0, 1),
    ]);
    expect(resourcesOfKind(design, 'subnet')).toHaveLength(1);
    expect(named(design, 'subnet', 'training').networkSecurityGroup).toBeDefined();
  });

  it('notes a type that the model does not have, once, with names', () => {
    const sites = ['web-a', 'web-b', 'web-c'].map((name) =>
      row(`${scope}/providers/Microsoft.Web/sites/${name}`, {}),
    );
    expect(open([...estate, ...sites]).notes).toEqual([
      {
        what: '3 resources of microsoft.web/sites: web-a, web-b, web-c',
        because: 'Isoplan does not model this type.',
      },
    ]);
  });

  it('says what is not judged for want of a type that verdicts rest on', () => {
    const manager = row(network('networkManagers/avnm'), { networkManagerScopeAccesses: ['SecurityAdmin'] });
    expect(open([...estate, manager]).notes).toEqual([
      {
        what: '1 resource of microsoft.network/networkmanagers: avnm',
        because:
          'Isoplan does not model this type: its security admin rules stand before security groups, and what they deny or always allow is not judged.',
      },
    ]);
  });

  it('takes an unknown type as a Private Link service where a private endpoint serves it', () => {
    const cache = `${scope}/providers/Microsoft.Cache/Redis/cache-1`;
    const endpoint = row(network('privateEndpoints/pe-cache'), {
      privateLinkServiceConnections: [
        { properties: { privateLinkServiceId: cache, groupIds: ['redisCache'] } },
      ],
    });
    const { design, notes } = open([row(cache, { publicNetworkAccess: 'Disabled' }), endpoint]);
    expect(named(design, 'private-link-service', 'cache-1')).toMatchObject({
      armType: 'microsoft.cache/redis',
      publicNetworkAccess: 'Disabled',
    });
    expect(notes).toEqual([]);
  });

  it('names the resource and the property whose value has the wrong type', () => {
    const { design, notes } = open([row(hub, { addressSpace: { addressPrefixes: 7 }, subnets: [] })]);
    expect(named(design, 'virtual-network', 'hub').addressPrefixes).toEqual([]);
    expect(notes).toEqual([
      {
        what: 'hub: addressSpace.addressPrefixes',
        because: 'Not read: it is a number where a list is expected.',
      },
      {
        what: 'What hub says',
        because:
          'Something that decides could not be read: it counts as not shown, and the files not as a whole estate.',
      },
    ]);
  });

  it('unites children that a policy lists by id alone with the rows that hold their rules', () => {
    const policy = network('firewallPolicies/policy');
    const group = `${policy}/ruleCollectionGroups/outbound`;
    const rule = {
      name: 'sign-in',
      ruleType: 'NetworkRule',
      ipProtocols: ['TCP'],
      sourceAddresses: ['10.20.1.0/24'],
      destinationAddresses: ['AzureActiveDirectory'],
      destinationPorts: ['443'],
    };
    const listed = row(policy, { ruleCollectionGroups: [{ id: group }] });
    const collections = [{ name: 'out', priority: 100, action: { type: 'Allow' }, rules: [rule] }];
    const { design } = open([listed, row(group, { priority: 200, ruleCollections: collections })]);
    expect(named(design, 'firewall-policy', 'policy').ruleCollectionGroups).toMatchObject([
      { name: 'outbound', priority: 200, ruleCollections: [{ name: 'out', rules: [{ name: 'sign-in' }] }] },
    ]);
    expect(named(open([listed]).design, 'firewall-policy', 'policy').ruleCollectionGroups).toBeUndefined();
  });

  it('does not take files as whole that only name a group of rules', () => {
    const policy = network('firewallPolicies/policy');
    const listed = row(policy, { ruleCollectionGroups: [{ id: `${policy}/ruleCollectionGroups/outbound` }] });
    const { design, notes } = open([listed], { complete: true });
    expect([design.source.complete, named(design, 'firewall-policy', 'policy').presence]).toEqual([
      false,
      'not-shown',
    ]);
    expect(notes.map(({ because }) => because).join()).toContain('the rules of outbound are not given');
  });

  it('attaches a Kubernetes cluster to the workspaces whose computes name it', () => {
    const cluster = `${scope}/providers/Microsoft.ContainerService/managedClusters/aks-1`;
    const { design } = open([
      row(workspaceId, {}),
      row(cluster, {
        agentPoolProfiles: [{ name: 'system', count: 2, maxPods: 30, vnetSubnetID: `${hub}/subnets/nodes` }],
        networkProfile: { networkPlugin: 'azure' },
      }),
      row(`${workspaceId}/computes/k8s`, { computeType: 'Kubernetes', resourceId: cluster }),
      row(`${workspaceId}/computes/ci-1`, {
        computeType: 'ComputeInstance',
        properties: { vmSize: 'Standard_DS3_v2' },
      }),
      row(`${workspaceId}/computes/bricks`, { computeType: 'Databricks' }),
    ]);
    const aks = named(design, 'kubernetes-cluster', 'aks-1');
    expect(aks.workspaces).toEqual([named(design, 'workspace', 'mlw-sea').id]);
    expect(nameAt(design, aks.parent)).toBe('nodes');
    const instance = named(design, 'compute-instance', 'ci-1');
    expect(nameAt(design, instance.parent)).toBe('northeurope');
    expect(findOfKind(design, instance.workspace, 'workspace')?.name).toBe('mlw-sea');
    expect(named(design, 'attached-compute', 'bricks').computeType).toBe('Databricks');
  });
});

import { describe, expect, it } from 'vitest';
import { findOfKind, goalsOf, resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-sea/providers';
const vault = (more: object, location = 'northeurope') => ({
  id: `${scope}/Microsoft.KeyVault/vaults/kv-sea`,
  type: 'microsoft.keyvault/vaults',
  location,
  ...more,
});
const account = {
  id: `${scope}/Microsoft.Storage/storageAccounts/stsea`,
  type: 'microsoft.storage/storageaccounts',
  location: 'northeurope',
  properties: { publicNetworkAccess: 'Disabled' },
};

const open = (rows: readonly object[], complete = true) => {
  const result = importFiles([{ name: 'estate.json', text: JSON.stringify(rows) }], { complete });
  if (!result.ok) throw new Error(result.error);
  return result;
};
const vaultOf = (rows: readonly object[], complete?: boolean) =>
  resourcesOfKind(open(rows, complete).design, 'key-vault')[0];

describe('a row without properties', () => {
  it('says nothing of its resource where it is written as null, even in a whole estate', () => {
    expect(vaultOf([vault({ properties: null }), account])?.presence).toBe('not-shown');
  });

  it('says as little where they are not written at all: Azure writes those of every vault', () => {
    const { design, notes } = open([vault({}), account]);
    expect(resourcesOfKind(design, 'key-vault')[0]?.presence).toBe('not-shown');
    expect(design.source.complete).toBe(false);
    expect(notes.map(({ what }) => what)).toEqual(['The properties of kv-sea']);
    expect(vaultOf([vault({}), account], false)?.presence).toBe('not-shown');
  });

  it('is filled by a row that has them', () => {
    const rows = [vault({ properties: null }), vault({ properties: { publicNetworkAccess: 'Enabled' } })];
    const { design, notes } = open(rows);
    const [found] = resourcesOfKind(design, 'key-vault');
    expect(found?.presence).toBeUndefined();
    expect(found?.publicNetworkAccess).toBe('Enabled');
    expect([design.source.complete, notes]).toEqual([true, []]);
  });

  it.each([{}, { properties: null }, { properties: {} }])('makes a bare listing of %j', (more) => {
    const { design, notes } = open([vault(more)]);
    expect(resourcesOfKind(design, 'key-vault')[0]?.presence).toBe('not-shown');
    expect(notes.map(({ what }) => what)).toContain('The properties of every resource');
  });
});

describe('an estate of which a listing leaves properties out', () => {
  const opened = () => open([vault({ properties: null }), account]);

  it('is not taken as whole, whatever is said of it', () => {
    expect(opened().design.source.complete).toBe(false);
    expect(open([vault({ properties: {} }), account]).design.source.complete).toBe(true);
  });

  it('names what is left out', () => {
    expect(opened().notes).toEqual([
      {
        what: 'The properties of kv-sea',
        because:
          'A listing leaves them out, as `az resource list` does: open the answer of `az graph query` instead.',
      },
    ]);
  });
});

describe('a workspace of an older version of the API', () => {
  const workspace = (properties: object) =>
    resourcesOfKind(
      open([
        {
          id: `${scope}/Microsoft.MachineLearningServices/workspaces/mlw-sea`,
          type: 'microsoft.machinelearningservices/workspaces',
          properties,
        },
      ]).design,
      'workspace',
    )[0]?.publicNetworkAccess;
  const privateEndpointConnections = [
    { properties: { privateEndpoint: { id: `${scope}/Microsoft.Network/privateEndpoints/pe` } } },
  ];

  it.each([
    [
      'is closed behind its private endpoint',
      { allowPublicAccessWhenBehindVnet: false, privateEndpointConnections },
      'Disabled',
    ],
    [
      'stays public without one',
      { allowPublicAccessWhenBehindVnet: false, privateEndpointConnections: [] },
      undefined,
    ],
    [
      'stays public where it says so',
      { allowPublicAccessWhenBehindVnet: true, privateEndpointConnections },
      undefined,
    ],
    [
      'is what the newer property says',
      { publicNetworkAccess: 'Enabled', allowPublicAccessWhenBehindVnet: false, privateEndpointConnections },
      'Enabled',
    ],
  ])('%s', (_, properties, expected) => {
    expect(workspace(properties)).toBe(expected);
  });
});

describe('serverless compute of a workspace', () => {
  it.each([
    ['without values', { serverlessComputeCustomSubnet: null }, 0],
    ['as text', 'none', 0],
    ['without public addresses', { serverlessComputeNoPublicIP: true }, 1],
  ])('whose settings are %s', (_, serverlessComputeSettings, count) => {
    const id = `${scope}/Microsoft.MachineLearningServices/workspaces/mlw-sea`;
    const { design } = open([{ id, properties: { serverlessComputeSettings } }]);
    expect(resourcesOfKind(design, 'serverless-compute')).toHaveLength(count);
  });
});

describe('words of newer versions of the API', () => {
  it('have a cluster leave by the second version of a managed NAT gateway', () => {
    const id = `${scope}/Microsoft.ContainerService/managedClusters/aks-sea`;
    const properties = { networkProfile: { outboundType: 'managedNATGatewayV2' } };
    const { design, notes } = open([{ id, type: 'microsoft.containerservice/managedclusters', properties }]);
    expect(resourcesOfKind(design, 'kubernetes-cluster')[0]?.outboundType).toBe('managedNATGateway');
    expect(notes).toEqual([]);
  });

  it('say whom a container registry lets past its firewall', () => {
    const id = `${scope}/Microsoft.ContainerRegistry/registries/crsea`;
    const properties = { networkRuleBypassOptions: 'None', networkRuleSet: { defaultAction: 'Deny' } };
    const { design } = open([{ id, type: 'microsoft.containerregistry/registries', properties }]);
    const registry = findOfKind(
      design,
      resourcesOfKind(design, 'container-registry')[0]?.id,
      'container-registry',
    );
    expect(registry?.networkAcls).toEqual({ defaultAction: 'Deny', bypass: ['None'] });
  });
});

describe('a network that only a peering tells of', () => {
  const hub = `${scope}/Microsoft.Network/virtualNetworks/hub`;
  const spoke = `${scope}/Microsoft.Network/virtualNetworks/spoke`;
  const peering = (more: object) => ({
    id: `${spoke}/virtualNetworkPeerings/to-hub`,
    name: 'to-hub',
    properties: { remoteVirtualNetwork: { id: hub }, peeringState: 'Connected', ...more },
  });
  const hubOf = (more: object, ...rows: readonly object[]) => {
    const { design } = open(
      [
        {
          id: spoke,
          type: 'microsoft.network/virtualnetworks',
          properties: {
            addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
            virtualNetworkPeerings: [peering(more)],
          },
        },
        ...rows,
      ],
      false,
    );
    return resourcesOfKind(design, 'virtual-network').find(({ name }) => name === 'hub');
  };

  it.each([
    ['that the peering knows of', { remoteAddressSpace: { addressPrefixes: ['10.0.0.0/16'] } }],
    [
      'that the other network has',
      { remoteVirtualNetworkAddressSpace: { addressPrefixes: ['10.0.0.0/16'] } },
    ],
  ])('has the addresses %s', (_, more) => {
    expect(hubOf(more)).toMatchObject({ presence: 'not-shown', addressPrefixes: ['10.0.0.0/16'] });
  });

  it('has those of its own row once that is there', () => {
    const own = {
      id: hub,
      type: 'microsoft.network/virtualnetworks',
      properties: { addressSpace: { addressPrefixes: ['10.64.0.0/16'] } },
    };
    const more = { remoteAddressSpace: { addressPrefixes: ['10.0.0.0/16'] } };
    expect(hubOf(more, own)?.addressPrefixes).toEqual(['10.64.0.0/16']);
  });
});

describe('a private endpoint without a zone group', () => {
  it('has the addresses of the names that it says it needs', () => {
    const { design } = open([
      {
        id: `${scope}/Microsoft.Network/privateEndpoints/pe`,
        type: 'microsoft.network/privateendpoints',
        properties: {
          customDnsConfigs: [{ fqdn: 'stsea.blob.core.windows.net', ipAddresses: ['10.1.2.3'] }],
          ipConfigurations: [],
        },
      },
    ]);
    expect(resourcesOfKind(design, 'private-endpoint')[0]?.ipConfigurations).toEqual([
      { memberName: 'stsea.blob.core.windows.net', privateIPAddress: '10.1.2.3' },
    ]);
  });
});

describe('a connection of which endpoint and service tell different states', () => {
  const states = (own: string, ofService: string) => {
    const endpoint = `${scope}/Microsoft.Network/privateEndpoints/pe`;
    const state = (status: string) => ({ privateLinkServiceConnectionState: { status } });
    const connection = { privateLinkServiceId: account.id, groupIds: ['blob'], ...state(own) };
    const { design } = open([
      {
        ...account,
        properties: {
          privateEndpointConnections: [
            { properties: { privateEndpoint: { id: endpoint }, ...state(ofService) } },
          ],
        },
      },
      {
        id: endpoint,
        type: 'microsoft.network/privateendpoints',
        properties: { privateLinkServiceConnections: [{ properties: connection }] },
      },
    ]);
    return resourcesOfKind(design, 'private-endpoint')[0]?.connectionStatus;
  };

  it.each([
    ['Approved', 'Rejected', 'Rejected'],
    ['Pending', 'Approved', 'Pending'],
    ['Approved', 'Approved', 'Approved'],
  ])('of %s and %s has the state %s', (own, ofService, expected) => {
    expect(states(own, ofService)).toBe(expected);
  });
});

describe('a compute whose properties a tool has flattened', () => {
  it('is read with the properties that remain within', () => {
    const workspace = `${scope}/Microsoft.MachineLearningServices/workspaces/mlw-sea`;
    const { design } = open([
      {
        id: `${workspace}/computes/cpu`,
        type: 'Microsoft.MachineLearningServices/workspaces/computes',
        computeType: 'AmlCompute',
        properties: { scaleSettings: { maxNodeCount: 7 } },
      },
    ]);
    expect(resourcesOfKind(design, 'compute-cluster')[0]?.maxNodeCount).toBe(7);
  });
});

describe('the cloud of an export', () => {
  it.each([
    ['usgovvirginia', 'us-government'],
    ['China North 3', 'china'],
    ['northeurope', 'public'],
  ])('of %s is %s', (location, cloud) => {
    expect(goalsOf(open([vault({ properties: { tenantId: 'x' } }, location)]).design).cloud).toBe(cloud);
  });
});

describe('a firewall without policy', () => {
  it.each([
    ['among additional properties', { additionalProperties: { 'Network.DNS.EnableProxy': 'true' } }],
    ['beside its other properties', { additionalProperties: {}, 'Network.DNS.EnableProxy': 'true' }],
  ])('has DNS settings %s', (_, properties) => {
    const id = `${scope}/Microsoft.Network/azureFirewalls/afw`;
    const { design } = open([{ id, type: 'microsoft.network/azurefirewalls', properties }]);
    const [firewall] = resourcesOfKind(design, 'azure-firewall');
    expect(findOfKind(design, firewall?.id, 'azure-firewall')?.dnsSettings?.enableProxy).toBe(true);
  });
});

describe('a security rule that lacks what Azure asks of every rule', () => {
  const whole = {
    priority: 100,
    direction: 'Inbound',
    access: 'Allow',
    protocol: 'Tcp',
    sourceAddressPrefix: '10.0.0.0/8',
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '443',
  };
  const groupOf = (more: object) =>
    open([
      {
        id: `${scope}/Microsoft.Network/networkSecurityGroups/nsg-sea`,
        type: 'microsoft.network/networksecuritygroups',
        location: 'northeurope',
        properties: { securityRules: [{ name: 'one', properties: { ...whole, ...more } }] },
      },
    ]);

  it('is none: whole, it is read', () => {
    const { design, notes } = groupOf({});
    expect([design.source.complete, notes]).toEqual([true, []]);
  });

  it.each([
    ['access', { access: null }],
    ['direction', { direction: null }],
    ['priority', { priority: null }],
    ['protocol', { protocol: null }],
    ['a source', { sourceAddressPrefix: null, sourceAddressPrefixes: [] }],
    ['a destination', { destinationAddressPrefix: null }],
    ['destination ports', { destinationPortRange: null, destinationPortRanges: [] }],
  ])('makes its group one that is not shown: %s', (what, more) => {
    const { design, notes } = groupOf(more);
    expect(notes.map(({ because }) => because).join()).toContain(what);
    expect(resourcesOfKind(design, 'network-security-group')[0]?.presence).toBe('not-shown');
    expect(design.source.complete).toBe(false);
  });
});

describe('a SKU that a table keeps as text', () => {
  it.each([
    ['as JSON', JSON.stringify({ name: 'Premium', tier: 'Premium' })],
    ['as a word', 'Premium'],
  ])('is read %s', (_, sku) => {
    const [found] = resourcesOfKind(
      open([
        {
          id: `${scope}/Microsoft.ContainerRegistry/registries/crsea`,
          type: 'microsoft.containerregistry/registries',
          location: 'northeurope',
          sku,
          properties: JSON.stringify({ publicNetworkAccess: 'Disabled' }),
        },
      ]).design,
      'container-registry',
    );
    expect([found?.sku, found?.publicNetworkAccess]).toEqual(['Premium', 'Disabled']);
  });
});

describe('a peering', () => {
  const network = (name: string, addressPrefixes: readonly string[], peerings: readonly object[] = []) => ({
    id: `${scope}/Microsoft.Network/virtualNetworks/${name}`,
    type: 'microsoft.network/virtualnetworks',
    properties: {
      addressSpace: { addressPrefixes },
      virtualNetworkPeerings: peerings,
      subnets: [{ name: 'shared', properties: { addressPrefix: '10.1.4.0/24' } }],
    },
  });
  const spaceKnown = (addressPrefixes: readonly string[], more: object = {}) => {
    const { design } = open([
      network(
        'hub',
        ['10.0.0.0/16'],
        [
          {
            name: 'to-spoke',
            properties: {
              peeringState: 'Connected',
              remoteVirtualNetwork: { id: `${scope}/Microsoft.Network/virtualNetworks/spoke` },
              remoteAddressSpace: { addressPrefixes },
              ...more,
            },
          },
        ],
      ),
      network('spoke', ['10.1.0.0/16', '10.2.0.0/16']),
    ]);
    return resourcesOfKind(design, 'virtual-network-peering')[0]?.remoteAddressSpace;
  };

  it('leads to the subnets that it names where it does not join whole networks', () => {
    const named = {
      peerCompleteVnets: false,
      remoteSubnetNames: ['Shared', 'gone'],
    };
    expect(spaceKnown(['10.1.0.0/16', '10.2.0.0/16'], { ...named, remoteSubnetNames: ['Shared'] })).toEqual([
      '10.1.4.0/24',
    ]);
    expect(spaceKnown(['10.1.0.0/16', '10.2.0.0/16'], named)).toBeUndefined();
    expect(spaceKnown(['10.1.0.0/16', '10.2.0.0/16'], { ...named, peerCompleteVnets: true })).toBeUndefined();
  });

  it('tells what it leads to where that is not all of the other network', () => {
    expect(spaceKnown(['10.1.0.0/16'])).toEqual(['10.1.0.0/16']);
    expect(spaceKnown(['10.2.0.0/16', '10.1.0.0/16'])).toBeUndefined();
  });
});

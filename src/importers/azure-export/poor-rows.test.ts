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

  it('counts as a resource with all defaults in a whole estate, and only there', () => {
    expect(vaultOf([vault({}), account])?.presence).toBeUndefined();
    expect(vaultOf([vault({}), account], false)?.presence).toBe('not-shown');
  });

  it('is filled by a row that has them', () => {
    const rows = [vault({ properties: null }), vault({ properties: { publicNetworkAccess: 'Enabled' } })];
    const found = vaultOf(rows);
    expect(found?.presence).toBeUndefined();
    expect(found?.publicNetworkAccess).toBe('Enabled');
  });

  it.each([{}, { properties: null }, { properties: {} }])('makes a bare listing of %j', (more) => {
    const { design, notes } = open([vault(more)]);
    expect(resourcesOfKind(design, 'key-vault')[0]?.presence).toBe('not-shown');
    expect(notes.map(({ what }) => what)).toContain('The properties of every resource');
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

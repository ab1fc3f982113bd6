import { describe, expect, it } from 'vitest';
import { findResource, resourcesOfKind } from '#model';
import { importFiles } from '../import-files.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-sea/providers';

const open = (rows: readonly object[]) => {
  const result = importFiles([{ name: 'estate.json', text: JSON.stringify(rows) }], { complete: true });
  if (!result.ok) throw new Error(result.error);
  return result;
};

describe('a datastore', () => {
  const scopeOf = (type: string, name: string) => `${scope}/${type}/${name}`;
  const workspace = scopeOf('Microsoft.MachineLearningServices/workspaces', 'mlw');
  const account = (name: string) => ({
    id: scopeOf('Microsoft.Storage/storageAccounts', name),
    type: 'microsoft.storage/storageaccounts',
    properties: {},
  });
  const opened = (datastoreType: string, accountName: string) =>
    open([
      {
        id: workspace,
        type: 'microsoft.machinelearningservices/workspaces',
        properties: { storageAccount: account('stml').id },
      },
      account('stml'),
      account('stlake'),
      {
        id: `${workspace}/datastores/raw`,
        type: 'microsoft.machinelearningservices/workspaces/datastores',
        properties: { datastoreType, accountName },
      },
    ]);
  const datastoresOf = ({ design }: ReturnType<typeof open>) =>
    resourcesOfKind(design, 'workspace')[0]?.datastores?.map(({ name, storageAccount, groupIds }) => [
      name,
      findResource(design, storageAccount)?.name,
      ...groupIds,
    ]);

  it.each([
    ['AzureBlob', 'blob'],
    ['AzureDataLakeGen2', 'dfs'],
    ['AzureFile', 'file'],
  ])('of type %s is read by a sub-resource of its account', (type, group) => {
    const result = opened(type, 'STLAKE');
    expect(datastoresOf(result)).toEqual([['raw', 'stlake', group]]);
    expect(result.notes.map(({ what }) => what).join()).not.toContain('datastores');
  });

  it('in the default storage is none of its own', () => {
    const result = opened('AzureBlob', 'stml');
    expect(datastoresOf(result)).toBeUndefined();
    expect(result.notes.map(({ what }) => what).join()).not.toContain('datastores');
  });

  it.each([
    ['AzureBlob', 'elsewhere'],
    ['OneLake', 'stlake'],
  ])('of type %s in %s is told of, and not judged', (type, name) => {
    const result = opened(type, name);
    expect(datastoresOf(result)).toBeUndefined();
    expect(result.notes.map(({ what }) => what).join()).toContain('datastores');
  });
});

import { describe, expect, it } from 'vitest';
import { type ResourceId, resourcesOfKind } from '#model';
import { type DesignBuilder, design as empty, isolatedWorkspace, testRule } from '#testing';
import { workspaceWithoutDependency } from './workspace-without-dependency.ts';

const without = (...keys: readonly string[]) =>
  isolatedWorkspace().set('mlw', Object.fromEntries(keys.map((key) => [key, undefined])));

testRule(workspaceWithoutDependency, {
  valid: {
    'a workspace with both': { design: isolatedWorkspace(), passes: 1 },
    'a workspace without a registry, which Azure makes when it needs one': {
      design: without('containerRegistry'),
      passes: 1,
    },
    'an export that may leave them out': { design: without('keyVault').incomplete() },
    'a project, which has those of its hub': {
      design: isolatedWorkspace().inRegion('workspace', 'project', { hubWorkspace: 'mlw' }),
      passes: 1,
    },
  },
  invalid: {
    'no storage account': {
      design: without('storageAccount'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          severity: 'warning',
          text: 'mlw has no storage account, so nothing about it can be checked',
          fix: 'Use stml',
        },
      ],
    },
    'no key vault, and none to name': {
      design: without('keyVault').remove('kv-ml'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          text: 'mlw has no key vault, so nothing about it can be checked',
          fix: 'Add the key vault',
        },
      ],
    },
    'no storage account to name, and a key vault that has no endpoint yet': {
      design: without('storageAccount', 'keyVault').remove('stml').remove('pe-kv-ml-vault'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          text: 'mlw has no storage account and no key vault, so nothing about them can be checked',
          fix: 'Add the storage account and use kv-ml',
        },
      ],
    },
    'neither of the two': {
      design: without('storageAccount', 'keyVault'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          text: 'mlw has no storage account and no key vault, so nothing about them can be checked',
          fix: 'Use stml and kv-ml',
        },
      ],
    },
  },
});

describe('the fix', () => {
  let count = 0;
  const newId = () => `new-${++count}` as ResourceId;
  const fixOf = (built: DesignBuilder) => workspaceWithoutDependency.check(built.build()).failed[0]?.fixes[0];

  it('closes what it adds, names it, and gives it endpoints with their zones', () => {
    const design = without('keyVault').remove('kv-ml');
    const fixed = fixOf(design)?.apply(design.build(), newId) ?? design.build();
    const [vault] = resourcesOfKind(fixed, 'key-vault');
    expect(vault).toMatchObject({ name: 'kv-mlw', publicNetworkAccess: 'Disabled', parent: 'westeurope' });
    expect(resourcesOfKind(fixed, 'workspace')[0]?.keyVault).toBe(vault?.id);
    const endpoint = resourcesOfKind(fixed, 'private-endpoint').find(({ target }) => target === vault?.id);
    expect(endpoint?.privateDnsZoneGroups).toHaveLength(1);
  });

  it('leaves the choice among several, and says between which', () => {
    const design = without('keyVault').inRegion('key-vault', 'kv-other');
    expect(fixOf(design)).toBeUndefined();
    expect(workspaceWithoutDependency.check(design.build()).failed[0]?.remedy).toBe(
      'Choose one of kv-ml and kv-other under Key vault in the properties of mlw.',
    );
  });

  it('is not offered where there is no subnet for the endpoints', () => {
    expect(fixOf(empty().inRegion('workspace', 'mlw'))).toBeUndefined();
  });
});

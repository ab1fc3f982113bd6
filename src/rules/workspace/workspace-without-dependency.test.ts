import { isolatedWorkspace, testRule } from '#testing';
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
          text: 'mlw names no storage account: how it is isolated is not checked',
          fix: 'Name stml',
        },
      ],
    },
    'no key vault, and none to name': {
      design: without('keyVault').remove('kv-ml'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          text: 'mlw names no key vault: how it is isolated is not checked',
        },
      ],
    },
    'neither of the two': {
      design: without('storageAccount', 'keyVault'),
      findings: [
        {
          at: 'mlw',
          message: 'unnamed',
          text: 'mlw names no storage account and key vault: how they are isolated is not checked',
          fix: 'Name stml and kv-ml',
        },
      ],
    },
  },
});

import { sources } from '#catalog';
import { workspacesOf } from '../estate.ts';
import { listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const workspaceWithoutDependency = defineRule({
  id: 'workspace-without-dependency',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Workspace names no storage account or key vault',
  holds: 'The workspace names its storage account and its key vault',
  why: 'Every workspace keeps its data in a storage account and its secrets in a key vault. What the design does not name cannot be isolated, and nothing about it is checked.',
  remedy: 'Name the storage account and the key vault of the workspace.',
  sources: [sources.workspaceNetwork],
  messages: {
    unnamed: (f: { workspace: string; lacking: readonly string[] }) =>
      `${f.workspace} names no ${listed(f.lacking)}: how ${f.lacking.length === 1 ? 'it is' : 'they are'} isolated is not checked`,
  },

  *check({ design, isComplete }) {
    if (!isComplete) return;
    for (const { id, name, storageAccount, keyVault } of workspacesOf(design)) {
      const lacking = [
        ...(storageAccount === undefined ? ['storage account'] : []),
        ...(keyVault === undefined ? ['key vault'] : []),
      ];
      if (lacking.length === 0) yield passed(id, 'Storage account and key vault are named');
      else
        yield {
          at: id,
          message: 'unnamed',
          facts: { workspace: name, lacking },
          evidence: lacking.map((one) => `${one}: none`),
        };
    }
  },
});

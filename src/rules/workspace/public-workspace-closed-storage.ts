import { findOfKind } from '#model';
import { isShown, workspacesOf } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const publicWorkspaceClosedStorage = defineRule({
  id: 'public-workspace-closed-storage',
  category: 'Workspace',
  severity: () => 'note',
  title: 'Public workspace keeps its data in closed storage',
  holds: 'A public workspace has storage that is open to the same people',
  remedy: 'Let people come in by private endpoints of the storage account, or close the workspace as well.',
  messages: {
    apart: (f: { workspace: string; storage: string }) =>
      `${f.workspace} is public, but ${f.storage} is closed: people outside the network cannot see its data in studio`,
  },

  *check({ design, goals }) {
    if (goals.workspace === 'private') return;
    for (const { id, name, publicNetworkAccess, storageAccount } of workspacesOf(design)) {
      const storage = findOfKind(design, storageAccount, 'storage-account');
      if (!storage || !isShown(storage) || publicNetworkAccess === 'Disabled') continue;
      if (storage.publicNetworkAccess !== 'Disabled')
        yield passed([id, storage.id], `publicNetworkAccess of ${storage.name}: not Disabled`);
      else
        yield {
          at: [id, storage.id],
          message: 'apart',
          facts: { workspace: name, storage: storage.name },
          evidence: [
            `publicNetworkAccess of ${name}: ${publicNetworkAccess ?? 'not set (Enabled)'}`,
            `publicNetworkAccess of ${storage.name}: Disabled`,
          ],
        };
    }
  },
});

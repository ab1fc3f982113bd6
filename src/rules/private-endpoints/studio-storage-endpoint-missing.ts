import { findOfKind, flatMapped } from '#model';
import {
  endpointsOf,
  hasManagedNetwork,
  isShown,
  shownOfKind,
  wantsPrivate,
  workspacesOf,
} from '../estate.ts';
import { listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { endpointFix, subnetForEndpoints } from './add-endpoint.ts';

/** What studio shows people from the default storage, by sub-resource. */
const shownByStudio = ['blob', 'file'] as const;

export const studioStorageEndpointMissing = defineRule({
  id: 'studio-storage-endpoint-missing',
  category: 'Private endpoints',
  severity: () => 'warning',
  title: 'People who use studio have no private way to its storage',
  holds: 'People who use studio have a private way to its storage',
  remedy:
    'Add private endpoints for blob and file of the default storage account beside the workspace endpoint that people use.',
  messages: {
    missing: (f: { service: string; groups: readonly string[]; workspace: string }) =>
      `People cannot open ${f.groups.includes('file') ? 'notebooks' : 'data'} of ${f.workspace} in studio: ${f.service} has no ${listed(f.groups)} endpoint in a network of theirs`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design, isComplete } = context;
    for (const workspace of workspacesOf(design)) {
      const storage = findOfKind(design, workspace.storageAccount, 'storage-account');
      // Without an endpoint of the workspace nobody opens studio privately: that has a finding of its own.
      const doors = endpointsOf(design, workspace.id);
      if (!hasManagedNetwork(workspace) || !storage || !isShown(storage) || doors.length === 0) continue;
      if (storage.publicNetworkAccess !== 'Disabled') continue;
      const served = new Set(
        flatMapped(
          shownOfKind(design, 'private-endpoint').filter(({ target }) => target === storage.id),
          ({ groupIds }) => groupIds.map((group) => group.toLowerCase()),
        ),
      );
      const groups = shownByStudio.filter((group) => !served.has(group));
      const at = [storage.id, workspace.id];
      if (groups.length === 0) yield passed(at, `Endpoints of ${storage.name}: ${shownByStudio.join(', ')}`);
      else if (!isComplete)
        yield cannotTell(at, { fact: `the private endpoints of ${storage.name} in people's networks` });
      else {
        const subnet = subnetForEndpoints(design, storage.id);
        yield {
          at,
          message: 'missing',
          facts: { service: storage.name, groups, workspace: workspace.name },
          evidence: [
            'publicNetworkAccess: Disabled',
            ...groups.map((group) => `No private endpoint serves ${group} of ${storage.name}`),
          ],
          fix: subnet && endpointFix(design, storage, groups, subnet.id),
        };
      }
    }
  },
});

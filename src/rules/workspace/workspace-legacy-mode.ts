import { edits, resourcesOfKind } from '#model';
import { workspacesOf } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const workspaceLegacyMode = defineRule({
  id: 'workspace-legacy-mode',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Workspace is in v1 legacy mode',
  holds: 'The workspace is not in v1 legacy mode',
  remedy: 'Set v1LegacyMode to false; the change can take an hour to be in force.',
  messages: {
    legacy: (f: { workspace: string }) => `${f.workspace} is in v1 legacy mode: its v2 API is turned off`,
  },

  *check({ design }) {
    const endpoints = resourcesOfKind(design, 'managed-online-endpoint');
    const hasEndpoint = (id: string) => endpoints.some(({ workspace }) => workspace === id);
    for (const { id, name, v1LegacyMode } of workspacesOf(design)) {
      if (v1LegacyMode !== true) yield passed(id, `v1LegacyMode: ${v1LegacyMode ?? 'not set (false)'}`);
      else
        yield {
          at: id,
          message: 'legacy',
          ...(hasEndpoint(id) && { severity: 'error' }),
          facts: { workspace: name },
          evidence: 'v1LegacyMode: true',
          fix: {
            title: 'Leave the legacy mode',
            changes: [`Turn off the v1 legacy mode of ${name}`],
            apply: (before) => edits.updateResource(before, id, 'workspace', { v1LegacyMode: false }),
          },
        };
    }
  },
});

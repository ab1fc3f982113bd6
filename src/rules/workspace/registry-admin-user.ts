import { edits } from '#model';
import { dependenciesInUse } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

export const registryAdminUser = defineRule({
  id: 'registry-admin-user',
  category: 'Workspace',
  severity: () => 'note',
  title: 'Admin user of the container registry is on',
  holds: 'The admin user of the container registry is off',
  remedy: 'Give the workspace a managed identity with the role AcrPull, then turn the admin user off.',
  messages: {
    on: (f: { registry: string }) =>
      `${f.registry} lets its admin user push and pull with one shared password`,
  },

  *check({ design }) {
    for (const { service } of dependenciesInUse(design)) {
      if (service.kind !== 'container-registry') continue;
      const { id, name, adminUserEnabled } = service;
      if (adminUserEnabled !== true)
        yield passed(id, `adminUserEnabled: ${adminUserEnabled ?? 'not set (false)'}`);
      else
        yield {
          at: id,
          message: 'on',
          facts: { registry: name },
          evidence: 'adminUserEnabled: true',
          fix: {
            title: 'Turn the admin user off',
            changes: [`Turn off the admin user of ${name}`],
            apply: (before) =>
              edits.updateResource(before, id, 'container-registry', { adminUserEnabled: false }),
          },
        };
    }
  },
});

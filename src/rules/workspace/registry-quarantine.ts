import { doubtOf, settings } from '#catalog';
import { edits } from '#model';
import { dependenciesInUse } from '../estate.ts';
import { defineRule, passed } from '../rule.ts';

const setting = settings.find(
  ({ kind, property }) => kind === 'container-registry' && property === 'quarantinePolicy',
);

export const registryQuarantine = defineRule({
  id: 'registry-quarantine',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Container registry quarantines images',
  holds: 'The container registry quarantines no images',
  remedy: 'Turn the quarantine policy of the registry off, or give the workspace a registry of its own.',
  messages: {
    quarantine: (f: { registry: string }) =>
      `${f.registry} quarantines new images, which Azure Machine Learning cannot use`,
  },

  *check({ design }) {
    for (const { service } of dependenciesInUse(design)) {
      if (service.kind !== 'container-registry' || service.quarantinePolicy === undefined) continue;
      const { id, name } = service;
      if (service.quarantinePolicy === 'disabled') yield passed(id, 'quarantinePolicy: disabled');
      else
        yield {
          at: id,
          message: 'quarantine',
          facts: { registry: name },
          evidence: 'quarantinePolicy: enabled',
          doubt: setting && doubtOf(setting),
          fix: {
            title: 'Turn quarantine off',
            changes: [`Turn off the quarantine policy of ${name}`],
            apply: (before) =>
              edits.updateResource(before, id, 'container-registry', { quarantinePolicy: 'disabled' }),
          },
        };
    }
  },
});

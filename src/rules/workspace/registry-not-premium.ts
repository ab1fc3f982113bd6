import { edits } from '#model';
import { dependenciesInUse, wantsPrivate } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const registryNotPremium = defineRule({
  id: 'registry-not-premium',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Container registry is not Premium',
  holds: 'The container registry is Premium, so that it can have a private endpoint',
  remedy: 'Change the tier of the registry to Premium.',
  messages: {
    notPremium: (f: { registry: string; sku: string; workspaces: string }) =>
      `${f.registry} is ${f.sku}: it cannot have the private endpoint that ${f.workspaces} needs`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    for (const { service, workspaces } of dependenciesInUse(context.design)) {
      if (service.kind !== 'container-registry') continue;
      const { id, sku } = service;
      if (sku === 'Premium') yield passed(id, 'sku: Premium');
      else if (sku === undefined) yield cannotTell(id, { fact: 'the tier of the container registry' });
      else
        yield {
          at: id,
          message: 'notPremium',
          facts: {
            registry: service.name,
            sku,
            workspaces: listed(workspaces.map((one) => labelOf(context.design, one.id)).sort(inOrder)),
          },
          evidence: `sku: ${sku}`,
          fix: {
            title: 'Make the registry Premium',
            changes: [`Set the tier of ${service.name} to Premium`],
            apply: (design) => edits.updateResource(design, id, 'container-registry', { sku: 'Premium' }),
          },
        };
    }
  },
});

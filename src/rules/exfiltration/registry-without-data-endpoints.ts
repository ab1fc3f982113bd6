import { doubtOf, settings } from '#catalog';
import { edits } from '#model';
import { dependenciesInUse, wantsPrivate } from '../estate.ts';
import { coverageOf } from '../private-endpoints/coverage.ts';
import { defineRule, passed } from '../rule.ts';

const setting = settings.find(
  ({ kind, property }) => kind === 'container-registry' && property === 'dataEndpointEnabled',
);

export const registryWithoutDataEndpoints = defineRule({
  id: 'registry-without-data-endpoints',
  category: 'Exfiltration',
  severity: ({ exfiltrationPrevention }) => (exfiltrationPrevention === 'on' ? 'warning' : 'note'),
  title: 'Layers of the container registry come from any storage account',
  holds: 'Layers of the container registry come from its own data endpoints',
  remedy: 'Give the registry a private endpoint, or turn dedicated data endpoints on.',
  messages: {
    wildcard: (f: { registry: string }) =>
      `Layers of ${f.registry} are pulled from *.blob.core.windows.net: it has no data endpoint of its own`,
  },

  *check(context) {
    // Of a private workspace the registry needs an endpoint anyway, which a rule of its own says.
    if (wantsPrivate(context)) return;
    for (const { service } of dependenciesInUse(context.design)) {
      if (service.kind !== 'container-registry') continue;
      const { id, name, sku, dataEndpointEnabled } = service;
      const coverage = coverageOf(context, service, 'registry');
      if (dataEndpointEnabled === true) yield passed(id, 'dataEndpointEnabled: true');
      else if (coverage.is === 'covered') yield passed(id, coverage.evidence);
      // Whether it has an endpoint is asked by the rule for endpoints.
      else if (coverage.is === 'missing')
        yield {
          at: id,
          message: 'wildcard',
          facts: { registry: name },
          evidence: [`dataEndpointEnabled: ${dataEndpointEnabled ?? 'not set (false)'}`, coverage.evidence],
          doubt: setting && doubtOf(setting, 'whenAbsent'),
          fix:
            sku === 'Premium'
              ? {
                  title: 'Turn data endpoints on',
                  changes: [`Turn on the dedicated data endpoints of ${name}`],
                  apply: (before) =>
                    edits.updateResource(before, id, 'container-registry', { dataEndpointEnabled: true }),
                }
              : undefined,
        };
    }
  },
});

import { workspaceDependencies } from '#catalog';
import { dependenciesInUse, hasManagedNetwork, wantsPrivate } from '../estate.ts';
import { listed } from '../labels.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { endpointFix, subnetForEndpoints } from './add-endpoint.ts';
import { coverageOf } from './coverage.ts';
import { privateNeeds } from './needs.ts';

/** Sub-resources of storage that some work needs and other does not. */
const optionalGroups = workspaceDependencies
  .filter(({ kind, need }) => kind === 'storage-account' && need === 'conditional')
  .map(({ groupId }) => groupId);

const worksFailingWithout = (groups: readonly string[]): readonly string[] => [
  ...(groups.includes('queue') || groups.includes('table') ? ['batch endpoints', 'parallel runs'] : []),
  ...(groups.includes('dfs') ? ['data lake access'] : []),
];

const isMissing = (context: RuleContext, service: Parameters<typeof coverageOf>[1], group: string) =>
  coverageOf(context, service, group).is === 'missing';

export const privateEndpointOptional = defineRule({
  id: 'private-endpoint-optional',
  category: 'Private endpoints',
  severity: () => 'note',
  title: 'Storage has no private endpoint that some work would need',
  holds: 'Storage has the private endpoints that some work would need',
  remedy: 'Add the endpoint before such work is planned.',
  messages: {
    optional: (f: { service: string; groups: readonly string[] }) =>
      `${f.service} lacks the ${listed(f.groups)} endpoint${f.groups.length === 1 ? '' : 's'}: ${listed(worksFailingWithout(f.groups))} would fail`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const required = new Map(
      privateNeeds(context.design).map(({ service, needs }) => [service.id, needs] as const),
    );
    for (const { service, workspaces } of dependenciesInUse(context.design)) {
      if (service.kind !== 'storage-account' || workspaces.every(hasManagedNetwork)) continue;
      const needed = new Set(required.get(service.id)?.map(({ groupId }) => groupId));
      // Cut off altogether, what else is missing would only be noise.
      if (needed.size > 0 && [...needed].every((group) => isMissing(context, service, group))) continue;
      const groups = optionalGroups.filter(
        (group) =>
          !needed.has(group) &&
          // Only an account with a hierarchical namespace is a data lake.
          (group !== 'dfs' || service.isHnsEnabled === true) &&
          isMissing(context, service, group),
      );
      if (groups.length === 0) continue;
      const subnet = subnetForEndpoints(context.design, service.id);
      yield {
        at: service.id,
        message: 'optional',
        facts: { service: service.name, groups },
        evidence: groups.map((group) => `No private endpoint serves ${group} of ${service.name}`),
        fix: subnet && endpointFix(context.design, service, groups, subnet.id),
      };
    }
  },
});

import { findOfKind, flatMapped } from '#model';
import { endpointsOf, isShown, shownOfKind, workspacesOf } from '../estate.ts';
import { inOrder, listed } from '../labels.ts';
import { missing } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const monitorOutsidePrivateOnlyScope = defineRule({
  id: 'monitor-outside-private-only-scope',
  category: 'Monitoring',
  severity: () => 'warning',
  title: 'A private link scope shuts out monitoring of a workspace',
  holds: 'Private link scopes let the workspaces write their logs',
  remedy: 'Add Application Insights of the workspace to the scope, or set its access mode to Open.',
  messages: {
    outside: (f: { scope: string; monitors: readonly string[]; sides: readonly string[] }) =>
      `${f.scope} allows private ${listed(f.sides)} only, but ${listed(f.monitors)} ${f.monitors.length === 1 ? 'is' : 'are'} not in it`,
  },

  *check({ design, isComplete }) {
    const monitors = flatMapped(
      workspacesOf(design)
        .map(({ applicationInsights }) => findOfKind(design, applicationInsights, 'application-insights'))
        .filter((one) => one !== undefined && isShown(one)),
      (one) => one ?? [],
    );
    if (monitors.length === 0) return;
    for (const scope of shownOfKind(design, 'azure-monitor-private-link-scope')) {
      const { id, name, ingestionAccessMode, queryAccessMode, scopedResources } = scope;
      if (endpointsOf(design, id).length === 0) continue;
      const sides = [
        ...(ingestionAccessMode === 'PrivateOnly' ? ['ingestion'] : []),
        ...(queryAccessMode === 'PrivateOnly' ? ['query'] : []),
      ];
      if (sides.length === 0) yield passed(id, 'Access modes: Open');
      else if (scopedResources === undefined && !isComplete)
        yield cannotTell(
          id,
          missing(
            'the resources of the private link scope',
            'azure-monitor-private-link-scope.scopedResources',
            scope,
          ),
        );
      else {
        const outside = [...new Set(monitors)].filter((one) => !scopedResources?.includes(one.id));
        if (outside.length === 0) yield passed(id, 'It holds Application Insights of every workspace');
        else
          yield {
            at: [id, ...outside.map((one) => one.id)],
            message: 'outside',
            facts: { scope: name, monitors: outside.map((one) => one.name).sort(inOrder), sides },
            evidence: `ingestionAccessMode: ${ingestionAccessMode ?? 'not set'}; queryAccessMode: ${queryAccessMode ?? 'not set'}`,
          };
      }
    }
  },
});

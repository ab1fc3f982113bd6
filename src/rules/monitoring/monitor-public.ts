import { findOfKind, type Resource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import { isAbsent, isShown, wantsPrivate, workspacesOf } from '../estate.ts';
import { listed } from '../labels.ts';
import { notShown } from '../missing.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';

type Monitor = ResourceOf<'application-insights'> | ResourceOf<'log-analytics'>;

const openSides = (monitor: Monitor): readonly string[] => [
  ...(monitor.publicNetworkAccessForIngestion === 'Disabled' ? [] : ['ingestion']),
  ...(monitor.publicNetworkAccessForQuery === 'Disabled' ? [] : ['query']),
];

const isScoped = ({ design }: RuleContext, ids: readonly ResourceId[]) =>
  resourcesOfKind(design, 'azure-monitor-private-link-scope').some((scope) =>
    ids.every((id) => scope.scopedResources?.includes(id)),
  );

export const monitorPublic = defineRule({
  id: 'monitor-public',
  category: 'Monitoring',
  severity: () => 'warning',
  title: 'Monitoring is open to public networks',
  holds: 'Monitoring refuses public networks or lies in a private link scope',
  remedy:
    'Add Application Insights and its Log Analytics workspace to an Azure Monitor Private Link Scope with a private endpoint, then turn public ingestion and query off.',
  messages: {
    open: (f: { monitors: readonly string[]; sides: readonly string[] }) =>
      `${listed(f.monitors)} accept${f.monitors.length === 1 ? 's' : ''} public ${listed(f.sides)}, and no private link scope covers ${f.monitors.length === 1 ? 'it' : 'them'}`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design, isComplete } = context;
    const judged = new Set<ResourceId>();
    for (const workspace of workspacesOf(design)) {
      const insights = findOfKind(design, workspace.applicationInsights, 'application-insights');
      if (!insights || judged.has(insights.id)) continue;
      judged.add(insights.id);
      const logs = findOfKind(design, insights.workspaceResource, 'log-analytics');
      const unseen = [insights, logs].find(
        (one) => one?.presence === 'not-shown' && !isAbsent(design, one.id),
      );
      if (unseen) yield cannotTell(unseen.id, notShown(`who may reach ${unseen.name}`, unseen.azureId));
      if (unseen || !isShown(insights)) continue;
      const monitors: readonly Monitor[] =
        isShown(logs as Resource | undefined) && logs ? [insights, logs] : [insights];
      const open = monitors.filter((monitor) => openSides(monitor).length > 0);
      const at = monitors.map(({ id }) => id);
      if (open.length === 0) yield passed(at, 'Public ingestion and query: Disabled');
      else if (
        isScoped(
          context,
          open.map(({ id }) => id),
        )
      )
        yield passed(at, 'Covered by an Azure Monitor Private Link Scope');
      else if (!isComplete)
        yield cannotTell(at, { fact: 'the private link scopes that cover Azure Monitor resources' });
      else
        yield {
          at,
          message: 'open',
          facts: {
            monitors: open.map(({ name }) => name),
            sides: ['ingestion', 'query'].filter((side) =>
              open.some((monitor) => openSides(monitor).includes(side)),
            ),
          },
          evidence: monitors.map(
            (monitor) =>
              `${monitor.name}: ingestion ${monitor.publicNetworkAccessForIngestion ?? 'not set (Enabled)'}, query ${monitor.publicNetworkAccessForQuery ?? 'not set (Enabled)'}`,
          ),
        };
    }
  },
});

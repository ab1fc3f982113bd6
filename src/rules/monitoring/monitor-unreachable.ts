import { findOfKind, findResource, type ResourceId, resourcesOfKind } from '#model';
import { endpointsOf, isShown, virtualNetworkOf, workspacesOf } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { isOfMonitor } from '../outbound/judged-flows.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

export const monitorUnreachable = defineRule({
  id: 'monitor-unreachable',
  category: 'Monitoring',
  severity: () => 'warning',
  title: 'Monitoring of a workspace is closed and has no private way',
  holds:
    'Application Insights of the workspace takes logs, from the public network or through a private link scope whose names computes resolve',
  remedy:
    'Add Application Insights and its Log Analytics workspace to a private link scope that has a private endpoint, or turn public ingestion on.',
  messages: {
    closed: (f: { insights: string; workspaces: readonly string[] }) =>
      `${f.insights} of ${listed(f.workspaces)} refuses public networks, and no private link scope with an endpoint holds it`,
    noName: (f: { scope: string; networks: readonly string[]; computes: readonly string[] }) =>
      `${listed(f.computes)} in ${listed(f.networks)} cannot send logs: names of Azure Monitor do not lead to an endpoint of ${f.scope} there`,
  },

  *check(context) {
    const { design, isComplete, network } = context;
    const users = new Map<string, string[]>();
    for (const { name, applicationInsights } of workspacesOf(design))
      if (applicationInsights !== undefined)
        users.set(applicationInsights, [...(users.get(applicationInsights) ?? []), name]);
    for (const [id, workspaces] of users) {
      const insights = resourcesOfKind(design, 'application-insights').find((one) => one.id === id);
      if (!insights || !isShown(findOfKind(design, insights.id, 'application-insights'))) continue;
      if (insights.publicNetworkAccessForIngestion !== 'Disabled') continue;
      const scopes = resourcesOfKind(design, 'azure-monitor-private-link-scope').filter((scope) =>
        scope.scopedResources?.includes(insights.id),
      );
      const reached = scopes.find((scope) => endpointsOf(design, scope.id).length > 0);
      if (reached)
        yield passed([insights.id, reached.id], `${reached.name} holds it and has a private endpoint`);
      else if (!isComplete)
        yield cannotTell(insights.id, { fact: 'the private link scopes that cover Azure Monitor resources' });
      else
        yield {
          at: [insights.id, ...scopes.map((scope) => scope.id).sort()],
          message: 'closed',
          facts: { insights: insights.name, workspaces: workspaces.sort(inOrder) },
          evidence: [
            'publicNetworkAccessForIngestion: Disabled',
            `Private link scopes that hold it: ${
              scopes
                .map(({ name }) => name)
                .sort()
                .join(', ') || 'none'
            }`,
          ],
        };
    }
    const lost = new Map<ResourceId, { networks: Set<ResourceId>; computes: Set<ResourceId> }>();
    for (const flow of network.requiredFlows()) {
      const scope = flow.to.resource;
      if (scope === undefined || !isOfMonitor(flow) || network.fateOf(flow).verdict !== 'no-name') continue;
      const { hops } = network.trace(flow);
      // Where the query does not get as far as a zone, the rules for DNS and peerings say why.
      const end = findResource(design, hops.find(({ outcome }) => outcome === 'blocks')?.at);
      if (end?.kind !== 'private-dns-zone' && end?.kind !== 'private-endpoint') continue;
      const entry = lost.get(scope) ?? { networks: new Set(), computes: new Set() };
      const home = virtualNetworkOf(design, flow.from);
      if (home !== undefined) entry.networks.add(home);
      entry.computes.add(flow.from);
      lost.set(scope, entry);
    }
    for (const [scope, { networks, computes }] of lost) {
      const namesOf = (ids: ReadonlySet<ResourceId>) =>
        [...ids].map((id) => labelOf(design, id)).sort(inOrder);
      yield {
        at: [scope, ...[...networks].sort(), ...[...computes].sort()],
        message: 'noName',
        remedy:
          'Give the private link scope an endpoint that these networks reach, and register it in the zones of Azure Monitor that are linked there.',
        facts: { scope: labelOf(design, scope), networks: namesOf(networks), computes: namesOf(computes) },
        evidence: 'The zones of Azure Monitor are linked there, and hold no record of an endpoint',
      };
    }
  },
});

import { edits, findResource, type ResourceId } from '#model';
import { endpointsOfConcern } from '../dns/endpoints-of-concern.ts';
import { dependenciesInUse, shownOfKind, workspacesOf } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const privateEndpointNotApproved = defineRule({
  id: 'private-endpoint-not-approved',
  category: 'Private endpoints',
  severity: () => 'error',
  title: 'Private endpoint is not approved',
  holds: 'The connection of the private endpoint is approved',
  remedy:
    'Let the owner of the service approve the connection; make a rejected or disconnected endpoint again.',
  messages: {
    notApproved: (f: { endpoint: string; service: string; status: string }) =>
      `${f.service} does not answer at ${f.endpoint}: the connection is ${f.status.toLowerCase()}`,
  },

  *check(context) {
    const { design } = context;
    const ours = new Set<ResourceId>([
      ...workspacesOf(design).map(({ id }) => id),
      ...dependenciesInUse(design).map(({ service }) => service.id),
    ]);
    const beside = new Set(endpointsOfConcern(context).map(({ endpoint }) => endpoint.id));
    for (const endpoint of shownOfKind(design, 'private-endpoint')) {
      const target = findResource(design, endpoint.target);
      if (!target || !(ours.has(target.id) || beside.has(endpoint.id))) continue;
      const listed = 'privateEndpointConnections' in target ? target.privateEndpointConnections : undefined;
      const connection = listed?.find(({ privateEndpoint }) => privateEndpoint === endpoint.id);
      const status = endpoint.connectionStatus ?? connection?.status;
      if (status === undefined || status === 'Approved')
        yield passed([endpoint.id, target.id], `Connection: ${status ?? 'approved by deployment'}`);
      else
        yield {
          at: [endpoint.id, target.id],
          message: 'notApproved',
          // What no workspace names may be meant for somebody else.
          severity: ours.has(target.id) ? 'error' : 'warning',
          facts: { endpoint: labelOf(design, endpoint.id), service: target.name, status },
          evidence: `Connection: ${status}`,
          fix:
            connection === undefined
              ? {
                  title: 'Plan the connection as approved',
                  changes: [`Take the connection of ${endpoint.name} as approved`],
                  apply: (before) =>
                    edits.updateResource(before, endpoint.id, 'private-endpoint', {
                      connectionStatus: 'Approved',
                    }),
                }
              : undefined,
        };
    }
  },
});

import { sources } from '#catalog';
import type { ResourceId } from '#model';
import {
  dependenciesOf,
  endpointsOf,
  hasManagedNetwork,
  virtualNetworkOf,
  wantsPrivate,
  workspacesOf,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { addEndpoint } from '../private-endpoints/add-endpoint.ts';
import { defineRule, passed } from '../rule.ts';

export const workspaceEndpointElsewhere = defineRule({
  id: 'workspace-endpoint-elsewhere',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Workspace has no endpoint beside those of its dependencies',
  holds: 'The workspace has an endpoint in the network of its dependencies’ endpoints',
  why: 'One private endpoint of the workspace has to lie in the virtual network that holds the endpoints of its storage account, key vault and container registry; further ones may lie elsewhere.',
  remedy: 'Add a private endpoint of the workspace in that network.',
  sources: [sources.workspacePrivateLink, sources.securityOverview],
  messages: {
    elsewhere: (f: { workspace: string; networks: string; dependencies: string }) =>
      `${f.workspace} has its endpoint in ${f.networks}, but not where those of ${f.dependencies} lie`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design, isComplete } = context;
    const networksOf = (id: ResourceId) =>
      new Set(endpointsOf(design, id).flatMap((one) => virtualNetworkOf(design, one.id) ?? []));
    for (const workspace of workspacesOf(design)) {
      const own = networksOf(workspace.id);
      const dependencies = dependenciesOf(design, workspace).filter((one) => networksOf(one.id).size > 0);
      if (own.size === 0 || dependencies.length === 0 || hasManagedNetwork(workspace)) continue;
      const apart = dependencies.filter((one) => [...networksOf(one.id)].every((id) => !own.has(id)));
      const at = [workspace.id, ...apart.map(({ id }) => id)];
      if (apart.length === 0)
        yield passed(
          workspace.id,
          `Endpoints in ${[...own]
            .map((id) => labelOf(design, id))
            .sort()
            .join(', ')}`,
        );
      // A container registry may lie in a peered network; elsewhere further endpoints may simply not be shown.
      else if (isComplete && apart.some(({ kind }) => kind === 'storage-account')) {
        const storage = apart.find(({ kind }) => kind === 'storage-account');
        const subnet = storage && endpointsOf(design, storage.id)[0]?.parent;
        yield {
          at,
          message: 'elsewhere',
          facts: {
            workspace: workspace.name,
            networks: listed([...own].map((id) => labelOf(design, id)).sort()),
            dependencies: listed(apart.map(({ name }) => name)),
          },
          evidence: apart.map(
            (one) =>
              `${one.name}: endpoints in ${[...networksOf(one.id)]
                .map((id) => labelOf(design, id))
                .sort()
                .join(', ')}`,
          ),
          fix:
            subnet === undefined
              ? undefined
              : {
                  title: 'Add a workspace endpoint there',
                  changes: [`Add a private endpoint of ${workspace.name} in ${labelOf(design, subnet)}`],
                  apply: (before, newId) => addEndpoint(before, workspace, 'amlworkspace', subnet, newId),
                },
        };
      }
    }
  },
});

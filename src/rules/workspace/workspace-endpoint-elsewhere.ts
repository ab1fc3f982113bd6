import { type Design, findResource, flatMapped, type ResourceId } from '#model';
import type { MissingFact } from '#network';
import {
  type Dependency,
  dependenciesOf,
  endpointsOf,
  hasManagedNetwork,
  isShown,
  virtualNetworkOf,
  type Workspace,
  wantsPrivate,
  workspacesOf,
} from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { notShown } from '../missing.ts';
import { endpointFix } from '../private-endpoints/add-endpoint.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

/** What keeps an export from telling where all endpoints of a service lie; nothing where it shows every one. */
function unseenEndpoint(design: Design, service: Workspace | Dependency): MissingFact | undefined {
  const connections = service.privateEndpointConnections;
  if (connections === undefined)
    return notShown(`the private endpoint connections of ${service.name}`, service.azureId);
  const unseen = connections.find(({ privateEndpoint }) => !isShown(findResource(design, privateEndpoint)));
  if (unseen === undefined) return undefined;
  const endpoint = findResource(design, unseen.privateEndpoint);
  return notShown(`where the further private endpoints of ${service.name} lie`, endpoint?.azureId);
}

export const workspaceEndpointElsewhere = defineRule({
  id: 'workspace-endpoint-elsewhere',
  category: 'Workspace',
  severity: () => 'error',
  title: 'Workspace has no endpoint beside those of its dependencies',
  holds: 'The workspace has an endpoint in the network of its dependencies’ endpoints',
  remedy: 'Add a private endpoint of the workspace in that network.',
  messages: {
    elsewhere: (f: { workspace: string; networks: string; dependencies: string }) =>
      `${f.workspace} has its endpoint in ${f.networks}, but not where those of ${f.dependencies} lie`,
  },

  *check(context) {
    if (!wantsPrivate(context)) return;
    const { design, isComplete } = context;
    const networksOf = (id: ResourceId) =>
      new Set(flatMapped(endpointsOf(design, id), (one) => virtualNetworkOf(design, one.id) ?? []));
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
      // A container registry may lie in a peered network.
      const storage = apart.find(({ kind }) => kind === 'storage-account');
      if (storage === undefined) continue;
      const unseen = isComplete
        ? undefined
        : (unseenEndpoint(design, workspace) ?? unseenEndpoint(design, storage));
      if (unseen) yield cannotTell(workspace.id, unseen);
      else {
        const subnet = endpointsOf(design, storage.id)[0]?.parent;
        yield {
          at,
          message: 'elsewhere',
          facts: {
            workspace: workspace.name,
            networks: listed([...own].map((id) => labelOf(design, id)).sort(inOrder)),
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
              : endpointFix(design, workspace, ['amlworkspace'], subnet, 'Add a workspace endpoint there'),
        };
      }
    }
  },
});

import { workspaceDependencies } from '#catalog';
import { type Design, flatMapped, type ResourceId, type ResourceOf } from '#model';
import { contextOf, designQuestion } from '../context.ts';
import {
  type Dependency,
  datastoreAccounts,
  dependenciesInUse,
  hasManagedNetwork,
  machineLearningComputes,
  shownOfKind,
  type Workspace,
  workspacesOf,
} from '../estate.ts';
import { listed } from '../labels.ts';

/** A sub-resource that has to be reached privately, and what fails without it. */
export interface Need {
  readonly groupId: string;
  /** What fails, as the second half of a sentence. */
  readonly effect: string;
}

/** A service with the sub-resources that a private workspace needs of it. */
export interface Needs {
  readonly service: Workspace | Dependency | ResourceOf<'registry'>;
  readonly needs: readonly Need[];
}

const hasBatchEndpoint = (design: Design, workspace: Workspace) =>
  shownOfKind(design, 'batch-endpoint').some((endpoint) => endpoint.workspace === workspace.id);

/** The first compute instance of each workspace, with its place among all computes. */
const firstInstances = designQuestion((design) => {
  const instances = new Map<ResourceId, { readonly name: string; readonly place: number }>();
  for (const [place, { kind, name, workspace }] of machineLearningComputes(design).entries())
    if (kind === 'compute-instance' && workspace !== undefined && !instances.has(workspace))
      instances.set(workspace, { name, place });
  return instances;
});

/** What a service of a kind is needed for; what is needed under a condition, where one of its workspaces meets it. */
export function needsOf(
  design: Design,
  of: (Workspace | Dependency)['kind'],
  users: readonly Workspace[],
): readonly Need[] {
  const hasBatch = users.some((workspace) => hasBatchEndpoint(design, workspace));
  const [instance] = flatMapped(users, ({ id }) => firstInstances(design).get(id) ?? []).toSorted(
    (one, other) => one.place - other.place,
  );
  return workspaceDependencies
    .filter(
      ({ kind, need, when }) =>
        kind === of && (need === 'required' || (when === 'batch-endpoint' && hasBatch)),
    )
    .map(({ groupId, effect }) => ({
      groupId,
      effect: groupId === 'file' && instance ? `${instance.name} cannot mount its home share` : effect,
    }));
}

/** Closed registries, which are reached by an endpoint alone: one's own, or one that a managed network makes. */
function ofRegistries(design: Design): readonly Needs[] {
  const { network } = contextOf(design);
  const served = new Set(
    flatMapped(workspacesOf(design), ({ id }) =>
      flatMapped(network.managedNetworkOf(id)?.rules ?? [], ({ target }) => target ?? []),
    ),
  );
  return shownOfKind(design, 'registry')
    .filter(({ id, publicNetworkAccess }) => publicNetworkAccess === 'Disabled' && !served.has(id))
    .map((service) => ({
      service,
      needs: [{ groupId: 'amlregistry', effect: 'models and environments cannot be shared' }],
    }));
}

/**
 * What the private workspaces of a design have to reach privately from networks of the customer's own. Dependencies of
 * a workspace whose managed network makes its endpoints itself are left out.
 */
export const privateNeeds = designQuestion((design): readonly Needs[] => {
  const ofWorkspaces = workspacesOf(design).map((service) => ({
    service,
    needs: needsOf(design, service.kind, [service]),
  }));
  const ofDependencies = dependenciesInUse(design)
    .map(({ service, workspaces }) => ({
      service,
      users: workspaces.filter((workspace) => !hasManagedNetwork(workspace)),
    }))
    .filter(({ users }) => users.length > 0)
    .map(({ service, users }) => ({ service, needs: needsOf(design, service.kind, users) }));
  const ofDatastores = datastoreAccounts(design)
    .filter(({ workspaces }) => !workspaces.every(hasManagedNetwork))
    .map(({ service, names }) => ({
      service,
      needs: [...names].map(([groupId, datastores]) => ({
        groupId,
        effect: `jobs cannot reach ${datastores.length === 1 ? 'datastore' : 'datastores'} ${listed([...datastores].sort())}`,
      })),
    }));
  return [...ofWorkspaces, ...ofDependencies, ...ofDatastores, ...ofRegistries(design)];
});

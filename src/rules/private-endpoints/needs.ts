import type { Design } from '#model';
import {
  type Dependency,
  dependenciesInUse,
  hasManagedNetwork,
  machineLearningComputes,
  shownOfKind,
  type Workspace,
  workspacesOf,
} from '../estate.ts';

/** A sub-resource that has to be reached privately, and what fails without it. */
export interface Need {
  readonly groupId: string;
  /** What fails, as the second half of a sentence. */
  readonly effect: string;
}

/** A service with the sub-resources that a private workspace needs of it. */
export interface Needs {
  readonly service: Workspace | Dependency;
  readonly needs: readonly Need[];
}

const hasBatchEndpoint = (design: Design, workspace: Workspace) =>
  shownOfKind(design, 'batch-endpoint').some((endpoint) => endpoint.workspace === workspace.id);

function storageNeeds(design: Design, workspaces: readonly Workspace[]): readonly Need[] {
  const instance = machineLearningComputes(design).find(
    (compute) => compute.kind === 'compute-instance' && workspaces.some(({ id }) => id === compute.workspace),
  );
  const batch = workspaces.some((workspace) => hasBatchEndpoint(design, workspace));
  const forBatch = 'batch endpoints and parallel runs fail';
  return [
    { groupId: 'blob', effect: 'jobs cannot read data or write logs' },
    {
      groupId: 'file',
      effect: instance
        ? `${instance.name} cannot mount its home share`
        : 'compute instances cannot mount their home share',
    },
    ...(batch
      ? [
          { groupId: 'queue', effect: forBatch },
          { groupId: 'table', effect: forBatch },
        ]
      : []),
  ];
}

function dependencyNeeds(design: Design, service: Dependency, users: readonly Workspace[]): readonly Need[] {
  switch (service.kind) {
    case 'storage-account':
      return storageNeeds(design, users);
    case 'key-vault':
      return [{ groupId: 'vault', effect: 'computes cannot read secrets' }];
    case 'container-registry':
      return [{ groupId: 'registry', effect: 'computes cannot pull images' }];
  }
}

/**
 * What the private workspaces of a design have to reach privately from networks of the customer's own. Dependencies of
 * a workspace whose managed network makes its endpoints itself are left out.
 */
export function privateNeeds(design: Design): readonly Needs[] {
  const ofWorkspaces = workspacesOf(design).map((service) => ({
    service,
    needs: [{ groupId: 'amlworkspace', effect: 'neither people nor computes reach the workspace' }],
  }));
  const ofDependencies = dependenciesInUse(design)
    .map(({ service, workspaces }) => ({
      service,
      users: workspaces.filter((workspace) => !hasManagedNetwork(workspace)),
    }))
    .filter(({ users }) => users.length > 0)
    .map(({ service, users }) => ({ service, needs: dependencyNeeds(design, service, users) }));
  return [...ofWorkspaces, ...ofDependencies];
}

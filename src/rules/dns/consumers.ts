import { ancestorsOf, findResource, type ResourceId } from '#model';
import { designQuestion, ruleQuestion } from '../context.ts';
import {
  dependenciesOf,
  endpointsOf,
  isShown,
  type MachineLearningCompute,
  machineLearningComputes,
  shownOfKind,
  virtualNetworkOf,
  workspacesOf,
} from '../estate.ts';

/** Networks whose computes and people ask for the names of a service. */
export interface Consumers {
  readonly virtualNetworks: readonly ResourceId[];
  readonly onPremises: readonly ResourceId[];
}

/** The workspaces behind each service, a workspace behind itself. */
const usersByService = designQuestion((design): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> => {
  const users = new Map<ResourceId, Set<ResourceId>>();
  for (const workspace of workspacesOf(design))
    for (const { id } of [workspace, ...dependenciesOf(design, workspace)]) {
      const known = users.get(id);
      if (known) known.add(workspace.id);
      else users.set(id, new Set([workspace.id]));
    }
  return users;
});

const computesByWorkspace = designQuestion(
  (design): ReadonlyMap<ResourceId, readonly MachineLearningCompute[]> => {
    const computes = new Map<ResourceId, MachineLearningCompute[]>();
    for (const compute of machineLearningComputes(design)) {
      if (!compute.workspace) continue;
      const known = computes.get(compute.workspace);
      if (known) known.push(compute);
      else computes.set(compute.workspace, [compute]);
    }
    return computes;
  },
);

const nobody: ReadonlySet<ResourceId> = new Set();

/** Where names of a workspace or its dependency are asked for; where nothing is drawn, the networks of its endpoints. */
export const consumersOf = ruleQuestion(({ design, network }, service: ResourceId): Consumers => {
  const workspaces = usersByService(design).get(service) ?? nobody;
  const computes = [...workspaces].flatMap((id) => computesByWorkspace(design).get(id) ?? []);
  const clusters = shownOfKind(design, 'kubernetes-cluster').filter((one) =>
    one.workspaces?.some((id) => workspaces.has(id)),
  );
  const clients = shownOfKind(design, 'client').filter(
    ({ uses }) => uses === undefined || uses.some((id) => workspaces.has(id) || id === service),
  );
  const inAzure = [...computes, ...clusters, ...clients].flatMap(
    ({ id }) => virtualNetworkOf(design, network, id) ?? [],
  );
  const onPremises = clients.flatMap(({ id }) =>
    ancestorsOf(design, id)
      .filter(({ kind }) => kind === 'on-premises-network')
      .map((one) => one.id),
  );
  const ofEndpoints = endpointsOf(design, service).flatMap(
    ({ id }) => virtualNetworkOf(design, network, id) ?? [],
  );
  const chosen = inAzure.length > 0 || onPremises.length > 0 ? inAzure : ofEndpoints;
  return {
    virtualNetworks: [...new Set(chosen)].filter((id) => isShown(findResource(design, id))).sort(),
    onPremises: [...new Set(onPremises)].sort(),
  };
});

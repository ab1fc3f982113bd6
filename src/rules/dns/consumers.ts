import { ancestorsOf, findResource, flatMapped, type ResourceId, type ResourceOf } from '#model';
import { designQuestion, ruleQuestion } from '../context.ts';
import {
  endpointsOf,
  isShown,
  type MachineLearningCompute,
  machineLearningComputes,
  shownOfKind,
  usersOf,
  virtualNetworkOf,
} from '../estate.ts';

/** Networks whose computes and people ask for the names of a service. */
export interface Consumers {
  readonly virtualNetworks: readonly ResourceId[];
  readonly onPremises: readonly ResourceId[];
}

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

/** Clusters by the workspaces that they are attached to. */
const clustersByWorkspace = designQuestion((design) => {
  const clusters = new Map<ResourceId, ResourceOf<'kubernetes-cluster'>[]>();
  for (const cluster of shownOfKind(design, 'kubernetes-cluster'))
    for (const id of cluster.workspaces ?? []) clusters.set(id, [...(clusters.get(id) ?? []), cluster]);
  return clusters;
});

/** Clients by what they say they use; under `undefined` those that do not say. */
const clientsByUse = designQuestion((design) => {
  const clients = new Map<ResourceId | undefined, ResourceOf<'client'>[]>();
  for (const client of shownOfKind(design, 'client'))
    for (const id of client.uses ?? [undefined]) clients.set(id, [...(clients.get(id) ?? []), client]);
  return clients;
});

/** The networks of what runs code for a workspace. */
const networksOfCode = ruleQuestion(({ design }, workspace: ResourceId): readonly ResourceId[] => {
  const networks = new Set<ResourceId>();
  for (const { id } of [
    ...(computesByWorkspace(design).get(workspace) ?? []),
    ...(clustersByWorkspace(design).get(workspace) ?? []),
  ]) {
    const network = virtualNetworkOf(design, id);
    if (network !== undefined) networks.add(network);
  }
  return [...networks];
});

/** Where names of a workspace or its dependency are asked for; where nothing is drawn, the networks of its endpoints. */
export const consumersOf = ruleQuestion(({ design }, service: ResourceId): Consumers => {
  const workspaces = usersOf(design, service).map(({ id }) => id);
  const clients = flatMapped([undefined, service, ...workspaces], (id) => clientsByUse(design).get(id) ?? []);
  const inAzure = [
    ...flatMapped(workspaces, (id) => networksOfCode({ design }, id)),
    ...flatMapped(clients, ({ id }) => virtualNetworkOf(design, id) ?? []),
  ];
  const onPremises = flatMapped(clients, ({ id }) =>
    ancestorsOf(design, id)
      .filter(({ kind }) => kind === 'on-premises-network')
      .map((one) => one.id),
  );
  const ofEndpoints = flatMapped(
    endpointsOf(design, service),
    ({ id }) => virtualNetworkOf(design, id) ?? [],
  );
  const chosen = inAzure.length > 0 || onPremises.length > 0 ? inAzure : ofEndpoints;
  return {
    virtualNetworks: [...new Set(chosen)].filter((id) => isShown(findResource(design, id))).sort(),
    onPremises: [...new Set(onPremises)].sort(),
  };
});

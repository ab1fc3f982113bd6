import { ancestorsOf, type Design, findResource, type ResourceId } from '#model';
import {
  dependenciesOf,
  endpointsOf,
  isShown,
  machineLearningComputes,
  shownOfKind,
  virtualNetworkOf,
  workspacesOf,
} from '../estate.ts';
import { remember } from '../remember.ts';
import type { RuleContext } from '../rule.ts';

/** Networks whose computes and people ask for the names of a service. */
export interface Consumers {
  readonly virtualNetworks: readonly ResourceId[];
  readonly onPremises: readonly ResourceId[];
}

const usersOf = (design: Design, service: ResourceId): ReadonlySet<ResourceId> =>
  new Set(
    workspacesOf(design)
      .filter((one) => one.id === service || dependenciesOf(design, one).some(({ id }) => id === service))
      .map(({ id }) => id),
  );

/** Where names of a workspace or its dependency are asked for; where nothing is drawn, the networks of its endpoints. */
export const consumersOf = (context: RuleContext, service: ResourceId): Consumers =>
  remember(context.design, `consumers of ${service}`, () => findConsumers(context, service));

function findConsumers({ design, network }: RuleContext, service: ResourceId): Consumers {
  const workspaces = usersOf(design, service);
  const computes = machineLearningComputes(design).filter(
    ({ workspace }) => workspace && workspaces.has(workspace),
  );
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
}

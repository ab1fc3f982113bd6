import { findResource, flatMapped, type Resource, type ResourceId } from '#model';
import { type RuleContext, ruleQuestion } from '../context.ts';
import {
  type Dependency,
  datastoreAccounts,
  dependenciesInUse,
  endpointsOf,
  hasManagedNetwork,
  isShown,
  machineLearningComputes,
  type PrivateEndpoint,
  shownOfKind,
  virtualNetworkOf,
  type Workspace,
  workspacesOf,
} from '../estate.ts';
import { requiredZones } from '../private-endpoints/add-endpoint.ts';

/** A private endpoint whose names matter to the design, what it serves, and the zones that this takes. */
export interface EndpointOfConcern {
  readonly endpoint: PrivateEndpoint;
  readonly target: Resource;
  readonly zones: readonly string[];
}

/** Endpoints of workspaces and what they use, and any other that lies in a network of theirs. */
export const endpointsOfConcern = (context: RuleContext): readonly EndpointOfConcern[] =>
  foundEndpoints(context, 'all');

/** An endpoint that a service lists as connected and the document does not show. */
export interface EndpointElsewhere {
  readonly service: Resource;
  readonly endpoint: Resource;
}

/** Of workspaces and what they use, where no shown endpoint serves the same; a managed network sees to its own. */
export function endpointsElsewhere({ design }: RuleContext): readonly EndpointElsewhere[] {
  const services: readonly (Workspace | Dependency)[] = [
    ...workspacesOf(design),
    ...dependenciesInUse(design)
      .filter(({ workspaces }) => !workspaces.every(hasManagedNetwork))
      .map(({ service }) => service),
  ];
  return flatMapped(services, (service) => {
    const served = new Set(flatMapped(endpointsOf(design, service.id), ({ groupIds }) => groupIds));
    return flatMapped(service.privateEndpointConnections ?? [], ({ privateEndpoint, groupIds, status }) => {
      const endpoint = findResource(design, privateEndpoint);
      const isInUse = status === undefined || status === 'Approved';
      if (!endpoint || isShown(endpoint) || !isInUse) return [];
      return groupIds?.every((group) => served.has(group)) ? [] : { service, endpoint };
    });
  });
}

const foundEndpoints = ruleQuestion(({ design }, _: 'all'): readonly EndpointOfConcern[] => {
  const ours = new Set<ResourceId>([
    ...workspacesOf(design).map(({ id }) => id),
    ...[...dependenciesInUse(design), ...datastoreAccounts(design)].map(({ service }) => service.id),
  ]);
  if (ours.size === 0) return [];
  const endpoints = shownOfKind(design, 'private-endpoint');
  const networkOf = (id: ResourceId) => virtualNetworkOf(design, id);
  const networks = new Set(
    flatMapped(
      [...endpoints.filter(({ target }) => target && ours.has(target)), ...machineLearningComputes(design)],
      ({ id }) => networkOf(id) ?? [],
    ),
  );
  return flatMapped(endpoints, (endpoint) => {
    const target = findResource(design, endpoint.target);
    if (!target) return [];
    const home = networkOf(endpoint.id);
    if (!ours.has(target.id) && !(home && networks.has(home))) return [];
    const zones = flatMapped(endpoint.groupIds, (group) => requiredZones(design, target, group));
    return zones.length > 0 ? { endpoint, target, zones: [...new Set(zones)] } : [];
  });
});

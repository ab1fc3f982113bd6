import { findResource, type Resource, type ResourceId } from '#model';
import {
  dependenciesInUse,
  machineLearningComputes,
  type PrivateEndpoint,
  shownOfKind,
  virtualNetworkOf,
  workspacesOf,
} from '../estate.ts';
import { requiredZones } from '../private-endpoints/add-endpoint.ts';
import { remember } from '../remember.ts';
import type { RuleContext } from '../rule.ts';

/** A private endpoint whose names matter to the design, what it serves, and the zones that this takes. */
export interface EndpointOfConcern {
  readonly endpoint: PrivateEndpoint;
  readonly target: Resource;
  readonly zones: readonly string[];
}

/** Endpoints of workspaces and what they use, and any other that lies in a network of theirs. */
export const endpointsOfConcern = (context: RuleContext): readonly EndpointOfConcern[] =>
  remember(context.design, `endpoints of concern in ${context.goals.cloud}`, () => findEndpoints(context));

function findEndpoints({ design, network }: RuleContext): readonly EndpointOfConcern[] {
  const ours = new Set<ResourceId>([
    ...workspacesOf(design).map(({ id }) => id),
    ...dependenciesInUse(design).map(({ service }) => service.id),
  ]);
  if (ours.size === 0) return [];
  const endpoints = shownOfKind(design, 'private-endpoint');
  const networkOf = (id: ResourceId) => virtualNetworkOf(design, network, id);
  const networks = new Set(
    [
      ...endpoints.filter(({ target }) => target && ours.has(target)),
      ...machineLearningComputes(design),
    ].flatMap(({ id }) => networkOf(id) ?? []),
  );
  return endpoints.flatMap((endpoint) => {
    const target = findResource(design, endpoint.target);
    if (!target) return [];
    const home = networkOf(endpoint.id);
    if (!ours.has(target.id) && !(home && networks.has(home))) return [];
    const zones = endpoint.groupIds.flatMap((group) => requiredZones(design, target, group));
    return zones.length > 0 ? { endpoint, target, zones: [...new Set(zones)] } : [];
  });
}

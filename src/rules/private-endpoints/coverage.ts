import { findResource, type Resource, type ResourceId } from '#model';
import type { MissingFact } from '#network';
import { endpointsOf, isShown } from '../estate.ts';
import { notShown } from '../missing.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a sub-resource of a service has a private endpoint, as far as the document says. */
export type Coverage =
  | { readonly is: 'covered'; readonly endpoint?: ResourceId; readonly evidence: string }
  | { readonly is: 'missing'; readonly evidence: string }
  | { readonly is: 'unknown'; readonly missing: MissingFact };

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A list that the service carries decides; without one, absence counts only in a complete design. */
export function coverageOf(context: RuleContext, service: Resource, groupId: string): Coverage {
  const { design, isComplete } = context;
  const endpoint = endpointsOf(design, service.id).find((one) =>
    one.groupIds.some((id) => same(id, groupId)),
  );
  if (endpoint)
    return { is: 'covered', endpoint: endpoint.id, evidence: `${endpoint.name} serves ${groupId}` };

  const connections =
    'privateEndpointConnections' in service ? service.privateEndpointConnections : undefined;
  if (!connections)
    return isComplete
      ? { is: 'missing', evidence: `No private endpoint serves ${groupId} of ${service.name}` }
      : {
          is: 'unknown',
          missing: notShown('the private endpoint connections of the service', service.azureId),
        };

  if (connections.some(({ groupIds }) => groupIds?.some((id) => same(id, groupId))))
    return { is: 'covered', evidence: `${service.name} lists a connection for ${groupId}` };
  const unseen = connections.find(
    ({ groupIds, privateEndpoint }) =>
      groupIds === undefined && !isShown(findResource(design, privateEndpoint)),
  );
  if (unseen)
    return {
      is: 'unknown',
      missing: notShown(
        'the sub-resources that connected private endpoints serve',
        findResource(design, unseen.privateEndpoint)?.azureId,
      ),
    };
  return {
    is: 'missing',
    evidence:
      connections.length === 0
        ? `privateEndpointConnections of ${service.name}: none`
        : `privateEndpointConnections of ${service.name}: none for ${groupId}`,
  };
}

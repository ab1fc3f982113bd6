import { serviceEndpointPolicyAliases } from '#catalog';
import { findOfKind, type ResourceId } from '#model';
import type { Estate } from './estate.ts';
import type { Target } from './target.ts';

/** What the service endpoint policies of a subnet answer to a packet for storage. */
export interface PolicyAnswer {
  readonly access: 'Allow' | 'Deny' | 'unknown';
  readonly by: string;
  readonly at: ResourceId;
  readonly missing?: string;
}

/**
 * With a policy, only accounts and aliases that it names are reachable by the subnet's service endpoint.
 * Storage that Microsoft manages for the nodes is what the Azure Machine Learning alias names.
 */
export const filterByEndpointPolicies = (
  estate: Estate,
  subnet: ResourceId,
  { service, serviceTag, host, isForeign }: Target,
  _endpoint: string,
): PolicyAnswer | undefined => {
  const policies = findOfKind(estate.design, subnet, 'subnet')?.serviceEndpointPolicies ?? [];
  const [first] = policies;
  if (first === undefined || serviceTag?.toLowerCase() !== 'storage') return undefined;
  const names = policies.map((id) => estate.nameOf(id)).join(', ');
  for (const id of policies)
    if (!estate.isShown(id))
      return {
        access: 'unknown',
        by: estate.nameOf(id),
        at: id,
        missing: `the definitions of service endpoint policy ${estate.nameOf(id)}`,
      };
  const named = policies.flatMap((id) =>
    (findOfKind(estate.design, id, 'service-endpoint-policy')?.definitions ?? []).flatMap(
      (definition) => definition.serviceResources,
    ),
  );
  const holds = named.some((resource) => {
    const lower = resource.toLowerCase();
    if (!service) return host !== undefined && isForeign !== true && isAlias(lower);
    const azureId = service.resource.azureId?.toLowerCase();
    if (azureId !== undefined) return azureId === lower || azureId.startsWith(`${lower}/`);
    return lower.endsWith(`/storageaccounts/${service.resource.name.toLowerCase()}`);
  });
  return { access: holds ? 'Allow' : 'Deny', by: `service endpoint policy ${names}`, at: first };
};

const isAlias = (text: string): boolean =>
  text === serviceEndpointPolicyAliases.machineLearning.toLowerCase() || text === '/services/azure';

import { serviceEndpointPolicyAliases } from '#catalog';
import { type Design, edits, enclosing, findOfKind, type Resource, type ResourceId } from '#model';

/** Whether a policy's resource admits Azure Machine Learning's own storage; `/services/Azure` admits every service of Azure, this one among them. */
export const admitsMachineLearning = (resource: string): boolean =>
  [serviceEndpointPolicyAliases.machineLearning, '/services/Azure'].some(
    (alias) => alias.toLowerCase() === resource.toLowerCase(),
  );

/** What a policy for the storage service endpoint of a subnet is called. */
export const storagePolicyName = (design: Design, subnet: ResourceId): string =>
  `sep-${findOfKind(design, subnet, 'subnet')?.name ?? subnet}`;

/** Gives a subnet a service endpoint policy that admits what Azure Machine Learning itself keeps in storage. */
export function withStoragePolicy(design: Design, subnet: ResourceId, newId: () => ResourceId): Design {
  const region = enclosing(design, subnet, 'region')?.id;
  const policy = newId();
  const added = edits.addResource(design, {
    id: policy,
    kind: 'service-endpoint-policy',
    name: edits.freeName(design, region, storagePolicyName(design, subnet)),
    ...(region ? { parent: region } : {}),
    definitions: [
      {
        name: 'azure-machine-learning',
        service: 'Global',
        serviceResources: [serviceEndpointPolicyAliases.machineLearning],
      },
    ],
  } satisfies Resource);
  return edits.updateResource(added, subnet, 'subnet', { serviceEndpointPolicies: [policy] });
}

/** Sends a subnet's storage traffic over the service endpoint, narrowed by a policy, past whatever its routes lead to. */
export function withStorageEndpoint(design: Design, subnet: ResourceId, newId: () => ResourceId): Design {
  const { serviceEndpoints = [], serviceEndpointPolicies = [] } = findOfKind(design, subnet, 'subnet') ?? {};
  const joined = serviceEndpoints.some(({ service }) => service.startsWith('Microsoft.Storage'))
    ? design
    : edits.updateResource(design, subnet, 'subnet', {
        serviceEndpoints: [...serviceEndpoints, { service: 'Microsoft.Storage' }],
      });
  return serviceEndpointPolicies.length > 0 ? joined : withStoragePolicy(joined, subnet, newId);
}

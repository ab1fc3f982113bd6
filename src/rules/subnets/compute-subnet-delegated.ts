import { edits, findOfKind, type Resource, type ResourceId } from '#model';
import type { Network } from '#network';
import { machineLearningComputes, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed, type RuleContext } from '../rule.ts';

/** Subnets of computes and of Kubernetes nodes, with what lies in each. */
function computeSubnets({ design, network }: RuleContext): ReadonlyMap<ResourceId, readonly Resource[]> {
  const found = new Map<ResourceId, Resource[]>();
  const put = (subnet: ResourceId | undefined, resource: Resource) => {
    if (subnet !== undefined) found.set(subnet, [...(found.get(subnet) ?? []), resource]);
  };
  for (const compute of machineLearningComputes(design)) put(subnetOf(network, compute), compute);
  for (const cluster of shownOfKind(design, 'kubernetes-cluster')) put(subnetOf(network, cluster), cluster);
  return found;
}

const subnetOf = (network: Network, resource: Resource) => network.subnetOf(resource.id);

export const computeSubnetDelegated = defineRule({
  id: 'compute-subnet-delegated',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Subnet of a compute is delegated',
  holds: 'The subnet of the computes is delegated to no service',
  remedy: 'Remove the delegation, or move the computes to a subnet without one.',
  messages: {
    delegated: (f: { subnet: string; computes: string; delegations: string }) =>
      `${f.subnet} is delegated to ${f.delegations}: ${f.computes} cannot be created in it`,
  },

  *check(context) {
    const { design } = context;
    for (const [id, computes] of computeSubnets(context)) {
      const subnet = findOfKind(design, id, 'subnet');
      if (!subnet || subnet.presence === 'not-shown') continue;
      const delegations = subnet.delegations ?? [];
      if (delegations.length === 0) yield passed([id, ...computes.map((one) => one.id)], 'delegations: none');
      else
        yield {
          at: [id, ...computes.map((one) => one.id)],
          message: 'delegated',
          facts: {
            subnet: labelOf(design, id),
            computes: listed(computes.map((one) => one.name)),
            delegations: listed([...delegations].sort()),
          },
          evidence: `delegations: ${delegations.join(', ')}`,
          fix: {
            title: 'Remove the delegation',
            changes: [`Remove the delegation of ${subnet.name} to ${listed(delegations)}`],
            apply: (before) => edits.updateResource(before, id, 'subnet', { delegations: [] }),
          },
        };
    }
  },
});

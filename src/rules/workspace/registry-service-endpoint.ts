import { doubtOf, serviceEndpoints } from '#catalog';
import { dependenciesInUse } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const facts = serviceEndpoints.find(({ service }) => service === 'Microsoft.ContainerRegistry');

export const registryServiceEndpoint = defineRule({
  id: 'registry-service-endpoint',
  category: 'Workspace',
  severity: () => 'warning',
  title: 'Container registry is reached by a service endpoint',
  holds: 'The container registry is reached by no service endpoint',
  remedy: 'Use a private endpoint of the registry, and remove the rule for the subnet.',
  messages: {
    preview: (f: { registry: string; subnets: readonly string[] }) =>
      `${f.registry} admits ${listed(f.subnets)} by a service endpoint, which is a preview for AKS and virtual machines`,
  },

  *check({ design }) {
    for (const { service } of dependenciesInUse(design)) {
      if (service.kind !== 'container-registry') continue;
      const subnets = service.networkAcls?.virtualNetworkRules ?? [];
      if (subnets.length === 0) {
        if (service.networkAcls) yield passed(service.id, 'virtualNetworkRules: none');
        continue;
      }
      yield {
        at: service.id,
        message: 'preview',
        facts: { registry: service.name, subnets: subnets.map((id) => labelOf(design, id)).sort(inOrder) },
        evidence: `virtualNetworkRules: ${subnets.map((id) => labelOf(design, id)).join(', ')}`,
        doubt: facts && doubtOf(facts, 'stage'),
      };
    }
  },
});

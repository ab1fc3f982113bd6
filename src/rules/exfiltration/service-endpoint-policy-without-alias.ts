import { serviceEndpointPolicyAliases } from '#catalog';
import { edits, findOfKind, flatMapped } from '#model';
import { isShown } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { unseen } from '../missing.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';
import { computeSubnets, storageEndpointOf } from './reach.ts';
import { admitsMachineLearning } from './storage-policy.ts';

const { machineLearning } = serviceEndpointPolicyAliases;

export const serviceEndpointPolicyWithoutAlias = defineRule({
  id: 'service-endpoint-policy-without-alias',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Service endpoint policy shuts out Azure Machine Learning',
  holds: 'The service endpoint policy admits the storage of Azure Machine Learning',
  remedy: 'Add the alias /services/Azure/MachineLearning to the policy.',
  messages: {
    shutOut: (f: { policies: string; subnet: string; computes: string }) =>
      `${f.policies} shuts ${f.computes} in ${f.subnet} out of the storage that Azure Machine Learning manages`,
  },

  *check(context) {
    const { design } = context;
    for (const [id, computes] of computeSubnets(context)) {
      const { endpoint, policies } = storageEndpointOf(context, id);
      const [first] = policies;
      if (!endpoint || first === undefined) continue;
      const found = policies.map((policy) => findOfKind(design, policy, 'service-endpoint-policy'));
      const shown = flatMapped(
        found.filter((policy) => policy !== undefined && isShown(policy)),
        (policy) => policy ?? [],
      );
      const names = listed(policies.map((policy) => labelOf(design, policy)).sort(inOrder));
      if (
        shown.some(({ definitions }) =>
          definitions.some((one) => one.serviceResources.some(admitsMachineLearning)),
        )
      )
        yield passed([first, id], `${names} admits ${machineLearning}`);
      else if (shown.length < policies.length) {
        const hidden = policies.find((policy) => !shown.some(({ id: own }) => own === policy));
        yield cannotTell(first, unseen(design, `the definitions of ${names}`, hidden));
      } else
        yield {
          at: [first, id],
          message: 'shutOut',
          facts: {
            policies: names,
            subnet: labelOf(design, id),
            computes: listed(computes.map(({ name }) => name)),
          },
          evidence: flatMapped(shown, ({ definitions }) =>
            definitions.map((one) => `${one.name}: ${one.serviceResources.join(', ')}`),
          ),
          fix: {
            title: 'Admit Azure Machine Learning',
            changes: [`Add ${machineLearning} to ${labelOf(design, first)}`],
            apply: (before) =>
              edits.updateResource(before, first, 'service-endpoint-policy', {
                definitions: [
                  ...(findOfKind(before, first, 'service-endpoint-policy')?.definitions ?? []),
                  { name: 'azure-machine-learning', service: 'Global', serviceResources: [machineLearning] },
                ],
              }),
          },
        };
    }
  },
});

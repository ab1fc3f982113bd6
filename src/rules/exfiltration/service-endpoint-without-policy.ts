import { serviceEndpointPolicyAliases } from '#catalog';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';
import { reachOfInternet, reachOfStorage, senderSubnets, storageEndpointOf } from './reach.ts';
import { storagePolicyName, withStoragePolicy } from './storage-policy.ts';

export const serviceEndpointWithoutPolicy = defineRule({
  id: 'service-endpoint-without-policy',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Storage service endpoint has no policy',
  holds: 'A policy narrows the storage service endpoint',
  remedy:
    'Attach a service endpoint policy that admits /services/Azure/MachineLearning and the accounts you use over the endpoint.',
  messages: {
    open: (f: { subnet: string }) =>
      `The storage service endpoint of ${f.subnet} leads to any storage account: no policy narrows it`,
  },

  *check(context) {
    const { design, goals } = context;
    if (goals.exfiltrationPrevention === 'off') return;
    for (const id of senderSubnets(context).keys()) {
      const { endpoint, policies } = storageEndpointOf(context, id);
      if (!endpoint) continue;
      if (policies.length > 0) {
        yield passed(
          id,
          `Service endpoint policy: ${policies.map((policy) => labelOf(design, policy)).join(', ')}`,
        );
        continue;
      }
      // Where everything is open that one finding is enough; where a security group closes storage there is no way.
      if (reachOfInternet(context, id)?.is === 'reached') continue;
      const reach = reachOfStorage(context, id);
      if (reach?.is === 'held') continue;
      const name = storagePolicyName(design, id);
      yield {
        at: id,
        message: 'open',
        facts: { subnet: labelOf(design, id) },
        evidence: `Service endpoint ${endpoint.service}; serviceEndpointPolicies: none`,
        ghosts: [{ kind: 'service-endpoint-policy', parent: id, name: 'Policy', fact: 'Policy missing' }],
        fix: {
          title: 'Attach a service endpoint policy',
          changes: [
            `Add service endpoint policy ${name} that admits ${serviceEndpointPolicyAliases.machineLearning}`,
            `Attach it to ${labelOf(design, id)}`,
          ],
          apply: (before, newId) => withStoragePolicy(before, id, newId),
        },
      };
    }
  },
});

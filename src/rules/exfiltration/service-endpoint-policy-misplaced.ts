import {
  doubtOf,
  fixedSubnetOf,
  serviceEndpointPolicyExclusions,
  serviceEndpointPolicyRules,
} from '#catalog';
import { type Design, edits, enclosing, findOfKind } from '#model';
import { contentsOf, isShown, regionOf, type Subnet, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

const usable = new Set(serviceEndpointPolicyRules.serviceEndpoints.map((one) => one.toLowerCase()));

/** What in a subnet cannot do with a policy, with what no page confirms of it. */
function refusalOf(design: Design, subnet: Subnet) {
  const fixed = fixedSubnetOf(subnet.name);
  if (fixed && !fixed.mayHaveServiceEndpointPolicy)
    return { who: fixed.name, doubt: doubtOf(fixed, 'mayHaveServiceEndpointPolicy') };
  const inside = new Set<string>(contentsOf(design, subnet.id).map(({ kind }) => kind));
  const excluded = serviceEndpointPolicyExclusions.find(({ kinds }) =>
    kinds.some((kind) => inside.has(kind)),
  );
  return excluded && { who: excluded.title, doubt: doubtOf(excluded) };
}

const detach = (design: Design, subnet: Subnet): Fix => ({
  title: 'Detach the policy',
  changes: [`Detach the service endpoint policies of ${labelOf(design, subnet.id)}`],
  apply: (before) => edits.updateResource(before, subnet.id, 'subnet', { serviceEndpointPolicies: [] }),
});

const addEndpoint = (design: Design, subnet: Subnet): Fix => ({
  title: 'Enable the storage service endpoint',
  changes: [`Enable the service endpoint Microsoft.Storage on ${labelOf(design, subnet.id)}`],
  apply: (before) =>
    edits.updateResource(before, subnet.id, 'subnet', {
      serviceEndpoints: [
        ...(findOfKind(before, subnet.id, 'subnet')?.serviceEndpoints ?? []),
        { service: 'Microsoft.Storage' },
      ],
    }),
});

export const serviceEndpointPolicyMisplaced = defineRule({
  id: 'service-endpoint-policy-misplaced',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Service endpoint policy stands where it cannot work',
  holds:
    'The service endpoint policy lies in the region of its subnet, beside a storage service endpoint, and with nothing that it does not work with',
  remedy:
    'Put the policy on the subnet of the computes, beside the service endpoint Microsoft.Storage, and create it in the region of the network.',
  messages: {
    noEndpoint: (f: { policy: string; subnet: string }) =>
      `${f.policy} filters nothing: ${f.subnet} has no storage service endpoint`,
    region: (f: { policy: string; region: string; subnet: string; home: string }) =>
      `${f.policy} lies in ${f.region}, but ${f.subnet} in ${f.home}`,
    refused: (f: { policy: string; subnet: string; who: string }) =>
      `${f.policy} stands on ${f.subnet}: ${f.who} does not work with a service endpoint policy`,
  },

  *check({ design }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const policies = subnet.serviceEndpointPolicies ?? [];
      const [first] = policies;
      if (first === undefined) continue;
      const facts = { policy: labelOf(design, first), subnet: labelOf(design, subnet.id) };
      const endpoints = (subnet.serviceEndpoints ?? []).map(({ service }) => service);
      const refusal = refusalOf(design, subnet);
      const home = regionOf(design, subnet.id);
      const abroad = policies.find((id) => {
        const region = regionOf(design, id);
        const isKnown = isShown(findOfKind(design, id, 'service-endpoint-policy')) && region !== undefined;
        return isKnown && home !== undefined && region.toLowerCase() !== home.toLowerCase();
      });
      if (refusal)
        yield {
          at: [subnet.id, first],
          message: 'refused',
          facts: { ...facts, who: refusal.who },
          evidence: `serviceEndpointPolicies: ${policies.map((id) => labelOf(design, id)).join(', ')}`,
          doubt: refusal.doubt,
          fix: detach(design, subnet),
        };
      else if (abroad !== undefined)
        yield {
          at: [abroad, subnet.id],
          message: 'region',
          facts: {
            policy: labelOf(design, abroad),
            region: regionOf(design, abroad) ?? '',
            subnet: facts.subnet,
            home: home ?? '',
          },
          evidence: `${labelOf(design, abroad)}: ${regionOf(design, abroad)}`,
          fix: {
            title: 'Move the policy to the region of the network',
            changes: [`Create ${labelOf(design, abroad)} in ${home} instead`],
            apply: (before) => edits.moveResource(before, abroad, enclosing(before, subnet.id, 'region')?.id),
          },
        };
      else if (!endpoints.some((one) => usable.has(one.toLowerCase())))
        yield {
          at: [subnet.id, first],
          message: 'noEndpoint',
          facts,
          evidence: `serviceEndpoints: ${endpoints.join(', ') || 'none'}`,
          fix: addEndpoint(design, subnet),
        };
      else yield passed([first, subnet.id], `${facts.policy} on ${facts.subnet} in ${home ?? 'no region'}`);
    }
  },
});

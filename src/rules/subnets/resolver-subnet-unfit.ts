import { delegatedSubnets, doubtOf } from '#catalog';
import { edits, findOfKind } from '#model';
import { parseLoosePrefix } from '#network';
import { contentsOf, shownOfKind } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const facts = delegatedSubnets.find(({ kinds }) => kinds.includes('dns-resolver-endpoint'));
const delegation = facts?.delegation ?? '';
const largest = facts?.maximumPrefixLength ?? 0;

export const resolverSubnetUnfit = defineRule({
  id: 'resolver-subnet-unfit',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Subnet does not suit a DNS resolver endpoint',
  holds:
    'The subnet of the DNS resolver endpoint is delegated to it, holds nothing else and is no larger than Azure takes',
  remedy: 'Give each endpoint a delegated subnet between /28 and /24 with nothing else in it.',
  messages: {
    notDelegated: (f: { subnet: string; endpoint: string }) =>
      `${f.subnet} is not delegated to ${delegation}, which ${f.endpoint} needs`,
    shared: (f: { subnet: string; endpoint: string; others: readonly string[] }) =>
      `${f.subnet} holds ${listed(f.others)} besides ${f.endpoint}, which needs a subnet of its own`,
    large: (f: { subnet: string; prefix: string; endpoint: string }) =>
      `${f.subnet} is ${f.prefix}: ${f.endpoint} needs /${largest} or smaller`,
  },

  *check({ design }) {
    const judged = new Set<string>();
    for (const endpoint of shownOfKind(design, 'dns-resolver-endpoint')) {
      const subnet = findOfKind(design, endpoint.parent, 'subnet');
      if (!subnet || subnet.presence !== undefined || judged.has(subnet.id)) continue;
      judged.add(subnet.id);
      const { id, delegations = [], addressPrefixes } = subnet;
      const others = contentsOf(design, id).filter((one) => one.id !== endpoint.id);
      const wide = addressPrefixes.find((prefix) => (parseLoosePrefix(prefix)?.length ?? largest) < largest);
      const base = { subnet: labelOf(design, id), endpoint: endpoint.name };
      let isFit = true;
      if (!delegations.some((one) => one.toLowerCase() === delegation.toLowerCase())) {
        isFit = false;
        yield {
          at: [id, endpoint.id],
          message: 'notDelegated',
          facts: base,
          evidence: `delegations: ${delegations.join(', ') || 'none'}`,
          doubt: facts && doubtOf(facts, 'delegation'),
          fix:
            delegations.length === 0 && others.every(({ kind }) => kind === 'dns-resolver-endpoint')
              ? {
                  title: 'Delegate the subnet',
                  changes: [`Delegate ${base.subnet} to ${delegation}`],
                  apply: (before) =>
                    edits.updateResource(before, id, 'subnet', { delegations: [delegation] }),
                }
              : undefined,
        };
      }
      if (others.length > 0) {
        isFit = false;
        yield {
          at: [id, endpoint.id, ...others.map((one) => one.id)],
          message: 'shared',
          facts: { ...base, others: others.map(({ name }) => name) },
          evidence: contentsOf(design, id).map(({ name, kind }) => `${name}: ${kind}`),
          doubt: facts && doubtOf(facts, 'mostResources'),
        };
      }
      if (wide !== undefined) {
        isFit = false;
        yield {
          at: [id, endpoint.id],
          message: 'large',
          facts: { ...base, prefix: wide },
          evidence: `addressPrefixes: ${addressPrefixes.join(', ')}`,
          doubt: facts && doubtOf(facts, 'maximumPrefixLength'),
        };
      }
      if (isFit) yield passed([id, endpoint.id], `${addressPrefixes.join(', ')}, delegated to ${delegation}`);
    }
  },
});

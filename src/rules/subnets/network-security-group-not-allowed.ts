import { doubtOf, fixedSubnetOf } from '#catalog';
import { edits } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule } from '../rule.ts';

export const networkSecurityGroupNotAllowed = defineRule({
  id: 'network-security-group-not-allowed',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Subnet may not have a network security group',
  holds: 'The subnet has no network security group where none is allowed',
  remedy: 'Detach the network security group.',
  messages: {
    attached: (f: { subnet: string; group: string }) =>
      `${f.subnet} has network security group ${f.group}, but may have none`,
  },

  *check({ design }) {
    for (const { id, name, networkSecurityGroup } of shownOfKind(design, 'subnet')) {
      const fixed = fixedSubnetOf(name);
      if (!fixed || networkSecurityGroup === undefined || fixed.mayHaveNetworkSecurityGroup) continue;
      yield {
        at: [id, networkSecurityGroup],
        message: 'attached',
        facts: { subnet: labelOf(design, id), group: labelOf(design, networkSecurityGroup) },
        evidence: `networkSecurityGroup: ${labelOf(design, networkSecurityGroup)}`,
        doubt: doubtOf(fixed, 'mayHaveNetworkSecurityGroup'),
        fix: {
          title: 'Detach the security group',
          changes: [`Detach ${labelOf(design, networkSecurityGroup)} from ${labelOf(design, id)}`],
          apply: (before) => edits.updateResource(before, id, 'subnet', { networkSecurityGroup: undefined }),
        },
      };
    }
  },
});

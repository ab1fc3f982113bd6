import { doubtOf, fixedSubnetOf } from '#catalog';
import { edits } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const natGatewayNotAllowed = defineRule({
  id: 'nat-gateway-not-allowed',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Subnet may not have a NAT gateway',
  holds: 'The NAT gateway stands on a subnet that may have one',
  remedy: 'Detach the NAT gateway, and attach it to the subnets whose machines need a way out.',
  messages: {
    attached: (f: { subnet: string; gateway: string }) =>
      `${f.subnet} has NAT gateway ${f.gateway}, but may have none`,
  },

  *check({ design }) {
    for (const { id, name, natGateway } of shownOfKind(design, 'subnet')) {
      const fixed = fixedSubnetOf(name);
      if (!fixed || natGateway === undefined) continue;
      const facts = { subnet: labelOf(design, id), gateway: labelOf(design, natGateway) };
      if (fixed.mayHaveNatGateway) yield passed([id, natGateway], `natGateway: ${facts.gateway}`);
      else
        yield {
          at: [id, natGateway],
          message: 'attached',
          facts,
          evidence: `natGateway: ${facts.gateway}`,
          doubt: doubtOf(fixed, 'mayHaveNatGateway'),
          fix: {
            title: 'Detach the NAT gateway',
            changes: [`Detach ${facts.gateway} from ${facts.subnet}`],
            apply: (before) => edits.updateResource(before, id, 'subnet', { natGateway: undefined }),
          },
        };
    }
  },
});

import { edits, enclosing, type ResourceId } from '#model';
import {
  computesInSubnets,
  hasPublicIp,
  isForOneService,
  type MachineLearningCompute,
  type Subnet,
  shownOfKind,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

export const defaultOutboundAccess = defineRule({
  id: 'default-outbound-access',
  category: 'Subnets',
  severity: () => 'note',
  title: 'Default outbound access is not off',
  holds: 'Default outbound access is off, or another way out goes before it',
  remedy: 'Set defaultOutboundAccess to false, and give what needs the internet a firewall or a NAT gateway.',
  messages: {
    reliedUpon: (f: { subnet: string; computes: string; count: number }) =>
      `${f.computes} in ${f.subnet} ${f.count === 1 ? 'has' : 'have'} no way out but default outbound access, which new networks lack`,
    notOff: (f: { network: string; subnets: string; count: number }) =>
      `${f.network} leaves default outbound access on in ${f.subnets}`,
  },

  *check({ design, network }) {
    const computes = new Map<ResourceId, MachineLearningCompute[]>();
    for (const { compute, subnet } of computesInSubnets(design))
      if (!hasPublicIp(compute)) computes.set(subnet.id, [...(computes.get(subnet.id) ?? []), compute]);
    const leftOn = new Map<ResourceId, Subnet[]>();
    for (const subnet of shownOfKind(design, 'subnet')) {
      if (isForOneService(subnet)) continue;
      const egress = network.egressOf(subnet.id);
      if (subnet.defaultOutboundAccess === false) {
        yield passed(subnet.id, 'defaultOutboundAccess: false');
        continue;
      }
      if (egress.by !== 'default-outbound') {
        if (egress.by !== 'unknown') yield passed(subnet.id, egress.text);
        continue;
      }
      const relying = computes.get(subnet.id) ?? [];
      if (relying.length > 0)
        yield {
          at: [subnet.id, ...relying.map(({ id }) => id)],
          message: 'reliedUpon',
          severity: 'warning',
          facts: {
            subnet: labelOf(design, subnet.id),
            computes: listed(relying.map(({ name }) => name)),
            count: relying.length,
          },
          evidence: [`defaultOutboundAccess: ${subnet.defaultOutboundAccess ?? 'not set'}`, egress.text],
        };
      else {
        const holder = enclosing(design, subnet.id, 'virtual-network')?.id ?? subnet.id;
        leftOn.set(holder, [...(leftOn.get(holder) ?? []), subnet]);
      }
    }
    for (const [holder, subnets] of leftOn)
      yield {
        at: subnets.map((subnet) => subnet.id),
        message: 'notOff',
        facts: {
          network: labelOf(design, holder),
          subnets: listed(subnets.map((subnet) => subnet.name)),
          count: subnets.length,
        },
        evidence: subnets.map(
          (subnet) => `${subnet.name}: defaultOutboundAccess ${subnet.defaultOutboundAccess ?? 'not set'}`,
        ),
        fix: {
          title: 'Turn default outbound access off',
          changes: subnets.map(
            (subnet) =>
              `Make ${labelOf(design, subnet.id)} a private subnet, without default outbound access`,
          ),
          apply: (before) =>
            subnets.reduce(
              (current, subnet) =>
                edits.updateResource(current, subnet.id, 'subnet', { defaultOutboundAccess: false }),
              before,
            ),
        },
      };
  },
});

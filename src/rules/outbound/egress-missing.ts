import { sources } from '#catalog';
import { type Design, findOfKind, type ResourceId } from '#model';
import { computesInSubnets, hasPublicIp, isShown, type MachineLearningCompute } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

const isNone = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

/** A NAT gateway that is shown, and of which no address is. */
function hasNoAddress(design: Design, id: ResourceId | undefined): boolean {
  const gateway = findOfKind(design, id, 'nat-gateway');
  return isShown(gateway) && isNone(gateway.publicIPAddresses) && isNone(gateway.publicIPPrefixes);
}

/** The list itself says so. */
const isEmptied = (design: Design, id: ResourceId | undefined): boolean =>
  findOfKind(design, id, 'nat-gateway')?.publicIPAddresses?.length === 0;

export const egressMissing = defineRule({
  id: 'egress-missing',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Computes have no way out',
  holds: 'The computes have a way out to what Azure Machine Learning requires',
  why: 'Computes have to sign in, to reach the service and to pull images. In a private subnet without a firewall, NAT gateway or public IP address, none of that leaves the subnet.',
  remedy: 'Give the subnet a NAT gateway, or a route to a firewall.',
  sources: [sources.defaultOutboundAccess, sources.trainingNetwork, sources.natGateway],
  messages: {
    none: (f: { subnet: string; computes: string }) =>
      `${f.computes} cannot leave ${f.subnet}: it has no way out`,
    noAddress: (f: { subnet: string; computes: string; gateway: string }) =>
      `${f.computes} cannot leave ${f.subnet}: ${f.gateway} has no public IP address to send from`,
  },

  *check({ design, network, isComplete }) {
    const bySubnet = new Map<ResourceId, MachineLearningCompute[]>();
    for (const { compute, subnet } of computesInSubnets(design))
      if (isShown(subnet) && !hasPublicIp(compute))
        bySubnet.set(subnet.id, [...(bySubnet.get(subnet.id) ?? []), compute]);
    for (const [id, computes] of bySubnet) {
      const egress = network.egressOf(id);
      const at = [id, ...computes.map((compute) => compute.id)];
      if (egress.by === 'unknown')
        yield cannotTell(id, { fact: `the way out of ${labelOf(design, id)}: ${egress.text}` });
      else if (egress.by === 'nat-gateway' && hasNoAddress(design, egress.resource)) {
        const gateway = labelOf(design, egress.resource);
        if (isComplete || isEmptied(design, egress.resource))
          yield {
            at: [...(egress.resource ? [egress.resource] : []), ...at],
            message: 'noAddress',
            remedy: 'Give the NAT gateway a public IP address or a public IP prefix.',
            facts: {
              subnet: labelOf(design, id),
              computes: listed(computes.map(({ name }) => name)),
              gateway,
            },
            evidence: 'publicIpAddresses: none; publicIpPrefixes: none',
          };
        else yield cannotTell(id, { fact: `the public IP addresses of ${gateway}` });
      } else if (egress.by !== 'none') yield passed(at, egress.text);
      else
        yield {
          at,
          message: 'none',
          facts: { subnet: labelOf(design, id), computes: listed(computes.map(({ name }) => name)) },
          evidence: egress.text,
          ghosts: [{ kind: 'nat-gateway', parent: id, name: 'NAT gateway', fact: 'Way out missing' }],
        };
    }
  },
});

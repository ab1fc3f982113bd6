import { type Design, edits, enclosing, flatMapped, type Resource, type ResourceId } from '#model';
import type { Network } from '#network';
import { designQuestion } from '../context.ts';
import {
  computesInSubnets,
  contentsOf,
  hasPublicIp,
  isForOneService,
  type Subnet,
  shownOfKind,
} from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, type Fix, passed } from '../rule.ts';

/** Why the subnet is not open for all that nothing is attached to it, or `undefined`. */
function otherGuard(design: Design, network: Network, subnet: Subnet): string | undefined {
  const contents = contentsOf(design, subnet.id);
  const interfaces = contents.filter((one) => one.kind === 'network-interface');
  const isCovered =
    interfaces.length > 0 &&
    interfaces.every((one) => one.networkSecurityGroup !== undefined) &&
    contents.every((one) => one.kind === 'network-interface' || one.kind === 'virtual-machine');
  if (isCovered) return 'every network interface in it has a security group of its own';
  const egress = network.egressOf(subnet.id);
  return egress.by === 'firewall' ? `what leaves it passes ${labelOf(design, egress.resource)}` : undefined;
}

/** Those with a compute that has a public address. */
const subnetsEnteredFromOutside = designQuestion(
  (design): ReadonlySet<ResourceId> =>
    new Set(
      flatMapped(computesInSubnets(design), ({ compute, subnet }) =>
        hasPublicIp(compute) ? [subnet.id] : [],
      ),
    ),
);

function attachGroup(design: Design, subnet: Subnet): Fix | undefined {
  const region = enclosing(design, subnet.id, 'region')?.id;
  // With default rules only, what comes in to a compute with a public address would be dropped.
  if (subnetsEnteredFromOutside(design).has(subnet.id)) return undefined;
  const name = `nsg-${subnet.name}`;
  return {
    title: 'Attach a security group',
    changes: [`Add network security group ${name}`, `Attach it to ${subnet.name}`],
    apply: (before, newId) => {
      const id: ResourceId = newId();
      const group = {
        id,
        kind: 'network-security-group',
        name: edits.freeName(before, region, name),
        ...(region ? { parent: region } : {}),
        securityRules: [],
      } satisfies Resource;
      return edits.updateResource(edits.addResource(before, group), subnet.id, 'subnet', {
        networkSecurityGroup: id,
      });
    },
  };
}

export const networkSecurityGroupMissing = defineRule({
  id: 'network-security-group-missing',
  category: 'Subnets',
  severity: () => 'warning',
  title: 'Subnet has no network security group',
  holds: 'The subnet has a network security group',
  remedy: 'Attach a network security group to the subnet.',
  messages: {
    open: (f: { subnet: string }) => `${f.subnet} has no network security group: nothing filters its traffic`,
    guarded: (f: { subnet: string; guard: string }) =>
      `${f.subnet} has no network security group of its own; ${f.guard}`,
  },

  *check({ design, network }) {
    for (const subnet of shownOfKind(design, 'subnet')) {
      const { id, networkSecurityGroup } = subnet;
      if (isForOneService(subnet)) continue;
      if (networkSecurityGroup !== undefined) {
        yield passed(id, `Network security group: ${labelOf(design, networkSecurityGroup)}`);
        continue;
      }
      const guard = otherGuard(design, network, subnet);
      const found = {
        at: id,
        evidence: 'networkSecurityGroup: none',
        fix: attachGroup(design, subnet),
        ghosts: [
          {
            kind: 'network-security-group' as const,
            parent: id,
            name: 'NSG',
            fact: 'Security group missing',
          },
        ],
      };
      const name = labelOf(design, id);
      if (guard) yield { ...found, message: 'guarded', facts: { subnet: name, guard }, severity: 'note' };
      else yield { ...found, message: 'open', facts: { subnet: name } };
    }
  },
});

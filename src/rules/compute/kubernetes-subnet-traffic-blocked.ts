import { findOfKind, flatMapped, type ResourceId } from '#model';
import { type EffectiveSecurityRule, prefixContains } from '#network';
import { isShown, shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

/** Ports of the router, of models and of the identity proxy, and one for what nodes say to each other. */
const ports = [443, 5001, 8000, 8001, 9001, 9999, 10250, 11001, 12001, 12101, 12201, 20000];

const isEverything = (text: string) => text === '*' || text === '0.0.0.0/0' || text.toLowerCase() === 'any';

const covers = (ends: readonly string[], prefix: string): boolean =>
  ends.some(
    (end) => isEverything(end) || end.toLowerCase() === 'virtualnetwork' || prefixContains(end, prefix),
  );

const holdsPort = (ranges: readonly string[], port: number): boolean =>
  ranges.some((range) => {
    const [first = '', last = first] = range.split('-');
    return range === '*' || (Number(first) <= port && port <= Number(last));
  });

/** The rule that decides what a subnet sends itself, where one rule holds the whole subnet. */
const deciderOf = (rules: readonly EffectiveSecurityRule[], prefix: string, port: number) =>
  rules.find(
    ({ protocol, sources: from, destinations, destinationPorts }) =>
      (protocol === '*' || protocol.toLowerCase() === 'tcp') &&
      covers(from, prefix) &&
      covers(destinations, prefix) &&
      holdsPort(destinationPorts, port),
  );

export const kubernetesSubnetTrafficBlocked = defineRule({
  id: 'kubernetes-subnet-traffic-blocked',
  category: 'Compute',
  severity: () => 'error',
  title: 'Nodes of the cluster may not talk to each other',
  holds: 'Nodes of the cluster may talk to each other',
  remedy: 'Allow traffic within the subnet, in both directions, above the rule that denies it.',
  messages: {
    blocked: (f: { cluster: string; group: string; rules: readonly string[]; ports: readonly number[] }) =>
      `${listed(f.rules)} of ${f.group} ${f.rules.length === 1 ? 'keeps' : 'keep'} the nodes of ${f.cluster} apart on TCP ${listed(f.ports.map(String), 5)}`,
  },

  *check({ design, network }) {
    for (const cluster of shownOfKind(design, 'kubernetes-cluster')) {
      const id: ResourceId | undefined = network.subnetOf(cluster.id);
      const subnet = findOfKind(design, id, 'subnet');
      const group = findOfKind(design, subnet?.networkSecurityGroup, 'network-security-group');
      const [prefix] = subnet?.addressPrefixes ?? [];
      if (!subnet || !group || !isShown(group) || prefix === undefined) continue;
      const denied = flatMapped(['Inbound', 'Outbound'] as const, (direction) => {
        const rules = network.securityRulesOf(subnet.id, direction);
        return flatMapped(ports, (port) => {
          const decider = deciderOf(rules, prefix, port);
          return decider?.access === 'Deny' ? { port, name: decider.name } : [];
        });
      });
      if (denied.length === 0)
        yield passed([cluster.id, group.id], `${labelOf(design, group.id)} lets ${prefix} talk to itself`);
      else
        yield {
          at: [group.id, cluster.id],
          message: 'blocked',
          facts: {
            cluster: cluster.name,
            group: labelOf(design, group.id),
            rules: [...new Set(denied.map(({ name }) => name))].sort(inOrder),
            ports: [...new Set(denied.map(({ port }) => port))].sort((one, other) => one - other),
          },
          evidence: `Prefix of the nodes: ${prefix}`,
        };
    }
  },
});

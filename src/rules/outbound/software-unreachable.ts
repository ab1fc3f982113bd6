import { isStorageHost, managedNetworkHostRules } from '#catalog';
import { edits, findOfKind, flatMapped, type ResourceId } from '#model';
import type { Hop, RequiredFlow } from '#network';
import type { Workspace } from '../estate.ts';
import { concerned, inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { blockersOf, doubtOfFlow, judgedWay, softwareOf } from './judged-flows.ts';
import { openFix } from './open-fix.ts';

interface Blocked {
  readonly flows: RequiredFlow[];
  readonly hops: readonly Hop[];
}

const hostsOf = (flows: readonly RequiredFlow[]) =>
  [...new Set(flatMapped(flows, ({ to }) => to.hosts ?? []))].sort();

const mostPorts: ReadonlySet<number> = new Set(managedNetworkHostRules.ports);

/** A rule for each host: a managed network knows no other way to open a site, and none for storage and other ports. */
function hostRulesFix(
  { goals }: RuleContext,
  { id, name }: Workspace,
  flows: readonly RequiredFlow[],
): Fix | undefined {
  const hosts = hostsOf(flows);
  if (hosts.some((host) => isStorageHost(host, goals.cloud))) return undefined;
  if (flows.some(({ port, protocol }) => protocol !== 'Tcp' || !mostPorts.has(port))) return undefined;
  return {
    title: `Allow ${hosts.length === 1 ? hosts[0] : `${hosts.length} hosts`}`,
    changes: hosts.map((host) => `Add an outbound rule for ${host} to ${name}`),
    apply: (before) => {
      const managedNetwork = findOfKind(before, id, 'workspace')?.managedNetwork;
      if (!managedNetwork) return before;
      const own = managedNetwork.outboundRules ?? [];
      const known = new Set(own.map(({ destination }) => destination.toLowerCase()));
      const taken = new Set(own.map((rule) => rule.name));
      const added = hosts
        .filter((host) => !known.has(host.toLowerCase()))
        .map((host) => {
          const wanted = host.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
          let free = wanted;
          for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${count}`;
          taken.add(free);
          return { name: free, type: 'FQDN' as const, category: 'UserDefined', destination: host };
        });
      return edits.updateResource(before, id, 'workspace', {
        managedNetwork: { ...managedNetwork, outboundRules: [...own, ...added] },
      });
    },
  };
}

const fixOf = (context: RuleContext, id: ResourceId, flows: readonly RequiredFlow[]): Fix | undefined => {
  const workspace = findOfKind(context.design, id, 'workspace');
  return workspace ? hostRulesFix(context, workspace, flows) : openFix(context, id, flows);
};

export const softwareUnreachable = defineRule({
  id: 'software-unreachable',
  category: 'Outbound',
  severity: () => 'warning',
  title: 'Software that the goals name cannot be reached',
  holds: 'Computes reach the hosts of all software that the goals name',
  remedy: 'Allow the hosts that are listed, or take the software out of the goals.',
  messages: {
    blocked: (f: { blocker: string; software: readonly string[]; computes: readonly string[] }) =>
      `${f.blocker} blocks ${listed(f.software)}: ${concerned(f.computes)} cannot fetch packages there`,
  },

  *check(context) {
    const { design, network, goals } = context;
    if (goals.software.length === 0) return;
    const blocked = new Map<ResourceId, Blocked>();
    const reached = new Map<ResourceId, Set<string>>();
    for (const flow of network.requiredFlows()) {
      const software = softwareOf(flow);
      if (software === undefined) continue;
      // Where only the name gets no answer, the rules for DNS say why.
      const way = judgedWay(context, flow, network.fateOf(flow));
      if (!way) continue;
      const { query, fate } = way;
      const managed = fate.blockers.filter((id) => findOfKind(design, id, 'workspace') !== undefined);
      const blockers = [...blockersOf(context, fate), ...managed];
      for (const id of blockers) {
        const entry = blocked.get(id) ?? { flows: [], hops: network.trace(query).hops };
        entry.flows.push(flow);
        blocked.set(id, entry);
      }
      if (fate.verdict === 'delivered')
        reached.set(flow.from, (reached.get(flow.from) ?? new Set()).add(software));
      else if (fate.verdict === 'cannot-tell' && blockers.length === 0)
        for (const missing of fate.missing) yield cannotTell(flow.from, missing);
    }
    for (const [from, software] of reached) yield passed(from, `Reached: ${[...software].sort().join(', ')}`);
    for (const [id, { flows, hops }] of blocked) {
      const computes = [...new Set(flows.map(({ from }) => from))].sort();
      yield {
        at: [id, ...computes.filter((one) => one !== id)],
        message: 'blocked',
        facts: {
          blocker: labelOf(design, id),
          software: [...new Set(flows.map((flow) => softwareOf(flow) ?? ''))].sort(),
          computes: computes.map((one) => labelOf(design, one)).sort(inOrder),
        },
        evidence: hostsOf(flows),
        hops,
        doubt: flows.map((flow) => doubtOfFlow(context, flow)).find((doubt) => doubt !== undefined),
        fix: fixOf(context, id, flows),
      };
    }
  },
});

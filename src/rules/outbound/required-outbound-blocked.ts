import { requiredOutbound, sources } from '#catalog';
import { findResource, type ResourceId } from '#model';
import type { Hop, RequiredFlow, Trace } from '#network';
import {
  endpointsOf,
  hasManagedNetwork,
  missingComputes,
  virtualNetworkOf,
  workspacesWithoutComputes,
} from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import { openFix } from './open-fix.ts';

/** What can be changed so that a packet passes; names and services have rules of their own. */
const filters: ReadonlySet<string> = new Set([
  'network-security-group',
  'route-table',
  'azure-firewall',
  'firewall-policy',
  'security-admin-rules',
  'service-endpoint-policy',
]);

const optional = new Set(requiredOutbound.filter((one) => one.isOptional === true).map(({ id }) => id));

/** Where the flow goes, in few words: `UDP 5831 to AzureMachineLearning`. */
export const wordsOf = ({ design }: RuleContext, flow: RequiredFlow): string => {
  const { serviceTag, resource, groupId, hosts, address } = flow.to;
  const service = resource && `${labelOf(design, resource)}${groupId ? ` (${groupId})` : ''}`;
  const place = service ?? serviceTag ?? hosts?.[0] ?? address ?? 'its destination';
  return `${flow.protocol.toUpperCase()} ${flow.port} to ${place}`;
};

const needs = (computes: readonly string[]) => (computes.length === 1 ? 'needs' : 'need');

interface Blocked {
  readonly flows: RequiredFlow[];
  hops: readonly Hop[];
}

const blockersOf = ({ design }: RuleContext, { blockers }: Trace): readonly ResourceId[] =>
  blockers.filter((id) => filters.has(findResource(design, id)?.kind ?? ''));

/**
 * The way that is judged. Where the name of the design's own service does not lead to its endpoint, the rules for DNS
 * say so: here only the way to the endpoint counts, since opening the way to its public address would settle nothing.
 */
function judgedTrace({ design, network }: RuleContext, flow: RequiredFlow): Trace | undefined {
  const { resource, groupId } = flow.to;
  const trace = network.trace(flow);
  if (resource === undefined || trace.verdict === 'delivered') return trace;
  const endpoints = endpointsOf(design, resource).filter((one) =>
    one.groupIds.some((group) => group.toLowerCase() === groupId?.toLowerCase()),
  );
  const end = trace.hops.at(-1)?.at;
  const reached = endpoints.find(({ id }) => id === end);
  if (reached && trace.verdict !== 'cannot-tell') return trace;
  const home = virtualNetworkOf(design, network, flow.from);
  const near = endpoints.find(({ id }) => virtualNetworkOf(design, network, id) === home);
  const nearest = reached ?? near ?? endpoints[0];
  const [address] = nearest ? network.addressesOf(nearest.id) : [];
  if (address !== undefined) return network.trace({ ...flow, to: { address } });
  // Refused at its public end: only an endpoint helps, for which there is a rule of its own.
  return trace.blockers.includes(resource) ? undefined : trace;
}

export const requiredOutboundBlocked = defineRule({
  id: 'required-outbound-blocked',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Required outbound traffic is blocked',
  holds: 'Required outbound traffic passes',
  why: 'Computes have to reach Microsoft Entra ID, Resource Manager, the Azure Machine Learning service, Batch, the container images and their own storage. What a security group, a route or a firewall holds back makes computes fail to start, or to be updated or deleted.',
  remedy: 'Allow each flow that is listed, at the object that the finding stands at.',
  sources: [sources.behindFirewall, sources.trainingNetwork, sources.kubernetesEgress],
  messages: {
    one: (f: { blocker: string; flow: string; computes: readonly string[] }) =>
      `${f.flow} is blocked by ${f.blocker}: ${listed(f.computes)} ${needs(f.computes)} it`,
    several: (f: { blocker: string; flows: readonly string[]; computes: readonly string[] }) =>
      `${f.blocker} blocks ${listed(f.flows, 3)}, which ${listed(f.computes)} ${needs(f.computes)}`,
  },

  *check(context) {
    const { design, network } = context;
    for (const workspace of workspacesWithoutComputes(context).filter((one) => !hasManagedNetwork(one)))
      yield missingComputes(workspace);
    const blocked = new Map<ResourceId, Blocked>();
    const delivered = new Map<ResourceId, string[]>();
    for (const flow of network.requiredFlows()) {
      if (flow.requirement !== undefined && optional.has(flow.requirement)) continue;
      const trace = judgedTrace(context, flow);
      if (!trace) continue;
      const blockers = blockersOf(context, trace);
      for (const id of blockers) {
        const entry = blocked.get(id) ?? { flows: [], hops: trace.hops };
        entry.flows.push(flow);
        blocked.set(id, entry);
      }
      if (trace.verdict === 'delivered')
        delivered.set(flow.from, [...(delivered.get(flow.from) ?? []), wordsOf(context, flow)]);
      else if (trace.verdict === 'cannot-tell' && blockers.length === 0)
        for (const missing of trace.missing) yield cannotTell(flow.from, missing);
    }
    for (const [from, flows] of delivered)
      yield passed(from, `Passes: ${[...new Set(flows)].sort().join('; ')}`);
    for (const [id, { flows, hops }] of blocked) {
      const computes = [...new Set(flows.map(({ from }) => from))].sort();
      const names = computes.map((one) => labelOf(design, one)).sort();
      const words = [...new Set(flows.map((flow) => wordsOf(context, flow)))].sort();
      const [first = ''] = words;
      const found = {
        at: [id, ...computes],
        evidence: [...new Set(flows.map((flow) => `${wordsOf(context, flow)}: ${flow.purpose}`))].sort(),
        hops,
        fix: openFix(context, id, flows),
      };
      const facts = { blocker: labelOf(design, id), computes: names };
      if (words.length === 1) yield { ...found, message: 'one', facts: { ...facts, flow: first } };
      else yield { ...found, message: 'several', facts: { ...facts, flows: words } };
    }
  },
});

import { type Design, findOfKind, findResource, type ResourceId } from '#model';
import { subnetUsage } from './addressing.ts';
import { resolveName } from './dns.ts';
import { egressOfSubnet } from './egress.ts';
import { type Ground, groundOf } from './ground.ts';
import { likenessesIn } from './likeness.ts';
import { memo, onceFor } from './memo.ts';
import type { Destination, EffectiveSecurityRule, Network, PacketQuery, Trace } from './network.ts';
import { requiredFlows } from './required-flows.ts';
import { effectiveRules, interfaceGroupsOf } from './security-rules.ts';
import { tracePacket } from './trace.ts';

const networks = new WeakMap<Design['resources'], Network>();

/**
 * The network of a design. Nothing is computed before it is asked for, and what was computed is kept,
 * also over changes of layout.
 */
export const deriveNetwork = (design: Design): Network => {
  const known = networks.get(design.resources);
  if (known && known.design.source.complete === design.source.complete && known.design.goals === design.goals)
    return known.design === design ? known : { ...known, design };
  const network = buildNetwork(design);
  networks.set(design.resources, network);
  return network;
};

function buildNetwork(design: Design): Network {
  const ground = groundOf(design);
  const { estate, addresses, peerings, routes } = ground;
  const answers = memo((question: string) => {
    const [from = '', ...host] = question.split('\n');
    return resolveName(ground, from as ResourceId, host.join('\n'));
  });
  const flows = memo((_: 'all') => requiredFlows(estate));
  const likenessOf = likenessesIn(ground);
  const ownTraces = new Map<string, Trace>();
  const ownTrace = (query: PacketQuery, key: string) => {
    const trace = ownTraces.get(key) ?? tracePacket(ground, query);
    ownTraces.set(key, trace);
    return trace;
  };
  const traces = new Map<string, SharedTrace>();
  const trace = (query: PacketQuery) => {
    const { from, to, protocol, port } = query;
    const packet = `|${textOf(to).key}|${protocol}|${port}`;
    const likeness = likenessOf(from);
    const known = traces.get(likeness + packet);
    if (!known) {
      const trace = tracePacket(ground, query);
      traces.set(likeness + packet, { trace, from });
      return trace;
    }
    if (known.from === from) return known.trace;
    known.isForAll ??= !namesSource(known.trace, known.from, estate.nameOf(known.from));
    return known.isForAll ? known.trace : ownTrace(query, from + packet);
  };
  return {
    design,
    addressing: memo((subnet: ResourceId) => subnetUsage(estate, subnet)),
    addressesOf: addresses.addressesOf,
    routesOf: routes.routesOf,
    securityRulesOf: (holder, direction) => securityRulesOf(ground, holder, direction),
    egressOf: memo((subnet: ResourceId) => egressOfSubnet(estate, routes, addresses, peerings, subnet)),
    subnetOf: estate.subnetOf,
    peersOf: peerings.peersOf,
    resolve: (from, hostName) => answers(`${from}\n${hostName}`),
    trace,
    requiredFlows: () => flows('all'),
  };
}

/** A trace, and the source for which it was made. */
interface SharedTrace {
  readonly trace: Trace;
  readonly from: ResourceId;
  /** Whether it holds for all sources like it, once that was asked. */
  isForAll?: boolean;
}

/** Whether a trace is told of one source only. */
const namesSource = (
  { hops, blockers, missing, assumptions }: Trace,
  from: ResourceId,
  name: string,
): boolean =>
  blockers.includes(from) ||
  assumptions.some((text) => text.includes(name)) ||
  missing.some(({ fact }) => fact.includes(name)) ||
  hops.some(
    (hop) => hop.at === from || hop.text.includes(name) || hop.by.includes(name) || hop.place === name,
  );

const textOf = onceFor(({ resource, groupId, serviceTag, address, hosts = [] }: Destination) => ({
  key: [resource, groupId, serviceTag, address, ...hosts].join('|'),
}));

function securityRulesOf(
  { estate }: Ground,
  holder: ResourceId,
  direction: 'Inbound' | 'Outbound',
): readonly EffectiveSecurityRule[] {
  const subnet = findOfKind(estate.design, holder, 'subnet');
  const [own] = interfaceGroupsOf(estate, holder);
  const id =
    findResource(estate.design, holder)?.kind === 'network-security-group'
      ? holder
      : (subnet?.networkSecurityGroup ?? own);
  const group = findOfKind(estate.design, id, 'network-security-group');
  return group && group.presence !== 'not-shown' ? effectiveRules(group, direction) : [];
}

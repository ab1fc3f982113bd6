import { type Design, findOfKind, findResource, type ResourceId } from '#model';
import { subnetUsage } from './addressing.ts';
import { resolveName } from './dns.ts';
import { egressOfSubnet } from './egress.ts';
import { type Ground, groundOf, groundQuestion } from './ground.ts';
import { likenessOf } from './likeness.ts';
import { joinedKey, onceForPart } from './memo.ts';
import type { Destination, EffectiveSecurityRule, Network, PacketQuery, Trace } from './network.ts';
import { requiredFlows } from './required-flows.ts';
import { effectiveRules, interfaceGroupsOf } from './security-rules.ts';
import { shadowedRules } from './shadowed-rules.ts';
import { tracePacket } from './trace.ts';

let latest: Network | undefined;

/**
 * The network of a design. Nothing is computed before it is asked for, and what was computed is kept until something that
 * it rests on is edited.
 */
export const deriveNetwork = (design: Design): Network => {
  if (latest?.design === design) return latest;
  latest = buildNetwork(design);
  return latest;
};

function buildNetwork(design: Design): Network {
  const ground = groundOf(design);
  const { estate, addresses, peerings, routes } = ground;
  return {
    design,
    addressing: (subnet) => subnetUsage(estate, subnet),
    addressesOf: addresses.addressesOf,
    routesOf: routes.routesOf,
    securityRulesOf: (holder, direction) => securityRulesOf(ground, holder, direction),
    shadowedRulesOf: (holder, direction) => shadowedRules(securityRulesOf(ground, holder, direction)),
    egressOf: (subnet) => egressOfSubnet(estate, subnet),
    subnetOf: estate.subnetOf,
    peersOf: peerings.peersOf,
    resolve: (from, hostName) => resolutionOf(ground, { from, hostName }),
    trace: (query) => traceOf(ground, query),
    requiredFlows: () => requiredFlows(estate, 'all'),
  };
}

const resolutionOf = groundQuestion(
  (ground, { from, hostName }: { readonly from: ResourceId; readonly hostName: string }) =>
    resolveName(ground, from, hostName),
  ({ from, hostName }) => joinedKey(from, hostName),
);

/** Sources that are alike share one trace, unless it is told of one of them by name. */
const traceOf = groundQuestion(
  (ground, query: PacketQuery): Trace => {
    const like = likenessOf(ground, query.from);
    if (like === query.from) return tracePacket(ground, query);
    const shared = { ...query, from: like };
    return isToldOfSource(ground, shared) ? tracePacket(ground, query) : traceOf(ground, shared);
  },
  (query) => keyOfQuery(query).key,
);

const isToldOfSource = groundQuestion(
  (ground, query: PacketQuery) =>
    namesSource(traceOf(ground, query), query.from, ground.estate.nameOf(query.from)),
  (query) => keyOfQuery(query).key,
);

/** The same text each time for the same query: flows are asked about by many rules. */
const keyOfQuery = onceForPart(({ from, to, protocol, port }: PacketQuery) => ({
  key: joinedKey(from, textOf(to).key, protocol, String(port)),
}));

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

const textOf = onceForPart(({ resource, groupId, serviceTag, address, hosts = [] }: Destination) => ({
  key: joinedKey(resource, groupId, serviceTag, address, ...hosts),
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

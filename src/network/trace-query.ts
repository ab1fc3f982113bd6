import type { ResourceId } from '#model';
import { type Ground, groundQuestion } from './ground.ts';
import { hostedTrace } from './hosted-trace.ts';
import { likenessOf } from './likeness.ts';
import { joinedKey, onceForPart } from './memo.ts';
import type { Destination, PacketQuery, Trace } from './network.ts';
import { tracePacket } from './trace.ts';

/** A packet's fate, kept. Sources that are alike share one trace, unless it is told of one of them by name. */
export const traceQuery = groundQuestion(
  (ground, query: PacketQuery): Trace => {
    const like = likenessOf(ground, query.from);
    if (like === query.from) return traceAnew(ground, query);
    const shared = { ...query, from: like };
    return isToldOfSource(ground, shared) ? traceAnew(ground, query) : traceQuery(ground, shared);
  },
  (query) => keyOfQuery(query).key,
);

const traceAnew = (ground: Ground, query: PacketQuery): Trace =>
  (query.fromServiceTag === undefined ? hostedTrace(ground, query) : undefined) ?? tracePacket(ground, query);

const isToldOfSource = groundQuestion(
  (ground, query: PacketQuery) =>
    namesSource(traceQuery(ground, query), query.from, ground.estate.nameOf(query.from)),
  (query) => keyOfQuery(query).key,
);

/** The same text each time for the same query: flows are asked about by many rules. */
const keyOfQuery = onceForPart(({ from, deployment, fromServiceTag, to, protocol, port }: PacketQuery) => ({
  key: joinedKey(from, deployment, fromServiceTag, textOf(to).key, protocol, String(port)),
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

const textOf = onceForPart(
  ({ resource, groupId, serviceTag, region, address, isForeign, hosts = [] }: Destination) => ({
    key: joinedKey(resource, groupId, serviceTag, region, address, String(isForeign), ...hosts),
  }),
);

import type { ResourceId } from '#model';
import { type Ground, groundQuestion } from './ground.ts';
import { sendFromHost } from './hosted-trace.ts';
import { Journey } from './journey.ts';
import { likenessOf } from './likeness.ts';
import { joinedKey, memoOfTexts, onceForPart } from './memo.ts';
import type { Destination, Fate, PacketQuery, Trace } from './network.ts';
import { flowsOfSource } from './required-flows.ts';
import { sendPacket } from './trace.ts';

/** A packet's fate with its story, kept. Sources that are alike share one, unless it is told of one of them by name. */
export const traceQuery = (ground: Ground, query: PacketQuery): Trace => {
  const { from } = query;
  const fate = fatesOfFlows(ground, from).get(query);
  const told = fate && (fate.verdict === 'delivered' ? storiesOfDelivered : storiesOfStopped);
  return (
    told?.(ground, from).get(query) ??
    sharedTrace(query, likenessOf(ground, from), (asked) => storyOf(ground, asked))
  );
};

/** The stories of all that a source needs and gets. What it does not get is apart: rules ask for no other. */
const storiesOfDelivered = storiesOfFlows(({ verdict }) => verdict === 'delivered');
const storiesOfStopped = storiesOfFlows(({ verdict }) => verdict !== 'delivered');

/** Found together, as the fates are. */
function storiesOfFlows(isTold: (fate: Fate) => boolean) {
  const flowsToTell = (ground: Ground, from: ResourceId) =>
    [...fatesOfFlows(ground, from)].flatMap(([flow, fate]) => (isTold(fate) ? [flow] : []));
  const storiesByKey = groundQuestion(
    (ground, from: ResourceId): ReadonlyMap<string, Story> =>
      byKey(flowsToTell(ground, from), from, (asked) => storyAnew(ground, asked)),
  );
  return groundQuestion((ground, from: ResourceId): ReadonlyMap<PacketQuery, Trace> => {
    const alike = likenessOf(ground, from);
    const known = storiesByKey(ground, alike);
    const find = (asked: Asked) => known.get(keyOf(asked)) ?? storyAnew(ground, asked);
    return new Map(flowsToTell(ground, from).map((flow) => [flow, sharedTrace(flow, alike, find)]));
  });
}

function sharedTrace(query: PacketQuery, alike: ResourceId, find: (asked: Asked) => Story): Trace {
  const shared = find({ from: alike, query });
  if (alike === query.from || !shared.isOfSource) return shared.trace;
  return find({ from: query.from, query }).trace;
}

/** A packet's fate, kept and shared likewise. */
export const fateOfQuery = (ground: Ground, query: PacketQuery): Fate =>
  fatesOfFlows(ground, query.from).get(query) ??
  sharedFate(ground, query, likenessOf(ground, query.from), (asked) => loneFate(ground, asked));

/** The fates of all that a source needs. */
const fatesOfFlows = groundQuestion((ground, from: ResourceId): ReadonlyMap<PacketQuery, Fate> => {
  const alike = likenessOf(ground, from);
  const known = fatesByKey(ground, alike);
  const find = (asked: Asked) => known.get(keyOf(asked)) ?? fateOfAsked(ground, asked);
  return new Map(flowsOfSource(ground, from).map((flow) => [flow, sharedFate(ground, flow, alike, find)]));
});

/** Found together, since what they rest on is much the same. */
const fatesByKey = groundQuestion(
  (ground, from: ResourceId): ReadonlyMap<string, Fate> =>
    byKey(flowsOfSource(ground, from), from, ({ query }) => fateAnew(ground, query)),
);

const byKey = <V>(
  flows: readonly PacketQuery[],
  from: ResourceId,
  find: (asked: Asked) => V,
): ReadonlyMap<string, V> =>
  new Map(
    flows.map((query) => {
      const asked = { from, query };
      return [keyOf(asked), find(asked)];
    }),
  );

function sharedFate(
  { estate }: Ground,
  query: PacketQuery,
  alike: ResourceId,
  find: (asked: Asked) => Fate,
): Fate {
  const shared = find({ from: alike, query });
  return alike === query.from || !namesSource(shared, alike, () => estate.nameOf(alike))
    ? shared
    : find({ from: query.from, query });
}

/** A query as somebody else would ask it. */
interface Asked {
  readonly from: ResourceId;
  readonly query: PacketQuery;
}

interface Story {
  readonly trace: Trace;
  /** Whether it is told of its source only. */
  readonly isOfSource: boolean;
}

const keyOf = ({ from, query }: Asked): string => {
  const { deployment, fromServiceTag, to, protocol, port } = query;
  const key = `${destinationKey(to)} ${protocol} ${port} ${from}`;
  if (deployment === undefined && fromServiceTag === undefined) return key;
  return joinedKey(key, deployment, fromServiceTag);
};

/** The same for destinations that say the same. Those of the design's own services are made anew for every flow. */
const destinationKey = (to: Destination): string | number =>
  to.resource !== undefined &&
  to.hosts === undefined &&
  to.address === undefined &&
  to.isForeign === undefined
    ? joinedKey(to.resource, to.groupId, to.serviceTag, to.region)
    : numberOf(to).number;

const storyAnew = (ground: Ground, { from, query }: Asked): Story => {
  const trace = send(ground, new Journey(), { ...query, from }).end();
  return { trace, isOfSource: tellsOfSource(trace, from, ground.estate.nameOf(from)) };
};

const storyOf = groundQuestion(storyAnew, keyOf);

const fateOfAsked = (ground: Ground, { from, query }: Asked): Fate => fateAnew(ground, { ...query, from });

const loneFate = groundQuestion(fateOfAsked, keyOf);

/** A packet's fate, for who keeps more than that. */
export const fateAnew = (ground: Ground, query: PacketQuery): Fate =>
  send(ground, new Journey(false), query).fate();

const send = (ground: Ground, journey: Journey, query: PacketQuery): Journey =>
  (query.fromServiceTag === undefined ? sendFromHost(ground, journey, query) : undefined) ??
  sendPacket(ground, journey, query);

const tellsOfSource = (trace: Trace, from: ResourceId, name: string): boolean =>
  namesSource(trace, from, () => name) ||
  trace.assumptions.some((text) => text.includes(name)) ||
  trace.hops.some(
    (hop) => hop.at === from || hop.text.includes(name) || hop.by.includes(name) || hop.place === name,
  );

const namesSource = ({ blockers, missing }: Fate, from: ResourceId, nameOf: () => string): boolean =>
  blockers.includes(from) || (missing.length > 0 && missing.some(({ fact }) => fact.includes(nameOf())));

let destinations = 0;

/** The same for destinations that say the same: short, since thousands of keys hold it. */
const numberOfText = memoOfTexts(() => {
  destinations += 1;
  return destinations;
});

const numberOf = onceForPart(
  ({ resource, groupId, serviceTag, region, address, isForeign, hosts = [] }: Destination) => ({
    number: numberOfText(
      joinedKey(resource, groupId, serviceTag, region, address, String(isForeign), ...hosts),
    ),
  }),
);

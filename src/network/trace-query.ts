import { flatMapped, type ResourceId } from '#model';
import { type Ground, groundQuestion } from './ground.ts';
import { sendHosted } from './hosted-trace.ts';
import { Journey } from './journey.ts';
import { likenessOf } from './likeness.ts';
import type { Fate, PacketQuery, RequiredFlow, Trace } from './network.ts';
import { parcelOf } from './parcel.ts';
import { flowsOfSource, sourcesOfFlows } from './required-flows.ts';
import { type Sender, senderFor, senderOf } from './sender.ts';
import { sendPacket } from './trace.ts';
import { fateOfAll, partsOf, partsOfSource, traceOfAll } from './whole-service.ts';

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
    flatMapped([...fatesOfFlows(ground, from)], ([flow, fate]) => (isTold(fate) ? [flow] : []));
  const storiesByParcel = groundQuestion(
    (ground, from: ResourceId): ReadonlyMap<number, Story> =>
      new Map(
        flowsToTell(ground, from).map((query) => [parcelOf(query), storyAnew(ground, { from, query })]),
      ),
  );
  return groundQuestion((ground, from: ResourceId): ReadonlyMap<PacketQuery, Trace> => {
    const alike = likenessOf(ground, from);
    const known = storiesByParcel(ground, alike);
    const find = (asked: Asked) =>
      (asked.from === alike ? known.get(parcelOf(asked.query)) : undefined) ?? storyAnew(ground, asked);
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
  fatesOfFlows(ground, query.from).get(query) ?? sharedLoneFate(ground, query);

function sharedLoneFate(ground: Ground, query: PacketQuery): Fate {
  const { from } = query;
  const alike = likenessOf(ground, from);
  const shared = loneFate(ground, { from: alike, query });
  return alike === from || !namesSource(ground, shared, alike) ? shared : loneFate(ground, { from, query });
}

/** The fates of all that a source needs. */
const fatesOfFlows = groundQuestion((ground, from: ResourceId): ReadonlyMap<PacketQuery, Fate> => {
  const alike = likenessOf(ground, from);
  const known = fatesByParcel(ground, alike);
  const fates = new Map<PacketQuery, Fate>();
  for (const query of flowsOfSource(ground, from)) {
    const shared = known.get(parcelOf(query)) ?? fateOfAsked(ground, { from: alike, query });
    const isShared = alike === from || !namesSource(ground, shared, alike);
    fates.set(query, isShared ? shared : fateOfAsked(ground, { from, query }));
  }
  return fates;
});

/** Of all that need something, source by source. */
export const requiredFates = groundQuestion((ground, _: 'all'): readonly ReadonlyMap<RequiredFlow, Fate>[] =>
  sourcesOfFlows(ground.estate).map((id) => fatesOfFlows(ground, id) as ReadonlyMap<RequiredFlow, Fate>),
);

/** Found together, since what they rest on is much the same. */
const fatesByParcel = groundQuestion((ground, from: ResourceId): ReadonlyMap<number, Fate> => {
  const fates = new Map<number, Fate>();
  const sender = senderOf(ground, from);
  for (const flow of flowsOfSource(ground, from)) {
    const own = flow.fromSubnet === undefined ? sender : senderFor(ground, flow);
    fates.set(parcelOf(flow), fateAnew(ground, flow, own));
  }
  return fates;
});

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

const keyOf = ({ from, query }: Asked): string => `${parcelOf(query)} ${from}`;

const storyAnew = (ground: Ground, { from, query }: Asked): Story => {
  const trace = traceAnew(ground, { ...query, from });
  return { trace, isOfSource: tellsOfSource(ground, trace, from) };
};

const storyOf = groundQuestion(storyAnew, keyOf);

const fateOfAsked = (ground: Ground, { from, query }: Asked): Fate => fateAnew(ground, { ...query, from });

const loneFate = groundQuestion(fateOfAsked, keyOf);

function traceAnew(ground: Ground, query: PacketQuery): Trace {
  const sender = senderFor(ground, query);
  const traceOf = (one: PacketQuery) => send(ground, new Journey(ground.estate.design), one, sender).end();
  const traceTo = (one: PacketQuery) => traceOfAll(ground, one, 'to', partsOf(ground, one), traceOf);
  return traceOfAll(ground, query, 'from', partsOfSource(query, sender), traceTo);
}

/** A packet's fate, for who keeps more than that. */
export function fateAnew(
  ground: Ground,
  query: PacketQuery,
  sender: Sender = senderFor(ground, query),
): Fate {
  const parts = partsOfSource(query, sender);
  return parts.length === 0
    ? fateFrom(ground, query, sender)
    : fateOfAll(parts.map((part) => fateFrom(ground, part.query, sender)));
}

function fateFrom(ground: Ground, query: PacketQuery, sender: Sender): Fate {
  const parts = partsOf(ground, query);
  return parts.length === 0
    ? fateOfOne(ground, query, sender)
    : fateOfAll(parts.map((part) => fateOfOne(ground, part.query, sender)));
}

const fateOfOne = (ground: Ground, query: PacketQuery, sender: Sender): Fate =>
  send(ground, new Journey(ground.estate.design, false), query, sender).fate();

function send(ground: Ground, journey: Journey, query: PacketQuery, sender: Sender): Journey {
  return sender.hostedPlace === undefined || query.fromServiceTag !== undefined
    ? sendPacket(ground, journey, query, sender)
    : sendHosted(ground, journey, query, sender.hostedPlace);
}

function tellsOfSource(ground: Ground, trace: Trace, from: ResourceId): boolean {
  const name = ground.estate.nameOf(from);
  return (
    namesSource(ground, trace, from) ||
    trace.assumptions.some((text) => text.includes(name)) ||
    trace.hops.some(
      (hop) => hop.at === from || hop.text.includes(name) || hop.by.includes(name) || hop.place === name,
    )
  );
}

function namesSource({ estate }: Ground, { blockers, missing }: Fate, from: ResourceId): boolean {
  if (blockers.includes(from)) return true;
  if (missing.length === 0) return false;
  const name = estate.nameOf(from);
  return missing.some(({ fact }) => fact.includes(name));
}

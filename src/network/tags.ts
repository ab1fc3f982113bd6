import { flatMapped } from '#model';
import {
  coversEverything,
  coversRange,
  isPrivateAddress,
  type Prefix,
  parseAddress,
  parseLoosePrefix,
} from './cidr.ts';
import { memoOfTexts, onceForPart } from './memo.ts';
import type { Target } from './target.ts';

/** Whether a rule's prefix holds a place; `maybe` where the document does not say enough. */
export type Match = 'yes' | 'no' | 'maybe';

/** What the VirtualNetwork tag stands for, seen from one subnet. */
export interface VirtualNetworkSpace {
  /** Default routes among them. */
  readonly prefixes: readonly Prefix[];
  /** What else it may hold, since not all is shown that it is made of: private addresses, or any. */
  readonly unseen?: 'private' | 'any';
}

/** Where the tag stands for nothing. */
export const noSpace: VirtualNetworkSpace = { prefixes: [] };

const everywhere = new Set(['*', 'any', '0.0.0.0/0']);

/** Tags that have two spellings in Microsoft's own pages. */
const spellings: Readonly<Record<string, string>> = {
  keyvault: 'azurekeyvault',
  'frontdoor.frontend': 'azurefrontdoor.frontend',
  'frontdoor.firstparty': 'azurefrontdoor.firstparty',
};
const plainTag = memoOfTexts((tag: string): string => {
  const lower = tag.toLowerCase();
  for (const [from, to] of Object.entries(spellings))
    if (lower === from || lower.startsWith(`${from}.`)) return to + lower.slice(from.length);
  return lower;
});

/** Whether two texts name one region: `West Europe` is `westeurope`. */
export const sameRegion = (one: string, other: string): boolean =>
  compactRegion(one) === compactRegion(other);

/** A region as tags and settings write it: `westeurope`. */
export const compactRegion = (region: string): string => region.toLowerCase().replaceAll(' ', '');

/** In place of a tag: an address that is none of Azure's, so that no tag but Internet holds it. */
export const outsideAzure = 'outside Azure';

/** In place of a region: some other than the source's and its pair, so that no tag of a region and no service endpoint holds it. */
export const anotherRegion = 'another region';

/** Whether a rule's service tag covers a destination's tag, in its region. */
export const tagCovers = (ruleTag: string, tag: string, region: string | undefined): Match =>
  plainTagCovers(plainTag(ruleTag), tag, region);

function plainTagCovers(rule: string, tag: string, region: string | undefined): Match {
  if (tag === outsideAzure) return 'no';
  const wanted = plainTag(tag);
  if (rule === wanted || rule === 'azurecloud' || isPartOf(wanted, rule)) return 'yes';
  const whole = isPartOf(rule, 'azurecloud') ? 'azurecloud' : wanted;
  if (!isPartOf(rule, whole)) return 'no';
  if (region === undefined) return 'maybe';
  return rule.slice(whole.length + 1) === compactRegion(region) ? 'yes' : 'no';
}

/** Whether a tag is another with more behind a dot; asked for every rule of every packet, so it makes no text. */
const isPartOf = (part: string, whole: string): boolean =>
  part.startsWith(whole) && part.charAt(whole.length) === '.';

/** Whether everything that a tag stands for lies in another: a region's in that of all regions. */
export const tagHolds = (outer: string, inner: string): boolean => {
  const [wide, narrow] = [plainTag(outer), plainTag(inner)];
  return wide === narrow || (isServiceTag(narrow) && isPartOf(narrow, wide));
};

const isServiceTag = (tag: string): boolean => /^[a-z][a-z0-9]*\.[a-z0-9]+$/.test(tag);

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Addresses of `a.b.c.d-e.f.g.h`, a prefix or an address; `undefined` where it is none of them. */
export const rangeOf = (text: string): Range | undefined => {
  const prefix = parseLoosePrefix(text);
  if (prefix) return prefix;
  if (!text.includes('-')) return undefined;
  const [from = '', to = ''] = text.split('-').map((part) => part.trim());
  const [first, last] = [parseAddress(from), parseAddress(to)];
  return first !== undefined && last !== undefined ? { first, last } : undefined;
};

const isIpv6 = (text: string): boolean => /^[\da-f]*:[\da-f:.]*(?:\/\d+)?$/i.test(text);

type Meaning = 'everything' | 'IPv6' | Range | { readonly tag: string };

/** What a rule's prefix says: everything, a range of addresses, or a tag in its one plain spelling. */
export const meaningOf = memoOfTexts((text: string): Meaning => {
  const plain = text.trim();
  if (everywhere.has(plain.toLowerCase())) return 'everything';
  return rangeOf(plain) ?? (isIpv6(plain) ? 'IPv6' : { tag: plainTag(plain) });
});

/** A rule's list as it is read once, since thousands of packets are held against it. */
export interface Places {
  readonly meanings: readonly Meaning[];
  /** All prefixes and ranges among them. */
  readonly ranges: readonly Range[];
  readonly coverEverything: boolean;
  /** One of them is everything, whatever is asked for. */
  readonly areAll: boolean;
}

export const placesOf = onceForPart((texts: readonly string[]): Places => {
  const meanings = texts.map(meaningOf);
  return {
    meanings,
    ranges: flatMapped(texts, (text) => rangeOf(text) ?? []),
    coverEverything: coversEverything(flatMapped(texts, (text) => parseLoosePrefix(text) ?? [])),
    areAll: meanings.includes('everything'),
  };
});

/** Whether a rule's prefixes hold every address, alone or together. */
export const holdEveryAddress = (texts: readonly string[]): boolean => {
  const { areAll, coverEverything } = placesOf(texts);
  return areAll || coverEverything;
};

function matchesOne(meaning: Meaning, target: Target, space: VirtualNetworkSpace): Match {
  if (meaning === 'everything') return 'yes';
  if (meaning === 'IPv6') return 'no';
  return 'tag' in meaning ? matchesTag(meaning.tag, target, space) : matchesRange(meaning, target);
}

function matchesTag(tag: string, target: Target, space: VirtualNetworkSpace): Match {
  if (tag === 'virtualnetwork') return matchesSpace(target, space);
  // Probes come from an address of Azure's own, which no other tag holds.
  const isProbe = target.serviceTag === 'AzureLoadBalancer';
  if (isProbe || tag === 'azureloadbalancer') return isProbe && tag === 'azureloadbalancer' ? 'yes' : 'no';
  if (tag === 'internet') return target.isPrivate ? 'no' : 'yes';
  if (target.isPrivate) return 'no';
  // Of Azure's services none; of its machines, whose addresses AzureCloud holds as well, perhaps.
  if (target.who) return target.who === 'somebody' && tag.startsWith('azurecloud') ? 'maybe' : 'no';
  if (target.serviceTag !== undefined) return plainTagCovers(tag, target.serviceTag, target.region);
  // A public address or a host that is in no known tag may lie in any of Azure's.
  return tag.startsWith('azurecloud') || target.address !== undefined ? 'maybe' : 'no';
}

function matchesSpace(target: Target, { prefixes, unseen }: VirtualNetworkSpace): Match {
  const match = matchesPrefixes(target, prefixes);
  if (match !== 'no') return match;
  return unseen === 'any' || (unseen === 'private' && target.isPrivate) ? 'maybe' : 'no';
}

/** Azure’s pages say that the tag “might” hold default routes of a route table: what only they cover stays open. */
function matchesPrefixes({ isPrivate, address, within }: Target, space: readonly Prefix[]): Match {
  if (address === undefined && within && within.length > 0) {
    const certain = matchesWithin(closerOf(space), within);
    return certain === 'no' && matchesWithin(space, within) !== 'no' ? 'maybe' : certain;
  }
  if (address === undefined) {
    if (isPrivate) return 'yes';
    return space.some(({ length }) => length <= 1) ? 'maybe' : 'no';
  }
  let match: Match = 'no';
  for (const { first, last, length } of space)
    if (first <= address && address <= last) {
      if (length > 1) return 'yes';
      match = 'maybe';
    }
  return match;
}

/** Without default routes and halves of everything. */
const closerOf = onceForPart((space: readonly Prefix[]): readonly Prefix[] =>
  space.filter(({ length }) => length > 1),
);

/** Addresses of which it has one: all of them held, or some, or none. */
function matchesWithin(ranges: readonly Range[], within: readonly Range[]): Match {
  if (within.every((one) => coversRange(ranges, one))) return 'yes';
  const isMet = ranges.some(({ first, last }) =>
    within.some((one) => first <= one.last && one.first <= last),
  );
  return isMet ? 'maybe' : 'no';
}

function matchesRange({ first, last }: Range, target: Target): Match {
  if (target.address !== undefined) return first <= target.address && target.address <= last ? 'yes' : 'no';
  if (target.within && target.within.length > 0) return matchesWithin([{ first, last }], target.within);
  if (target.isPrivate) return 'maybe';
  if (target.who === 'anyone') return first === 0 && last === 2 ** 32 - 1 ? 'yes' : 'no';
  if (first === 0 && last === 2 ** 32 - 1) return 'yes';
  return isPrivateAddress(first) && isPrivateAddress(last) ? 'no' : 'maybe';
}

/** Whether any of a rule's prefixes and tags holds the target. No prefix at all holds nothing. */
export const matchTarget = (prefixes: readonly string[], target: Target, space: VirtualNetworkSpace): Match =>
  matchPlaces(placesOf(prefixes), target, space);

/** As `matchTarget`, for a list that was read before. */
export const matchPlaces = (places: Places, target: Target, space: VirtualNetworkSpace): Match => {
  const { meanings, areAll } = places;
  if (areAll) return 'yes';
  let best: Match = 'no';
  for (let at = 0; at < meanings.length; at += 1) {
    const match = matchesOne(meanings[at] ?? 'IPv6', target, space);
    if (match === 'yes') return 'yes';
    if (match === 'maybe') best = 'maybe';
  }
  if (best === 'maybe' && target.address === undefined && target.within)
    return matchesWithin(places.ranges, target.within) === 'yes' ? 'yes' : best;
  return (best === 'maybe' || target.who === 'anyone') && places.coverEverything ? 'yes' : best;
};

/** Both have to hold. */
export const both = (one: Match, other: Match): Match => {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'yes' && other === 'yes' ? 'yes' : 'maybe';
};

/** One of them has to hold. */
export const either = (one: Match, other: Match): Match => {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'maybe' || other === 'maybe' ? 'maybe' : 'no';
};

/** Whether one of the port ranges holds a port. */
export const matchPort = (ranges: readonly string[], port: number): boolean =>
  holdsPort(portsIn(ranges), port);

/** As `matchPort`, for ranges that were read before. */
export const holdsPort = (ports: readonly Range[], port: number): boolean => {
  for (let at = 0; at < ports.length; at += 1) {
    const range = ports[at];
    if (range && range.first <= port && port <= range.last) return true;
  }
  return false;
};

export const portsIn = onceForPart((texts: readonly string[]): readonly Range[] =>
  flatMapped(texts, (text) => portsOf(text) ?? []),
);

/** A port, a range such as `8000-8010`, or all of them. */
export const portsOf = memoOfTexts((text: string): Range | undefined => {
  if (['*', 'any'].includes(text.trim().toLowerCase())) return { first: 0, last: Number.POSITIVE_INFINITY };
  const match = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(text);
  return match ? { first: Number(match[1]), last: Number(match[2] ?? match[1]) } : undefined;
});

/** Clients send from a port above the well-known ones; which, nobody knows. */
const firstClientPort = 1024;
const lastPort = 65_535;

/** Whether a rule's source ports hold the port that a client happens to send from. No range at all is any. */
export const matchSourcePort = (ranges: readonly string[]): Match =>
  ranges.length === 0 || ranges[0] === '*' ? 'yes' : clientPortsIn(ranges.join());

const clientPortsIn = memoOfTexts((texts: string): Match => {
  const ranges = flatMapped(texts.split(','), (text) => portsOf(text) ?? []).toSorted(
    (one, other) => one.first - other.first,
  );
  let next = firstClientPort;
  for (const { first, last } of ranges) if (first <= next) next = Math.max(next, last + 1);
  if (next > lastPort) return 'yes';
  return ranges.some(({ last }) => last >= firstClientPort) ? 'maybe' : 'no';
});

/** Whether a rule's protocol is the packet's: names without regard to case, `*` and `Any` for all. */
export const matchProtocol = (rule: string, protocol: 'Tcp' | 'Udp'): boolean => {
  if (rule === '*' || rule === 'Any' || rule === protocol) return true;
  const lower = rule.trim().toLowerCase();
  return lower === '*' || lower === 'any' || lower === '' || lower === protocol.toLowerCase();
};

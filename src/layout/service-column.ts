import type { Box } from '#model';
import type { Thing } from './drawn.ts';
import { measures } from './measures.ts';
import { moveTo, type Packing, place, type Size, sizeOf } from './pack.ts';
import { packHosted, type Span, type SpanOf } from './pack-hosted.ts';
import { isStaggered } from './pack-subnet.ts';
import { groupOfRank, isScoring, targetOf } from './services.ts';

/** From one service or endpoint to the next. */
const rowPitch = measures.node.heightInSubnet + measures.subnet.rowGap;

/** The services that stand beside a network, because its endpoints are theirs. */
export interface ServiceColumn {
  readonly network: Thing;
  /** With endpoints in the network. */
  readonly services: readonly Thing[];
  /** Without: they fill up. */
  readonly others: readonly Thing[];
  /** How many endpoints of hosted networks, which stand at the other side, a service has. */
  readonly hostedRows: ReadonlyMap<string, number>;
  /** Networks that Microsoft runs, with endpoints of these services. */
  readonly hosted: readonly Thing[];
  readonly nodeWidth: number;
}

/** Between services and the hosted networks at their other side: more where links of several have to bend. */
const hostedGapOf = (hosted: readonly Thing[]): number => measures.linkGap + (hosted.length > 1 ? 24 : 0);

/** As tall as the endpoints at its side, so that each link is one straight line. */
export const heightOfRows = (rows: number): number => measures.node.height + Math.max(0, rows - 1) * rowPitch;

/** Each service at the network that holds most of its endpoints, the last of several. */
export function homesOf(networks: readonly Thing[], services: readonly Thing[]): ReadonlyMap<Thing, Thing[]> {
  const homes = new Map<Thing, Thing[]>();
  const counts = networks.map((network) => {
    const count = new Map<string, number>();
    for (const thing of network.children.flatMap((subnet) => subnet.children)) {
      const target = targetOf(thing);
      if (target !== undefined) count.set(target, (count.get(target) ?? 0) + 1);
    }
    return { network, count };
  });
  for (const service of services) {
    let home: Thing | undefined;
    let most = 0;
    for (const { network, count } of counts)
      if ((count.get(service.id) ?? 0) >= Math.max(1, most)) {
        home = network;
        most = count.get(service.id) ?? 0;
      }
    if (home) homes.set(home, [...(homes.get(home) ?? []), service]);
  }
  return homes;
}

/** So few links are straight, as a rule. */
const fewLinks = 8;

/** Wider with more services: links that bend need lanes of their own. */
const gapOf = ({ services, others }: ServiceColumn): number =>
  measures.linkGap + Math.min(40, Math.max(0, services.length + others.length - fewLinks) * 4);

/** What a network and its services take. */
export function spanOf(packing: Packing, network: Thing, column: ServiceColumn | undefined): Size {
  const own = sizeOf(packing, network);
  if (!column) return own;
  const { bottom, width, hosted } = placesIn(packing, column, own.height);
  const beyond = hosted.width === 0 ? 0 : hostedGapOf(column.hosted) + hosted.width;
  return {
    width: own.width + gapOf(column) + width + beyond,
    height: Math.max(own.height, bottom, hosted.height),
  };
}

interface Placed {
  readonly thing: Thing;
  /** Beyond the others, beside the gap between two of them. */
  readonly isFar?: boolean;
  /** From the network's top. */
  readonly y: number;
  readonly height: number;
}

/** Places a column's services beside its network, wherever that is. */
export function placeColumn(packing: Packing, column: ServiceColumn): void {
  const network = packing.boxes.get(column.network.id);
  if (!network) return;
  const x = network.x + network.width + gapOf(column);
  const { places, width, hosted } = placesIn(packing, column, network.height);
  for (const { thing, y, height, isFar } of places) {
    const left = isFar ? x + column.nodeWidth + farGap : x;
    place(packing, thing, { x: left, y: network.y + y, width: column.nodeWidth, height });
  }
  for (const { thing, y } of hosted.places)
    moveTo(packing, thing, x + width + hostedGapOf(column.hosted), network.y + y);
}

interface Places {
  readonly places: readonly Placed[];
  readonly bottom: number;
  readonly width: number;
  readonly hosted: HostedPlaces;
}

interface HostedPlaces extends Size {
  readonly places: readonly { readonly thing: Thing; readonly y: number }[];
}

/** Networks that Microsoft runs, one below the other, each endpoint at the height of its service where that is free. */
export function stackHosted(packing: Packing, hosted: readonly Thing[], spanOf: SpanOf): HostedPlaces {
  let y = 0;
  let width = 0;
  const places = hosted.map((thing) => {
    const top = y;
    packHosted(packing, thing, (service, part) => {
      const span = spanOf(service, part);
      return span && { y: span.y - 1 - top, height: span.height + 2 };
    });
    const size = sizeOf(packing, thing);
    y += size.height + measures.hosted.gap;
    width = Math.max(width, size.width);
    return { thing, y: top };
  });
  return { places, width, height: Math.max(0, y - measures.hosted.gap) };
}

const known = new WeakMap<ServiceColumn, { readonly networkHeight: number; readonly places: Places }>();

/** Kept until the network is packed to another height: rows ask for it again and again. */
function placesIn(packing: Packing, column: ServiceColumn, networkHeight: number): Places {
  const kept = known.get(column);
  if (kept?.networkHeight === networkHeight) return kept.places;
  const places = newPlacesIn(packing, column, networkHeight);
  known.set(column, { networkHeight, places });
  return places;
}

function newPlacesIn(packing: Packing, column: ServiceColumn, networkHeight: number): Places {
  const byRank = (a: Thing, b: Thing) => packing.serviceRank(a) - packing.serviceRank(b);
  const ordered = [...column.services].sort(byRank);
  const others = [...column.others].sort(byRank);
  const aligned = alignedWith(packing, column.network, ordered);
  const lead = aligned[0]?.y ?? 0;
  const room = Math.max(0, Math.floor(lead / rowPitch));
  const first = others.slice(0, Math.min(room, others.filter(isScoring).length));
  const { height } = measures.node;
  const places: Placed[] = first.map((thing, at) => ({
    thing,
    y: lead - (first.length - at) * rowPitch,
    height,
  }));
  const tallest = (thing: Thing) => heightOfRows(column.hostedRows.get(thing.id) ?? 1);
  const isShared = column.hosted.length > 1;
  let y = 0;
  let farBottom = 0;
  let group: number | undefined;
  for (const one of isShared ? inGroups(packing, aligned, others.slice(first.length)) : aligned) {
    const own = Math.max(one.height, tallest(one.thing));
    const next = groupOfRank(packing.serviceRank(one.thing));
    if (isShared && group !== undefined && group !== next) y += hostedHeader;
    group = next;
    if (one.isStaggered && one.y < y && one.y >= farBottom) {
      places.push({ ...one, height: own, isFar: true });
      farBottom = one.y + own + leastGap;
      continue;
    }
    y = Math.max(y, one.y);
    places.push({ ...one, y, height: own });
    y += own + (one.isStaggered ? leastGap : measures.serviceGap);
  }
  for (const thing of isShared ? [] : others.slice(first.length)) {
    const own = tallest(thing);
    places.push({ thing, y, height: own });
    y += own + measures.serviceGap;
  }
  const spans = new Map<string, Span>(places.map((one) => [one.thing.id, one]));
  const rows = new Map<string, Span>();
  for (const { thing, y: top, parts } of aligned)
    for (const [part, at] of parts) {
      const moved = (spans.get(thing.id)?.y ?? top) - top;
      rows.set(`${thing.id} ${part}`, { y: at + moved, height });
    }
  return {
    places,
    bottom: Math.max(networkHeight, farBottom - leastGap, y - measures.serviceGap),
    width: farBottom > 0 ? 2 * column.nodeWidth + farGap : column.nodeWidth,
    hosted: stackHosted(packing, column.hosted, (service, part) =>
      part === undefined ? spans.get(service) : rows.get(`${service} ${part}`),
    ),
  };
}

/** Between the services of two workspaces: what the hosted network of the second has above its first endpoint. */
const hostedHeader = measures.hosted.header;

/**
 * Where several hosted networks share a column, what belongs to one workspace stands together, with an endpoint of one's
 * own or without: so each hosted network stands beside its services.
 */
const inGroups = (
  packing: Packing,
  aligned: readonly Aligned[],
  others: readonly Thing[],
): readonly Aligned[] =>
  [...aligned, ...others.map((thing) => ({ thing, y: 0, height: measures.node.height, parts: [] }))].sort(
    (a, b) => packing.serviceRank(a.thing) - packing.serviceRank(b.thing),
  );

interface Aligned extends Placed {
  /** Whether its endpoints stand in staggered columns. */
  readonly isStaggered?: boolean;
  /** Its parts that endpoints at its side lead to, and where these have their row. */
  readonly parts: readonly (readonly [part: string, y: number])[];
}

/** Between services of two columns, and from one to the next beside staggered endpoints. */
const [farGap, leastGap] = [24, 8];
/** Of a service beside several staggered endpoints, above the first link and below the last. */
const beyondLink = 10;

/** Services at the height of their endpoints, as tall as these, from top to bottom. */
function alignedWith(packing: Packing, network: Thing, services: readonly Thing[]): readonly Aligned[] {
  const endpoints = endpointBoxes(packing, network);
  const aligned: Aligned[] = [];
  for (const thing of services) {
    const own = endpoints.get(thing.id) ?? [];
    const x = Math.max(...own.map((endpoint) => endpoint.box.x));
    const first = own.find((endpoint) => endpoint.box.x === x);
    if (!first) continue;
    const { subnet } = first;
    const isBeside = (one: EndpointBox) => one.subnet === subnet && (isStaggered(subnet) || one.box.x === x);
    const beside = own.filter(isBeside);
    const ys = beside.map((one) => one.box.y);
    const top = Math.min(...ys);
    const run = Math.max(...ys) - top;
    const { height } = measures.node;
    if (isStaggered(subnet))
      aligned.push({
        thing,
        isStaggered: true,
        parts: [],
        ...(isRunOf(ys.length, run) ? besideLinks(top, run) : { y: top + 1, height }),
      });
    else {
      const isRun = run === (ys.length - 1) * rowPitch;
      const parts = isRun ? beside.map(({ part, box }) => [part, box.y + 1] as const) : [];
      aligned.push({ thing, y: top + 1, height: height + (isRun ? run : 0), parts });
    }
  }
  return aligned.sort((a, b) => a.y - b.y);
}

/** Whether so many staggered endpoints follow each other: a column apart they are half a row apart, or a little more. */
function isRunOf(count: number, run: number): boolean {
  const { gap, link } = measures.subnet.staggered;
  const half = (measures.node.heightInSubnet + gap) / 2;
  return count > 1 && run <= (count - 1) * half + gap / 2 - link;
}

const besideLinks = (top: number, run: number) => ({
  y: top + measures.node.heightInSubnet / 2 - beyondLink,
  height: run + 2 * beyondLink,
});

interface EndpointBox {
  readonly subnet: Thing;
  /** The part of the service, by the name that endpoints have for it. */
  readonly part: string;
  readonly box: Box;
}

/** Private endpoints of a network by what they serve, from its top left corner. */
function endpointBoxes(packing: Packing, network: Thing) {
  const found = new Map<string, EndpointBox[]>();
  for (const subnet of network.children)
    for (const endpoint of subnet.children) {
      const target = targetOf(endpoint);
      const outer = packing.boxes.get(subnet.id);
      const inner = packing.boxes.get(endpoint.id);
      if (target === undefined || !outer || !inner) continue;
      const box = { ...inner, x: outer.x + inner.x, y: outer.y + inner.y };
      const { resource, name } = endpoint;
      const part = (resource?.kind === 'private-endpoint' && resource.groupIds[0]) || name;
      found.set(target, [...(found.get(target) ?? []), { subnet, part: part.toLowerCase(), box }]);
    }
  return found;
}

import type { ResourceId } from '#model';
import { badgeRows } from './badge-rows.ts';
import type { Thing } from './drawn.ts';
import { fonts } from './fonts.ts';
import type { HostedNetwork } from './hosted-network.ts';
import { measures } from './measures.ts';
import { type Packing, packRows, place } from './pack.ts';
import { isScoring, targetOf } from './services.ts';
import { nodeWidth, sharedWidth } from './sizes.ts';
import { textWidth } from './text-width.ts';

/** Where the badges of a hosted network stand, in its box. */
export const hostedBadges = (hosted: HostedNetwork, width: number) =>
  badgeRows(hosted.badges, width, measures.hosted.header);

/** Where the contents of a hosted network begin: below its header and badges. */
export const hostedTop = (hosted: HostedNetwork, width: number): number =>
  measures.hosted.header + hostedBadges(hosted, width).height;

/** What runs in a hosted network beside its endpoints: what scores first, so that its callers come to it from above. */
const membersOf = (thing: Thing) =>
  thing.children
    .filter((child) => child.derived === undefined)
    .sort((a, b) => Number(isScoring(b)) - Number(isScoring(a)));
const endpointsOf = (thing: Thing) => thing.children.filter((child) => child.derived !== undefined);

/** For its title and its fact, within the limits of a node. */
const headerWidth = ({ title, fact }: HostedNetwork): number =>
  Math.ceil(
    35 +
      Math.min(
        measures.node.maximum,
        Math.max(textWidth(title, fonts.containerName), textWidth(fact, fonts.fact)),
      ) +
      12,
  );

const pitch = measures.node.heightInSubnet + measures.subnet.rowGap;

/** From where to where a service, or a part of one, stands at the side of a hosted network, from the top of its box. */
export interface Span {
  readonly y: number;
  readonly height: number;
}

/** Where services stand, and of what an endpoint leads to a part of one, where that part is named. */
export type SpanOf = (service: ResourceId, part?: string) => Span | undefined;

/**
 * Sizes a hosted network around its contents: endpoints left, beside the part of a service that they lead to, or beside
 * the middle of it, where that is free and leaves no more than a row empty; computes right. What is alone in it stands
 * above its endpoints.
 */
export function packHosted(packing: Packing, thing: Thing, spanOf: SpanOf): void {
  const { hosted } = thing;
  if (!hosted) return;
  const { inset, columnGap, minimum } = measures.hosted;
  const members = membersOf(thing);
  const endpoints = [...endpointsOf(thing)].sort((a, b) => yOf(a) - yOf(b));
  const isStacked = members.length <= 1;
  const width = Math.max(0, ...endpoints.map((endpoint) => nodeWidth(packing.design, endpoint)));
  const own = { width: sharedWidth(packing.design, members), height: measures.node.heightInSubnet };
  const columns = Math.max(1, Math.ceil(members.length / measures.hosted.most));
  const beside = endpoints.length === 0 || isStacked ? 0 : width + columnGap;
  const least = Math.max(minimum, headerWidth(hosted));
  const single = Math.max(width, own.width, least - 2 * inset);
  const across = isStacked ? single : beside + columns * (own.width + columnGap) - columnGap;
  const total = Math.max(least, across + 2 * inset);
  const top = hostedTop(hosted, total);
  const first = endpoints[0];
  const start = Math.max(top, isStacked || !first ? top : yOf(first));
  const taken = packRows(
    packing,
    members,
    isStacked ? { ...own, width: total - 2 * inset } : own,
    { x: inset + beside, y: isStacked ? top : start },
    columns * (own.width + columnGap),
    measures.subnet.rowGap,
  );
  let y = isStacked && members.length > 0 ? top + pitch : start;
  for (const endpoint of endpoints) {
    const wanted = yOf(endpoint);
    if (endpoint === first ? Number.isFinite(wanted) : wanted - y <= pitch) y = Math.max(y, wanted);
    const size = { width: isStacked ? total - 2 * inset : width, height: own.height };
    place(packing, endpoint, { x: inset, y, ...size });
    y += pitch;
  }
  const bottom = Math.max(
    endpoints.length > 0 ? y - measures.subnet.rowGap : 0,
    members.length > 0 ? (isStacked ? top : start) + taken.height : top + 8,
  );
  place(packing, thing, { x: 0, y: 0, width: total, height: bottom + inset });

  function yOf(endpoint: Thing): number {
    const target = targetOf(endpoint);
    const part = target === undefined ? undefined : spanOf(target, endpoint.derived?.groupId.toLowerCase());
    if (part) return part.y;
    const span = target === undefined ? undefined : spanOf(target);
    if (!span) return Number.POSITIVE_INFINITY;
    const count = endpointsOf(thing).filter((one) => targetOf(one) === target).length;
    return span.y + Math.max(0, Math.floor((span.height - (count * pitch - measures.subnet.rowGap)) / 2));
  }
}

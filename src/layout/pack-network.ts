import type { ResourceKind } from '#model';
import { isContainer, type Thing } from './drawn.ts';
import { fonts } from './fonts.ts';
import { measures } from './measures.ts';
import { moveTo, type Packing, packRows, place, sizeOf } from './pack.ts';
import { isEndpointSubnet, packSubnet, widenSubnet } from './pack-subnet.ts';
import { sharedWidth } from './sizes.ts';
import { textWidth } from './text-width.ts';

const hubKinds: readonly ResourceKind[] = [
  'azure-firewall',
  'network-virtual-appliance',
  'virtual-network-gateway',
  'route-server',
  'bastion',
  'dns-resolver-endpoint',
  'dns-private-resolver',
];

/** Whether a network serves others: it holds a firewall, a gateway, Bastion or a resolver. */
export const isHub = (network: Thing): boolean =>
  network.kind === 'virtual-wan-hub' ||
  network.children.some((child) => [child, ...child.children].some(({ kind }) => hubKinds.includes(kind)));

const ownKinds: readonly ResourceKind[] = ['client', 'virtual-machine'];

/** Whether people or machines of one's own come in from a subnet, and no compute works there. */
const isWayIn = ({ children }: Thing): boolean =>
  children.length > 0 && children.every(({ kind }) => ownKinds.includes(kind));

/** Of a way in whose route leads to the firewall, and of where computes work. */
const routedRank = 2;
const workRank = 4;

/** Firewall first, gateway last, as traffic from the top leaves and traffic from below enters. */
function rankInNetwork(subnet: Thing): number {
  const name = subnet.name.toLowerCase();
  const kindsIn = new Set(subnet.children.map((child) => child.kind));
  if (name === 'azurefirewallsubnet' || kindsIn.has('azure-firewall')) return 0;
  if (name === 'azurefirewallmanagementsubnet') return 1;
  if (kindsIn.has('network-virtual-appliance')) return 1;
  // Beside the firewall, because its route leads there.
  const isRouted = subnet.resource?.kind === 'subnet' && subnet.resource.routeTable !== undefined;
  if (isRouted && isWayIn(subnet)) return routedRank;
  if (kindsIn.has('dns-resolver-endpoint') || kindsIn.has('dns-server')) return 3;
  if (name === 'azurebastionsubnet') return 5;
  if (name === 'gatewaysubnet') return 6;
  return workRank;
}

/** Whether a subnet is a way in or serves others, rather than where the work is done. */
const isShared = (subnet: Thing): boolean => rankInNetwork(subnet) !== workRank || isWayIn(subnet);

/** A column may grow to this before another one is begun. */
const tallest = 600;

export interface NetworkOptions {
  readonly minimumHeight?: number;
  /** Endpoints left-most, because their services stand at the left. */
  readonly isMirrored?: boolean;
}

/**
 * Packs a network: subnets in columns, ways in before computes, those of private endpoints right-most; what lies in no
 * subnet below.
 */
export function packNetwork(packing: Packing, network: Thing, options: NetworkOptions = {}): void {
  const { minimumHeight = 0, isMirrored = false } = options;
  const { inset, header, columnGap, gap, minimum } = measures.virtualNetwork;
  const subnets = network.children.filter(isContainer);
  const loose = network.children.filter((child) => !isContainer(child));
  for (const subnet of subnets) packSubnet(packing, subnet);
  const endpoints = subnets.filter(isEndpointSubnet);
  const others = subnets
    .filter((subnet) => !isEndpointSubnet(subnet))
    .sort((a, b) => rankInNetwork(a) - rankInNetwork(b));
  const limit = Math.max(tallest, ...endpoints.map((subnet) => sizeOf(packing, subnet).height));
  const inOrder = [...groupsOf(packing, others, endpoints), endpoints].flatMap((group) =>
    group.length === 0 ? [] : columnsOf(packing, group, limit),
  );
  const columns = isMirrored ? inOrder.reverse() : inOrder;
  const forHeader = networkHeader(network);
  evenWidths(packing, columns, forHeader);
  const inner = innerHeight(packing, columns, loose.length > 0 ? 0 : minimumHeight - header - inset);
  const least = new Map(subnets.map((subnet) => [subnet, sizeOf(packing, subnet).height]));
  for (const column of columns) stretch(packing, column, inner);
  for (const column of columns) alignRows(packing, column, columns, least, inner);
  let x: number = inset;
  for (const column of columns) {
    let y: number = header;
    for (const subnet of column) {
      if (subnet !== column[0]) y += gapAbove(subnet);
      moveTo(packing, subnet, x, y);
      y += sizeOf(packing, subnet).height;
    }
    x += widthOf(packing, column) + columnGap;
  }
  const forColumns = columns.length === 0 ? 0 : x - columnGap + inset;
  const width = Math.ceil(Math.max(minimum, forColumns, forHeader));
  const node = { width: sharedWidth(packing.design, loose), height: measures.node.height };
  const looseTop = header + (inner > 0 ? inner + gap : 0);
  const below = packRows(packing, loose, node, { x: inset, y: looseTop }, width - 2 * inset);
  const bottom = loose.length > 0 ? looseTop + below.height : header + Math.max(inner, 20);
  place(packing, network, {
    x: 0,
    y: 0,
    width: Math.max(width, below.width + 2 * inset),
    height: bottom + inset,
  });
}

/** Ways in before computes: in one column where the endpoints beside them are as high, else in columns of their own. */
function groupsOf(
  packing: Packing,
  others: readonly Thing[],
  endpoints: readonly Thing[],
): readonly (readonly Thing[])[] {
  const shared = others.filter(isShared);
  const working = others.filter((subnet) => !shared.includes(subnet));
  const fits = endpoints.length > 0 && heightOf(packing, others) <= heightOf(packing, endpoints) + 16;
  return fits ? [[...working, ...shared]] : [shared, working];
}

/** The width that a network's name and prefix take side by side. */
export const networkHeader = (network: Thing): number => Math.min(320, headerWidth(network));

/** The prefix in a network's header: its first, or that of a hub. */
const headerPrefix = ({ resource }: Thing): string => {
  if (resource?.kind === 'virtual-network') return resource.addressPrefixes[0] ?? '';
  return resource?.kind === 'virtual-wan-hub' ? (resource.addressPrefix ?? '') : '';
};

const headerWidth = (network: Thing): number => {
  const prefixes = headerPrefix(network);
  return 36 + textWidth(network.name, fonts.containerName) + 24 + textWidth(prefixes, fonts.address) + 14;
};

const heightOf = (packing: Packing, column: readonly Thing[]): number =>
  column.reduce(
    (sum, subnet, at) => sum + sizeOf(packing, subnet).height + (at === 0 ? 0 : gapAbove(subnet)),
    0,
  );

/** Wider where a route leads up from a subnet to the firewall above it. */
const gapAbove = (subnet: Thing): number =>
  measures.virtualNetwork.gap + (rankInNetwork(subnet) === routedRank ? 12 : 0);

const widthOf = (packing: Packing, column: readonly Thing[]): number =>
  Math.max(...column.map((subnet) => sizeOf(packing, subnet).width));

function columnsOf(packing: Packing, subnets: readonly Thing[], limit: number): readonly Thing[][] {
  const total = heightOf(packing, subnets);
  const wanted = Math.max(1, Math.ceil(total / limit));
  // Many small subnets make a block, not a tower or a band.
  const share = Math.max(total / wanted, 200);
  const columns: Thing[][] = [];
  let height = Number.POSITIVE_INFINITY;
  for (const subnet of subnets) {
    const own = sizeOf(packing, subnet).height + measures.virtualNetwork.gap;
    if (height + own / 2 > share + measures.virtualNetwork.gap) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1)?.push(subnet);
    height += own;
  }
  return columns;
}

/** Subnets of a column are equally wide; they fill the width that the network's header takes. */
function evenWidths(packing: Packing, columns: readonly (readonly Thing[])[], forHeader: number) {
  const { inset, columnGap } = measures.virtualNetwork;
  const widths = columns.map((column) => widthOf(packing, column));
  const taken = widths.reduce((sum, width) => sum + width + columnGap, 2 * inset - columnGap);
  const more = Math.max(0, Math.ceil((forHeader - taken) / columns.length));
  for (const [at, column] of columns.entries())
    for (const subnet of column) widenSubnet(packing, subnet, (widths[at] ?? 0) + more);
}

/** Emptiness that a subnet can hold at its foot before it looks as if something were missing from it. */
const mostAtFoot = 32;

/** What each subnet of a column would have to hold at its foot for the column to be so high. */
const atFootOf = (packing: Packing, column: readonly Thing[], height: number): number =>
  Math.floor((height - heightOf(packing, column)) / column.length);

/** As high as its highest column, or as is wanted where that column can be: no room is left without a subnet at all. */
function innerHeight(packing: Packing, columns: readonly (readonly Thing[])[], wanted: number): number {
  const own = Math.max(0, ...columns.map((column) => heightOf(packing, column)));
  const canBe = columns.every(
    (column) => heightOf(packing, column) < own || atFootOf(packing, column, wanted) <= mostAtFoot,
  );
  return canBe ? Math.max(own, wanted) : own;
}

/** Columns end at the same line where that costs their subnets little; else each ends where its contents do. */
function stretch(packing: Packing, column: readonly Thing[], height: number) {
  const each = atFootOf(packing, column, height);
  if (each < 0 || each > mostAtFoot) return;
  for (const subnet of column) grow(packing, subnet, each);
  // What does not come out even, so that the line is the same to the pixel.
  const last = column.at(-1);
  if (last) grow(packing, last, height - heightOf(packing, column));
}

/** Makes a packed subnet taller at its foot. */
function grow(packing: Packing, subnet: Thing, by: number) {
  const box = packing.boxes.get(subnet.id);
  if (box) place(packing, subnet, { ...box, height: box.height + by });
}

/** Subnets side by side that end nearer to each other than this seem to have been meant to end at one line. */
const almostOneLine = 10;

/**
 * Ends each subnet of a column at the line of one beside it that ends just below it: the last where the network has room,
 * another where the last can give what that takes. None becomes lower than its contents need.
 */
function alignRows(
  packing: Packing,
  column: readonly Thing[],
  columns: readonly (readonly Thing[])[],
  least: ReadonlyMap<Thing, number>,
  height: number,
) {
  const endsIn = (some: readonly Thing[]) => some.map((_, at) => heightOf(packing, some.slice(0, at + 1)));
  const last = column.at(-1);
  for (const [at, subnet] of column.entries()) {
    const end = endsIn(column)[at] ?? 0;
    const others = columns.filter((one) => one !== column).flatMap(endsIn);
    const by = Math.min(...others.map((other) => other - end).filter((more) => more > 0));
    if (!last || by >= almostOneLine) continue;
    const room = height - heightOf(packing, column);
    const given = subnet === last ? 0 : Math.max(0, by - room);
    if (subnet === last ? by > room : sizeOf(packing, last).height - given < (least.get(last) ?? 0)) continue;
    grow(packing, subnet, by);
    grow(packing, last, -given);
  }
}

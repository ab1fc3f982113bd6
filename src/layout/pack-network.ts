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

/** Firewall first, gateway last, as traffic from the top leaves and traffic from below enters. */
function rankInNetwork(subnet: Thing): number {
  const name = subnet.name.toLowerCase();
  const kindsIn = new Set(subnet.children.map((child) => child.kind));
  if (name === 'azurefirewallsubnet' || kindsIn.has('azure-firewall')) return 0;
  if (name === 'azurefirewallmanagementsubnet') return 1;
  if (kindsIn.has('network-virtual-appliance')) return 1;
  if (kindsIn.has('dns-resolver-endpoint') || kindsIn.has('dns-server')) return 2;
  if (name === 'azurebastionsubnet') return 4;
  if (name === 'gatewaysubnet') return 5;
  return 3;
}

const ownKinds: readonly ResourceKind[] = ['client', 'virtual-machine'];

/** Whether a subnet is a way in or serves others, rather than where the work is done. */
const isShared = (subnet: Thing): boolean => {
  const rank = rankInNetwork(subnet);
  const { children } = subnet;
  return rank !== 3 || (children.length > 0 && children.every(({ kind }) => ownKinds.includes(kind)));
};

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
  const shared = others.filter(isShared);
  const working = others.filter((subnet) => !shared.includes(subnet));
  const inOrder = [shared, working, endpoints].flatMap((group) =>
    group.length === 0 ? [] : columnsOf(packing, group, limit),
  );
  const columns = isMirrored ? inOrder.reverse() : inOrder;
  for (const column of columns) evenWidths(packing, column);
  const wanted = loose.length > 0 ? 0 : minimumHeight - header - inset;
  const inner = Math.max(0, wanted, ...columns.map((column) => heightOf(packing, column)));
  let x: number = inset;
  for (const column of columns) {
    stretch(packing, column, inner);
    let y: number = header;
    for (const subnet of column) {
      moveTo(packing, subnet, x, y);
      y += sizeOf(packing, subnet).height + gap;
    }
    x += widthOf(packing, column) + columnGap;
  }
  const forColumns = columns.length === 0 ? 0 : x - columnGap + inset;
  const forHeader = Math.min(320, headerWidth(network));
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

const headerWidth = (network: Thing): number => {
  const prefixes =
    network.resource?.kind === 'virtual-network' ? (network.resource.addressPrefixes[0] ?? '') : '';
  return 36 + textWidth(network.name, fonts.containerName) + 20 + textWidth(prefixes, fonts.address) + 14;
};

const heightOf = (packing: Packing, column: readonly Thing[]): number =>
  column.reduce((sum, subnet) => sum + sizeOf(packing, subnet).height + measures.virtualNetwork.gap, 0) -
  measures.virtualNetwork.gap;

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

function evenWidths(packing: Packing, column: readonly Thing[]) {
  const width = widthOf(packing, column);
  for (const subnet of column) widenSubnet(packing, subnet, width);
}

/** Columns end at the same line where that costs their subnets little. */
function stretch(packing: Packing, column: readonly Thing[], height: number) {
  const each = Math.floor((height - heightOf(packing, column)) / column.length);
  if (each <= 0 || each > (column.length === 1 ? 320 : 180)) return;
  for (const subnet of column) {
    const box = packing.boxes.get(subnet.id);
    if (box) place(packing, subnet, { ...box, height: box.height + each });
  }
}

import type { Box } from '#model';
import { isContainer, type Thing } from './drawn.ts';
import { measures } from './measures.ts';
import { moveTo, type Packing, packRows, place, type Size, sizeOf } from './pack.ts';
import { isHub, packNetwork } from './pack-network.ts';
import { isService, serviceRank, targetOf } from './services.ts';
import { sharedWidth } from './sizes.ts';

/** From one service or endpoint to the next. */
const rowPitch = 56;

/** A row of spokes is not wider than this where it can be helped. */
const widest = 1500;

const isNetwork = (thing: Thing): boolean =>
  isContainer(thing) && (thing.kind === 'virtual-network' || thing.kind === 'virtual-wan-hub');

const endpointsIn = (thing: Thing): number =>
  thing.children.reduce((sum, child) => sum + endpointsIn(child), thing.kind === 'private-endpoint' ? 1 : 0);

/**
 * Packs what lies in a region (or on the open canvas) at an offset: hubs left, then their spokes, the services in
 * the order of their endpoints at the right, the rest below. Rows of endpoints whose service stands `outside` are
 * kept free, so that their links pass. Gives the size of it all.
 */
export function packScope(
  packing: Packing,
  things: readonly Thing[],
  at: { x: number; y: number },
  outside: readonly Thing[] = [],
): Size {
  const networks = things.filter(isNetwork);
  const services = things.filter((thing) => !isNetwork(thing) && isService(thing));
  const loose = things.filter((thing) => !isNetwork(thing) && !isService(thing));
  const taken = packNetworks(packing, networks, at);
  const column = placeServices(packing, { services, outside, networks }, at, taken);
  const width = Math.max(taken.width, 620);
  const node = { width: sharedWidth(packing.design, loose), height: measures.node.height };
  const upper = networks.length > 0 ? taken : column;
  const looseTop = at.y + upper.height + (upper.height > 0 ? 28 : 0);
  const below = packRows(packing, loose, node, { x: at.x, y: looseTop }, width);
  const bottom = loose.length > 0 ? looseTop + below.height - at.y : 0;
  return {
    width: Math.max(taken.width, column.width, below.width),
    height: Math.max(taken.height, column.height, bottom),
  };
}

function packNetworks(packing: Packing, networks: readonly Thing[], at: { x: number; y: number }): Size {
  if (networks.length === 0) return { width: 0, height: 0 };
  for (const network of networks) packNetwork(packing, network);
  const found = networks.filter(isHub);
  // Networks that all serve others, or none: there is no hub to stand before spokes.
  const hubs = found.length > 2 || found.length === networks.length ? [] : found;
  const spokes = networks
    .filter((network) => !hubs.includes(network))
    .sort((a, b) => endpointsIn(a) - endpointsIn(b));
  const rows = rowsOf(packing, spokes);
  const onlyRow = rows.length === 1 && hubs.length <= 1 ? [...hubs, ...(rows[0] ?? [])] : undefined;
  if (onlyRow) return packRow(packing, onlyRow, at);
  let hubWidth = 0;
  let y = at.y;
  for (const hub of hubs) {
    moveTo(packing, hub, at.x, y);
    y += sizeOf(packing, hub).height + measures.rowGap;
    hubWidth = Math.max(hubWidth, sizeOf(packing, hub).width + measures.networkGap);
  }
  let rowY = at.y;
  let width = hubWidth === 0 ? 0 : hubWidth - measures.networkGap;
  for (const row of rows) {
    const size = packRow(packing, row, { x: at.x + hubWidth, y: rowY });
    rowY += size.height + measures.rowGap;
    width = Math.max(width, hubWidth + size.width);
  }
  return { width, height: Math.max(y, rowY) - measures.rowGap - at.y };
}

/**
 * Networks of a row, those that are low one below the other. They end at the same line where one is not much taller
 * than the others.
 */
function packRow(packing: Packing, row: readonly Thing[], at: { x: number; y: number }): Size {
  const stacks = stacksOf(packing, row);
  const height = Math.max(...stacks.map((stack) => heightOf(packing, stack)));
  let x = at.x;
  for (const stack of stacks) {
    const [only] = stack;
    if (only && stack.length === 1 && height - sizeOf(packing, only).height <= 260)
      packNetwork(packing, only, height);
    let y = at.y;
    for (const network of stack) {
      moveTo(packing, network, x, y);
      y += sizeOf(packing, network).height + measures.rowGap;
    }
    x += widthOf(packing, stack) + measures.networkGap;
  }
  return { width: x - measures.networkGap - at.x, height };
}

const heightOf = (packing: Packing, stack: readonly Thing[]): number =>
  stack.reduce((sum, network) => sum + sizeOf(packing, network).height + measures.rowGap, -measures.rowGap);

const widthOf = (packing: Packing, stack: readonly Thing[]): number =>
  Math.max(...stack.map((network) => sizeOf(packing, network).width));

/** A low network stands below the one before it where the row is high enough for both. */
function stacksOf(packing: Packing, row: readonly Thing[]): readonly (readonly Thing[])[] {
  const height = Math.max(...row.map((network) => sizeOf(packing, network).height));
  const stacks: Thing[][] = [];
  for (const network of row) {
    const last = stacks.at(-1);
    if (last && heightOf(packing, [...last, network]) <= height) last.push(network);
    else stacks.push([network]);
  }
  return stacks;
}

/** Rows of about the width that makes the whole wider than high. */
function rowsOf(packing: Packing, networks: readonly Thing[]): readonly Thing[][] {
  const sizes = networks.map((network) => sizeOf(packing, network));
  const total = widthOfAll(packing, networks);
  const area = sizes.reduce((sum, size) => sum + (size.width + measures.networkGap) * (size.height + 48), 0);
  const limit = total <= widest ? total : Math.max(Math.sqrt(area * 1.8), ...sizes.map((size) => size.width));
  const rows: Thing[][] = [];
  for (const network of networks) {
    const row = rows.at(-1);
    if (row && widthOfAll(packing, [...row, network]) <= limit) row.push(network);
    else rows.push([network]);
  }
  return rows;
}

const widthOfAll = (packing: Packing, row: readonly Thing[]): number =>
  stacksOf(packing, row).reduce(
    (sum, stack) => sum + widthOf(packing, stack) + measures.networkGap,
    -measures.networkGap,
  );

interface Aligned {
  readonly service: Thing;
  readonly y: number;
  readonly height: number;
}

interface Column {
  readonly services: readonly Thing[];
  readonly outside: readonly Thing[];
  readonly networks: readonly Thing[];
}

function placeServices(
  packing: Packing,
  { services, outside, networks }: Column,
  at: { x: number; y: number },
  taken: Size,
): Size {
  if (services.length === 0) return { width: 0, height: 0 };
  const node = { width: Math.max(150, sharedWidth(packing.design, services)), height: measures.node.height };
  const ordered = [...services].sort((a, b) => serviceRank(a) - serviceRank(b));
  if (networks.length === 0) {
    const columns = Math.min(5, Math.max(3, Math.ceil(Math.sqrt(services.length))));
    return packRows(packing, ordered, node, at, columns * (node.width + 12));
  }
  const x = at.x + taken.width + linkGapOf(services.length);
  const aligned = alignedOf(packing, ordered, networks, at);
  const kept = alignedOf(packing, outside, networks, at);
  const isKept = (y: number) => kept.some((one) => y < one.y + one.height && one.y < y + node.height);
  const rest = ordered.filter((service) => !aligned.some((one) => one.service === service));
  const first = leadOf(rest, aligned, at.y);
  const [lead] = aligned;
  for (const [index, service] of first.entries())
    place(packing, service, { x, y: (lead?.y ?? 0) - (first.length - index) * rowPitch, ...node });
  let y = at.y;
  for (const { service, y: wanted, height } of aligned) {
    y = Math.max(y, wanted);
    place(packing, service, { x, y, width: node.width, height });
    y += height + measures.serviceGap;
  }
  const start = lead ? lead.y : at.y;
  const limit = at.y + Math.max(taken.height + 2 * rowPitch, 10 * rowPitch);
  let bottom = y;
  let column = 0;
  for (const service of rest.slice(first.length)) {
    while (isKept(y)) y += rowPitch;
    if (y + node.height > limit + 1 && y > start + node.height) {
      column += 1;
      y = start;
      while (isKept(y)) y += rowPitch;
    }
    place(packing, service, { x: x + column * (node.width + 24), y, ...node });
    y += node.height + measures.serviceGap;
    bottom = Math.max(bottom, y);
  }
  return {
    width: x - at.x + (column + 1) * (node.width + 24) - 24,
    height: bottom - measures.serviceGap - at.y,
  };
}

/** Endpoints and computes without an address stand above the first service that has one, as far as there is room. */
function leadOf(rest: readonly Thing[], aligned: readonly Aligned[], top: number): readonly Thing[] {
  const [lead] = aligned;
  if (!lead) return [];
  const room = Math.floor((lead.y - top) / rowPitch);
  return rest.slice(0, Math.min(room, rest.filter((one) => serviceRank(one) < 3).length));
}

/** Wider with more services: links that bend need lanes of their own. */
const linkGapOf = (services: number): number => measures.linkGap + Math.min(64, services * 2);

/** Services beside their endpoints, as tall as these, from top to bottom. */
function alignedOf(
  packing: Packing,
  services: readonly Thing[],
  networks: readonly Thing[],
  at: { x: number; y: number },
): readonly Aligned[] {
  const endpoints = endpointBoxes(packing, networks);
  const aligned: Aligned[] = [];
  for (const service of services) {
    const own = endpoints.filter((endpoint) => endpoint.target === service.id);
    const nearest = own.reduce<(typeof own)[number] | undefined>(
      (best, one) => (best === undefined || one.box.x > best.box.x ? one : best),
      undefined,
    );
    if (!nearest) continue;
    const beside = own.filter((one) => one.box.x === nearest.box.x && one.subnet === nearest.subnet);
    const ys = beside.map((one) => one.box.y);
    const top = Math.min(...ys);
    const isRun = Math.max(...ys) - top === (beside.length - 1) * rowPitch;
    aligned.push({
      service,
      y: Math.max(at.y, top + 1),
      height: isRun ? measures.node.height + (beside.length - 1) * rowPitch : measures.node.height,
    });
  }
  return aligned.sort((a, b) => a.y - b.y);
}

/** Private endpoints of networks, in the coordinates of what holds the networks. */
function endpointBoxes(packing: Packing, networks: readonly Thing[]) {
  const found: { readonly target: string; readonly subnet: string; readonly box: Box }[] = [];
  for (const network of networks)
    for (const subnet of network.children)
      for (const endpoint of subnet.children) {
        const target = targetOf(endpoint);
        const boxes = [network, subnet, endpoint].map((thing) => packing.boxes.get(thing.id));
        const [outer, middle, inner] = boxes;
        if (target === undefined || !outer || !middle || !inner) continue;
        const box = { ...inner, x: outer.x + middle.x + inner.x, y: outer.y + middle.y + inner.y };
        found.push({ target, subnet: subnet.id, box });
      }
  return found;
}

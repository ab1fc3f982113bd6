import { isContainer, type Thing } from './drawn.ts';
import { measures } from './measures.ts';
import { moveTo, type Packing, packRows, place, type Size, sizeOf } from './pack.ts';
import { isHub, packNetwork } from './pack-network.ts';
import {
  heightOfRows,
  homesOf,
  placeColumn,
  type ServiceColumn,
  spanOf,
  stackHosted,
} from './service-column.ts';
import { hostedHomes, othersOf, rowsByService } from './service-homes.ts';
import { isService, targetOf } from './services.ts';
import { sharedWidth } from './sizes.ts';

/** A row of spokes is not wider than this where it can be helped. */
const widest = 1500;

/** Nodes that belong nowhere stand in rows of at least this. */
const leastRow = 620;

const isNetwork = (thing: Thing): boolean =>
  isContainer(thing) &&
  thing.hosted === undefined &&
  (thing.kind === 'virtual-network' || thing.kind === 'virtual-wan-hub');

/** Pipes between no more networks than this run from one to the next. */
const mostInRow = 3;

/**
 * Whether lines run beneath the networks of a region: from one of several, that to zones at the right, and pipes to many.
 */
export const isRunBeneath = (region: Thing, hasZones: boolean): boolean =>
  region.children.filter(isContainer).length > (hasZones ? 1 : mostInRow);

const endpointsIn = (thing: Thing): number =>
  thing.children.reduce((sum, child) => sum + endpointsIn(child), targetOf(thing) === undefined ? 0 : 1);

const targetsIn = (network: Thing): ReadonlySet<string> =>
  new Set(network.children.flatMap((subnet) => subnet.children.flatMap((child) => targetOf(child) ?? [])));

/**
 * Of two networks that both hold endpoints of the same services, the second: it stands at the other side of them, so
 * that all links are short.
 */
function facingNetwork(networks: readonly Thing[]): Thing | undefined {
  const [first, second, ...more] = [...networks].sort((a, b) => Number(isHub(b)) - Number(isHub(a)));
  if (!first || !second || more.length > 0) return undefined;
  const targets = [...targetsIn(second)];
  const shared = targetsIn(first);
  return targets.length > 1 && targets.every((target) => shared.has(target)) ? second : undefined;
}

/** What the rows of a scope are made of. */
interface Rows {
  readonly packing: Packing;
  readonly columns: ReadonlyMap<Thing, ServiceColumn>;
  /** The network that faces another one, their services between them. */
  readonly mirrored: Thing | undefined;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Packs what lies in a region (or on the open canvas) at an offset: hubs left, then their spokes, the services beside
 * the network that holds their endpoints, the rest below. Gives the size of it all.
 */
export function packScope(packing: Packing, things: readonly Thing[], at: Place): Size {
  const networks = things.filter(isNetwork);
  const services = things.filter((thing) => !isNetwork(thing) && isService(thing));
  const hosted = things.filter((thing) => thing.hosted);
  const loose = things.filter((thing) => !isNetwork(thing) && !isService(thing) && !thing.hosted);
  const nodeWidth = Math.max(150, sharedWidth(packing.design, services));
  const mirrored = facingNetwork(networks);
  const homes = homesOf(
    networks.filter((network) => network !== mirrored),
    services,
  );
  const others = othersOf(packing, homes, services);
  const isOne = homes.size === 1;
  const hostedRows = rowsByService(hosted);
  const hostedAt = hostedHomes(homes, hosted);
  const columns = new Map(
    [...homes].map(([network, own]) => [
      network,
      {
        network,
        services: own,
        others: others.get(network) ?? [],
        hostedRows,
        hosted: hostedAt.get(network) ?? [],
        nodeWidth,
      },
    ]),
  );
  const taken = packNetworks({ packing, columns, mirrored }, networks, at);
  for (const column of columns.values()) placeColumn(packing, column);
  const astray = hosted.filter((thing) => ![...hostedAt.values()].some((some) => some.includes(thing)));
  const homeless = others.get(undefined) ?? [];
  const aside = isOne
    ? { width: 0, height: 0 }
    : packAside(packing, homeless, nodeWidth, at, taken, astray.length > 0 ? hostedRows : undefined);
  const left = Math.max(taken.width, aside.width);
  const beyond = packAstray(packing, astray, left, at);
  const width = Math.max(taken.width, leastRow);
  const node = { width: sharedWidth(packing.design, loose), height: measures.node.height };
  const isBesideRow = aside.height === 0 || taken.width >= leastRow;
  const above = Math.max(taken.height, isBesideRow ? 0 : aside.height, beyond.height);
  const looseTop = at.y + above + (above > 0 ? 28 : 0);
  const below = packRows(packing, loose, node, { x: at.x, y: looseTop }, width);
  const bottom = loose.length > 0 ? looseTop + below.height - at.y : 0;
  return {
    width: Math.max(left, below.width, beyond.width),
    height: Math.max(taken.height, aside.height, beyond.height, bottom),
  };
}

/** Hosted networks whose services stand beside no network: right of everything. */
function packAstray(packing: Packing, hosted: readonly Thing[], left: number, at: Place): Size {
  if (hosted.length === 0) return { width: 0, height: 0 };
  const x = at.x + left + (left > 0 ? measures.linkGap + 12 : 0);
  const spanOfService = (service: string) => {
    const box = packing.boxes.get(service);
    return box && { y: box.y - at.y, height: box.height };
  };
  const { places, width, height } = stackHosted(packing, hosted, spanOfService);
  for (const { thing, y } of places) moveTo(packing, thing, x, at.y + y);
  return { width: x - at.x + width, height };
}

/** Services that no endpoint ties to a place: right of the networks, or in a block where there are none. */
function packAside(
  packing: Packing,
  services: readonly Thing[],
  width: number,
  at: Place,
  taken: Size,
  hostedRows: ReadonlyMap<string, number> | undefined,
): Size {
  if (services.length === 0) return { width: 0, height: 0 };
  const ordered = [...services].sort((a, b) => packing.serviceRank(a) - packing.serviceRank(b));
  const node = { width, height: measures.node.height };
  const x = taken.width === 0 ? at.x : at.x + taken.width + measures.linkGap;
  if (hostedRows) return packOneColumn(packing, ordered, hostedRows, { x, y: at.y }, width, at);
  const rows = Math.max(1, Math.floor(Math.max(taken.height, 6 * 56) / 56));
  const columns =
    taken.width === 0
      ? Math.min(5, Math.max(3, Math.ceil(Math.sqrt(services.length))))
      : Math.ceil(services.length / rows);
  const size = packRows(packing, ordered, node, { x, y: at.y }, columns * (width + 12));
  return { width: x - at.x + size.width, height: size.height };
}

/** One below the other, because hosted networks with their endpoints stand beside them. */
function packOneColumn(
  packing: Packing,
  services: readonly Thing[],
  rows: ReadonlyMap<string, number>,
  { x, y: top }: Place,
  width: number,
  at: Place,
): Size {
  let y = top;
  for (const service of services) {
    const height = heightOfRows(rows.get(service.id) ?? 1);
    place(packing, service, { x, y, width, height });
    y += height + measures.serviceGap;
  }
  return { width: x - at.x + width, height: y - measures.serviceGap - at.y };
}

function packNetworks(rows: Rows, networks: readonly Thing[], at: Place): Size {
  if (networks.length === 0) return { width: 0, height: 0 };
  for (const network of networks)
    packNetwork(rows.packing, network, { isMirrored: rows.mirrored === network });
  const found = networks.filter(isHub);
  // Networks that all serve others, or none: there is no hub to stand before spokes.
  const hubs = found.length > 2 || found.length === networks.length ? [] : found;
  const spokes = networks
    .filter((network) => !hubs.includes(network))
    .sort(
      (a, b) => Number(a === rows.mirrored) - Number(b === rows.mirrored) || endpointsIn(a) - endpointsIn(b),
    );
  const lines = rowsOf(rows, spokes);
  const onlyRow = lines.length === 1 && hubs.length <= 1 ? [...hubs, ...(lines[0] ?? [])] : undefined;
  if (onlyRow) return packRow(rows, onlyRow, at);
  const hubsSize = hubs.length === 0 ? { width: 0, height: 0 } : packStack(rows, hubs, at);
  const x = at.x + (hubs.length === 0 ? 0 : hubsSize.width + measures.networkGap);
  let y = at.y;
  let width = hubsSize.width;
  const columns = columnWidths(rows, lines);
  for (const line of lines) {
    const size = packRow(rows, line, { x, y }, columns);
    y += size.height + measures.rowGap;
    width = Math.max(width, x - at.x + size.width);
  }
  return { width, height: Math.max(hubsSize.height, y - measures.rowGap - at.y) };
}

function packStack(rows: Rows, stack: readonly Thing[], at: Place): Size {
  let { y } = at;
  for (const network of stack) {
    moveTo(rows.packing, network, at.x, y);
    y += span(rows, network).height + measures.rowGap;
  }
  return { width: widthOf(rows, stack), height: y - measures.rowGap - at.y };
}

/**
 * Networks of a row, those that are low one below the other. They end at the same line where one is not much taller
 * than the others.
 */
function packRow(rows: Rows, row: readonly Thing[], at: Place, columns: readonly number[] = []): Size {
  const stacks = stacksOf(rows, row);
  const tallest = Math.max(
    ...stacks.map((stack) =>
      stack.length === 1 && stack[0] ? sizeOf(rows.packing, stack[0]).height : heightOf(rows, stack),
    ),
  );
  let { x } = at;
  let width = 0;
  let height = 0;
  for (const [column, stack] of stacks.entries()) {
    const [only] = stack;
    if (only && stack.length === 1 && tallest - sizeOf(rows.packing, only).height <= 260)
      packNetwork(rows.packing, only, {
        minimumHeight: tallest,
        isMirrored: rows.mirrored === only,
      });
    const size = packStack(rows, stack, { x, y: at.y });
    height = Math.max(height, size.height);
    width = x - at.x + size.width;
    x += Math.max(size.width, columns[column] ?? 0) + measures.networkGap;
  }
  return { width, height };
}

/** Columns of one grid may make all rows so much wider. */
const dearestGrid = 1.12;

/** How wide columns are in which the networks of all rows stand below each other; none where that takes much room. */
function columnWidths(rows: Rows, lines: readonly (readonly Thing[])[]): readonly number[] {
  const widths = lines.map((line) => stacksOf(rows, line).map((stack) => widthOf(rows, stack)));
  const widthOfLine = (line: readonly number[]) =>
    line.reduce((sum, width) => sum + width + measures.networkGap, 0);
  const longest = widths.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
  const columns = longest.map((_, column) => Math.max(...widths.map((line) => line[column] ?? 0)));
  return widthOfLine(columns) <= Math.max(...widths.map(widthOfLine)) * dearestGrid ? columns : [];
}

const span = ({ packing, columns }: Rows, network: Thing): Size =>
  spanOf(packing, network, columns.get(network));

const heightOf = (rows: Rows, stack: readonly Thing[]): number =>
  stack.reduce((sum, network) => sum + span(rows, network).height + measures.rowGap, -measures.rowGap);

const widthOf = (rows: Rows, stack: readonly Thing[]): number =>
  Math.max(...stack.map((network) => span(rows, network).width));

/** A low network stands below the one before it where the row is high enough for both. */
function stacksOf(rows: Rows, row: readonly Thing[]): readonly (readonly Thing[])[] {
  const height = Math.max(...row.map((network) => span(rows, network).height));
  const stacks: Thing[][] = [];
  for (const network of row) {
    const last = stacks.at(-1);
    if (last && heightOf(rows, [...last, network]) <= height) last.push(network);
    else stacks.push([network]);
  }
  return stacks;
}

/** Rows of about the width that makes the whole wider than high. */
function rowsOf(rows: Rows, networks: readonly Thing[]): readonly Thing[][] {
  const sizes = networks.map((network) => span(rows, network));
  const area = sizes.reduce((sum, size) => sum + (size.width + measures.networkGap) * (size.height + 48), 0);
  const total = networks.length === 0 ? 0 : widthOfAll(rows, networks);
  const limit = total <= widest ? total : Math.max(Math.sqrt(area * 1.8), ...sizes.map((size) => size.width));
  const lines: Thing[][] = [];
  for (const network of networks) {
    const line = lines.at(-1);
    if (line && widthOfAll(rows, [...line, network]) <= limit) line.push(network);
    else lines.push([network]);
  }
  return lines;
}

const widthOfAll = (rows: Rows, row: readonly Thing[]): number =>
  stacksOf(rows, row).reduce(
    (sum, stack) => sum + widthOf(rows, stack) + measures.networkGap,
    -measures.networkGap,
  );

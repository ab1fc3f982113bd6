import type { Box, Design } from '#model';
import { absoluteBoxes, cardsAround } from './cards.ts';
import { type Derived, type Drawn, drawnOf, isContainer, type LayoutGhost, type Thing } from './drawn.ts';
import { measures } from './measures.ts';
import { moveTo, type Packing, packRows, place, type Size, sizeOf } from './pack.ts';
import { isRunBeneath, packScope } from './pack-scope.ts';
import { packSubnet } from './pack-subnet.ts';
import { endpointRanks, isService, serviceRanks, targetOf } from './services.ts';
import { sharedWidth } from './sizes.ts';

/**
 * Places everything that is drawn, without overlaps: `x` and `y` from the top left corner of the container (of the
 * drawing, for what lies in none), in CSS pixels. The cards of the internet and of the DNS zones are among it.
 */
export function arrange(design: Design, derived: Derived = {}): Readonly<Record<string, Box>> {
  const drawn = drawnOf(design, derived);
  return Object.fromEntries(inDocument(drawn, arrangeDrawn(design, drawn, derived.ghosts ?? [])));
}

/** The boxes of what lies in hosted networks, in the coordinates of what these lie in: the document knows no others. */
export function inDocument(drawn: Drawn, boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const moved = new Map(boxes);
  for (const { id, children } of hostedThings(drawn.roots)) {
    const around = boxes.get(id);
    for (const child of children) {
      const box = boxes.get(child.id);
      if (around && box) moved.set(child.id, { ...box, x: box.x + around.x, y: box.y + around.y });
    }
  }
  return moved;
}

const hostedThings = (things: readonly Thing[]): readonly Thing[] =>
  things.flatMap((thing) => (thing.hosted ? [thing] : hostedThings(thing.children)));

/** As `arrange`, for what is known to be drawn; what lies in a hosted network from its top left corner. */
export function arrangeDrawn(
  design: Design,
  drawn: Drawn,
  ghosts: readonly LayoutGhost[],
): ReadonlyMap<string, Box> {
  const packing: Packing = {
    design,
    ghosts,
    boxes: new Map(),
    rankOf: endpointRanks(design, drawn),
    serviceRank: serviceRanks(design),
  };
  const regions = drawn.roots.filter((thing) => isContainer(thing) && thing.kind === 'region');
  const sites = drawn.roots.filter((thing) => isContainer(thing) && thing.kind === 'on-premises-network');
  const open = drawn.roots.filter((thing) => !regions.includes(thing) && !sites.includes(thing));
  const strays = open.filter((thing) => isContainer(thing) && thing.kind === 'subnet');
  const globals = regions.length > 0 ? open.filter((thing) => !isContainer(thing) && isService(thing)) : [];
  const inScope = open.filter((thing) => !strays.includes(thing) && !globals.includes(thing));

  for (const site of sites) packSite(packing, site);
  const sitesWidth = Math.max(0, ...sites.map((site) => sizeOf(packing, site).width + measures.siteGap));
  let y = 0;
  let width = 0;
  const isBlank = drawn.roots.length === 1 && drawn.roots[0]?.children.length === 0;
  for (const region of regions)
    packRegion(packing, region, drawn.zones.length > 0, isBlank ? blank : { width: 220, height: 44 });
  const hasNetwork = (region: Thing) => region.children.some(isContainer);
  for (const region of regions.filter(hasNetwork)) {
    moveTo(packing, region, sitesWidth, y);
    y += sizeOf(packing, region).height + measures.rowGap;
    width = Math.max(width, sizeOf(packing, region).width);
  }
  const plain = packPlainRegions(
    packing,
    regions.filter((region) => !hasNetwork(region)),
    { x: sitesWidth, y },
    Math.max(width, 1100),
  );
  y = plain.bottom;
  width = Math.max(width, plain.right - sitesWidth);
  if (inScope.length > 0) {
    const size = packScope(packing, inScope, { x: sitesWidth, y });
    y += size.height + measures.rowGap;
    width = Math.max(width, size.width);
  }
  let strayX = sitesWidth;
  for (const stray of strays) {
    packSubnet(packing, stray);
    moveTo(packing, stray, strayX, y);
    strayX += sizeOf(packing, stray).width + 16;
  }
  width = Math.max(width, strayX - 16 - sitesWidth);
  y += Math.max(0, ...strays.map((stray) => sizeOf(packing, stray).height + measures.rowGap));
  const height = Math.max(0, y - measures.rowGap);
  placeGlobals(packing, drawn, globals, { x: sitesWidth, y: height + globalsGap });
  alignSites(packing, drawn, sites, height);
  for (const [id, box] of cardsAround(packing, drawn)) packing.boxes.set(id, box);
  return packing.boxes;
}

/** Regions without networks are small: they stand in rows. */
function packPlainRegions(
  packing: Packing,
  regions: readonly Thing[],
  at: { x: number; y: number },
  room: number,
) {
  let { x, y } = at;
  let right = at.x;
  let rowHeight = 0;
  for (const region of regions) {
    const size = sizeOf(packing, region);
    if (x > at.x && x + size.width > at.x + room) {
      x = at.x;
      y += rowHeight + measures.rowGap;
      rowHeight = 0;
    }
    moveTo(packing, region, x, y);
    x += size.width + 28;
    right = Math.max(right, x - 28);
    rowHeight = Math.max(rowHeight, size.height);
  }
  return { right, bottom: regions.length === 0 ? y : y + rowHeight + measures.rowGap };
}

/** Room for the first things, as wide as the card above: where all is empty, that is what there is to see. */
const blank: Size = { width: measures.card.internetWidth, height: 250 };

function packRegion(packing: Packing, region: Thing, hasZones: boolean, least: Size) {
  const { inset, header, foot } = measures.region;
  const size = packScope(packing, region.children, { x: inset, y: header });
  place(packing, region, {
    x: 0,
    y: 0,
    width: Math.max(least.width, size.width + 2 * inset),
    height:
      header + Math.max(least.height, size.height) + (isRunBeneath(region, hasZones) ? foot : inset + 2),
  });
}

/** Below the regions. */
const globalsGap = 16;

/** Services of no region stand below it, under the services that lie in it: the way to the right is for those. */
function placeGlobals(
  packing: Packing,
  drawn: Drawn,
  globals: readonly Thing[],
  corner: { x: number; y: number },
) {
  const size = { width: sharedWidth(packing.design, globals), height: measures.node.height };
  const boxes = [...absoluteBoxes(packing, drawn.roots).values()];
  const endpointsOf = ({ id }: Thing) => boxes.filter(({ thing }) => targetOf(thing) === id);
  const wanted = globals.map((thing) => ({ thing, y: endpointsOf(thing)[0]?.y ?? 0 }));
  let x = Number.NEGATIVE_INFINITY;
  for (const { thing } of wanted.sort((a, b) => a.y - b.y)) {
    const ends = endpointsOf(thing).map((endpoint) => endpoint.x + endpoint.width);
    const beside = boxes
      .filter((box) => isService(box.thing) && box.x > Math.min(...ends))
      .map((box) => box.x);
    const under = beside.length > 0 ? Math.min(...beside) : Math.max(...ends) + measures.linkGap;
    x = Math.max(x, ends.length > 0 ? under : corner.x);
    place(packing, thing, { x, y: corner.y, ...size });
    x += size.width + measures.serviceGap;
  }
}

function packSite(packing: Packing, site: Thing) {
  const { inset, header, gap, minimum } = measures.onPremises;
  const inner = Math.max(minimum - 2 * inset, sharedWidth(packing.design, site.children));
  const rank = (thing: Thing) => (thing.kind === 'client' ? 1 : 0);
  const columns = Math.ceil(site.children.length / 10) || 1;
  const ordered = [...site.children].sort((a, b) => rank(a) - rank(b));
  const node = { width: inner, height: measures.node.heightInSubnet };
  const taken = packRows(packing, ordered, node, { x: inset, y: header }, columns * (inner + gap) - gap, gap);
  place(packing, site, {
    x: 0,
    y: 0,
    width: Math.max(minimum, taken.width + 2 * inset, inner + 2 * inset),
    height: header + Math.max(taken.height, 12) + inset,
  });
}

/** Sites stand at the left, their name servers at the height of the resolvers they ask. */
function alignSites(packing: Packing, drawn: Drawn, sites: readonly Thing[], height: number) {
  const anchors = absoluteBoxes(packing, drawn.roots);
  const resolver = [...anchors.values()].find(({ thing }) => thing.kind === 'dns-resolver-endpoint');
  const gateway = [...anchors.values()].find(({ thing }) => thing.kind === 'virtual-network-gateway');
  const total = sites.reduce((sum, site) => sum + sizeOf(packing, site).height + measures.rowGap, 0);
  let y = Math.max(0, (height - total + measures.rowGap) / 2);
  for (const site of sites) {
    const server = site.children.find((child) => child.kind === 'dns-server');
    const client = site.children.find((child) => child.kind === 'client');
    const inner = server && packing.boxes.get(server.id);
    if (sites.length === 1 && inner && resolver) {
      y = Math.max(0, resolver.y - inner.y);
      if (client && gateway) lowerClients(packing, site, gateway.y - y);
    } else if (sites.length === 1 && client && gateway) {
      y = Math.max(0, gateway.y - (packing.boxes.get(client.id)?.y ?? 0));
    }
    moveTo(packing, site, 0, Math.round(y));
    y += sizeOf(packing, site).height + measures.rowGap;
  }
}

/** Clients stand beside the gateway that they come in by. */
function lowerClients(packing: Packing, site: Thing, wanted: number) {
  const clients = site.children.filter((child) => child.kind === 'client');
  const first = Math.min(...clients.map((client) => packing.boxes.get(client.id)?.y ?? 0));
  const by = Math.max(0, Math.min(320, wanted - first));
  for (const client of clients) {
    const box = packing.boxes.get(client.id);
    if (box) place(packing, client, { ...box, y: box.y + by });
  }
  const box = packing.boxes.get(site.id);
  if (box) place(packing, site, { ...box, height: box.height + by });
}

import { isContainer, type Thing, zonesCard } from '#layout';
import { findResource, resourcesOfKind } from '#model';
import { type Connection, connectionsOf } from './connections.ts';
import { edgeShapes, labelPlace, labelShapes } from './edge-shapes.ts';
import { grown, type Rect } from './geometry.ts';
import { type Ground, shown, withAncestors } from './ground.ts';
import { headerTexts } from './header-texts.ts';
import { hostedLinks, isHosted, isSaidByBox } from './hosted-links.ts';
import type { PlacedGroup } from './internet-card.ts';
import { outbound } from './outbound-edges.ts';
import { type RouterMemory, recallingRouter } from './recalling-router.ts';
import { hurriedPatience, type Obstacle, type RouteRequest } from './router.ts';
import type { SceneEdge } from './scene.ts';
import type { DraftItem, Stage } from './stage.ts';
import { rowOfPart } from './sub-resource-rows.ts';

/** The edges of a drawing, each with its way around boxes and texts. */
export function edgesOf(
  stage: Stage,
  items: readonly DraftItem[],
  groups: readonly PlacedGroup[],
  memory: RouterMemory,
  isHurried: boolean,
): readonly SceneEdge[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const connections = connectionsOf(stage.network);
  const ground: Ground = {
    stage,
    byId,
    ids: new Set(byId.keys()),
    regions: regionsOf(stage),
    said: new Set(),
    pipes: pipesAt(connections),
    router: recallingRouter(
      items.flatMap((item) => obstaclesOf(item)),
      memory,
      isHurried ? hurriedPatience : undefined,
    ),
  };
  const links = [...connections.filter(({ meaning }) => meaning === 'private-link'), ...hostedLinks(stage)];
  const others = connections.filter(
    (one) => one.meaning !== 'private-link' && one.meaning !== 'peering' && !isSaidByBox(stage, one),
  );
  const peerings = connections.filter(({ meaning }) => meaning === 'peering');
  // Of many networks the pipes have the least choice; of a few the way out to the internet is to be straight.
  const [first, second] = peerings.length > mostPipes ? [peerings, []] : [[], peerings];
  return [
    ...inOrderOfLength(ground, [...links, ...missingLinks(stage)]).flatMap((one) => edgeOf(ground, one)),
    ...inOrderOfLength(ground, first).flatMap((one) => edgeOf(ground, one)),
    ...outbound(ground, groups),
    ...inOrderOfLength(ground, [...second, ...others]).flatMap((one) => edgeOf(ground, one)),
    ...zoneLinks(ground),
  ];
}

/** Of a hub with more spokes than this, pipes share a lane. */
const mostPipes = 2;

function pipesAt(connections: readonly Connection[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { meaning, from, to } of connections)
    if (meaning === 'peering') for (const end of [from, to]) count.set(end, (count.get(end) ?? 0) + 1);
  return count;
}

/** Pipes of one hub may share a lane: a trunk with branches reads better than twenty pipes side by side. */
function bundleOf(
  { pipes }: Ground,
  { meaning }: Connection,
  from: DraftItem,
  to: DraftItem,
  row: Rect,
): Pick<RouteRequest, 'bundle' | 'isShared'> {
  if (meaning === 'connection') return {};
  const pipesOf = (id: string | undefined) => pipes.get(id ?? '') ?? 0;
  if (meaning !== 'peering')
    return {
      bundle: `${meaning}:${to.id}:${row.y}`,
      ...(pipesOf(to.parent) > mostPipes ? { isShared: true } : {}),
    };
  const hub = pipesOf(to.id) > pipesOf(from.id) ? to : from;
  return pipesOf(hub.id) > mostPipes ? { bundle: `pipes of ${hub.id}`, isShared: true } : {};
}

function obstaclesOf(item: DraftItem): readonly Obstacle[] {
  const { id, x, y, width, height, role } = item;
  if (role === 'chip' || role === 'row') return [];
  const own: Obstacle = {
    id,
    x,
    y,
    width,
    height,
    isContainer: role === 'container',
    ...(role === 'note' ? { isNote: true } : {}),
  };
  return role === 'container' ? [own, ...headerTexts(item)] : [own];
}

/** Short ones first: they have the least choice. */
function inOrderOfLength(ground: Ground, connections: readonly Connection[]): readonly Connection[] {
  const far = ({ from, to }: Connection) => {
    const a = ground.byId.get(shown(ground, from) ?? '');
    const b = ground.byId.get(shown(ground, to) ?? '');
    if (!a || !b) return 0;
    return (
      Math.abs(a.x + a.width / 2 - b.x - b.width / 2) + 4 * Math.abs(a.y + a.height / 2 - b.y - b.height / 2)
    );
  };
  const lengths = new Map(connections.map((one) => [one, far(one)]));
  return [...connections].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}

function edgeOf(ground: Ground, connection: Connection): readonly SceneEdge[] {
  const from = endOf(ground, connection.from, connection, 'from');
  const to = endOf(ground, connection.to, connection, 'to');
  if (!from || !to || from.id === to.id) return [];
  const isInside =
    withAncestors(ground, from.id).includes(to.id) || withAncestors(ground, to.id).includes(from.id);
  if (isInside) return [];
  const related = new Set([...withAncestors(ground, from.id), ...withAncestors(ground, to.id)]);
  const isPipe = connection.meaning === 'peering' || connection.meaning === 'connection';
  const row = connection.part === undefined ? to : rowOfPart(to, connection.part, from.y + from.height / 2);
  const bundle = bundleOf(ground, connection, from, to, row);
  const points = ground.router.route({
    from,
    to: row,
    // What is not the row is a thing like others.
    ...(row === to ? {} : { barred: [{ ...grown(to, -5), id: `inside:${to.id}`, isContainer: false }] }),
    related,
    clearance: isPipe ? 7 : 4,
    ...preferredOf(ground, connection, from, to),
    ...(connection.isStraightOnly && !isHosted(ground.stage, from) ? { isStraightOnly: true } : {}),
    ...(connection.isOptional ? { isOptional: true } : {}),
    ...bundle,
  });
  if (!points) return [];
  const { text } = connection;
  const said = `${bundle.bundle}:${text}`;
  // What all lines of a bundle are is said once; what is broken, wherever it is.
  const isSaidOnce = connection.meaning === 'route' || (bundle.isShared === true && !connection.isBroken);
  const place =
    text === undefined || (isSaidOnce && ground.said.has(said))
      ? undefined
      : labelPlace(points, text, isPipe ? 'below' : 'above', (places) =>
          ground.router.firstFree(places, ground.regions),
        );
  if (place) ground.said.add(said);
  if (place) ground.router.avoid({ ...place, id: `label:${connection.id}`, isContainer: false });
  const paint = connection.isBroken ? 'error' : 't2';
  return [
    {
      id: connection.id,
      meaning: connection.meaning,
      from: from.id,
      to: to.id,
      points,
      shapes: [
        ...edgeShapes(connection, points),
        ...(place && text !== undefined ? labelShapes(text, place, paint) : []),
      ],
      label: connection.label,
      ...(connection.resources ? { resources: connection.resources } : {}),
    },
  ];
}

const regionsOf = ({ drawn }: Stage): ReadonlySet<string> =>
  new Set(drawn.roots.filter((root) => root.kind === 'region').map((root) => root.id));

/** Pipes and routes end at the border of what they enter; threads at the thing itself. */
function endOf(
  ground: Ground,
  id: string,
  { meaning }: Connection,
  side: 'from' | 'to',
): DraftItem | undefined {
  const item = ground.byId.get(shown(ground, id) ?? '');
  if (!item) return undefined;
  const parent = item.parent === undefined ? undefined : ground.byId.get(item.parent);
  if (meaning === 'connection' && side === 'to') {
    const network = withAncestors(ground, item.id)
      .map((one) => ground.byId.get(one))
      .find((one) => findResource(ground.stage.network.design, one?.resource)?.kind === 'virtual-network');
    return network ?? item;
  }
  if (meaning === 'route' && side === 'to') return parent?.role === 'container' ? parent : item;
  if (meaning === 'dns' && side === 'to' && parent?.parent !== undefined) return parent;
  return item;
}

/** Where a straight line would best run. */
function preferredOf(ground: Ground, connection: Connection, from: DraftItem, to: DraftItem) {
  const target = ground.byId.get(shown(ground, connection.to) ?? '');
  if (connection.meaning === 'peering')
    return { preferred: { y: Math.max(from.y, to.y) + Math.min(from.height, to.height) * 0.82 } };
  if (connection.meaning === 'connection' || connection.meaning === 'route' || connection.meaning === 'dns')
    return target ? { preferred: { y: target.y + target.height / 2 } } : {};
  return { preferred: { y: from.y + from.height / 2 } };
}

const missingLinks = (stage: Stage): readonly Connection[] =>
  stage.ghosts.flatMap((ghost) =>
    ghost.kind === 'private-endpoint' && ghost.target !== undefined
      ? [
          {
            id: `missing:${ghost.id}`,
            meaning: 'missing' as const,
            from: ghost.id,
            to: ghost.target,
            part: ghost.name,
            label: `Missing: ${ghost.name} to ${findResource(stage.network.design, ghost.target)?.name ?? 'its service'}`,
          },
        ]
      : [],
  );

/** Dotted lines from networks to the zones that are linked to them, where the way is straight: the card names them all. */
function zoneLinks(ground: Ground): readonly SceneEdge[] {
  const card = ground.byId.get(zonesCard);
  const { network, drawn } = ground.stage;
  if (!card) return [];
  const linked = new Set(
    resourcesOfKind(network.design, 'private-dns-zone').flatMap((zone) =>
      (zone.virtualNetworkLinks ?? []).map((link) => link.virtualNetwork as string),
    ),
  );
  return networksIn(drawn.roots).flatMap((thing) => {
    const from = ground.byId.get(thing.id);
    if (!from || !linked.has(thing.id)) return [];
    const related = new Set([...withAncestors(ground, from.id), card.id]);
    // They are long, and have much beside them.
    const way = { to: card, related, clearance: 8, bundle: zonesCard };
    const points =
      card.y >= from.y + from.height
        ? ground.router.route({ ...way, from, isStraightOnly: true })
        : (ground.router.route({ ...way, from: headOf(from), isStraightOnly: true }) ??
          ground.router.route({ ...way, from: footOf(from), isOptional: true }));
    if (!points) return [];
    return [
      {
        id: `zones:${from.id}`,
        meaning: 'dns' as const,
        from: from.id,
        to: card.id,
        points,
        shapes: edgeShapes({ meaning: 'dns' }, points),
        label: `Private DNS zones linked to ${thing.name}`,
      },
    ];
  });
}

/** Beside the network stand its services, with their links and findings: to zones beyond them lead ways above and beneath. */
const headOf = ({ x, y, width }: DraftItem): Rect => ({ x, y: y + 16, width, height: 12 });
const footOf = ({ x, y, width, height }: DraftItem): Rect => ({
  x,
  y: y + height - foot,
  width,
  height: foot,
});
/** A side is left at its middle: here clear of the network's corner, and of the border of the subnets in it. */
const foot = 46;

const networksIn = (things: readonly Thing[]): readonly Thing[] =>
  things.flatMap((thing) =>
    thing.kind === 'virtual-network' && isContainer(thing) ? [thing] : networksIn(thing.children),
  );

import { internetCard, isContainer, type Thing, zonesCard } from '#layout';
import { findResource, resourcesOfKind } from '#model';
import { type Connection, connectionsOf } from './connections.ts';
import { edgeShapes, labelPlace, labelShapes } from './edge-shapes.ts';
import type { Rect } from './geometry.ts';
import { headerTexts } from './header-texts.ts';
import { hostedLinks, isHosted, isSaidByBox } from './hosted-links.ts';
import { closedInboundShapes, type PlacedGroup } from './internet-card.ts';
import { type Obstacle, type Router, routerOf } from './router.ts';
import type { EdgeMeaning, SceneEdge } from './scene.ts';
import { type DraftItem, type Stage, shownAs } from './stage.ts';

interface Ground {
  readonly stage: Stage;
  readonly byId: ReadonlyMap<string, DraftItem>;
  readonly ids: ReadonlySet<string>;
  readonly router: Router;
  /** Labels written already: routes that end alike say it once. */
  readonly said: Set<string>;
}

/** The edges of a drawing, each with its way around boxes and texts. */
export function edgesOf(
  stage: Stage,
  items: readonly DraftItem[],
  groups: readonly PlacedGroup[],
): readonly SceneEdge[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ground: Ground = {
    stage,
    byId,
    ids: new Set(byId.keys()),
    said: new Set(),
    router: routerOf(items.flatMap((item) => obstaclesOf(item))),
  };
  const connections = [...connectionsOf(stage.network)];
  const links = [...connections.filter(({ meaning }) => meaning === 'private-link'), ...hostedLinks(stage)];
  const others = connections.filter((one) => one.meaning !== 'private-link' && !isSaidByBox(stage, one));
  return [
    ...inOrderOfLength(ground, [...links, ...missingLinks(stage)]).flatMap((one) => edgeOf(ground, one)),
    ...outbound(ground, groups),
    ...inOrderOfLength(ground, others).flatMap((one) => edgeOf(ground, one)),
    ...zoneLinks(ground),
  ];
}

function obstaclesOf(item: DraftItem): readonly Obstacle[] {
  const { id, x, y, width, height, role } = item;
  if (role === 'chip' || role === 'row') return [];
  const own: Obstacle = { id, x, y, width, height, isContainer: role === 'container' };
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

const shown = ({ stage, ids }: Ground, id: string): string | undefined =>
  ids.has(id) ? id : shownAs(stage, ids, id as never);

/** An item and everything around it. */
function withAncestors({ byId }: Ground, id: string): readonly string[] {
  const found: string[] = [];
  let item = byId.get(id);
  while (item && !found.includes(item.id)) {
    found.push(item.id);
    item = item.parent === undefined ? undefined : byId.get(item.parent);
  }
  return found;
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
  const points = ground.router.route({
    from,
    to,
    related,
    clearance: isPipe ? 7 : 4,
    ...preferredOf(ground, connection, from, to),
    ...(connection.isStraightOnly && !isHosted(ground.stage, from) ? { isStraightOnly: true } : {}),
    ...(isPipe ? {} : { bundle: `${connection.meaning}:${to.id}` }),
  });
  if (!points) return [];
  const { text } = connection;
  const said = `${connection.meaning}:${to.id}:${text}`;
  const place =
    text === undefined || (connection.meaning === 'route' && ground.said.has(said))
      ? undefined
      : labelPlace(points, text, isPipe ? 'below' : 'above', (rect) =>
          ground.router.isFree(rect, regionsOf(ground)),
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
    },
  ];
}

const regionsOf = ({ stage }: Ground): ReadonlySet<string> =>
  new Set(stage.drawn.roots.filter((root) => root.kind === 'region').map((root) => root.id));

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
            label: `Missing: ${ghost.name} to ${findResource(stage.network.design, ghost.target)?.name ?? 'its service'}`,
          },
        ]
      : [],
  );

/** Kept free beside threads to the internet. */
const clearance = 4;

const bottomOf = (card: DraftItem): number => card.y + card.height;

const insideOf = ({ id, x, y, width, height }: DraftItem) => ({
  id: `inside:${id}`,
  x: x + clearance + 1,
  y: y + clearance + 1,
  width: width - 2 * clearance - 2,
  height: height - 2 * clearance - 2,
});

/** Threads up to the internet's card, one for each network and way. */
function outbound(ground: Ground, groups: readonly PlacedGroup[]): readonly SceneEdge[] {
  const card = ground.byId.get(internetCard);
  if (!card) return [];
  return groups.flatMap(({ group, x, width }) => {
    if (group.meaning === 'inbound') return closedInbound(ground, card, group, x);
    const meaning: EdgeMeaning = group.meaning === 'route' ? 'outbound' : 'service-endpoint';
    const networks = new Set<string>();
    // From below: a line across the card would run over its texts.
    const target: Rect = { x: x - 8, y: bottomOf(card) - 3, width: Math.max(width, 100) + 16, height: 3 };
    const barred = { ...insideOf(card), isContainer: false };
    return group.from.flatMap((id) => {
      const item = ground.byId.get(shown(ground, id) ?? '');
      if (!item) return [];
      const chain = withAncestors(ground, item.id).flatMap((one) => ground.byId.get(one) ?? []);
      const outer = chain.filter((one) => one.role === 'container' && one.parent !== undefined);
      const network = chain.at(-2) ?? item;
      if (networks.has(network.id)) return [];
      networks.add(network.id);
      for (const from of [...outer.slice(0, 1), ...outer.slice(1), item]) {
        const related = new Set([...withAncestors(ground, from.id), card.id]);
        const points =
          ground.router.route({
            from,
            to: card,
            related,
            clearance,
            isStraightOnly: true,
            preferred: { x: from.x + from.width / 2 },
          }) ??
          (from === outer.at(-1) || from === item
            ? ground.router.route({ from, to: target, related, barred, clearance })
            : undefined);
        if (points)
          return [
            {
              id: `out:${group.id}:${from.id}`,
              meaning,
              from: from.id,
              to: internetCard,
              points,
              shapes: edgeShapes({ meaning, end: 'arrow' }, points),
              label: `${group.title}, from ${findResource(ground.stage.network.design, item.resource)?.name ?? item.label}`,
            },
          ];
      }
      return [];
    });
  });
}

function closedInbound(
  ground: Ground,
  card: DraftItem,
  group: PlacedGroup['group'],
  left: number,
): readonly SceneEdge[] {
  const chip = ground.byId.get(`chip:${group.chips[0]?.id}`);
  if (group.chips[0]?.state !== 'closed' || !chip) return [];
  const x = Math.round(left + chip.width / 2);
  const start = chip.y + chip.height;
  const end = card.y + card.height + 22;
  return [
    {
      id: 'inbound:closed',
      meaning: 'closed',
      from: internetCard,
      to: internetCard,
      points: [
        { x, y: start },
        { x, y: end },
      ],
      shapes: closedInboundShapes(x, start, end - start),
      label: 'Closed to clients on the internet',
    },
  ];
}

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
    const points = ground.router.route({ from, to: card, related, clearance: 4, isStraightOnly: true });
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

const networksIn = (things: readonly Thing[]): readonly Thing[] =>
  things.flatMap((thing) =>
    thing.kind === 'virtual-network' && isContainer(thing) ? [thing] : networksIn(thing.children),
  );

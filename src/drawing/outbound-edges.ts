import { internetCard } from '#layout';
import { findResource } from '#model';
import { edgeShapes } from './edge-shapes.ts';
import type { Rect } from './geometry.ts';
import { type Ground, shown, withAncestors } from './ground.ts';
import { closedInboundShapes, type PlacedGroup } from './internet-card.ts';
import type { Obstacle } from './router.ts';
import type { EdgeMeaning, SceneEdge, Shape } from './scene.ts';
import type { DraftItem } from './stage.ts';
import { widthOf } from './text.ts';

/** Kept free beside threads to the internet. */
const clearance = 4;
/** What keeps a line clear of the round corner of a region. */
const beforeCorner = 24;

const bottomOf = (card: DraftItem): number => card.y + card.height;

/** Beside the right corner, where findings are marked: so much of the width. */
const leftOf = (item: DraftItem, share: number) => ({ ...item, portWidth: item.width * share });

const insideOf = ({ id, x, y, width, height }: DraftItem) => ({
  id: `inside:${id}`,
  x: x + clearance + 1,
  y: y + clearance + 1,
  width: width - 2 * clearance - 2,
  height: height - 2 * clearance - 2,
});

/** With more networks than this, those that stand behind others each say by a sign above them that they have a way out. */
const mostThreads = 6;

/** Above a network: the sign for the internet, where nothing else is; a line to the card would run through all rows. */
const exit = { above: 20, radius: 7, icon: 10 } as const;

/** Threads up to the internet's card, one for each network and way. */
export function outbound(ground: Ground, groups: readonly PlacedGroup[]): readonly SceneEdge[] {
  const card = ground.byId.get(internetCard);
  if (!card) return [];
  const inbound = groups.filter(({ group }) => group.meaning === 'inbound');
  return [
    ...inbound.flatMap((placed) => closedInbound(ground, card, placed)),
    // What leaves a network beside a way into it runs below that, and so crosses it nowhere.
    ...groups.flatMap((placed) => (inbound.includes(placed) ? [] : threadsOf(ground, card, placed))),
    ...inbound.flatMap((placed) => openInbound(ground, card, placed)),
    ...inbound.flatMap((placed) => callersIn(ground, card, placed)),
  ];
}

function threadsOf(ground: Ground, card: DraftItem, placed: PlacedGroup): readonly SceneEdge[] {
  const starts = new Map<string, readonly DraftItem[]>();
  const shared = new Set<string>();
  for (const id of placed.group.from) {
    const item = ground.byId.get(shown(ground, id) ?? '');
    if (!item) continue;
    const chain = withAncestors(ground, item.id).flatMap((one) => ground.byId.get(one) ?? []);
    const network = chain.at(-2) ?? item;
    if (starts.has(network.id)) shared.add(network.id);
    else starts.set(network.id, chain);
  }
  const isMany = starts.size > mostThreads;
  return [...starts].flatMap(([id, chain]) => {
    const [item] = chain;
    if (!item) return [];
    const inside = chain.filter((one) => one.role === 'container' && one.parent !== undefined);
    const start = inside[0] ?? item;
    const straightTo = (to: Rect, starts: readonly DraftItem[]) => {
      for (const from of starts) {
        const points = straight(ground, card, from, to);
        if (points) return [thread(ground, placed.group, from, from.id === id ? from : item, points)];
      }
      return undefined;
    };
    // What several subnets of a network have in common leaves from the network: from one of them it would seem that one's.
    const isCommon = shared.has(id) && placed.group.meaning === 'route';
    const common = chain.filter((one) => isCommon && one.id === id);
    const region = chain.at(-1);
    if (isMany && region?.role === 'container' && region !== item)
      return (
        straightTo(card, [...inside, item]) ?? exitSign(ground, placed.group, inside.at(-1) ?? item, item)
      );
    // Under its own group, with a bend where need be: under another one it would tell of that.
    return (
      straightTo(below(card, placed), [...common, start]) ??
      bent(ground, card, placed, start, item) ??
      straightTo(card, [...inside, item]) ??
      []
    );
  });
}

/** A short thread out of the top of a network, up to a sign for the internet. */
function exitSign(
  ground: Ground,
  group: PlacedGroup['group'],
  network: DraftItem,
  item: DraftItem,
): readonly SceneEdge[] {
  const { x, y, width } = leftOf(network, 0.78);
  const to = { x: x + 16, y: y - exit.above, width: width * 0.78 - 16, height: 2 };
  const points = straight(ground, undefined, network, to);
  const end = points?.at(-1);
  if (!points || !end) return [];
  const { radius, icon: size } = exit;
  const centre = { x: end.x, y: end.y - radius };
  ground.router.avoid({
    id: `exit:${network.id}`,
    x: centre.x - radius,
    y: centre.y - radius,
    width: 2 * radius,
    height: 2 * radius + exit.above,
    isContainer: false,
  });
  const edge = thread(ground, group, network, item, points);
  const sign: readonly Shape[] = [
    { type: 'circle', cx: centre.x, cy: centre.y, r: radius, fill: 'panel', stroke: 'line3', strokeWidth: 1 },
    {
      type: 'icon',
      icon: 'internet',
      x: centre.x - size / 2,
      y: centre.y - size / 2,
      size,
      paint: 'neutral',
    },
  ];
  return [{ ...edge, shapes: [...edge.shapes, ...sign] }];
}

function straight(ground: Ground, card: DraftItem | undefined, from: DraftItem, to: Rect) {
  const around = withAncestors(ground, from.id);
  const way = {
    from,
    to,
    related: new Set([...around, ...(card ? [card.id] : [])]),
    clearance,
    isStraightOnly: true,
    preferred: { x: from.x + from.width / 2 },
  };
  const barred = around.flatMap((id) => (id === from.id ? [] : distantNames(ground, id)));
  return (
    (barred.length > 0 ? ground.router.route({ ...way, barred }) : undefined) ?? ground.router.route(way)
  );
}

/** So much larger the name of a network is written from a little farther away, where it reaches over what stood beside it. */
const fromFarther = 17 / 12;

/** The name of a network as large as that. */
function distantNames({ byId, stage }: Ground, id: string): readonly Obstacle[] {
  const item = byId.get(id);
  const name = item?.shapes.find((shape) => shape.type === 'text');
  if (!item || name?.type !== 'text' || name.style !== 'container-name') return [];
  if (findResource(stage.network.design, item.resource)?.kind === 'region') return [];
  const large = fromFarther * widthOf(name.full ?? name.text, 'container-name');
  const width = Math.min(large, item.width - name.x);
  return [{ id: `${id}#afar`, isContainer: false, x: item.x + name.x, y: item.y, width, height: 30 }];
}

/** The edge of the card below a group: a line across the card would run over its texts. */
const below = (card: DraftItem, { x, width }: PlacedGroup): Rect => ({
  x: x - 8,
  y: bottomOf(card) - 3,
  width: Math.max(width, 100) + 16,
  height: 3,
});

function bent(
  ground: Ground,
  card: DraftItem,
  placed: PlacedGroup,
  from: DraftItem,
  item: DraftItem,
): readonly SceneEdge[] | undefined {
  const { group } = placed;
  const to = below(card, placed);
  const barred = [{ ...insideOf(card), isContainer: false }];
  const related = new Set([...withAncestors(ground, from.id), card.id]);
  const besideCorner = from.role === 'container' ? leftOf(from, 0.78) : from;
  const points = ground.router.route({
    from: besideCorner,
    to,
    related,
    barred,
    clearance,
  });
  return points ? [thread(ground, group, from, item, points)] : undefined;
}

function thread(
  ground: Ground,
  group: PlacedGroup['group'],
  from: DraftItem,
  item: DraftItem,
  points: SceneEdge['points'],
): SceneEdge {
  const meaning: EdgeMeaning = group.meaning === 'route' ? 'outbound' : 'service-endpoint';
  return {
    id: `out:${group.id}:${from.id}`,
    meaning,
    from: from.id,
    to: internetCard,
    way: group.id,
    points,
    shapes: edgeShapes({ meaning, end: 'arrow' }, points),
    label: `${group.title}, from ${findResource(ground.stage.network.design, item.resource)?.name ?? item.label}`,
  };
}

/** A thread from the card down to each thing that is open to the internet. */
function openInbound(ground: Ground, card: DraftItem, placed: PlacedGroup): readonly SceneEdge[] {
  const barred = [{ ...insideOf(card), isContainer: false }];
  return placed.group.chips.flatMap(({ id, resource, label, state }) => {
    const item = ground.byId.get(resource === undefined ? '' : (shown(ground, resource) ?? ''));
    if (!item || (state !== 'open' && state !== 'partly' && state !== 'blocked')) return [];
    const way = {
      from: below(card, placed),
      to: item,
      related: new Set([...withAncestors(ground, item.id), card.id]),
      barred,
      clearance,
      preferred: { x: item.x + item.width / 2 },
    };
    // A node that cannot be reached from above is reached at its side.
    const points =
      ground.router.route({ ...way, to: leftOf(item, 0.6), isStraightOnly: true }) ??
      ground.router.route(item.role === 'container' ? { ...way, to: leftOf(item, 0.6) } : way);
    if (!points) return [];
    const look = { meaning: 'inbound', end: 'arrow', isBroken: state === 'blocked' } as const;
    return [
      {
        id: `in:${id}`,
        meaning: look.meaning,
        from: internetCard,
        to: item.id,
        way: `chip:${id}`,
        points,
        shapes: edgeShapes(look, points),
        label: `In from the internet: ${label}`,
      },
    ];
  });
}

/** A thread from people on the internet to each chip of what they use. */
function callersIn(ground: Ground, card: DraftItem, { group }: PlacedGroup): readonly SceneEdge[] {
  return group.chips.flatMap(({ id, text, callers = [] }) =>
    callers.flatMap(({ client, state }): readonly SceneEdge[] => {
      const [from, to] = [ground.byId.get(client), ground.byId.get(`chip:${id}`)];
      if (!from || !to || state === 'unknown') return [];
      const related = new Set([card.id, from.id, to.id]);
      const points = ground.router.route({ from, to, related, clearance, isOptional: true });
      if (!points) return [];
      const look = { meaning: 'inbound', end: 'arrow', isBroken: state === 'blocked' } as const;
      return [
        {
          id: `calls:${client}:${id}`,
          meaning: look.meaning,
          from: from.id,
          to: to.id,
          way: to.id,
          points,
          shapes: edgeShapes(look, points),
          label: `${findResource(ground.stage.network.design, client)?.name} ${state === 'blocked' ? 'cannot reach' : 'reaches'} ${text} over the internet`,
        },
      ];
    }),
  );
}

function closedInbound(ground: Ground, card: DraftItem, { group }: PlacedGroup): readonly SceneEdge[] {
  const closed = group.chips.find(({ state }) => state === 'closed');
  const chip = closed && ground.byId.get(`chip:${closed.id}`);
  if (!chip) return [];
  const rights = [...ground.regions].flatMap((id) => {
    const region = ground.byId.get(id);
    return region ? [region.x + region.width - beforeCorner] : [];
  });
  // Above what it is kept out of, where that is within reach of the chip.
  const middle = chip.x + chip.width / 2;
  const x = Math.round(
    Math.max(Math.min(middle, rights.length > 0 ? Math.max(...rights) : middle), chip.x + 12),
  );
  const start = chip.y + chip.height;
  const end = card.y + card.height + 13;
  ground.router.avoid({
    id: 'inbound:closed',
    x: x - 9,
    y: card.y + card.height,
    width: 18,
    height: 23,
    isContainer: false,
  });
  return [
    {
      id: 'inbound:closed',
      meaning: 'closed',
      from: internetCard,
      to: internetCard,
      way: chip.id,
      points: [
        { x, y: start },
        { x, y: end },
      ],
      shapes: closedInboundShapes(x, start, end - start),
      label: 'Closed to clients on the internet',
    },
  ];
}

import {
  badgesOf,
  type HostedEndpoint,
  hostedBadges,
  internetCard,
  isContainer,
  measures,
  subnetHeader,
  type Thing,
  zonesCard,
} from '#layout';
import { type Resource, type ResourceId, resourcesOfKind } from '#model';
import {
  badgeShapes,
  hostedBadgeShapes,
  hostedShapes,
  networkShapes,
  prefixText,
  regionShapes,
  siteShapes,
  subnetShapes,
} from './container.ts';
import { expectedMark, factOf } from './facts.ts';
import { internetCardItems, type PlacedGroup } from './internet-card.ts';
import type { InternetGroup } from './internet-groups.ts';
import { kindInWords, labelOf } from './item-label.ts';
import { nodeShapes } from './node.ts';
import { regionName } from './region-name.ts';
import type { Shape } from './scene.ts';
import { type DraftItem, type Stage, shownAs } from './stage.ts';
import { withSubResourceRows } from './sub-resource-rows.ts';
import { zonesCardItems } from './zones-card.ts';

/** Boxes and cards with their shapes, containers before their contents. */
export function itemsOf(stage: Stage): {
  readonly items: readonly DraftItem[];
  readonly groups: readonly PlacedGroup[];
} {
  const items: DraftItem[] = [];
  /** `origin`: what the document counts from, which a hosted network is not. */
  const visit = (thing: Thing, parent: DraftItem | undefined, origin = parent) => {
    const box = stage.boxes[thing.id];
    if (!box) return;
    const frame = { ...box, x: box.x + (origin?.x ?? 0), y: box.y + (origin?.y ?? 0) };
    const item: DraftItem = {
      id: thing.id,
      ...(thing.resource ? { resource: thing.resource.id } : {}),
      role: thing.ghost ? 'ghost' : isContainer(thing) ? 'container' : 'node',
      ...(parent ? { parent: parent.id } : {}),
      ...frame,
      ...lookOf(stage, thing, box, parent),
    };
    items.push(item, ...badgeItems(stage, thing, item));
    for (const child of thing.children) visit(child, item, thing.hosted ? origin : item);
  };
  for (const root of stage.drawn.roots) visit(root, undefined);
  const cards = cardItems(stage, items);
  return { items: [...withSubResourceRows(stage, items), ...cards.items], groups: cards.groups };
}

interface Look {
  readonly shapes: readonly Shape[];
  readonly label: string;
}

function lookOf(
  stage: Stage,
  thing: Thing,
  size: { readonly width: number; readonly height: number },
  parent: DraftItem | undefined,
): Look {
  const { network } = stage;
  const { resource, ghost } = thing;
  if (ghost)
    return {
      shapes: nodeShapes({
        kind: ghost.kind,
        name: ghost.name,
        fact: ghost.fact,
        ...size,
        isInPanel: false,
        state: 'missing',
      }),
      label: `${ghost.name}, ${kindInWords(ghost.kind)}, missing: ${ghost.fact}`,
    };
  if (thing.hosted)
    return { shapes: hostedShapes(thing.hosted, size), label: `${thing.name}, ${thing.hosted.fact}` };
  if (thing.derived) return derivedLook(thing.derived, size);
  if (!resource) return { shapes: [], label: thing.name };
  return isContainer(thing)
    ? containerLook(stage, thing, resource, size)
    : nodeLook(resource, stage, size, parent);

  function nodeLook(own: Resource, { drawn }: Stage, box: typeof size, inside: typeof parent): Look {
    const fact = factOf(own, network);
    const isInPanel =
      inside?.resource !== undefined &&
      !drawn.roots.some((root) => root.id === inside.id && root.kind === 'region');
    return {
      shapes: nodeShapes({
        kind: own.kind,
        name: own.name,
        fact,
        ...box,
        isInPanel,
        ...(own.presence === 'not-shown' ? { state: 'not-shown' as const } : {}),
      }),
      label: labelOf(own, fact.replace(expectedMark, 'expected '), network),
    };
  }
}

/** A private endpoint that Azure makes by itself. */
const derivedLook = (
  { name, fact }: HostedEndpoint,
  size: { readonly width: number; readonly height: number },
): Look => ({
  shapes: nodeShapes({ kind: 'private-endpoint', name, fact, ...size, isInPanel: false }),
  label: `${name}, managed private endpoint, ${fact}`,
});

function containerLook(
  { network }: Stage,
  thing: Thing,
  resource: Resource,
  size: { readonly width: number; readonly height: number },
): Look {
  switch (resource.kind) {
    case 'region': {
      const name = regionName(resource.name);
      return { shapes: regionShapes(name, size), label: `${name}, region` };
    }
    case 'subnet': {
      const usage = network.addressing(resource.id);
      const full = usage.isSizedByAzure
        ? 'sized by Azure'
        : `${usage.used} of ${usage.capacity} addresses in use`;
      const prefix = prefixText(resource.addressPrefixes);
      return {
        shapes: subnetShapes(thing, resource, size, usage),
        label: labelOf(resource, prefix === '' ? full : `${prefix}, ${full}`, network),
      };
    }
    case 'on-premises-network':
      return {
        shapes: siteShapes(resource, size),
        label: labelOf(resource, prefixText(resource.addressPrefixes), network),
      };
    default: {
      const prefixes =
        resource.kind === 'virtual-network'
          ? resource.addressPrefixes
          : resource.kind === 'virtual-wan-hub' && resource.addressPrefix !== undefined
            ? [resource.addressPrefix]
            : [];
      return {
        shapes: networkShapes(resource, prefixes, size),
        label: labelOf(resource, prefixText(prefixes), network),
      };
    }
  }
}

const badgePlace = (badge: Pick<DraftItem, 'x' | 'y' | 'width'>, around: DraftItem) => ({
  parent: around.id,
  x: around.x + badge.x,
  y: around.y + badge.y,
  width: badge.width,
  height: measures.badge.height,
});

function badgeItems(stage: Stage, thing: Thing, subnet: DraftItem): readonly DraftItem[] {
  if (thing.hosted)
    return hostedBadges(thing.hosted, subnet.width).badges.map((badge) => ({
      id: badge.id,
      role: 'badge',
      ...badgePlace(badge, subnet),
      shapes: hostedBadgeShapes(badge),
      label: badge.label,
    }));
  if (thing.resource?.kind !== 'subnet' || !isContainer(thing)) return [];
  const { design } = stage.network;
  const top = subnetHeader(thing, subnet.width);
  const { badges } = badgesOf(design, thing.resource, stage.ghosts, subnet.width, top);
  return badges.map((badge) => ({
    id: badge.id,
    ...(badge.resource === undefined ? {} : { resource: badge.resource }),
    role: badge.isMissing ? 'ghost' : 'badge',
    ...badgePlace(badge, subnet),
    shapes: badgeShapes(badge),
    label:
      badge.isMissing && badge.form !== 'service-endpoint'
        ? `${badge.label} in ${thing.name}: add a ${kindInWords(badge.form)}`
        : `${badge.label}, ${badge.form === 'service-endpoint' ? '' : `${kindInWords(badge.form)} `}of ${thing.name}`.replace(
            ', of',
            ' of',
          ),
  }));
}

function cardItems(stage: Stage, around: readonly DraftItem[]) {
  const { network, drawn, boxes } = stage;
  const { design } = network;
  const items: DraftItem[] = [];
  let groups: readonly PlacedGroup[] = [];
  const internetBox = boxes[internetCard];
  const [internet] = resourcesOfKind(design, 'internet');
  if (internetBox && (drawn.roots.length > 0 || internet)) {
    const placed = internetCardItems(
      inOrderOf(stage.internet, startsIn(stage, around)),
      drawn.online,
      internetBox,
      internet?.id,
      contentRight(stage),
      startsIn(stage, around),
    );
    groups = placed.groups;
    for (const item of placed.items) {
      const online = drawn.online.find((thing) => thing.id === item.id);
      items.push(online ? { ...item, ...lookOf(stage, online, item, item) } : item);
    }
  }
  const zonesBox = boxes[zonesCard];
  if (zonesBox && drawn.zones.length > 0) items.push(...zonesCardItems(design, drawn.zones, zonesBox));
  return { items, groups };
}

/** Where the arrow of a way starts or ends: the middle of the subnet, hosted network or service that is left-most. */
function startsIn(stage: Stage, items: readonly DraftItem[]) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ids = new Set(byId.keys());
  return ({ from, chips, meaning }: InternetGroup): number | undefined => {
    const ends = meaning === 'inbound' ? chips.flatMap(({ resource }) => resource ?? []) : from;
    const starts = ends.flatMap((id) => {
      const item = byId.get(ids.has(id) ? id : (shownAs(stage, ids, id as ResourceId) ?? ''));
      const isInside = item?.role === 'node' && meaning !== 'inbound';
      const box = isInside ? (byId.get(item.parent ?? '') ?? item) : item;
      return box ? [box.x + box.width / 2] : [];
    });
    return starts.length === 0 ? undefined : Math.min(...starts);
  };
}

/** As their arrows stand, so that these do not cross; what comes in and is closed stays last. */
const inOrderOf = (
  groups: readonly InternetGroup[],
  startOf: (group: InternetGroup) => number | undefined,
): readonly InternetGroup[] =>
  [...groups].sort((a, b) => {
    const [one, other] = [startOf(a), startOf(b)];
    if (one === other && one !== undefined)
      return Number(b.meaning === 'inbound') - Number(a.meaning === 'inbound');
    return (one ?? Number.MAX_SAFE_INTEGER) - (other ?? Number.MAX_SAFE_INTEGER);
  });

/** Where the last region or network ends. */
function contentRight({ drawn, boxes }: Stage): number {
  const ends = drawn.roots.flatMap((root) => {
    const box = boxes[root.id];
    return box && isContainer(root) ? [box.x + box.width] : [];
  });
  return ends.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ends);
}

import type { Node } from '@xyflow/react';
import type { EdgeMeaning, Scene, SceneEdge, SceneItem } from '#drawing';
import type { ResourceKind } from '#model';
import type { Attention } from './nodes/attention.ts';

/** A React Flow node: what is shown is looked up in the scene by its id, but for what no edit of a resource changes. */
export type ItemNodeType = Node<
  {
    readonly isNetwork: boolean;
    /** Of what is not to be painted with everything else, because something is to be shown of it or of what holds it. */
    readonly attention?: Attention;
  },
  'item'
>;

/** What lies above what: networks, pipes and threads, contents, edges that lead into them, notes. What is painted lies below its elements. */
export const layers = {
  network: 0,
  edge: 1,
  painted: 2,
  content: 3,
  innerEdge: 4,
  note: 5,
  overlay: 6,
  paintedDragged: 7,
  dragged: 8,
} as const;

const networkKinds: ReadonlySet<ResourceKind | undefined> = new Set<ResourceKind>([
  'region',
  'virtual-network',
  'on-premises-network',
]);

/** Whether edges run over a container, rather than under it. */
export const isNetwork = (kind: ResourceKind | undefined): boolean => networkKinds.has(kind);

const innerMeanings: ReadonlySet<EdgeMeaning> = new Set<EdgeMeaning>([
  'private-link',
  'missing',
  'inbound',
  'closed',
]);

/**
 * The layer of an edge: private links run over the subnet that holds their endpoint, and what comes in runs over the card
 * that it comes from and the network that hosts what it comes to.
 */
export const layerOf = (edge: Pick<SceneEdge, 'meaning'>): number =>
  innerMeanings.has(edge.meaning) ? layers.innerEdge : layers.edge;

const ofNetwork = { isNetwork: true };
const ofOther = { isNetwork: false };

/** A sheet whose corner is turned up is no rectangle. */
const noteRadius = 6;

/** Of the corners of an item's frame. */
export const radiusOf = ({ shapes, role }: SceneItem): number => {
  const [frame] = shapes;
  if (role === 'note') return noteRadius;
  return frame?.type === 'rect' ? (frame.radius ?? 0) : 0;
};

/** None, said so that React Flow does not look for them: our edges hang on none. */
const handles: [] = [];

/** In the place of the word of React Flow, which is one of drawings; a ghost is the button that it is. */
const saidOf = {
  resource: { 'aria-roledescription': 'resource' },
  note: { 'aria-roledescription': 'note' },
  ghost: { 'aria-roledescription': undefined },
} as const;

/** What the scene does not say of an item. */
export interface ItemFacts {
  readonly kind?: ResourceKind | undefined;
  /** Of a ghost: what pressing it does, e.g. `Add the file endpoint`. */
  readonly action?: string | undefined;
}

function toNode(item: SceneItem, parent: SceneItem | undefined, { kind, action }: ItemFacts): ItemNodeType {
  const { id, x, y, width, height } = item;
  // What no resource is has its place from what it belongs to.
  const isNote = item.role === 'note';
  const isDraggable =
    isNote || (item.resource !== undefined && (item.role === 'node' || item.role === 'container'));
  const isFocusable = isNote || item.resource !== undefined || item.role === 'ghost';
  return {
    id,
    type: 'item',
    data: isNetwork(kind) ? ofNetwork : ofOther,
    handles,
    position: { x: x - (parent?.x ?? 0), y: y - (parent?.y ?? 0) },
    width,
    height,
    measured: { width, height },
    zIndex: isNote ? layers.note : isNetwork(kind) ? layers.network : layers.content,
    focusable: isFocusable,
    // Left open where it may be dragged: the hand tool decides for all of them at once.
    ...(isDraggable ? {} : { draggable: false }),
    ...(parent ? { parentId: parent.id } : {}),
    ...(isFocusable
      ? {
          ariaLabel: action ?? item.label,
          ariaRole: item.role === 'ghost' ? 'button' : 'group',
          domAttributes: saidOf[item.role === 'ghost' || item.role === 'note' ? item.role : 'resource'],
        }
      : item.role === 'chip'
        ? // A picture holds nothing that can be pressed, as its signs can.
          { ariaLabel: item.label, ariaRole: item.markers.length > 0 ? 'group' : 'img' }
        : { ariaRole: 'presentation' }),
    className: `canvas-item canvas-item--${item.role}${isNetwork(kind) ? ' is-network' : ''}`,
    style: {
      borderRadius: radiusOf(item),
      // Dragging over the open ground of a network pans; its header moves it.
      ...(isNetwork(kind) ? { pointerEvents: 'none' } : {}),
    },
  };
}

/** Items in reading order: a container, then what is in it from top to bottom and from left to right. */
export function inReadingOrder(items: readonly SceneItem[]): readonly SceneItem[] {
  const ids = new Set(items.map((item) => item.id));
  const children = new Map<string | undefined, SceneItem[]>();
  for (const item of items) {
    const parent = item.parent !== undefined && ids.has(item.parent) ? item.parent : undefined;
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  const ordered: SceneItem[] = [];
  const visit = (parent: string | undefined) => {
    for (const item of (children.get(parent) ?? []).sort((a, b) => a.y - b.y || a.x - b.x)) {
      ordered.push(item);
      visit(item.id);
    }
  };
  visit(undefined);
  return ordered;
}

/** The nodes of a scene, parents first. */
export function toFlow(scene: Scene, factsOf: (item: SceneItem) => ItemFacts): readonly ItemNodeType[] {
  const items = new Map(scene.items.map((item) => [item.id, item]));
  return inReadingOrder(scene.items).map((item) =>
    toNode(item, item.parent === undefined ? undefined : items.get(item.parent), factsOf(item)),
  );
}

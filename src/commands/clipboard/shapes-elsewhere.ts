import { ancestorsOf, type Box, type Design, findResource, type ResourceId } from '#model';

/** What of a design comes into a container, as itself or as a copy. */
interface Comer {
  readonly id: ResourceId;
  readonly original: ResourceId;
  readonly parent: ResourceId | undefined;
}

type Boxes = Readonly<Record<string, Box>>;

/**
 * Boxes of what comes into another container than its original lies in. It has no place there yet, and keeps the shape in
 * which the originals were drawn: from the very corner of the container, where nothing may stand.
 */
export function shapesElsewhere(source: Design, comers: readonly Comer[]): Boxes {
  const shapes = new Map<ResourceId | undefined, (readonly [ResourceId, Box])[]>();
  for (const { id, original, parent } of comers) {
    const box = boxOnDrawing(source, original);
    if (!box || findResource(source, original)?.parent === parent) continue;
    const shape = shapes.get(parent);
    if (shape) shape.push([id, box]);
    else shapes.set(parent, [[id, box]]);
  }
  return Object.fromEntries(
    [...shapes.values()].flatMap((shape) => {
      const left = Math.min(...shape.map(([, { x }]) => x));
      const top = Math.min(...shape.map(([, { y }]) => y));
      return shape.map(([id, box]) => [id, { ...box, x: box.x - left, y: box.y - top }] as const);
    }),
  );
}

function boxOnDrawing(design: Design, id: ResourceId): Box | undefined {
  const box = design.layout[id];
  if (!box) return undefined;
  let { x, y } = box;
  for (const around of ancestorsOf(design, id)) {
    x += design.layout[around.id]?.x ?? 0;
    y += design.layout[around.id]?.y ?? 0;
  }
  return { ...box, x, y };
}

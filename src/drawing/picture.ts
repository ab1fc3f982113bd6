import { type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import { arrangedBoxes } from './drawn-boxes.ts';
import { farNames } from './far-names.ts';
import { farShapes } from './far-shapes.ts';
import { type Level, levelAt } from './levels.ts';
import { namedShapes } from './named-shapes.ts';
import { namesBeside } from './names-beside.ts';
import { paintedInOrder } from './painted-in-order.ts';
import type { Scene, SceneEdge, SceneItem, Shape } from './scene.ts';

/** Shapes that are drawn at a place, and larger than they are where they have a scale. */
export interface PicturePart {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly shapes: readonly Shape[];
}

/** A design as a picture of any size. */
export interface Picture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PicturePart[];
}

/** A design that nobody has placed yet, as it will be drawn once it is opened, and no finding on it. */
export function sceneOf(design: Design): Scene {
  const arranged = edits.withLayout(design, arrangedBoxes(design));
  return drawScene({ design: arranged, network: deriveNetwork(arranged) });
}

const nothing: ReadonlySet<string> = new Set();

/** Whether it is drawn in the colour of what is new: a resource of these, or by its item a network that Microsoft runs. */
export const isDrawnAsNew = ({ id, resource }: SceneItem, added: ReadonlySet<string>): boolean =>
  added.has(resource ?? id);

/** The frame of what is new, in which the rest is as it will be. */
function newShapes({ shapes, role }: SceneItem): readonly Shape[] {
  const [frame, ...rest] = shapes;
  if (frame?.type !== 'rect') return shapes;
  const fill = role === 'container' ? {} : { fill: 'you-tint' as const };
  return [{ ...frame, ...fill, stroke: 'you', strokeWidth: 2 }, ...rest];
}

function shapesOf(item: SceneItem, items: readonly SceneItem[], { detail, unit }: Level): readonly Shape[] {
  if (detail === 'far') return farShapes(item);
  if (detail === 'full') return item.shapes;
  return namedShapes(item, { unit, beside: namesBeside(items, item), forSign: 0 });
}

/** A line without its words where these could not be read. */
const lineOf = ({ shapes }: SceneEdge, { detail }: Level): readonly Shape[] =>
  detail === 'full' ? shapes : shapes.filter(({ type }) => type !== 'text' && type !== 'rect');

const isEdge = (one: SceneItem | SceneEdge): one is SceneEdge => 'points' in one;

/** A scene as the canvas shows it at a level of its zoom, but for findings; what is `added` as new. */
export function pictureOf(scene: Scene, level = levelAt(1), added = nothing): Picture {
  const { items } = scene;
  const names = level.detail === 'full' ? [] : farNames(items, level, () => 0);
  const top = Math.min(scene.y, ...names.map(({ y }) => y));
  return {
    x: scene.x,
    y: top,
    width: scene.width,
    height: scene.y + scene.height - top,
    parts: [
      ...paintedInOrder(scene).map((one): PicturePart => {
        if (isEdge(one)) return { x: 0, y: 0, shapes: lineOf(one, level) };
        const seen = isDrawnAsNew(one, added) ? { ...one, shapes: newShapes(one) } : one;
        return { x: one.x, y: one.y, shapes: shapesOf(seen, items, level) };
      }),
      ...names.map(({ x, y, width, height, ground, text }): PicturePart => {
        const patch: Shape = { type: 'rect', x, y, width, height, radius: height / 5, fill: ground };
        return { x: 0, y: 0, shapes: [patch, text] };
      }),
    ],
  };
}

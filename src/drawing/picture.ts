import { type Design, edits } from '#model';
import { deriveNetwork } from '#network';
import { drawScene } from './draw-scene.ts';
import { arrangedBoxes } from './drawn-boxes.ts';
import { paintedInOrder } from './painted-in-order.ts';
import type { Scene, Shape } from './scene.ts';

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

/** A design as the canvas and the exports draw it. */
export function pictureOf(design: Design): Picture {
  const scene = sceneOf(design);
  const { x, y, width, height } = scene;
  const parts = paintedInOrder(scene).map((one) =>
    'points' in one ? { x: 0, y: 0, shapes: one.shapes } : { x: one.x, y: one.y, shapes: one.shapes },
  );
  return { x, y, width, height, parts };
}

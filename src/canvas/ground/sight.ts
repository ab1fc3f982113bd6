import type { Point, Scene } from '#drawing';
import type { Frame, Window } from '../viewport/fitting.ts';
import { freeSpot, type Seen } from './free-spot.ts';
import { wordsIn } from './words.ts';

/** What lies over the canvas beside what is being placed. */
const floats =
  '.canvas-card, .canvas-legend, .canvas-far-name > span, .canvas-strip, nav[data-is-over=true] > :last-child';

/** The canvas as it is on screen, in CSS pixels from its corner. */
export interface Sight {
  readonly room: Window;
  /** Of a part of the page. */
  frameOf(thing: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>): Frame;
  /** Of a part of the drawing. */
  drawnAt(box: Frame): Frame;
  /** The point of the drawing that is seen there. */
  inDrawing(point: Point): Point;
  /**
   * Where something is best put that is about `near`: as little as can be of `seen` is covered, and of words as far as they
   * have `weight`.
   */
  spotFor(thing: HTMLElement, near: Frame, scene: Scene, seen: readonly Seen[], weight?: number): Point;
}

/** Looks at the canvas; `undefined` where there is none. */
export function sightOf(): Sight | undefined {
  const ground = document.querySelector('.canvas-surface');
  const view = ground?.querySelector<HTMLElement>('.react-flow__viewport');
  if (!ground || !view) return undefined;
  const room = ground.getBoundingClientRect();
  const drawn = view.getBoundingClientRect();
  const zoom = drawn.width / view.offsetWidth;
  const frameOf: Sight['frameOf'] = ({ x, y, width, height }) => ({
    x: x - room.x,
    y: y - room.y,
    width,
    height,
  });
  const drawnAt = ({ x, y, width, height }: Frame): Frame => ({
    x: drawn.x - room.x + x * zoom,
    y: drawn.y - room.y + y * zoom,
    width: width * zoom,
    height: height * zoom,
  });
  return {
    room,
    frameOf,
    drawnAt,
    inDrawing: ({ x, y }) => ({
      x: (x + room.x - drawn.x) / zoom,
      y: (y + room.y - drawn.y) / zoom,
    }),
    spotFor: (thing, near, scene, seen, weight = 1) => {
      const over = [...document.querySelectorAll(floats)].filter((one) => one !== thing);
      return freeSpot(thing.getBoundingClientRect(), near, room, [
        ...seen,
        ...over.map((one) => ({ ...frameOf(one.getBoundingClientRect()), weight: 4 })),
        ...wordsIn(scene).map((box) => ({ ...drawnAt(box), weight })),
      ]);
    },
  };
}

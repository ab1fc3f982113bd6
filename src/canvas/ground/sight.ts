import type { Point, Scene } from '#drawing';
import type { Frame } from '../viewport/fitting.ts';
import { freeSpot, type Seen } from './free-spot.ts';
import { signsIn, wordsIn } from './words.ts';

/** What lies over the canvas beside what is being placed. */
const floats =
  '.canvas-card, .canvas-legend, .canvas-far-name, .canvas-strip, nav[data-is-over=true] > :last-child';

/** How something is to be put. */
interface Wish {
  /** How much better it is that words are seen than that it is near. */
  readonly ofWords?: number;
  /** How far it may be, in CSS pixels. */
  readonly within?: number;
}

/** How much better it is that signs, and what floats, are seen than that something is near. */
const ofSigns = 4;

/** The canvas as it is on screen, in CSS pixels from its corner. */
export interface Sight {
  readonly room: Frame;
  /** Of a part of the page. */
  frameOf(thing: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>): Frame;
  /** Of a part of the drawing. */
  drawnAt(box: Frame): Frame;
  /** The point of the drawing that is seen there. */
  inDrawing(point: Point): Point;
  /** Where something is best put that is about `near`: as little as can be of `seen` is covered, and of signs and words. */
  spotFor(thing: HTMLElement, near: Frame, scene: Scene, seen: readonly Seen[], wish?: Wish): Point;
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
    spotFor: (thing, near, scene, seen, { ofWords = 1, within } = {}) => {
      const over = [...document.querySelectorAll(floats)].filter((one) => one !== thing);
      return freeSpot(
        thing.getBoundingClientRect(),
        near,
        room,
        [
          ...seen,
          ...over.map((one) => ({ ...frameOf(one.getBoundingClientRect()), weight: ofSigns })),
          ...signsIn(scene).map((box) => ({ ...drawnAt(box), weight: ofSigns })),
          ...wordsIn(scene).map((box) => ({ ...drawnAt(box), weight: ofWords })),
        ],
        within,
      );
    },
  };
}

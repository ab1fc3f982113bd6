import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Point, SceneItem } from '#drawing';
import { useAppStore } from '#ui';
import { sightOf } from '../ground/sight.ts';
import { linesIn } from '../ground/words.ts';
import { sceneStoreOf } from '../scene-store.ts';
import type { Frame } from '../viewport/fitting.ts';

/** Around the pointer in CSS pixels: of what the browser drags from the palette, and of the hand itself. */
const [held, bare] = [
  { width: 180, height: 36 },
  { width: 24, height: 24 },
];

/** The pointer goes so far until the words come after it, in CSS pixels. */
const leash = 72;

/** What names a place is read as being of the place where it stands, and of what is in the hand. */
const wishes = {
  legal: { ofWords: 0.5, within: 48 },
  refused: {},
  connect: { within: 48 },
} as const;

/** How much better what is in the hand is seen, what the words are about, and the lines of the drawing, than words are near. */
const weights = { hand: 4, place: 2, line: 2 } as const;

/** A name does not break at its hyphens as long as a line holds it. */
const unbroken = (words: string): ReactNode =>
  words
    .split(/(\S+-\S+)/)
    // biome-ignore lint/suspicious/noArrayIndexKey: other words are of another label.
    .map((part, at) => (at % 2 === 1 ? <span key={at}>{part}</span> : part));

const around = ({ x, y }: Point, { width, height }: { width: number; height: number }): Frame => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

const touches = (a: Frame, b: Frame): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What the hand has taken hold of on the canvas, and the hand; of a line only its end is in it. */
function handAt(at: Point, tone: keyof typeof wishes): Frame {
  const boxes = [...document.querySelectorAll('.react-flow__node.dragging')].map((node) =>
    node.getBoundingClientRect(),
  );
  const hand = around(at, boxes.length > 0 || tone === 'connect' ? bare : held);
  const [left, top] = [hand.x, hand.y].map((least, at) =>
    Math.min(least, ...boxes.map((box) => (at === 0 ? box.left : box.top))),
  ) as [number, number];
  return {
    x: left,
    y: top,
    width: Math.max(hand.x + hand.width, ...boxes.map((box) => box.right)) - left,
    height: Math.max(hand.y + hand.height, ...boxes.map((box) => box.bottom)) - top,
  };
}

/**
 * Words about what would come of letting go: near the hand, where they hide neither names nor what is in the hand, nor
 * `places`. They rest there until the hand comes to them or goes away: other words want a key of their own.
 */
export function HandWords({
  at,
  places,
  tone,
  sign,
  children,
}: {
  /** Where the pointer is, on the screen. */
  at: Point;
  places: readonly SceneItem[];
  /** What comes of a drop, why it is refused, or what a line in the hand would join. */
  tone: keyof typeof wishes;
  sign?: ReactNode;
  children: string;
}) {
  const app = useAppStore();
  const label = useRef<HTMLDivElement>(null);
  // Both are new with every move of the pointer, while the words rest.
  const now = useRef({ at, places });
  now.current = { at, places };
  useLayoutEffect(() => {
    let resting: { readonly pointer: Point; readonly hand: Frame; readonly spot: Frame } | undefined;
    const follow = ({ clientX: x, clientY: y }: Pick<MouseEvent, 'clientX' | 'clientY'>) => {
      if (resting) {
        const { hand, spot, pointer } = resting;
        const moved = { ...hand, x: hand.x + x - pointer.x, y: hand.y + y - pointer.y };
        if (Math.hypot(x - pointer.x, y - pointer.y) < leash && !touches(moved, spot)) return;
      }
      const sight = sightOf();
      if (!label.current || !sight) return;
      const { scene } = sceneStoreOf(app).getState();
      const pointer = { x, y };
      const hand = sight.frameOf(handAt(pointer, tone));
      const spot = sight.spotFor(
        label.current,
        hand,
        scene,
        [
          { ...hand, weight: weights.hand },
          ...now.current.places.map((item) => ({ ...sight.drawnAt(item), weight: weights.place })),
          ...linesIn(scene).map((box) => ({ ...sight.drawnAt(box), weight: weights.line })),
        ],
        wishes[tone],
      );
      label.current.style.transform = `translate(${spot.x}px, ${spot.y}px)`;
      const { offsetWidth: width, offsetHeight: height } = label.current;
      resting = { pointer, hand, spot: { ...spot, width, height } };
    };
    follow({ clientX: now.current.at.x, clientY: now.current.at.y });
    // Of what comes from the palette the browser tells by events of its own.
    const listening = new AbortController();
    for (const type of ['pointermove', 'dragover'] as const)
      window.addEventListener(type, follow, { signal: listening.signal, passive: true });
    return () => listening.abort();
  }, [app, tone]);
  const ground = document.querySelector('.canvas-surface');
  return (
    ground &&
    createPortal(
      <div ref={label} className="canvas-hand-words" data-tone={tone} aria-hidden="true">
        {sign}
        <p>{unbroken(children)}</p>
      </div>,
      ground,
    )
  );
}

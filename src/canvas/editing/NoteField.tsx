import { useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { addNote, noteSizeFor, placeForNote, writeNote } from '#commands';
import type { Point } from '#drawing';
import { placeNear } from '#layout';
import { type Box, findNote, findResource, type NoteTone, noteLimits, toneOfNote } from '#model';
import type { AppStore } from '#store';
import { paint, useAppState, useAppStore, useCommandContext } from '#ui';
import { thingAt } from '../drop/place.ts';
import { drawNow, sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useItem } from '../use-scene.ts';
import { readableZoom } from '../viewport/fitting.ts';
import { moveDuration } from '../viewport/motion.ts';
import { revealingViewport } from '../viewport/revealing.ts';

/** Of four lines. */
const roomToWrite = 80;

/** Kept free below what is written. */
const margin = 16;

interface FieldProps {
  readonly label: string;
  readonly text: string;
  readonly tone: NoteTone;
  readonly frame: Box;
  /** What is written of a note that is not there yet is kept in any case: there is nothing that it could be as before. */
  readonly isNew: boolean;
  /** Of the item that has the focus afterwards, where there is one. */
  readonly focusOn: string | undefined;
  /** Takes the text; returns the item that has the focus afterwards. */
  onKeep(text: string): string | undefined;
  onEnd(): void;
}

/** Brings the focus to an item once it is drawn; where there is none, to the canvas. A field that was opened meanwhile keeps it. */
const focusItem = (id: string | undefined) =>
  requestAnimationFrame(() => {
    if (document.activeElement?.matches('input, textarea')) return;
    const node =
      (id !== undefined && document.querySelector(`[data-id="${CSS.escape(id)}"]`)) ||
      document.querySelector('[data-focus="canvas"]');
    if (node instanceof HTMLElement) node.focus({ preventScroll: true });
  });

function Field({ label, text, tone, frame, isNew, focusOn, onKeep, onEnd }: FieldProps) {
  const app = useAppStore();
  const [draft, setDraft] = useState(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const { setCenter, setViewport, getViewport } = useReactFlow();

  const height = Math.max(frame.height, noteSizeFor(draft, frame).height);
  useLayoutEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.select();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it opens, and as it grows
  useLayoutEffect(() => {
    const canvas = area.current?.closest('.react-flow')?.getBoundingClientRect();
    if (!canvas) return;
    const before = getViewport();
    // Of what is higher than the canvas its foot is seen, where one writes.
    const hidden = (zoom: number) => Math.max(height - canvas.height / zoom + 2 * margin, 0);
    if (before.zoom < readableZoom) {
      const middle = (height + hidden(1)) / 2;
      void setCenter(frame.x + frame.width / 2, frame.y + middle, { zoom: 1, duration: moveDuration() });
      return;
    }
    const above = hidden(before.zoom);
    const shown = { ...frame, y: frame.y + above, height: height - above };
    const after = revealingViewport(shown, canvas, before);
    if (after !== before) void setViewport(after, { duration: moveDuration() });
  }, [height]);

  /** `isLeaving`: the focus is elsewhere already, and stays there. */
  const end = (isKept: boolean, isLeaving = false) => {
    if (isDone.current) return;
    isDone.current = true;
    const next = isKept ? onKeep(draft) : undefined;
    onEnd();
    // The note stands where its field stood, and takes the focus.
    drawNow(app);
    if (!isLeaving) focusItem(next ?? focusOn);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') end(isNew);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(true);
  };
  return (
    <textarea
      ref={area}
      className="canvas-note nodrag nopan nowheel"
      style={{
        transform: `translate(${frame.x}px, ${frame.y}px)`,
        width: frame.width,
        height,
        backgroundColor: paint(`${tone}-tint`),
        zIndex: layers.dragged,
      }}
      value={draft}
      maxLength={noteLimits.characters}
      aria-label={label}
      aria-description={
        isNew
          ? 'Escape, or Control and Enter, keeps it.'
          : 'Control and Enter keeps it, Escape leaves it as it was.'
      }
      placeholder={isNew ? 'Write a note: Esc keeps it' : 'Write a note'}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(true, true)}
    />
  );
}

/** A note that is there, open for writing. */
function Written({ id }: { id: string }) {
  const context = useCommandContext();
  const app = useAppStore();
  const item = useItem(id);
  const note = useAppState((state) => findNote(state.design, state.renaming));
  if (!item || !note) return null;
  return (
    <Field
      label="Text of the note"
      text={note.text}
      tone={toneOfNote(note)}
      frame={item}
      isNew={false}
      focusOn={item.id}
      onKeep={(text) => {
        writeNote(context, note.id, text);
        return note.id;
      }}
      onEnd={() => app.getState().setView({ renaming: undefined })}
    />
  );
}

/** What a note would hide; a region is ground. */
function coveredIn(app: AppStore): readonly Box[] {
  const { design } = app.getState();
  const { items, edges } = sceneStoreOf(app).getState().scene;
  const lines = edges.flatMap(({ points }) =>
    points.map(({ x, y }, at) => {
      const before = points[at - 1] ?? { x, y };
      const [width, height] = [Math.abs(x - before.x), Math.abs(y - before.y)];
      return { x: Math.min(x, before.x), y: Math.min(y, before.y), width, height };
    }),
  );
  return [...items.filter(({ resource }) => findResource(design, resource)?.kind !== 'region'), ...lines];
}

/** So far from what is seen nothing is looked for. */
const far = 1e5;

/** All around a box. */
const wallsOf = ({ x, y, width, height }: Box): readonly Box[] => [
  { x: x - far, y: y - far, width: far, height: 2 * far },
  { x: x + width, y: y - far, width: far, height: 2 * far },
  { x: x - far, y: y - far, width: 2 * far, height: far },
  { x: x - far, y: y + height, width: 2 * far, height: far },
];

/** The free place nearest to a note, with room below it for some more lines: where it is in sight, else wherever it is. */
function freePlace(note: Box, app: AppStore, sight: Box | undefined): Box {
  const wanted = { ...note, height: roomToWrite };
  const covered = coveredIn(app);
  const inSight = sight && placeNear(wanted, [...covered, ...wallsOf(sight)]);
  const place = inSight && inSight !== wanted ? inSight : placeNear(wanted, covered);
  return { ...place, height: note.height };
}

/** Tells where the drawing is pressed while the open field is empty; such a press does nothing else. */
function usePlacing(onPlace: (at: Point) => void) {
  const surface = useStore((state) => state.domNode);
  const { screenToFlowPosition } = useReactFlow();
  const place = useEffectEvent((press: MouseEvent) => {
    const field = document.activeElement;
    const isOnDrawing =
      press.target instanceof Element && press.target.closest('.react-flow__pane, .react-flow__viewport');
    if (press.button !== 0 || !isOnDrawing || press.target === field) return;
    if (!(field instanceof HTMLTextAreaElement) || field.value !== '') return;
    // The field keeps the focus, and nothing is selected, dragged or framed.
    press.preventDefault();
    press.stopPropagation();
    if (press.type === 'click') onPlace(screenToFlowPosition({ x: press.clientX, y: press.clientY }));
  });
  useEffect(() => {
    if (!surface) return;
    const listening = new AbortController();
    for (const type of ['pointerdown', 'mousedown', 'click'] as const)
      surface.addEventListener(type, place, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, [surface]);
}

/** A note that is added with the first words of it. */
function Drafted() {
  const context = useCommandContext();
  const app = useAppStore();
  const drafting = useAppState((state) => state.drafting);
  const about = useAppState((state) => findResource(state.design, state.drafting?.attachedTo));
  const { screenToFlowPosition } = useReactFlow();
  const [frame, setFrame] = useState(() => {
    const canvas = document.querySelector('.canvas-surface')?.getBoundingClientRect();
    const [corner, end] = canvas
      ? [
          screenToFlowPosition({ x: canvas.left, y: canvas.top }),
          screenToFlowPosition({ x: canvas.right, y: canvas.bottom }),
        ]
      : [];
    const sight = corner && end && { ...corner, width: end.x - corner.x, height: end.y - corner.y };
    const middle = sight && { x: sight.x + sight.width / 2, y: sight.y + sight.height / 2 };
    const wanted = placeForNote(app.getState(), about?.id, drafting?.at ?? middle);
    return drafting?.at || about ? wanted : freePlace(wanted, app, sight);
  });
  usePlacing((at) => {
    // Put elsewhere by hand, it is no longer on what was selected when it was begun.
    const on = thingAt(sceneStoreOf(app).getState().scene, app.getState().design, at);
    app.getState().setView({ drafting: on ? { attachedTo: on.id } : { at } });
    setFrame(placeForNote(app.getState(), on?.id, at));
  });
  return (
    <Field
      label={about ? `New note on ${about.name}` : 'New note'}
      text=""
      tone="neutral"
      frame={frame}
      isNew
      focusOn={about?.id}
      onKeep={(text) => addNote(context, { text, attachedTo: about?.id, at: frame, width: frame.width })}
      onEnd={() => app.getState().setView({ drafting: undefined })}
    />
  );
}

/** The text of a note, open for writing in its own place. */
export function NoteField() {
  const written = useAppState((state) => findNote(state.design, state.renaming)?.id);
  const drafting = useAppState((state) => state.drafting);
  if (written === undefined && !drafting) return null;
  return (
    <ViewportPortal>
      {written === undefined ? <Drafted /> : <Written key={written} id={written} />}
    </ViewportPortal>
  );
}

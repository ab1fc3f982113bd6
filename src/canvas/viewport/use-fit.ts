import { useNodesInitialized } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { SceneItem } from '#drawing';
import { type Design, findNote, findResource, isAlike, type ResourceId } from '#model';
import type { State } from '#store';
import { useAppState, useAppStore } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { useScene } from '../use-scene.ts';
import {
  type Frame,
  fittingViewport,
  inspectorWidth,
  isInView,
  revealingViewport,
  sceneFrameOf,
  type Window,
} from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { aboutToBeCovered } from './use-look.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

const useFrame = () => {
  const items = useScene((state) => state.scene.items);
  return useMemo(() => sceneFrameOf(items), [items]);
};

/** Of what was chosen, this much has to stay in sight when a panel opens over it, in CSS pixels. */
const glimpse = { width: 180, height: 60 };

/** What changed since the view was last looked after. */
interface Shown {
  readonly key: string;
  readonly window: Window;
  /** Size of the whole page. */
  readonly page: string;
  readonly design: Design;
  readonly frame: Frame;
  /** Whether the last edit added something to a drawing that was all in view: it is so again afterwards. */
  readonly wasWhole: boolean;
  /** Whether the person moved the view. */
  readonly hasMoved: boolean;
  /** Whether the person has begun to work: from then on nothing may jump under the pointer. */
  readonly hasActed: boolean;
  /** What was made last and is to be seen, until the view is moved by hand. */
  readonly fresh: ResourceId | undefined;
}

const pageSize = () => `${window.innerWidth} ${window.innerHeight}`;

/** What an edit has just made: what it selected, or what a fix added and is not seen. */
function freshIn(
  { design, selection, flash }: State,
  before: Design,
  itemOf: (id: ResourceId) => SceneItem | undefined,
  isHidden: (item: SceneItem | undefined) => boolean,
): ResourceId | undefined {
  const isNew = (id: ResourceId) =>
    (findResource(design, id) ?? findNote(design, id)) !== undefined &&
    (findResource(before, id) ?? findNote(before, id)) === undefined;
  if (selection !== undefined && isNew(selection)) return selection;
  const hidden = flash.filter((id) => isNew(id) && isHidden(itemOf(id)));
  // What has a place of its own says more than the zone or the badge that came with it.
  return hidden.find((id) => itemOf(id)?.role === 'node') ?? hidden[0];
}

/**
 * Keeps the drawing in view after a design was opened, through the first verdict, until the person begins to work. From
 * then on the drawing stays where it is: it follows only the size of the page, shows what was just made where that lies
 * outside, shows all of what has grown out of a view that showed all of it, and keeps the selection from being covered.
 * Returns what to call when the view was moved by hand.
 */
export function useFitUntilMoved(view: View): () => void {
  const app = useAppStore();
  const key = useAppState((state) => state.designKey);
  const isReady = useNodesInitialized();
  const window = useWindow();
  const frame = useFrame();
  const shown = useRef<Shown | undefined>(undefined);

  useEffect(() => {
    if (!isReady || !frame || window.width === 0) return;
    const state = app.getState();
    const past = shown.current?.key === key ? shown.current : undefined;
    const page = pageSize();
    const isResized = past?.window !== window;
    const before = view.current();
    const itemOf = (id: ResourceId | undefined) =>
      id === undefined ? undefined : itemShowing(sceneStoreOf(app).getState(), state.design, id);
    const isHidden = (item: Frame | undefined) =>
      item !== undefined && revealingViewport(item, window, before) !== before;
    const isEdited = past !== undefined && past.design !== state.design;
    const fresh = isEdited ? freshIn(state, past.design, itemOf, isHidden) : undefined;
    // What a panel covers was seen before it opened.
    const open = past && { ...past.window, width: past.window.width + inspectorWidth };
    const now: Shown = {
      key,
      frame,
      wasWhole:
        isEdited && open
          ? state.design.resources.length > past.design.resources.length && isInView(past.frame, open, before)
          : past?.wasWhole === true,
      window,
      page,
      design: state.design,
      hasMoved: past?.hasMoved === true,
      hasActed: past !== undefined && (past.hasActed || state.selection !== undefined),
      // A later edit leaves it where it is.
      fresh: fresh ?? (past?.design === state.design ? past.fresh : undefined),
    };
    shown.current = now;

    const made = itemOf(now.fresh);
    const hasGrown =
      now.wasWhole && (past?.frame !== frame || (isResized && made && now.fresh === state.selection));
    const mustFit =
      !now.hasMoved &&
      (past === undefined ||
        (isResized && (!now.hasActed || past.page !== page)) ||
        ((!now.hasActed || hasGrown) && !isInView(frame, window, before)) ||
        isHidden(made));
    const fitted =
      (mustFit ? fittingViewport(frame, window, true, aboutToBeCovered(state)) : undefined) ?? before;
    const seen = made ? revealingViewport(made, window, fitted) : fitted;
    const chosen = isResized ? itemOf(state.selection) : undefined;
    const after = chosen ? revealingViewport(beginningOf(chosen, seen.zoom), window, seen) : seen;
    if (!isAlike(after, before)) view.go(after);
  }, [app, isReady, key, frame, window, view]);

  return useCallback(() => {
    if (shown.current) shown.current = { ...shown.current, hasMoved: true, fresh: undefined };
  }, []);
}

/** The upper left part of a frame, which holds its name. */
const beginningOf = ({ x, y, width, height }: Frame, zoom: number): Frame => ({
  x,
  y,
  width: Math.min(width, glimpse.width / zoom),
  height: Math.min(height, glimpse.height / zoom),
});

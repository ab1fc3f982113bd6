import { useNodesInitialized } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { type Design, findNote, findResource, isAlike, type ResourceId } from '#model';
import type { State } from '#store';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { isEmpty } from '../is-empty.ts';
import { sceneStoreOf, whenDrawn } from '../scene-store.ts';
import { useScene } from '../use-scene.ts';
import { afterPress, followPresses } from './after-press.ts';
import {
  type Frame,
  fittingViewport,
  isInView,
  sceneFrameOf,
  type Viewport,
  type Window,
} from './fitting.ts';
import { itemShowing } from './item-showing.ts';
import { type Moves, withMoves } from './load-moves.ts';
import type { Aside } from './moves.ts';
import { aboutToBeCovered } from './use-look.ts';
import type { View } from './use-view.ts';
import { useWindow } from './use-window.ts';

/** What changed since the view was last looked after. */
interface Shown {
  readonly key: string;
  readonly window: Window;
  /** Size of the whole page. */
  readonly page: string;
  /** When it became that, in milliseconds. */
  readonly pageSince: number;
  readonly design: Design;
  /** All that was drawn. */
  readonly frame: Frame;
  /** Whether the person moved the view since it was fitted. */
  readonly hasMoved: boolean;
  /** Whether the design was edited since then: the size of what is drawn is one that somebody works at. */
  readonly isWorkedAt: boolean;
  /** Whether the person has begun to work: from then on nothing may jump under the pointer. */
  readonly hasActed: boolean;
  /** Whether what was done is being said, which goes by itself. */
  readonly isTold: boolean;
  /** What was made last and is to be seen, until the view is moved by hand. */
  readonly fresh: readonly ResourceId[];
}

/** Milliseconds in which the view follows what was done: at once, but so that it is seen where all went. */
const followMs = 160;

/** Milliseconds after the page was resized in which panels fold and unfold beside the canvas: all of that is one change of its size. */
const unfoldMs = 400;

const pageSize = () => `${window.innerWidth} ${window.innerHeight}`;

/** What an edit has just made: what it selected, or what a fix added. */
function freshIn({ design, selected, flash }: State, before: Design): readonly ResourceId[] {
  const isNew = (id: ResourceId) =>
    (findResource(design, id) ?? findNote(design, id)) !== undefined &&
    (findResource(before, id) ?? findNote(before, id)) === undefined;
  const chosen = selected.filter(isNew);
  return chosen.length > 0 ? chosen : flash.filter(isNew);
}

/**
 * Keeps the drawing in view after a design was opened, through the first verdict, until the person begins to work. From
 * then on what is drawn stays where it is on the screen, at the size that it has: the view follows only the size of the
 * page, and moves no further than shows what was just made, what is chosen, or what a panel below or at the left would cover
 * although there is room for it; what one below is about to cover is shown whole from a little farther, as long as the view
 * and the design are as they were fitted. Nothing moves between two presses. Returns what to call when it was moved by hand, when it was fitted, and
 * where it came to rest.
 */
export function useFitUntilMoved(view: View) {
  const app = useAppStore();
  const { browser } = useCommandContext();
  const key = useAppState((state) => state.designKey);
  const isReady = useNodesInitialized();
  const window = useWindow();
  const items = useScene((state) => state.scene.items);
  const frame = useMemo(() => sceneFrameOf(items), [items]);
  const asides = useRef<readonly Aside[]>([]);
  const shown = useRef<Shown | undefined>(undefined);
  /** How often a hand has moved the view. */
  const hands = useRef(0);

  useEffect(() => {
    if (!isReady || !frame || window.width === 0) return;
    /** Unless a hand moves the view meanwhile. */
    const follow = (act: (moves: Moves, view: View) => void) => {
      const { current } = hands;
      afterPress(() => {
        if (hands.current !== current) return;
        withMoves((moves) =>
          act(moves, { current: view.current, go: (viewport) => view.go(viewport, followMs) }),
        );
      });
    };
    const look = () => {
      const state = app.getState();
      const past = shown.current?.key === key ? shown.current : undefined;
      if (!past) asides.current = [];
      const page = pageSize();
      // As it was left before the page was loaded anew; a window of another size shows other things there.
      const kept = past ? undefined : browser.keptView(key);
      const left = kept?.page === page ? kept : undefined;
      const isResized = past?.window !== window;
      const time = performance.now();
      const pageSince =
        past === undefined || past.page === page ? (past?.pageSince ?? Number.NEGATIVE_INFINITY) : time;
      const before = view.current();
      const itemOf = (id: ResourceId) => itemShowing(sceneStoreOf(app).getState(), state.design, id);
      const isEdited = past !== undefined && past.design !== state.design;
      const now: Shown = {
        key,
        window,
        page,
        pageSince,
        design: state.design,
        frame,
        hasMoved: past?.hasMoved === true || left !== undefined,
        isWorkedAt: isEdited || past?.isWorkedAt === true,
        hasActed: past !== undefined && (past.hasActed || isEdited || state.selection !== undefined),
        isTold: state.notice?.tone === 'note',
        // A later edit leaves it where it is.
        fresh: isEdited ? freshIn(state, past.design) : (past?.fresh ?? []),
      };
      shown.current = now;

      // Undone to nothing: ways to begin are what there is to see, and they have a size of their own.
      const isEmptied = isEdited && isEmpty(state) && !isEmpty({ ...state, design: past.design });
      const mustFit =
        isEmptied ||
        (!now.hasMoved &&
          (past === undefined ||
            (isResized && time - pageSince < unfoldMs) ||
            (!now.hasActed && (isResized || !isInView(frame, window, before)))));
      const fitted = mustFit ? fittingViewport(items, window, aboutToBeCovered(state)) : undefined;
      const first = left && { x: left.x, y: left.y, zoom: left.zoom };
      const wanted = first ?? fitted;
      if (wanted && !isAlike(wanted, before)) view.go(wanted, first && 0);
      const chosen = isResized && state.selection !== undefined ? itemOf(state.selection) : undefined;
      const isAside =
        past?.page === page &&
        past.window.height === window.height &&
        (past.window.left ?? 0) === (window.left ?? 0);
      if (fitted && chosen) follow(({ reveal }, view) => reveal(view, window, [chosen]));
      else if (isAside && isResized) {
        // What opens and closes with what is chosen moves nothing that can be seen.
        if (chosen) follow(({ keepInSight }, view) => keepInSight(view, window, chosen));
      } else if (past && isResized && past.isTold === now.isTold)
        follow(({ settle }, view) => {
          asides.current = settle(view, [past.window, window], items, {
            asides: asides.current,
            keepsZoom: now.hasMoved || now.isWorkedAt || state.notice === undefined,
            chosen,
          });
        });
      else if (past && !now.hasMoved && past.frame !== frame && isInView(past.frame, window, before))
        withMoves(({ follow }) => follow(view, window, frame));
      const made = now.fresh.flatMap((id) => itemOf(id) ?? []);
      if (made.length === 0) return;
      // What has a place of its own says more than the zone or the badge that came with it.
      const nodes = made.filter(({ role }) => role === 'node');
      const isChosen = now.fresh.every((id) => state.selected.includes(id));
      follow(({ reveal, revealTogether }, view) =>
        isChosen ? revealTogether(view, window, made) : reveal(view, window, nodes.length > 0 ? nodes : made),
      );
    };
    let isLeft = false;
    whenDrawn(app, () => {
      if (!isLeft) look();
    });
    return () => {
      isLeft = true;
    };
  }, [app, browser, isReady, key, items, frame, window, view]);

  useEffect(() => {
    const listening = new AbortController();
    const onTouch = () => {
      if (shown.current) shown.current = { ...shown.current, hasActed: true };
    };
    for (const touch of ['pointerdown', 'keydown'])
      globalThis.addEventListener(touch, onTouch, { capture: true, signal: listening.signal });
    return () => listening.abort();
  }, []);

  useEffect(followPresses, []);

  return useMemo(() => {
    const left = (hasMoved: boolean) => () => {
      hands.current += 1;
      if (shown.current) shown.current = { ...shown.current, hasMoved, isWorkedAt: hasMoved, fresh: [] };
    };
    /** Kept for when the page is loaded anew. */
    const onRested = (at: Viewport) => {
      const { current } = shown;
      if (!current) return;
      const { x, y, zoom } = at;
      browser.keepView(current.key, current.hasMoved ? { x, y, zoom, page: pageSize() } : undefined);
    };
    return { onMoved: left(true), onFitted: left(false), onRested };
  }, [browser]);
}

import { whenDrawn } from '#canvas';
import type { Browser } from '#commands';
import type { AppStore } from '#store';

const tabbable = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

const isShown = (element: Element) => element.getClientRects().length > 0;

/** What had the focus last in each part of the screen. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** The row of the findings that is current, or the first. */
const findingIn = (region: Element | null | undefined): HTMLElement | null =>
  region?.querySelector<HTMLElement>('[data-finding] [aria-current=true]') ??
  region?.querySelector<HTMLElement>('[data-finding] [aria-current]') ??
  null;

/** Where there is no finding, what says so. */
const findings = (): HTMLElement | null => {
  const region = document.querySelector<HTMLElement>('[data-region=below]');
  return findingIn(region) ?? region;
};

/**
 * Where a part of the screen is gone on with: at what is selected on the canvas, at a finding, where one was, else in the
 * outline. What was last pressed above the findings is no way into them: it may have been what hides them.
 */
function wayBack(region: HTMLElement | undefined): HTMLElement | undefined {
  const last = region && lastIn.get(region);
  const chosen = region?.querySelector<HTMLElement>('.canvas-item.is-selected');
  const line = region?.querySelector<HTMLElement>('[data-focus=outline]');
  const finding = last?.closest('[data-finding]') ? undefined : findingIn(region);
  return (
    [chosen, finding, last, line].find((one) => one && isShown(one) && one.matches(tabbable)) ?? undefined
  );
}

/** The region after or before the one that has the focus; round the screen. */
function moveToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  const first = wayBack(next) ?? [...(next?.querySelectorAll<HTMLElement>(tabbable) ?? [])].find(isShown);
  // In a field keys are letters: the way into a region is not to take them away.
  const way = first?.matches('input, textarea') ? next : (first ?? next);
  way?.focus();
}

const partAt = (place: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-focus="${place}"]`);

/**
 * What is selected, on the canvas or in the outline in its place; what has no place of its own there, such as a policy, is
 * in the inspector.
 */
const selectedThing = (): HTMLElement | null => {
  const canvas = partAt('canvas');
  return (
    canvas?.querySelector<HTMLElement>('.canvas-item.is-selected') ??
    canvas?.querySelector<HTMLElement>('.canvas-edge-button.is-selected') ??
    canvas?.querySelector<HTMLElement>('[role=treeitem][aria-selected=true]') ??
    partAt('inspector')
  );
};

/** A name or a note that is being written keeps the focus. */
const isWrittenOnCanvas = (): boolean =>
  document.activeElement?.matches('input, textarea') === true &&
  partAt('canvas')?.contains(document.activeElement) === true;

/** Frames for which a part of the screen is waited for, whose code may still be on its way. */
const patience = 180;

const focusOn = (target: HTMLElement | null): void => {
  const { activeElement } = document;
  // Somebody may be writing there by now, or choosing from a menu that was opened meanwhile.
  if (target === activeElement || activeElement?.closest('[role=menu]')) return;
  target?.focus();
  // What is typed next replaces an earlier search, and the words that a new note begins with.
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
};

/** Of the last order: what is asked for later counts. */
let hand = new AbortController();

/** The focus goes to what is found, unless a hand or a later order moves it meanwhile; where nothing comes, to the other. */
function focusOnceThere(
  find: () => HTMLElement | null,
  other: () => HTMLElement | null,
  frames = patience,
): void {
  hand.abort();
  hand = new AbortController();
  const own = hand;
  const options = { capture: true, signal: own.signal };
  window.addEventListener('pointerdown', () => own.abort(), options);
  window.addEventListener('keydown', ({ key }) => key === 'Tab' && own.abort(), options);
  const look = (left: number): void => {
    if (own.signal.aborted) return;
    const found = find();
    if (!found && left > 0) {
      requestAnimationFrame(() => look(left - 1));
      return;
    }
    own.abort();
    focusOn(found ?? other());
  };
  look(frames);
}

/** The canvas itself, or where the outline in its place is gone on with. */
const middle = (): HTMLElement | null => {
  const canvas = partAt('canvas');
  return canvas?.querySelector<HTMLElement>('[data-focus=outline]') ?? canvas;
};

/** Where nothing is selected the canvas itself has the focus. */
function focusOnCanvas(isAnySelected: boolean): void {
  if (isWrittenOnCanvas()) return;
  focusOnceThere(isAnySelected ? selectedThing : middle, middle, patience);
}

/** Of the way back from the last visit. */
let visit = new AbortController();

/** From a part that the focus is about to come to, Escape leads back to what has it now. */
function comeBackFrom(place: string): void {
  visit.abort();
  visit = new AbortController();
  const own = visit;
  const from = document.activeElement;
  const goBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    own.abort();
    if (!partAt(place)?.contains(document.activeElement) || !from?.isConnected) return;
    // Nothing else is left by it.
    event.stopPropagation();
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
  };
  document.addEventListener('keydown', goBack, { signal: own.signal });
}

/** Moves the focus once the screen shows what has just been asked for. */
export const focusMover =
  (store: AppStore): Browser['focus'] =>
  (place) => {
    if (place === 'next-region') moveToRegion(1);
    else if (place === 'previous-region') moveToRegion(-1);
    else {
      if (place === 'finding') comeBackFrom(place);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (place === 'canvas') whenDrawn(store, () => focusOnCanvas(store.getState().selected.length > 0));
          else
            focusOnceThere(
              () => (place === 'findings' ? findings() : partAt(place)),
              () => null,
            );
        }),
      );
    }
  };

/**
 * What has the focus may go with an edit, with what is no longer selected, or with the findings that are folded: then its
 * part of the screen has it, else the canvas, and keys go on from there.
 */
export function keepFocusInPart(store: AppStore): void {
  let part: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    part = target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null;
    if (part && target instanceof HTMLElement && target !== part) lastIn.set(part, target);
  });
  const handOn = () => {
    if (document.activeElement !== document.body || !part) return;
    const canvas = partAt('canvas') ?? undefined;
    (part.isConnected && isShown(part) ? part : (wayBack(canvas) ?? canvas))?.focus({ preventScroll: true });
  };
  store.subscribe(({ design, isFindingsOpen, selected, middle: shown }, before) => {
    const isSame =
      design === before.design &&
      isFindingsOpen === before.isFindingsOpen &&
      selected === before.selected &&
      shown === before.middle;
    if (isSame) return;
    // Only when all have heard of the edit is it told what is still to be drawn.
    queueMicrotask(() => whenDrawn(store, () => requestAnimationFrame(() => requestAnimationFrame(handOn))));
  });
}

import { whenDrawn } from '#canvas';
import type { Browser } from '#commands';
import type { AppStore } from '#store';

const tabbable = 'a[href], button:not([disabled]), input, select, textarea, [tabindex="0"]';

const isShown = (element: Element) => element.getClientRects().length > 0;

/** The region after or before the one that has the focus; round the screen. */
function moveToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && step === -1 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  const first = [...(next?.querySelectorAll<HTMLElement>(tabbable) ?? [])].find(isShown);
  // In a field keys are letters: the way into a region is not to take them away.
  const way = first?.matches('input, textarea') ? next : (first ?? next);
  way?.focus();
}

/**
 * What is selected on the canvas, which the focus goes to. What has no place of its own there, such as a policy, has it
 * in the inspector; where nothing is selected it is the canvas itself.
 */
function onCanvas(): HTMLElement | null {
  const canvas = document.querySelector<HTMLElement>('[data-focus="canvas"]');
  const active = document.activeElement;
  // A name or a note that is being written keeps the focus.
  if (active?.matches('input, textarea') && canvas?.contains(active)) return null;
  return (
    canvas?.querySelector('.canvas-item.is-selected')?.closest<HTMLElement>('.react-flow__node') ??
    canvas?.querySelector<HTMLElement>('.canvas-edge-button.is-selected') ??
    document.querySelector<HTMLElement>('[data-focus="inspector"]') ??
    canvas
  );
}

function focusOn(place: string): void {
  const target =
    place === 'canvas' ? onCanvas() : document.querySelector<HTMLElement>(`[data-focus="${place}"]`);
  target?.focus();
  // What is typed next replaces an earlier search, and the words that a new note begins with.
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
}

/** Frames for which a part of the screen is waited for, whose code may still be on its way. */
const patience = 180;

function focusOnceThere(place: string, frames = patience): void {
  if (frames > 0 && !document.querySelector(`[data-focus="${place}"]`))
    requestAnimationFrame(() => focusOnceThere(place, frames - 1));
  else focusOn(place);
}

/** Moves the focus once the screen shows what has just been asked for. */
export const focusMover =
  (store: AppStore): Browser['focus'] =>
  (place) => {
    if (place === 'next-region') moveToRegion(1);
    else if (place === 'previous-region') moveToRegion(-1);
    else
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (place === 'canvas') whenDrawn(store, () => focusOn(place));
          else focusOnceThere(place);
        }),
      );
  };

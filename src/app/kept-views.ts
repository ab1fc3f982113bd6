import type { KeptView } from '#commands';

const keyOf = (key: string): string => `isoplan-view:${key}`;

const isView = (value: unknown): value is KeptView =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'zoom'].every((part) => Number.isFinite((value as Record<string, unknown>)[part])) &&
  typeof (value as Record<string, unknown>).page === 'string';

/** Where the view of a design was left in this tab, where it can be read. */
export function keptView(key: string): KeptView | undefined {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(key)) ?? 'null');
    return isView(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps where it is left. A browser that keeps nothing shows the whole drawing again. */
export function keepView(key: string, view: KeptView | undefined): void {
  try {
    if (view) sessionStorage.setItem(keyOf(key), JSON.stringify(view));
    else sessionStorage.removeItem(keyOf(key));
  } catch {
    // Nothing is lost but a view.
  }
}

import type { State } from '#store';
import { onUse, useAppState } from '#ui';

const OpenCanvasMenu = onUse<{ menu: NonNullable<State['menu']> }>(
  async () => (await import('./resource-menu/OpenCanvasMenu.tsx')).OpenCanvasMenu,
  { isAtHand: true },
);

/** The menu that was asked for on the canvas. */
export function CanvasMenu() {
  const menu = useAppState((state) => state.menu);
  return menu ? <OpenCanvasMenu menu={menu} /> : null;
}

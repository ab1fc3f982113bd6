/** Milliseconds that the view takes to pan and zoom; none for people who asked for less motion. */
export const moveDuration = (): number =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240;

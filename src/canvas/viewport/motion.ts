/** Milliseconds that the view takes to pan and zoom; none for people who asked for less motion. */
export const moveDuration = (milliseconds = 240): number =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;

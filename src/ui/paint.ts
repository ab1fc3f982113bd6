import type { Paint } from '#drawing';

/** A colour of the palette as a CSS variable of the scheme in force. */
export const paint = (name: Paint): string => `var(--iso-paint-${name})`;

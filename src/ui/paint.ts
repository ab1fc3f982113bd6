import type { Token } from '#drawing';

/** A colour of the palette as a CSS variable of the scheme in force. */
export const paint = (name: Token): string => `var(--iso-paint-${name})`;

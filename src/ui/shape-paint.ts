import type { Token } from '#drawing';
import { paint } from './paint.ts';

/** A shape's paint as CSS; a shape without one has none, where SVG would have black. */
export const colourOf = (name: Token | undefined): string => (name === undefined ? 'none' : paint(name));

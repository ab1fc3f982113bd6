import type { Paint } from '#drawing';
import { paint } from '#ui';

/** A shape's paint as CSS; a shape without one has none, where SVG would have black. */
export const colourOf = (name: Paint | undefined): string =>
  name === undefined || name === 'none' ? 'none' : paint(name);

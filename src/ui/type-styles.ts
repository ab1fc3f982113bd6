import type { SVGAttributes } from 'react';
import { type TextStyle, textStyles } from '#drawing';

/** The drawing's type styles as attributes of a text, so that it is as wide as it was measured. */
export const typeOf = Object.fromEntries(
  Object.entries(textStyles).map(([name, { size, weight, family, tracking }]) => [
    name,
    {
      fontFamily: family === 'mono' ? 'var(--iso-mono)' : 'var(--iso-sans)',
      fontSize: size,
      fontWeight: weight,
      className: `canvas-text${family === 'mono' ? ' canvas-text--mono' : ''}${name.startsWith('distant') ? ' canvas-text--distant' : ''}`,
      ...(tracking === undefined ? {} : { letterSpacing: `${tracking}em` }),
    } satisfies SVGAttributes<SVGTextElement>,
  ]),
) as Readonly<Record<TextStyle, SVGAttributes<SVGTextElement>>>;

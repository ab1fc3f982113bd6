import type { CSSProperties } from 'react';
import { type TextStyle, textStyles } from '#drawing';

const inter = '"Inter Variable", Inter, system-ui, sans-serif';
const mono = 'var(--iso-mono)';

/** The drawing's type styles as CSS, so that a text is as wide as it was measured. */
export const typeOf = Object.fromEntries(
  Object.entries(textStyles).map(([name, { size, weight, family, tracking }]) => [
    name,
    {
      fontFamily: family === 'mono' ? mono : inter,
      fontSize: size,
      fontWeight: weight,
      ...(family === 'mono' ? { fontFeatureSettings: '"zero"' } : {}),
      ...(tracking === undefined ? {} : { letterSpacing: `${tracking}em` }),
    } satisfies CSSProperties,
  ]),
) as Readonly<Record<TextStyle, CSSProperties>>;

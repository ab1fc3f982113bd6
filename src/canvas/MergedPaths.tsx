import { memo } from 'react';
import { colourOf } from '#ui';
import type { MergedPath } from './merged-paths.ts';

/** Shapes that were merged, in their paints. */
export const MergedPaths = memo(function MergedPaths({ of }: { of: readonly MergedPath[] }) {
  return of.map(({ key, paint: { fill, stroke, strokeWidth, dash, cap }, d }) => (
    <path
      key={key}
      d={d}
      fill={colourOf(fill)}
      stroke={stroke === undefined ? undefined : colourOf(stroke)}
      strokeWidth={strokeWidth}
      strokeDasharray={dash}
      strokeLinecap={cap}
      strokeLinejoin="round"
    />
  ));
});

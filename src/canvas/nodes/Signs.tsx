import { memo } from 'react';
import type { SceneItem } from '#drawing';
import { Shapes } from '#ui';
import { distantMarker } from './compact-shapes.ts';

/** The signs of findings as they are seen from far away, each where its marker is. */
export const Signs = memo(function Signs({ of }: { of: readonly SceneItem[] }) {
  return of.map(({ id, x, y, markers }) => (
    <g key={id} transform={`translate(${x} ${y})`}>
      <Shapes of={markers.flatMap(({ shapes }) => distantMarker(shapes))} />
    </g>
  ));
});

import { useMemo } from 'react';
import { Shapes } from '#ui';
import { MergedPaths } from '../MergedPaths.tsx';
import { signPaths } from './sign-paths.ts';
import type { FarSign } from './signs.ts';
import { useLevel } from './use-level.ts';

/** Signs of findings as they are seen from far away. */
export function PaintedSigns({ of }: { of: readonly FarSign[] }) {
  const { unit } = useLevel();
  const { scale, paths, texts } = useMemo(() => signPaths(of, unit), [of, unit]);
  return (
    <g transform={`scale(${scale})`}>
      <MergedPaths of={paths} />
      <Shapes of={texts} />
    </g>
  );
}

import { memo, useCallback, useMemo, useState } from 'react';
import { levelOfPicture, pictureOf } from '#drawing';
import { Picture } from './Picture.tsx';
import type { Drawn } from './use-drawn.ts';

/** Of the size, so that not every pixel of another window draws anew. */
const grain = 100;

/** A design as the canvas draws it, with as much in it as can be read in the size that it has here. */
export const DesignPicture = memo(function DesignPicture({ of: { scene, added } }: { of: Drawn }) {
  const [zoom, setZoom] = useState<number>();
  const measured = useCallback(
    (box: SVGSVGElement | null) => {
      if (!box) return;
      const observer = new ResizeObserver(([entry]) => {
        const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
        setZoom(Math.floor(grain * Math.min(width / scene.width, height / scene.height)) / grain);
      });
      observer.observe(box);
      return () => observer.disconnect();
    },
    [scene],
  );
  const level = useMemo(() => levelOfPicture(zoom ?? 0), [zoom]);
  const picture = useMemo(() => pictureOf(scene, level, added), [scene, level, added]);
  return (
    <Picture of={zoom === undefined ? { ...picture, parts: [] } : picture} level={level} ref={measured} />
  );
});

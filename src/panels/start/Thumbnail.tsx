import { memo, useMemo } from 'react';
import { thumbnailOf } from '#drawing';
import type { Design, ResourceId } from '#model';
import { Picture } from './Picture.tsx';

/** A design as a small picture without words. */
export const Thumbnail = memo(function Thumbnail({
  design,
  added,
}: {
  design: Design;
  /** Drawn as new. */
  added?: ReadonlySet<ResourceId>;
}) {
  return <Picture of={useMemo(() => thumbnailOf(design, added), [design, added])} />;
});

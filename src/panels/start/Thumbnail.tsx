import { memo, useMemo } from 'react';
import { thumbnailOf } from '#drawing';
import type { Design } from '#model';
import { Picture } from './Picture.tsx';

/** A design as a small picture with names. */
export const Thumbnail = memo(function Thumbnail({ design }: { design: Design }) {
  return <Picture of={useMemo(() => thumbnailOf(design), [design])} />;
});

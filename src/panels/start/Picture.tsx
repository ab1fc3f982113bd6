import type { Thumbnail } from '#drawing';
import { Shapes, styled } from '#ui';

const Drawing = styled('svg')({ display: 'block', width: '100%', height: '100%', overflow: 'hidden' });

/** A small picture as large as its place. Decorative: words beside it say what it shows. */
export const Picture = ({ of: { viewBox, shapes } }: { of: Thumbnail }) => (
  <Drawing viewBox={viewBox} aria-hidden="true">
    <Shapes of={shapes} />
  </Drawing>
);

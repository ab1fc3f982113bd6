import { paint } from '#ui';

/** A mask for what scrolls with room at its ends: what goes on beyond an edge fades out there. */
export const fadingEdges =
  'linear-gradient(to bottom, transparent, black 16px, black calc(100% - 20px), transparent)';

/** As the first of what scrolls, over it: what has gone on above its head fades out there, and is not sliced. */
export const fadeAbove = {
  content: '""',
  display: 'block',
  position: 'sticky',
  top: 0,
  zIndex: 0,
  height: 12,
  marginBottom: -12,
  background: `linear-gradient(${paint('panel')}, transparent)`,
  pointerEvents: 'none',
} as const;

/** As the last of what scrolls: what goes on below its foot fades out, so that it is seen to go on. */
export const fade = {
  content: '""',
  display: 'block',
  position: 'sticky',
  bottom: 0,
  height: 20,
  background: `linear-gradient(to top, ${paint('panel')}, transparent)`,
  pointerEvents: 'none',
} as const;

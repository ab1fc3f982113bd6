import { paint } from '#ui';

/** A mask for what scrolls with room at its ends: what goes on beyond an edge fades out there. */
export const fadingEdges =
  'linear-gradient(to bottom, transparent, black 16px, black calc(100% - 20px), transparent)';

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

import { paint } from '#ui';

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

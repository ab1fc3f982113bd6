import type { NoteTone } from '#model';
import { IconTile } from './IconTile.tsx';

/** A note's icon on the tint of what it is about. */
export const NoteTile = ({ tone = 'neutral', size }: { tone?: NoteTone; size?: number }) => (
  <IconTile icon="note" colour={tone} {...(size === undefined ? {} : { size })} />
);

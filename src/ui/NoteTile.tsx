import { styled } from '@mui/material/styles';
import type { NoteTone } from '#model';
import { Icon } from './Icon.tsx';
import { paint } from './paint.ts';

const Tile = styled('span')({ display: 'grid', placeItems: 'center', flex: 'none' });

/** A note's icon on the tint of what it is about. */
export const NoteTile = ({ tone = 'neutral', size = 20 }: { tone?: NoteTone; size?: number }) => (
  <Tile
    style={{
      width: size,
      height: size,
      borderRadius: size < 24 ? 5 : size > 30 ? 9 : 7,
      color: paint(tone),
      backgroundColor: paint(`${tone}-tint`),
    }}
  >
    <Icon icon="note" size={Math.round(size * (size < 24 ? 0.7 : 2 / 3))} />
  </Tile>
);

import { styled } from '@mui/material/styles';
import { Icon } from './Icon.tsx';
import { paint } from './paint.ts';

const Tile = styled('span')({ display: 'grid', placeItems: 'center', flex: 'none' });

/** An icon on the tint of a colour that has one. */
export const IconTile = ({ icon, colour, size = 20 }: { icon: string; colour: string; size?: number }) => (
  <Tile
    style={{
      width: size,
      height: size,
      borderRadius: size < 24 ? 5 : size > 30 ? 9 : 7,
      color: paint(colour),
      backgroundColor: paint(`${colour}-tint`),
    }}
  >
    <Icon icon={icon} size={Math.round(size * (size < 24 ? 0.7 : 2 / 3))} />
  </Tile>
);

import { styled } from '@mui/material/styles';
import { categoryOf, iconOf } from '#drawing';
import type { ResourceKind } from '#model';
import { Icon } from './Icon.tsx';
import { paint } from './paint.ts';

const Tile = styled('span')({ display: 'grid', placeItems: 'center', flex: 'none' });

/** A resource's icon on the tint of its category. */
export const ResourceTile = ({ kind, size = 20 }: { kind: ResourceKind; size?: number }) => {
  const category = categoryOf(kind);
  return (
    <Tile
      style={{
        width: size,
        height: size,
        borderRadius: size < 24 ? 5 : size > 30 ? 9 : 7,
        color: paint(category),
        backgroundColor: paint(`${category}-tint`),
      }}
    >
      <Icon icon={iconOf(kind)} size={Math.round(size * (size < 24 ? 0.7 : 2 / 3))} />
    </Tile>
  );
};

import { memo } from 'react';
import type { Hue } from '#drawing';
import { Icon } from './Icon.tsx';
import { paint } from './paint.ts';

/** An icon on the tint of a colour that has one. */
export const IconTile = memo(function IconTile({
  icon,
  colour,
  size = 20,
}: {
  icon: string;
  colour: Hue;
  size?: number;
}) {
  return (
    <span
      style={{
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: size < 24 ? 5 : size > 30 ? 9 : 7,
        color: paint(colour),
        backgroundColor: paint(`${colour}-tint`),
      }}
    >
      <Icon icon={icon} size={Math.round(size * (size < 24 ? 0.7 : 2 / 3))} />
    </span>
  );
});

import { memo, useMemo } from 'react';
import { farNames } from '#drawing';
import { colourOf, Shapes } from '#ui';
import { useScene } from '../use-scene.ts';
import { roomsOfSigns } from './rooms-of-signs.ts';
import { useLevel } from './use-level.ts';

/** The names of containers as large as they can be read, each on ground of its own: lines pass behind it. */
export const FarNames = memo(function FarNames({
  moving,
  isMoving,
}: {
  moving: ReadonlySet<string>;
  /** Of what is dragged, or of the rest. */
  isMoving: boolean;
}) {
  const level = useLevel();
  const items = useScene((state) => state.scene.items);
  const names = useMemo(() => farNames(items, level, roomsOfSigns(items, level)), [items, level]);
  return names
    .filter(({ id }) => moving.has(id) === isMoving)
    .map(({ id, x, y, width, height, ground, text }) => (
      <g key={id} className="canvas-far-name">
        <rect x={x} y={y} width={width} height={height} rx={height / 5} fill={colourOf(ground)} />
        <Shapes of={[text]} />
      </g>
    ));
});

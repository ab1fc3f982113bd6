import { memo, useMemo } from 'react';
import type { SceneItem } from '#drawing';
import { Shapes } from '#ui';
import { useScene } from '../use-scene.ts';
import type { Frame } from '../viewport/fitting.ts';
import { PaintedSigns } from './PaintedSigns.tsx';
import { signsOf } from './signs.ts';
import { useLevel } from './use-level.ts';

/** How far a sign reaches over the border of what it stands at. */
const over = 12;

const meets = (one: Frame, other: Frame): boolean =>
  one.x - over < other.x + other.width &&
  other.x < one.x + one.width + over &&
  one.y - over < other.y + other.height &&
  other.y < one.y + one.height + over;

/**
 * The signs of findings once more, within a picture over what tints some places: at those places and in them, but for what
 * is in the hand.
 */
export const SignsOver = memo(function SignsOver({
  places,
  moving,
}: {
  places: readonly SceneItem[];
  moving?: ReadonlySet<string>;
}) {
  const level = useLevel();
  const items = useScene((state) => state.scene.items);
  const signed = useMemo(
    () =>
      items.filter(
        (item) =>
          item.markers.length > 0 && !moving?.has(item.id) && places.some((place) => meets(item, place)),
      ),
    [items, places, moving],
  );
  const smaller = useMemo(() => {
    if (level.detail === 'full') return [];
    const wanted = new Set(signed);
    return signsOf(items, level).filter(({ item }) => wanted.has(item));
  }, [items, signed, level]);
  if (level.detail !== 'full') return <PaintedSigns of={smaller} />;
  return signed.map(({ id, x, y, markers }) => (
    <g key={id} transform={`translate(${x} ${y})`}>
      {markers.map(({ fingerprint, shapes }) => (
        <Shapes key={fingerprint} of={shapes} />
      ))}
    </g>
  ));
});

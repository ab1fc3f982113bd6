import type { SceneItem } from '#drawing';
import { SignsOver } from '../nodes/SignsOver.tsx';
import { radiusOf } from '../to-flow.ts';

/** Outlines of what a line may lead to, within a picture over the drawing; most of all of what it has come to. */
export const LitItems = ({
  items,
  chosen,
}: {
  items: readonly SceneItem[];
  chosen: SceneItem | undefined;
}) => (
  <>
    {items.map((item) => (
      <rect
        key={item.id}
        data-is-over={item === chosen}
        x={item.x}
        y={item.y}
        width={item.width}
        height={item.height}
        rx={radiusOf(item)}
      />
    ))}
    <g>
      <SignsOver places={items} />
    </g>
  </>
);

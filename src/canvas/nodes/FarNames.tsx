import type { SceneItem } from '#drawing';
import { type ItemNodeType, layers } from '../to-flow.ts';

/** The name of a network as it is written in its header. */
const nameOf = ({ shapes }: SceneItem) => shapes.find((shape) => shape.type === 'text')?.text;

/** From far away: the names of networks as large as they can be read, where their boxes have room for them. */
export function FarNames({
  nodes,
  itemOf,
  moving,
}: {
  nodes: readonly ItemNodeType[];
  itemOf: ReadonlyMap<string, SceneItem>;
  moving: ReadonlySet<string>;
}) {
  return nodes
    .filter(({ id, parentId, data }) => data.isNetwork && parentId !== undefined && !moving.has(id))
    .flatMap(({ id }) => itemOf.get(id) ?? [])
    .map((item) => (
      <div
        key={item.id}
        className="canvas-far-name"
        style={{
          transform: `translate(${item.x}px, ${item.y}px)`,
          width: item.width,
          zIndex: layers.content,
        }}
        aria-hidden="true"
      >
        <span>{nameOf(item)}</span>
      </div>
    ));
}

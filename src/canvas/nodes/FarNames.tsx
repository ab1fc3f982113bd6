import type { SceneItem } from '#drawing';
import { type ItemNodeType, layers } from '../to-flow.ts';

/** The name of a network as it is written in its header; none of what is no network, or open ground around some. */
function nameOf({ role, shapes: [frame, ...others] }: SceneItem): string | undefined {
  if (role !== 'container' || frame?.type !== 'rect' || frame.fill === undefined) return undefined;
  const name = others.find((shape) => shape.type === 'text');
  return name?.style === 'container-name' ? (name.full ?? name.text) : undefined;
}

/** From far away: the names of networks as large as they can be read, where their boxes have room for a part of them. */
export function FarNames({
  nodes,
  itemOf,
  moving,
}: {
  nodes: readonly ItemNodeType[];
  itemOf: ReadonlyMap<string, SceneItem>;
  moving: ReadonlySet<string>;
}) {
  return nodes.flatMap(({ id }) => {
    const item = moving.has(id) ? undefined : itemOf.get(id);
    const name = item && nameOf(item);
    if (!item || name === undefined) return [];
    return (
      <div
        key={id}
        className="canvas-far-name"
        style={{
          transform: `translate(${item.x}px, ${item.y}px)`,
          width: item.width,
          zIndex: layers.content,
        }}
        aria-hidden="true"
      >
        <span data-is-numbered={/\d$/.test(name)}>
          <bdi>{name}</bdi>
        </span>
      </div>
    );
  });
}

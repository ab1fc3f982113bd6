import { ViewportPortal } from '@xyflow/react';
import { placeName, type SceneItem } from '#drawing';
import { holds } from '#layout';
import { findResource } from '#model';
import { useAppState } from '#ui';
import { isNetwork, layers, radiusOf } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { openGroundOf } from './open-ground.ts';
import { legalItems } from './place.ts';
import type { DropTarget } from './target.ts';

const boxOf = (item: SceneItem) => ({
  transform: `translate(${item.x}px, ${item.y}px)`,
  width: item.width,
  height: item.height,
  borderRadius: radiusOf(item),
});

/** Lights the containers that may take what is dragged, and strikes out the one under the pointer where it may not. */
export function DropLayer({ target }: { target: DropTarget }) {
  const { kinds, verdict } = target;
  const design = useAppState((state) => state.design);
  const scene = useScene((state) => state.scene);
  const legal = legalItems(scene, design, kinds);
  const over = verdict?.item;
  const drop = verdict?.outcome === 'legal' ? verdict : undefined;
  const refused =
    verdict?.outcome === 'refused' && over ? (
      <div className="canvas-drop-refused" style={boxOf(over)}>
        <div style={{ clipPath: openGroundOf(over, scene.items) }} />
      </div>
    ) : null;
  // What is struck out never covers the places in it that would do, nor the lines between them.
  const isAround = over !== undefined && legal.some((item) => item.id !== over.id && holds(over, item));
  const subnet = drop?.attachTo === undefined ? undefined : findResource(design, drop.attachTo);
  return (
    <ViewportPortal>
      <div className="canvas-drop" style={{ zIndex: layers.overlay }} aria-hidden="true">
        {legal.map((item) => {
          const resource = findResource(design, item.resource);
          const classes = ['canvas-drop-place'];
          if (isNetwork(resource?.kind)) classes.push('is-network');
          if (resource?.kind === 'region') classes.push('is-region');
          const isOver = drop !== undefined && over?.id === item.id;
          if (isOver) classes.push('is-over');
          const isNearest = verdict?.outcome === 'refused' && verdict.nearest?.id === item.id;
          if (isNearest) classes.push('is-nearest');
          return (
            <div key={item.id} className={classes.join(' ')} style={boxOf(item)}>
              {/* The others are lit, and their names can be read. */}
              {isOver || isNearest ? (
                <span>
                  Drop in {resource ? placeName(resource) : ''}
                  {isOver && drop.newSubnetName ? `, in a new ${drop.newSubnetName}` : ''}
                </span>
              ) : null}
            </div>
          );
        })}
        {subnet && over ? (
          <div className="canvas-drop-place is-over" style={boxOf(over)}>
            <span>Attach to {subnet.name}</span>
          </div>
        ) : null}
      </div>
      {refused ? (
        <div
          className="canvas-drop"
          style={{ zIndex: isAround ? layers.network : layers.overlay }}
          aria-hidden="true"
        >
          {refused}
        </div>
      ) : null}
    </ViewportPortal>
  );
}

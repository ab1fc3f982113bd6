import { ViewportPortal } from '@xyflow/react';
import { attachedTo, isAttachable } from '#commands';
import { placeName, type SceneItem } from '#drawing';
import { holds } from '#layout';
import { findResource } from '#model';
import { useAppState } from '#ui';
import { isNetwork, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { HandWords } from './HandWords.tsx';
import { legalItems } from './place.ts';
import { boxOf, RefusalReason, RefusedPlace } from './Refused.tsx';
import type { DropTarget } from './target.ts';

const none: readonly SceneItem[] = [];

/** Lights the containers that may take what is dragged, and strikes out the one under the pointer where it may not. */
export function DropLayer({ target }: { target: DropTarget }) {
  const { kinds, verdict, at } = target;
  const design = useAppState((state) => state.design);
  const scene = useScene((state) => state.scene);
  const legal = legalItems(scene, design, kinds);
  const over = verdict?.item;
  const drop = verdict?.outcome === 'legal' ? verdict : undefined;
  const refusal = verdict?.outcome === 'refused' ? verdict : undefined;
  // What is struck out never covers the places in it that would do, nor the lines between them.
  const isAround = over !== undefined && legal.some((item) => item.id !== over.id && holds(over, item));
  // Where it might go instead is seen; a region is all around.
  const within = legal.filter(({ resource }) => findResource(design, resource)?.kind !== 'region');
  const subnet = drop?.attachTo === undefined ? undefined : findResource(design, drop.attachTo);
  const [kind] = kinds;
  const old =
    subnet?.kind === 'subnet' && kind && isAttachable(kind)
      ? findResource(design, attachedTo(subnet, kind))
      : undefined;
  const place = findResource(design, over?.resource);
  return (
    <>
      <ViewportPortal>
        <div className="canvas-drop" style={{ zIndex: layers.overlay }} aria-hidden="true">
          {legal.map((item) => {
            const resource = findResource(design, item.resource);
            const classes = ['canvas-drop-place'];
            if (isNetwork(resource?.kind)) classes.push('is-network');
            if (resource?.kind === 'region') classes.push('is-region');
            const isOver = drop !== undefined && over?.id === item.id;
            if (isOver) classes.push('is-over');
            const isNearest = refusal?.nearest?.id === item.id;
            if (isNearest) classes.push('is-nearest');
            return <div key={item.id} className={classes.join(' ')} style={boxOf(item)} />;
          })}
          {subnet && over ? <div className="canvas-drop-place is-over" style={boxOf(over)} /> : null}
        </div>
        {refusal && over ? (
          <div
            className="canvas-drop"
            style={{ zIndex: isAround ? layers.network : layers.overlay }}
            aria-hidden="true"
          >
            <RefusedPlace item={over} />
          </div>
        ) : null}
      </ViewportPortal>
      {drop && place && at ? (
        <HandWords key={`${over?.id} ${drop.newSubnetName}`} at={at} places={none} tone="legal">
          {subnet
            ? old
              ? `In place of ${old.name}`
              : `Attach to ${subnet.name}`
            : `Drop in ${placeName(place)}${drop.newSubnetName ? `, in a new ${drop.newSubnetName}` : ''}`}
        </HandWords>
      ) : null}
      {refusal && at ? (
        <RefusalReason
          key={`${over?.id} ${refusal.reason}`}
          reason={refusal.reason}
          at={at}
          places={over ? [over, ...within] : within}
        />
      ) : null}
    </>
  );
}

import { ViewportPortal } from '@xyflow/react';
import { attachedTo, isAttachable, mayAttach } from '#commands';
import { placeName } from '#drawing';
import { holds } from '#layout';
import { findResource, type Resource } from '#model';
import { useAppState } from '#ui';
import { SignsOver } from '../nodes/SignsOver.tsx';
import { isNetwork, layers } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import { HandWords } from './HandWords.tsx';
import { legalItems } from './place.ts';
import { boxOf, RefusalReason, RefusedPlace } from './Refused.tsx';
import type { DropTarget } from './target.ts';

/** Lights what may take what is dragged, and tells what would come of letting go. */
export const DropLayer = (props: { target: DropTarget; moving: ReadonlySet<string> }) => {
  const { isNote, about, at } = props.target;
  if (!isNote) return <Places {...props} />;
  return at ? (
    <HandWords key={about?.id} at={at} places={[]} tone="legal">
      {about ? `Attach the note to ${about.name}` : 'Drop the note here'}
    </HandWords>
  ) : null;
};

/** Lights the containers that may take what is dragged, and strikes out the one under the pointer where it may not; `moving` is in the hand. */
function Places({ target, moving }: { target: DropTarget; moving: ReadonlySet<string> }) {
  const { kinds, verdict, at, count = 1 } = target;
  const design = useAppState((state) => state.design);
  const scene = useScene((state) => state.scene);
  const [kind] = kinds;
  const takes = (subnet: Resource | undefined) =>
    subnet?.kind === 'subnet' && kind !== undefined && kinds.length === 1 && mayAttach(subnet, kind);
  // What is attached to subnets lies in the region, and is dropped on any of both.
  const legal = [
    ...new Set([
      ...legalItems(scene, design, kinds),
      ...scene.items.filter(({ resource }) => takes(findResource(design, resource))),
    ]),
  ];
  const over = verdict?.item;
  const drop = verdict?.outcome === 'legal' ? verdict : undefined;
  const refusal = verdict?.outcome === 'refused' ? verdict : undefined;
  // What is struck out never covers the places in it that would do, nor the lines between them.
  const isAround = over !== undefined && legal.some((item) => item.id !== over.id && holds(over, item));
  // Where it might go instead is seen; a region is all around.
  const within = legal.filter(({ resource }) => findResource(design, resource)?.kind !== 'region');
  const subnet = drop?.attachTo === undefined ? undefined : findResource(design, drop.attachTo);
  const old =
    subnet?.kind === 'subnet' && kind && isAttachable(kind)
      ? findResource(design, attachedTo(subnet, kind))
      : undefined;
  const place = findResource(design, over?.resource);
  // Words that stand in another place would be read as being about that.
  const others = scene.items.filter(
    (item) => item.role === 'container' && over && !holds(item, over) && !holds(over, item),
  );
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
        <svg className="canvas-edges" style={{ zIndex: layers.overlay }} aria-hidden="true">
          <SignsOver places={refusal && over ? [...legal, over] : legal} moving={moving} />
        </svg>
      </ViewportPortal>
      {drop && place && at ? (
        <HandWords key={`${over?.id} ${drop.newSubnetName}`} at={at} places={others} tone="legal">
          {subnet
            ? old
              ? `In place of ${old.name}`
              : `Attach to ${subnet.name}`
            : `${count > 1 ? `Move ${count} into` : 'Drop in'} ${placeName(place)}${drop.newSubnetName ? `, in a new ${drop.newSubnetName}` : ''}`}
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

import { useReactFlow, useStore, useStoreApi, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, useEffect, useState } from 'react';
import { useAppStore } from '#ui';
import { sceneStoreOf } from '../scene-store.ts';
import { layers } from '../to-flow.ts';
import { useItem } from '../use-scene.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { type MarkerPlace, markerNear } from './near-marker.ts';
import { signsFrom } from './signs.ts';

/** How near a pointer or a finger comes to a sign to mean it, in CSS pixels: further away it means the box beside it. */
const reach = { pointer: 7, finger: 12 } as const;

/** As large as a marker is at full size, in CSS pixels. */
const size = { '--canvas-reach': '24px' } as CSSProperties;

/** A marker at its full size, however far away it is. */
function Lens({ item: id, fingerprint }: MarkerPlace) {
  const item = useItem(id);
  const zoom = useStore((state) => state.transform[2]);
  const marker = item?.markers.find((one) => one.fingerprint === fingerprint);
  if (!item || !marker) return null;
  const { x, y } = signsFrom(item);
  const transform = `translate(${x + marker.x}px, ${y + marker.y}px) scale(${1 / zoom}) translate(${-marker.x}px, ${-marker.y}px)`;
  return (
    <ViewportPortal>
      <div
        style={{ ...size, position: 'absolute', transformOrigin: '0 0', transform, zIndex: layers.overlay }}
      >
        <MarkerButton marker={marker} resource={item.resource} />
      </div>
    </ViewportPortal>
  );
}

/** From far away, where the signs of findings are painted together: the one that a pointer has come to, to be read and pressed. */
export function NearMarker() {
  const app = useAppStore();
  const flow = useStoreApi();
  const { screenToFlowPosition } = useReactFlow();
  const [near, setNear] = useState<MarkerPlace | undefined>();
  useEffect(() => {
    const { domNode } = flow.getState();
    const nearTo = ({ clientX, clientY }: MouseEvent, within: number) => {
      const { scene } = sceneStoreOf(app).getState();
      const point = screenToFlowPosition({ x: clientX, y: clientY });
      return markerNear(scene.items, point, within / flow.getState().transform[2]);
    };
    const find = (event: PointerEvent) => {
      if (event.buttons !== 0) return;
      const found = nearTo(event, reach.pointer);
      setNear((known) =>
        known?.item === found?.item && known?.fingerprint === found?.fingerprint ? known : found,
      );
    };
    const leave = () => setNear(undefined);
    // A finger comes to nothing before it presses.
    const press = (event: MouseEvent) => {
      if ((event as PointerEvent).pointerType !== 'touch') return;
      const found = nearTo(event, reach.finger);
      if (!found) return;
      event.stopPropagation();
      const { itemOf } = sceneStoreOf(app).getState();
      app.getState().openFinding(found.fingerprint, itemOf.get(found.item)?.resource);
    };
    domNode?.addEventListener('pointermove', find);
    domNode?.addEventListener('pointerleave', leave);
    domNode?.addEventListener('click', press, true);
    return () => {
      domNode?.removeEventListener('click', press, true);
      domNode?.removeEventListener('pointermove', find);
      domNode?.removeEventListener('pointerleave', leave);
    };
  }, [app, flow, screenToFlowPosition]);
  return near ? <Lens {...near} /> : null;
}

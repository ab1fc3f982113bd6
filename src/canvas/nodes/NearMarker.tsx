import { useReactFlow, useStore, useStoreApi, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, useEffect, useState } from 'react';
import { markerOfSum } from '#drawing';
import { useAppStore } from '#ui';
import { layers } from '../to-flow.ts';
import { MarkerButton } from './MarkerButton.tsx';
import { signNear } from './sign-near.ts';
import type { FarSign } from './signs.ts';

/** How near a pointer or a finger comes to a sign to mean it, in CSS pixels: further away it means the box beside it. */
const reach = { pointer: 1, finger: 6 } as const;

/** As large as a marker is at full size, in CSS pixels. */
const size = { '--canvas-reach': '24px' } as CSSProperties;

/** A sign as a marker at its full size, however far away it is. */
function Lens({ item, worst, findings, x, y }: FarSign) {
  const zoom = useStore((state) => state.transform[2]);
  const more = findings.length - 1;
  const transform = `translate(${x}px, ${y}px) scale(${1 / zoom})`;
  return (
    <ViewportPortal>
      <div
        style={{ ...size, position: 'absolute', transformOrigin: '0 0', transform, zIndex: layers.overlay }}
      >
        <MarkerButton marker={markerOfSum(worst, more, 0, 0)} resource={item.resource} more={more} />
      </div>
    </ViewportPortal>
  );
}

/** From far away, where the signs of findings are painted together: the one that a pointer has come to, to be read and pressed. */
export function NearMarker({ of: signs }: { of: readonly FarSign[] }) {
  const app = useAppStore();
  const flow = useStoreApi();
  const { screenToFlowPosition } = useReactFlow();
  const [near, setNear] = useState<FarSign | undefined>();
  useEffect(() => {
    const { domNode } = flow.getState();
    const nearTo = ({ clientX, clientY }: MouseEvent, within: number) => {
      const point = screenToFlowPosition({ x: clientX, y: clientY });
      return signNear(signs, point, within / flow.getState().transform[2]);
    };
    const find = (event: PointerEvent) => {
      if (event.buttons !== 0) return;
      setNear(nearTo(event, reach.pointer));
    };
    const leave = () => setNear(undefined);
    // A finger comes to nothing before it presses.
    const press = (event: MouseEvent) => {
      if ((event as PointerEvent).pointerType !== 'touch') return;
      const found = nearTo(event, reach.finger);
      if (!found) return;
      event.stopPropagation();
      app.getState().openFinding(found.worst.fingerprint, found.item.resource);
    };
    domNode?.addEventListener('pointermove', find);
    domNode?.addEventListener('pointerleave', leave);
    domNode?.addEventListener('click', press, true);
    return () => {
      domNode?.removeEventListener('click', press, true);
      domNode?.removeEventListener('pointermove', find);
      domNode?.removeEventListener('pointerleave', leave);
    };
  }, [app, flow, signs, screenToFlowPosition]);
  return near ? <Lens {...near} /> : null;
}

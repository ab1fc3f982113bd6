import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, type PointerEvent, useRef, useState } from 'react';
import { isResizable, resizeTo } from '#commands';
import { type Point, placeName, type SceneItem } from '#drawing';
import { findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { HandWords } from '../drop/HandWords.tsx';
import { drawNow } from '../scene-store.ts';
import { layers, radiusOf } from '../to-flow.ts';
import { useScene } from '../use-scene.ts';
import type { Frame } from '../viewport/fitting.ts';

const sides = [
  { id: 'right', x: 1, y: 0 },
  { id: 'bottom', x: 0, y: 1 },
  { id: 'corner', x: 1, y: 1 },
] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

function Handles({ item, id, onStart }: { item: SceneItem; id: ResourceId; onStart: () => void }) {
  const context = useCommandContext();
  const app = useAppStore();
  const { getZoom } = useReactFlow();
  const start = useRef<(Size & { readonly x: number; readonly y: number }) | undefined>(undefined);
  const [size, setSize] = useState<Size | undefined>();
  const [at, setAt] = useState<Point>({ x: 0, y: 0 });
  const place = useAppState((state) => findResource(state.design, findResource(state.design, id)?.parent));
  const around = useScene((state) => state.itemOf.get(item.parent ?? ''));

  const sizeAt = (event: PointerEvent, side: (typeof sides)[number]): Size | undefined => {
    const from = start.current;
    if (!from) return undefined;
    const zoom = getZoom();
    return {
      width: Math.max(60, Math.round(from.width + (side.x * (event.clientX - from.x)) / zoom)),
      height: Math.max(
        item.role === 'note' ? 32 : 60,
        Math.round(from.height + (side.y * (event.clientY - from.y)) / zoom),
      ),
    };
  };
  const shown = size ?? item;
  const isOut = size && around && item.role !== 'note' && isBeyond({ ...item, ...size }, around);
  return (
    <>
      <div
        className="canvas-resize nodrag nopan"
        data-is-resizing={size !== undefined}
        style={
          {
            transform: `translate(${item.x}px, ${item.y}px)`,
            width: shown.width,
            height: shown.height,
            borderRadius: radiusOf(item),
            zIndex: layers.overlay,
            '--corner': `${radiusOf(item)}px`,
          } as CSSProperties
        }
      >
        {sides.map((side) => (
          <span
            key={side.id}
            className="handle"
            data-side={side.id}
            onPointerDown={(event) => {
              event.stopPropagation();
              onStart();
              event.currentTarget.setPointerCapture(event.pointerId);
              start.current = { x: event.clientX, y: event.clientY, width: item.width, height: item.height };
            }}
            onPointerMove={(event) => {
              setSize(sizeAt(event, side));
              setAt({ x: event.clientX, y: event.clientY });
            }}
            onPointerUp={(event) => {
              const final = sizeAt(event, side);
              start.current = undefined;
              setSize(undefined);
              if (!final) return;
              resizeTo(context, id, final);
              drawNow(app);
            }}
          />
        ))}
      </div>
      {isOut && place ? (
        <HandWords at={at} places={[item]} tone="legal">
          {`${placeName(place)} grows with it`}
        </HandWords>
      ) : null}
    </>
  );
}

const isBeyond = (box: Frame, around: Frame): boolean =>
  box.x + box.width > around.x + around.width || box.y + box.height > around.y + around.height;

/** Sides and corner of the selected container or note, to make it larger by: the view then stays as it is. By keyboard that is a command. */
export function ResizeHandles({ onStart }: { onStart: () => void }) {
  const selection = useAppState((state) => state.selection);
  const kind = useAppState((state) => findResource(state.design, state.selection)?.kind);
  const isAlone = useAppState((state) => state.selected.length === 1);
  const item = useScene((state) => state.itemOf.get(selection ?? ''));
  const isSizable = item?.role === 'note' || (item?.role === 'container' && isResizable(kind));
  if (!item || selection === undefined || !isAlone || !isSizable) return null;
  return (
    <ViewportPortal>
      <Handles item={item} id={selection} onStart={onStart} />
    </ViewportPortal>
  );
}

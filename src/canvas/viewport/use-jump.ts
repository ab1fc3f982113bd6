import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { SceneItem } from '#drawing';
import { type Design, findResource, type ResourceId, referencesOf } from '#model';
import { useAppState, useAppStore } from '#ui';
import { type SceneState, sceneStoreOf } from '../scene-store.ts';
import { moveDuration } from './motion.ts';

/** Below this zoom names cannot be read, so a jump comes closer. */
const readableZoom = 0.75;

/** Where a resource is seen: its own item, that of what refers to it (a security group is a badge), or its container's. */
export function itemShowing(
  { scene }: Pick<SceneState, 'scene'>,
  design: Design,
  id: ResourceId,
): SceneItem | undefined {
  const itemOf = (resource: ResourceId | undefined) =>
    scene.items.find((item) => resource !== undefined && item.resource === resource);
  const own = itemOf(id);
  if (own) return own;
  for (const resource of design.resources) {
    const item = referencesOf(resource).includes(id) ? itemOf(resource.id) : undefined;
    if (item) return item;
  }
  return itemOf(findResource(design, id)?.parent);
}

/** Brings the resource that somebody asked for into view. */
export function useJump(): void {
  const app = useAppStore();
  const jump = useAppState((state) => state.jump);
  const { setCenter, getZoom } = useReactFlow();
  const done = useRef(jump);
  useEffect(() => {
    if (jump === undefined || jump === done.current) return;
    done.current = jump;
    const item = itemShowing(sceneStoreOf(app).getState(), app.getState().design, jump.to);
    if (!item) return;
    const zoom = Math.max(getZoom(), readableZoom);
    void setCenter(item.x + item.width / 2, item.y + item.height / 2, { zoom, duration: moveDuration() });
  }, [jump, app, setCenter, getZoom]);
}

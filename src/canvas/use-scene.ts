import { useStore } from 'zustand';
import type { SceneItem } from '#drawing';
import { useAppStore } from '#ui';
import { type SceneState, sceneStoreOf } from './scene-store.ts';

/** What the selector picks of the scene, rendered anew when it changes by reference. */
export const useScene = <T>(selector: (state: SceneState) => T): T =>
  useStore(sceneStoreOf(useAppStore()), selector);

/** The item of an id; `undefined` in the moment between its removal and that of its node. */
export const useItem = (id: string): SceneItem | undefined => useScene((state) => state.itemOf.get(id));

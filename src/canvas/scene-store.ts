import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type DrawingMemory,
  drawingMemory,
  drawScene,
  type Scene,
  type SceneEdge,
  type SceneItem,
} from '#drawing';
import { type Design, findResource } from '#model';
import { deriveNetwork, type Network } from '#network';
import type { CheckResult, Finding } from '#rules';
import type { AppStore } from '#store';
import { keepSame } from './same.ts';
import { type ItemNodeType, toFlow } from './to-flow.ts';

/** The scene of the design on screen and what React Flow needs of it; what an edit leaves alone keeps its identity. */
export interface SceneState {
  readonly scene: Scene;
  readonly nodes: readonly ItemNodeType[];
  readonly itemOf: ReadonlyMap<string, SceneItem>;
  readonly edgeOf: ReadonlyMap<string, SceneEdge>;
}

const networks = new WeakMap<Design['resources'], Network>();

/** A move on the canvas changes no network. */
function networkOf(design: Design): Network {
  const known = networks.get(design.resources);
  if (known) return known;
  const network = deriveNetwork(design);
  networks.set(design.resources, network);
  return network;
}

/** The finding of an item that a fix can settle. */
export const fixableOf = ({ findings }: SceneItem, result: CheckResult): Finding | undefined =>
  result.findings.find(({ fingerprint, fixes }) => fixes.length > 0 && findings.includes(fingerprint));

const byId = <T extends { readonly id: string }>(entries: readonly T[]) =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** The next state of the canvas, made of the objects of the previous one wherever they are equal. */
export function nextSceneState(
  before: SceneState | undefined,
  next: Scene,
  design: Design,
  result: CheckResult,
): SceneState {
  const items = keepSame(before?.scene.items ?? [], next.items);
  const edges = keepSame(before?.scene.edges ?? [], next.edges);
  const scene = { ...next, items, edges };
  const flow = toFlow(scene, (item) => ({
    kind: findResource(design, item.resource)?.kind,
    action: item.role === 'ghost' ? fixableOf(item, result)?.fixes[0]?.title : undefined,
  }));
  return {
    scene,
    nodes: keepSame(before?.nodes ?? [], flow),
    itemOf: items === before?.scene.items ? before.itemOf : byId(items),
    edgeOf: edges === before?.scene.edges ? before.edgeOf : byId(edges),
  };
}

const draw = (
  before: SceneState | undefined,
  design: Design,
  result: CheckResult,
  memory: DrawingMemory,
): SceneState =>
  nextSceneState(before, drawScene({ design, network: networkOf(design), result, memory }), design, result);

const stores = new WeakMap<AppStore, StoreApi<SceneState>>();

/** The scene that follows an application's design and findings; one for each store, for as long as it lives. */
export function sceneStoreOf(app: AppStore): StoreApi<SceneState> {
  const known = stores.get(app);
  if (known) return known;
  const { design, result } = app.getState();
  const memory = drawingMemory();
  const store = createStore<SceneState>()(() => draw(undefined, design, result, memory));
  app.subscribe((state, past) => {
    if (state.design === past.design && state.result === past.result) return;
    store.setState((before) => draw(before, state.design, state.result, memory), true);
  });
  stores.set(app, store);
  return store;
}

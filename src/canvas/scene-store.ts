import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  drawingMemory,
  drawScene,
  type InternetGroup,
  isCutShort,
  type Scene,
  type SceneItem,
  withGoing,
} from '#drawing';
import { type Design, findResource, isAlike } from '#model';
import { deriveNetwork, type Network } from '#network';
import { type CheckResult, type Finding, isFixable } from '#rules';
import { type AppStore, isJudgedAnew, previewOf, type State } from '#store';
import { keepSame } from './same.ts';
import { type ItemNodeType, toFlow } from './to-flow.ts';

/** The scene of the design on screen and what React Flow needs of it; what an edit leaves alone keeps its identity. */
export interface SceneState {
  /** False between the opening of a design and its first verdict: what is empty then is not the design. */
  readonly isDrawn: boolean;
  /** True while the drawing is one without a verdict, because that is late. */
  readonly isDraft: boolean;
  readonly scene: Scene;
  readonly nodes: readonly ItemNodeType[];
  readonly itemOf: ReadonlyMap<string, SceneItem>;
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
  result.findings.find((finding) => isFixable(finding) && findings.includes(finding.fingerprint));

/** What pressing a missing thing does: where it brings more than that, all of it. */
function actionOf(item: SceneItem, result: CheckResult): string | undefined {
  const fix = fixableOf(item, result)?.fixes[0];
  if (!fix || fix.changes.length < 2) return fix?.title;
  return `${fix.title}: ${fix.changes.join('. ')}`;
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]) =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** A finding that comes or goes changes the numbers in many markers, and nothing else of what they mark. */
const withKnownShapes = (old: SceneItem, item: SceneItem): SceneItem =>
  isAlike(old.shapes, item.shapes) ? { ...item, shapes: old.shapes } : item;

/** The next state of the canvas, made of the objects of the previous one wherever they are equal. */
export function nextSceneState(
  before: SceneState,
  next: Scene,
  design: Design,
  result: CheckResult,
): SceneState {
  const items = keepSame(before.scene.items, next.items, withKnownShapes);
  const edges = keepSame(before.scene.edges, next.edges);
  const scene = { ...next, items, edges };
  const flow = toFlow(scene, (item) => ({
    kind: findResource(design, item.resource)?.kind,
    action: item.role === 'ghost' ? actionOf(item, result) : undefined,
  }));
  return {
    isDrawn: true,
    isDraft: false,
    scene,
    nodes: keepSame(before.nodes, flow),
    itemOf: items === before.scene.items ? before.itemOf : byId(items),
  };
}

/** What stands for a design that was opened until it is drawn. */
const undrawn: SceneState = {
  isDrawn: false,
  isDraft: false,
  scene: { x: 0, y: 0, width: 0, height: 0, items: [], edges: [] },
  nodes: [],
  itemOf: new Map(),
};

/**
 * Milliseconds that a design which was opened waits for its first verdict, to be drawn once and with its findings: twice
 * what 1,000 resources take on a slow machine. A drawing before it would only keep the page from the one that counts.
 */
const patienceMs = 2000;

/** Milliseconds that an edit waits for its verdict to be drawn with it: nobody sees that something was late before. */
const patienceWithEditsMs = 100;

/** Milliseconds after which a drawing that was hurried is drawn again: the page has shown it, and hands are not on it yet. */
const breathMs = 600;

const isAwaited = ({ checkedInMs, hasCheckFailed }: State): boolean =>
  checkedInMs === undefined && !hasCheckFailed;

/**
 * The ways between the design and the internet that are shown: while a fix is previewed those that it leaves, with what
 * it takes away. The card is one drawing, and would be none with parts of two designs on it.
 */
function shownInternet(state: State): readonly InternetGroup[] | undefined {
  const { internet } = state;
  const then = previewOf(state)?.fixed.internet;
  return internet && then && !isAlike(internet, then) ? withGoing(internet, then) : internet;
}

interface FollowingScene {
  readonly store: StoreApi<SceneState>;
  follow(): void;
  /** Whether something is still to be drawn. */
  isBehind(): boolean;
}

const scenes = new WeakMap<AppStore, FollowingScene>();

function sceneOf(app: AppStore): FollowingScene {
  const known = scenes.get(app);
  if (known) return known;
  const memory = drawingMemory();
  let overdue: string | undefined;
  const next = (before: SceneState, state: State): SceneState => {
    if (isAwaited(state) && state.designKey !== overdue) return undrawn;
    const { design, result } = state;
    // What gets in and out comes with the verdict: to find it out here would take as long as to wait for it.
    const internet = isAwaited(state) ? [] : shownInternet(state);
    const isHurried = !before.isDrawn || before.isDraft;
    const scene = drawScene({ design, network: networkOf(design), result, internet, isHurried, memory });
    return { ...nextSceneState(before, scene, design, result), isDraft: isAwaited(state) };
  };
  const store = createStore<SceneState>()(() => next(undrawn, app.getState()));
  let isBehind = false;
  let held: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(held);
    held = undefined;
  };
  const follow = () => {
    release();
    isBehind = false;
    store.setState((before) => next(before, app.getState()), true);
    finishLater();
  };
  const finishLater = () => {
    // A draft is drawn again with its verdict.
    if (!isCutShort(memory) || store.getState().isDraft) return;
    // Counted from the frame that shows it: a slow page would draw again before anybody has seen it once.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (isCutShort(memory)) follow();
        }, breathMs),
      ),
    );
  };
  finishLater();
  // Panels and the list of findings are on screen a frame before the drawing: they are quicker to write than a drawing
  // is to draw.
  const followSoon = () => {
    release();
    if (isBehind) return;
    isBehind = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (isBehind) follow();
      }),
    );
  };
  // What will be judged in a moment is drawn once, with its verdict.
  const followVerdict = () => {
    if (!isBehind) held ??= setTimeout(follow, patienceWithEditsMs);
  };
  const waitFor = ({ designKey }: State) => {
    setTimeout(() => {
      overdue = designKey;
      if (!store.getState().isDrawn) follow();
    }, patienceMs);
  };
  waitFor(app.getState());
  app.subscribe((state, past) => {
    if (state.designKey !== past.designKey) waitFor(state);
    if (state.designKey !== past.designKey || isAwaited(state) !== isAwaited(past)) follow();
    else if (state.verdicts !== past.verdicts) {
      const isNew =
        state.design !== past.design || state.result !== past.result || state.internet !== past.internet;
      if (held !== undefined || isNew) followSoon();
    } else if (state.design !== past.design) {
      if (isJudgedAnew(state, past)) followVerdict();
      else followSoon();
    } else if (state.preview !== past.preview && shownInternet(state) !== shownInternet(past)) followSoon();
  });
  const scene = { store, follow, isBehind: () => isBehind || held !== undefined };
  scenes.set(app, scene);
  return scene;
}

/** The scene that follows an application's design and findings; one for each store, for as long as it lives. */
export const sceneStoreOf = (app: AppStore): StoreApi<SceneState> => sceneOf(app).store;

/** Draws without waiting for a frame: what a hand has put somewhere lies there when it lets go. */
export const drawNow = (app: AppStore): void => sceneOf(app).follow();

/** Calls back once the drawing shows the design as it is: at once where it does, or where nothing is drawn at all. */
export function whenDrawn(app: AppStore, call: () => void): void {
  const scene = scenes.get(app);
  if (!scene?.isBehind()) {
    call();
    return;
  }
  const stop = scene.store.subscribe(() => {
    stop();
    requestAnimationFrame(call);
  });
}

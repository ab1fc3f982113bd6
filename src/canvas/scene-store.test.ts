import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { drawScene, internetGroups, type Scene } from '#drawing';
import { edits } from '#model';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { type AppStore, createAppStore } from '#store';
import { isolatedWorkspace, design as newDesign } from '#testing';
import { drawNow, sceneStoreOf, whenDrawn } from './scene-store.ts';

const design = isolatedWorkspace().build();
const [storage] = design.resources.filter(({ kind }) => kind === 'storage-account');
const rename = (app: AppStore, name: string) =>
  app
    .getState()
    .edit('rename', (before) => (storage ? edits.renameResource(before, storage.id, name) : before));
const judge = (app: AppStore) =>
  app.getState().setResult(check(app.getState().design, { today: '2026-11-26' }), 3);

/** What the browser has been asked to call at the next frame. */
let frames: (() => void)[] = [];
const nextFrame = () => {
  for (const call of frames.splice(0)) call();
  vi.runAllTimers();
};

/** A judged design on screen, and the names of its storage account in every drawing that follows. */
function drawn() {
  const app = createAppStore(design);
  judge(app);
  const scenes = sceneStoreOf(app);
  const names: (string | undefined)[] = [];
  scenes.subscribe(({ itemOf }) => names.push(itemOf.get(storage?.id ?? '')?.label.split(',')[0]));
  return { app, scenes, names };
}

describe('the scene of a store', () => {
  beforeEach(() => {
    frames = [];
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
    onTestFinished(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    });
  });

  it('draws an edit and the verdict on it once, a frame after the panels', () => {
    const { app, names } = drawn();
    rename(app, 'renamed');
    judge(app);
    expect(names).toEqual([]);
    nextFrame();
    expect(names).toHaveLength(1);
    expect(names[0]).toContain('renamed');
    nextFrame();
    expect(names).toHaveLength(1);
  });

  it('draws an edit whose verdict is late, and the verdict when it comes', () => {
    const { app, scenes, names } = drawn();
    rename(app, 'renamed');
    nextFrame();
    expect(names[0]).toContain('renamed');
    app.getState().setResult({ ...app.getState().result, findings: [] }, 3);
    expect(names).toHaveLength(1);
    nextFrame();
    expect(scenes.getState().scene.items.flatMap(({ findings }) => findings)).toEqual([]);
    expect(names).toHaveLength(2);
  });

  it('draws anew where a verdict is the same but other packets get out', () => {
    const { app, scenes, names } = drawn();
    const { result } = app.getState();
    const chipsOf = () => scenes.getState().scene.items.filter(({ role }) => role === 'chip').length;
    const before = chipsOf();
    expect(before).toBeGreaterThan(0);
    app.getState().setResult(result, 3, []);
    nextFrame();
    expect(chipsOf()).toBe(0);
    app.getState().setResult(result, 3, []);
    nextFrame();
    expect(names).toHaveLength(1);
  });

  it('shows the ways to the internet that a previewed fix leaves, with what goes, until the preview is left', () => {
    const { app, scenes } = drawn();
    const { design: before, result } = app.getState();
    const internet = internetGroups(deriveNetwork(before));
    app.getState().setResult(result, 3, internet);
    nextFrame();
    const chipsOf = () =>
      scenes.getState().scene.items.flatMap(({ id, role }) => (role === 'chip' ? id : []));
    const known = chipsOf();
    const [first] = internet;
    const [gone] = first?.chips ?? [];
    if (!first || !gone) throw new Error('Nothing gets out');
    const past = { ...first, id: 'past', chips: [{ ...gone, id: 'past/new' }] };
    const then = [{ ...first, chips: first.chips.slice(1) }, ...internet.slice(1), past];
    const fixed = { design: before, changes: [], result, internet: then, tookMs: 0 };
    const preview = {
      fingerprint: '',
      offer: 0,
      place: 'list',
      before,
      fixed,
      heirs: new Map(),
      left: [],
    } as const;
    app.getState().setView({ preview });
    nextFrame();
    expect(chipsOf().sort()).toEqual([...known, 'chip:past/new'].sort());
    const lines = scenes.getState().scene.edges.flatMap(({ way }) => way ?? []);
    expect(lines).toContain('past');
    app.getState().setView({ preview: undefined });
    nextFrame();
    expect(chipsOf()).toEqual(known);
  });

  it('draws at once what a hand has let go of, and not again', () => {
    const { app, names } = drawn();
    rename(app, 'renamed');
    drawNow(app);
    expect(names).toHaveLength(1);
    nextFrame();
    expect(names).toHaveLength(1);
  });

  it('says when what was made is drawn', () => {
    const { app } = drawn();
    const heard: string[] = [];
    whenDrawn(app, () => heard.push('at once'));
    expect(heard).toEqual(['at once']);
    rename(app, 'renamed');
    whenDrawn(app, () => heard.push('drawn'));
    expect(heard).toEqual(['at once']);
    nextFrame();
    nextFrame();
    nextFrame();
    expect(heard).toEqual(['at once', 'drawn']);
  });

  it('waits for the first verdict on a design that is opened, but not for ever', () => {
    const { app, scenes } = drawn();
    app.getState().replaceDesign(design, 'another', []);
    expect(scenes.getState().isDrawn).toBe(false);
    nextFrame();
    expect(scenes.getState().isDrawn).toBe(true);
    app.getState().replaceDesign(design, 'a third', []);
    judge(app);
    expect(scenes.getState().isDrawn).toBe(true);
  });

  it('draws a design whose first verdict is late without what comes with it, and says nothing of the internet till then', () => {
    const { app, scenes } = drawn();
    const chipsOf = () => scenes.getState().scene.items.filter(({ role }) => role === 'chip').length;
    expect(chipsOf()).toBeGreaterThan(0);
    app.getState().replaceDesign(design, 'another', []);
    nextFrame();
    expect(scenes.getState().isDraft).toBe(true);
    expect(scenes.getState().nodes.length).toBeGreaterThan(0);
    expect(chipsOf()).toBe(0);
    judge(app);
    nextFrame();
    expect(scenes.getState().isDraft).toBe(false);
    expect(chipsOf()).toBeGreaterThan(0);
  });

  it('draws a large design soon, and its last edges around what is in their way once that is on screen', () => {
    const large = Array.from({ length: 60 }, (_, at) => at + 1).reduce(
      (builder, at) =>
        builder
          .virtualNetwork(`spoke-${at}`, `10.${at}.0.0/24`)
          .subnet(`work-${at}`, `spoke-${at}`, `10.${at}.0.0/26`)
          .subnet(`endpoints-${at}`, `spoke-${at}`, `10.${at}.0.64/26`)
          .add('virtual-machine', `vm-${at}`, `work-${at}`, {})
          .inRegion('storage-account', `st${at}`)
          .privateEndpoint(`st${at}`, 'blob', `endpoints-${at}`, [])
          .peering('hub', `spoke-${at}`),
      newDesign().virtualNetwork('hub', '10.0.0.0/24'),
    );
    const app = createAppStore(large.build());
    judge(app);
    const { design: opened, result } = app.getState();
    const whole = drawScene({ design: opened, network: deriveNetwork(opened), result });
    const scenes = sceneStoreOf(app);
    const waysOf = ({ edges }: Scene) => edges.map(({ points }) => points);
    expect(scenes.getState().nodes).toHaveLength(whole.items.length);
    vi.runAllTimers();
    expect(waysOf(scenes.getState().scene), 'no frame has shown it yet').not.toEqual(waysOf(whole));
    nextFrame();
    nextFrame();
    expect(waysOf(scenes.getState().scene)).toEqual(waysOf(whole));
  });
});

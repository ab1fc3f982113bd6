import type { Scene, SceneItem, SceneMarker, Shape } from '#drawing';
import { zonesCard } from '#layout';
import { type Design, findResource, isTheSame, type Resource, type ResourceId, referencesOf } from '#model';
import type { Preview } from '#store';
import { type AddedRows, addedRows } from './added-rows.ts';
import type { Words } from './words-for.ts';

/** How an item is marked while a fix is previewed: nothing on the drawing moves. */
export interface PreviewMark {
  /** What is settled stays as it is, and would lose signs of findings. */
  readonly tone: 'added' | 'changed' | 'removed' | 'settled';
  /** What would come or go here: `+ pep-file`; each as long as there is room. */
  readonly words: readonly Words[];
  /** How it would look, where that is known. */
  readonly shapes?: readonly Shape[];
  /** Of the card of the zones: what it would hold more. */
  readonly added?: AddedRows;
  /** What becomes of a sign for these findings, which stays in sight; nothing where they all stay as they are. */
  readonly fateOf?: (sign: SceneMarker, findings: readonly string[]) => Fate | undefined;
}

/** What a fix makes of the sign of findings. */
export interface Fate {
  readonly shapes: readonly Shape[];
  /** For who does not see it. */
  readonly says: string;
}

/** The marks of a preview by the item that bears them. */
export function previewMarks(scene: Scene, preview: Preview): ReadonlyMap<string, PreviewMark> {
  const {
    before,
    fixed: { design: after },
  } = preview;
  const marks = new Map<string, PreviewMark>();
  const mark = (items: readonly SceneItem[], tone: PreviewMark['tone'], word?: string) => {
    for (const { id } of items) {
      const known = marks.get(id);
      const more: readonly Words[] = word === undefined ? [] : [{ named: [word], short: [] }];
      const words = [...(known?.words ?? []), ...more];
      marks.set(id, { ...known, tone: known?.tone ?? tone, words });
    }
  };
  const stage = stageOf(scene, before);
  const zones: string[] = [];
  const hasRows = scene.items.some(({ parent }) => parent === zonesCard);
  const ghosts = scene.items.filter(
    ({ role, findings }) => role === 'ghost' && findings.includes(preview.fingerprint),
  );
  for (const resource of after.resources) {
    const old = findResource(before, resource.id);
    if (isTheSame(old, resource)) continue;
    if (old) mark(stage.itemsOf(old), 'changed');
    else {
      const own = ghosts.filter(({ id }) => id.startsWith(`ghost:${resource.kind}:`));
      if (own.length > 0) mark(own, 'added');
      else if (resource.kind === 'private-dns-zone' && hasRows) zones.push(resource.name);
      else mark(stage.itemsAround(resource), 'changed', `+ ${resource.name}`);
    }
  }
  const added = zones.length > 0 ? addedRows(scene, zones) : undefined;
  if (added) marks.set(zonesCard, { tone: 'changed', words: [], added, shapes: added.card });
  for (const resource of before.resources)
    if (!findResource(after, resource.id)) {
      const own = stage.ownItems(resource.id);
      if (own.length > 0) mark(own, 'removed');
      else mark(stage.itemsAround(resource), 'changed', `− ${resource.name}`);
    }
  return marks;
}

/** Where the resources of a design are shown. */
function stageOf({ items }: Scene, design: Design) {
  const ownItems = (id: ResourceId) => items.filter(({ resource }) => resource === id);
  /** The item of a resource, else of those that use it, else of what it lies in. */
  const itemsOf = (resource: Resource): readonly SceneItem[] => {
    const own = ownItems(resource.id);
    if (own.length > 0) return own;
    const users = design.resources.filter((one) => referencesOf(one).includes(resource.id));
    const shown = users.flatMap(({ id }) => ownItems(id));
    return shown.length > 0 ? shown : itemsAround(resource);
  };
  /** What a resource that has no item of its own lies in, else what it points at. */
  const itemsAround = (resource: Resource): readonly SceneItem[] => {
    const card = resource.kind === 'private-dns-zone' ? items.find(({ id }) => id === zonesCard) : undefined;
    if (card) return [card];
    let around = findResource(design, resource.parent);
    while (around && around.kind !== 'region') {
      const found = ownItems(around.id);
      if (found.length > 0) return found;
      around = findResource(design, around.parent);
    }
    return referencesOf(resource).flatMap(ownItems);
  };
  return { ownItems, itemsOf, itemsAround };
}

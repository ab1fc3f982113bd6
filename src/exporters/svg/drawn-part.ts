import { drawScene, partOfScene, type Scene } from '#drawing';
import { findNote, findResource } from '#model';
import type { ExportInput } from '../exporter.ts';

/** What is drawn of a design, and what the cut of a selection leaves out. */
export interface DrawnPart {
  readonly scene: Scene;
  /** Names of the resources that were chosen; `undefined` where everything is drawn. */
  readonly chosen?: readonly string[];
  /** Edges that leave the part. */
  readonly left: readonly string[];
  /** Chosen, but without a box of their own. */
  readonly unseen: readonly string[];
}

/** The scene of a picture: with or without findings, the whole or the selection. */
export function drawnPart({ design, network, result, picture = {} }: ExportInput): DrawnPart {
  const scene = drawScene({ design, network, ...(picture.showsFindings === false ? {} : { result }) });
  const { selection = [] } = picture;
  if (selection.length === 0) return { scene, left: [], unseen: [] };
  const part = partOfScene(scene, selection);
  const nameOf = (id: (typeof selection)[number]) =>
    findResource(design, id)?.name ?? (findNote(design, id) ? 'a note' : id);
  const boxes = new Set<string | undefined>(scene.items.map((item) => item.resource ?? item.note));
  const unseen = selection.filter((id) => !boxes.has(id)).map(nameOf);
  if (!part) return { scene, left: [], unseen };
  return { ...part, chosen: selection.filter((id) => boxes.has(id)).map(nameOf), unseen };
}

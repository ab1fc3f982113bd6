import { drawnBoxes } from '#drawing';
import { edits, findNote, findResource, type ResourceId, type ResourceKind } from '#model';
import type { State } from '#store';
import { type Command, type CommandContext, hasSelection } from '../command.ts';

const step = 20;
const least = 60;
/** A note of one line is lower than any container may be. */
const leastHeight = 32;

const resizable: ReadonlySet<ResourceKind> = new Set([
  'region',
  'virtual-network',
  'virtual-wan-hub',
  'subnet',
  'on-premises-network',
]);

/** Whether a kind is drawn as a box that a person may make larger. */
export const isResizable = (kind: ResourceKind | undefined): boolean =>
  kind !== undefined && resizable.has(kind);

/** Gives a container or a note another size, in CSS pixels; it never becomes smaller than what is in it. */
export function resizeTo(
  { store }: CommandContext,
  id: ResourceId,
  size: { readonly width: number; readonly height: number },
  run?: string,
): void {
  const { design, result, edit } = store.getState();
  const box = drawnBoxes(design, result)[id];
  const name = findResource(design, id)?.name ?? (findNote(design, id) && 'note');
  if (!box || name === undefined) return;
  const width = Math.max(least, Math.round(size.width));
  const height = Math.max(leastHeight, Math.round(size.height));
  if (width === box.width && height === box.height) return;
  edit(`resize ${name}`, (before) => edits.placeResources(before, { [id]: { ...box, width, height } }), run);
}

const resizableSelection = ({ design, selection }: State): ResourceId | undefined =>
  isResizable(findResource(design, selection)?.kind) || findNote(design, selection) ? selection : undefined;

/** Says how large it has become; what is in it may have kept it as it was. */
function announceSize({ store }: CommandContext, id: ResourceId): void {
  const { design, result, announce } = store.getState();
  const box = drawnBoxes(design, result)[id];
  const name = findResource(design, id)?.name ?? 'The note';
  if (box)
    announce(`${name} is ${Math.round(box.width)} wide and ${Math.round(box.height)} high.`, { waits: true });
}

const grow = (id: string, title: string, key: string, x: number, y: number): Command => ({
  id: `resize-${id}`,
  title,
  shortcut: `Alt+Shift+${key}`,
  isAboutSelection: true,
  isForCanvas: true,
  isEnabled: (state) => hasSelection(state) && resizableSelection(state) !== undefined,
  run: (context) => {
    const { design, result } = context.store.getState();
    const id = resizableSelection(context.store.getState());
    const box = id && drawnBoxes(design, result)[id];
    if (!box) return;
    const size = { width: box.width + x * step, height: box.height + y * step };
    resizeTo(context, id, size, `resize ${id}`);
    announceSize(context, id);
  },
});

/** Sizes of the selected container or note by keyboard. */
export const resizes: readonly Command[] = [
  grow('wider', 'Make the container or note wider', 'ArrowRight', 1, 0),
  grow('narrower', 'Make the container or note narrower', 'ArrowLeft', -1, 0),
  grow('taller', 'Make the container or note taller', 'ArrowDown', 0, 1),
  grow('lower', 'Make the container or note shorter', 'ArrowUp', 0, -1),
];

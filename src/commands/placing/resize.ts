import { drawnBoxes } from '#drawing';
import { edits, findResource, type ResourceId, type ResourceKind } from '#model';
import type { State } from '#store';
import { type Command, type CommandContext, hasSelection } from '../command.ts';

const step = 20;
const least = 60;

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

/** Gives a container another size, in CSS pixels; it never becomes smaller than what lies in it. */
export function resizeTo(
  { store }: CommandContext,
  id: ResourceId,
  size: { readonly width: number; readonly height: number },
  run?: string,
): void {
  const { design, result, edit } = store.getState();
  const box = drawnBoxes(design, result)[id];
  const resource = findResource(design, id);
  if (!box || !resource) return;
  const width = Math.max(least, Math.round(size.width));
  const height = Math.max(least, Math.round(size.height));
  if (width === box.width && height === box.height) return;
  edit(
    `resize ${resource.name}`,
    (before) => edits.placeResources(before, { [id]: { ...box, width, height } }),
    run,
  );
}

const resizableSelection = ({ design, selection }: State) => {
  const resource = findResource(design, selection);
  return isResizable(resource?.kind) ? resource : undefined;
};

const grow = (id: string, title: string, key: string, x: number, y: number): Command => ({
  id: `resize-${id}`,
  title,
  shortcut: `Alt+Shift+${key}`,
  isForCanvas: true,
  isEnabled: (state) => hasSelection(state) && resizableSelection(state) !== undefined,
  run: (context) => {
    const { design, result } = context.store.getState();
    const resource = resizableSelection(context.store.getState());
    const box = resource && drawnBoxes(design, result)[resource.id];
    if (!resource || !box) return;
    const size = { width: box.width + x * step, height: box.height + y * step };
    resizeTo(context, resource.id, size, `resize ${resource.id}`);
  },
});

/** Sizes of the selected container by keyboard. */
export const resizes: readonly Command[] = [
  grow('wider', 'Make the container wider', 'ArrowRight', 1, 0),
  grow('narrower', 'Make the container narrower', 'ArrowLeft', -1, 0),
  grow('taller', 'Make the container taller', 'ArrowDown', 0, 1),
  grow('lower', 'Make the container lower', 'ArrowUp', 0, -1),
];

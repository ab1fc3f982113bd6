import type { SceneItem } from '#drawing';
import type { ResourceId } from '#model';
import { chosenId } from '../chosen-id.ts';
import type { PreviewMark } from '../preview/preview-marks.ts';
import type { ItemNodeType } from '../to-flow.ts';

/** What is shown of an item beside what it is. */
export interface Attention {
  /** A fix has just changed it. */
  readonly isFlashing: boolean;
  /** What a previewed fix would do to it. */
  readonly mark: PreviewMark | undefined;
}

/** What asks for attention on the canvas. */
export interface Attentions {
  readonly selected: readonly ResourceId[];
  /** Items that show what is selected and has none of its own. */
  readonly through: ReadonlySet<string>;
  readonly flash: readonly ResourceId[];
  /** By item. */
  readonly marks: ReadonlyMap<string, PreviewMark>;
}

/** Of what lies in something that has a veil over it: in its place in front of that, and as it is. */
const inFront: Attention = { isFlashing: false, mark: undefined };

/** Read with its name: what a key does is its description already. */
const saidSelected = {
  resource: { 'aria-roledescription': 'selected resource' },
  note: { 'aria-roledescription': 'selected note' },
} as const;

/**
 * The nodes with what is to be shown of them; all others are the objects they were. What is selected is dragged
 * together, which React Flow has to know.
 */
export function attendedNodes(
  nodes: readonly ItemNodeType[],
  itemOf: ReadonlyMap<string, SceneItem>,
  { selected, through, flash, marks }: Attentions,
): readonly ItemNodeType[] {
  if (selected.length === 0 && flash.length === 0 && marks.size === 0) return nodes;
  const [chosen, flashing] = [new Set(selected), new Set(flash)];
  const veiled = new Set<string>();
  return nodes.map((node) => {
    const { id, data, parentId } = node;
    const item = itemOf.get(id);
    const own = item && chosenId(item);
    const isSelected = own !== undefined && chosen.has(own);
    const isFlashing = own !== undefined && flashing.has(own);
    const mark = marks.get(id);
    const isVeiled = isFlashing || mark !== undefined;
    const isInFront = parentId !== undefined && veiled.has(parentId);
    // A network's ground lies below what is painted anyway.
    if ((isVeiled || isInFront) && !data.isNetwork) veiled.add(id);
    const isThrough = through.has(id);
    if (!isSelected && !isThrough && !isVeiled && !isInFront) return node;
    return {
      ...node,
      ...(isThrough ? { className: `${node.className} is-selected-through` } : {}),
      ...(isSelected
        ? {
            className: `${node.className} is-selected`,
            selected: selected.length > 1,
            domAttributes: saidSelected[item?.role === 'note' ? 'note' : 'resource'],
          }
        : {}),
      ...(isVeiled || isInFront
        ? { data: { ...data, attention: isVeiled ? { isFlashing, mark } : inFront } }
        : {}),
    };
  });
}

import type { ResourceId } from '#model';
import type { OutlineRow } from './outline-rows.ts';

/** What a key asks of the tree. */
export type TreeStep =
  | { readonly go: number }
  | { readonly open: ResourceId; readonly isOpen: boolean }
  | { readonly openAll: readonly ResourceId[] };

/** Where the keys of a tree lead from a row, as the ARIA authoring practices have them. */
export function treeStep(rows: readonly OutlineRow[], current: number, key: string): TreeStep | undefined {
  const row = rows[current];
  if (!row) return undefined;
  const { id, hasChildren, isOpen, level } = row;
  const parent = rows.findLastIndex((one, index) => index < current && one.level < level);
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(rows.length - 1, current + 1) };
    case 'ArrowUp':
      return { go: Math.max(0, current - 1) };
    case 'Home':
      return { go: 0 };
    case 'End':
      return { go: rows.length - 1 };
    case 'ArrowRight':
      if (hasChildren && !isOpen) return { open: id, isOpen: true };
      return hasChildren ? { go: current + 1 } : undefined;
    case 'ArrowLeft':
      if (hasChildren && isOpen) return { open: id, isOpen: false };
      return parent >= 0 ? { go: parent } : undefined;
    case '*':
      return {
        openAll: rows
          .filter((one) => one.level === level && one.hasChildren && !one.isOpen)
          .map((one) => one.id),
      };
    default:
      return undefined;
  }
}

/** The next row whose name begins with what was typed; one letter typed again and again walks through its rows. */
export function typedRow(rows: readonly OutlineRow[], current: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  const isRepeated = [...wanted].every((letter) => letter === wanted[0]);
  const beginning = isRepeated ? (wanted[0] ?? '') : wanted;
  // Typing on stays where the row still fits.
  const first = isRepeated ? 1 : 0;
  for (let step = first; step < rows.length + first; step += 1) {
    const at = (current + step) % rows.length;
    if (rows[at]?.name.toLowerCase().startsWith(beginning)) return at;
  }
  return undefined;
}

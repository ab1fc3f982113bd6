import type { Part, Rows } from './fields/field.ts';

/** A part and its place in the list as written. */
export interface PlacedPart {
  readonly part: Part;
  readonly at: number;
}

const priorityOf = (part: Part): number => (typeof part.priority === 'number' ? part.priority : 0);

/** Outbound before inbound and by priority, as the portal shows rules; other lists as written. */
export const orderedParts = (
  { order }: Pick<Rows, 'order'>,
  parts: readonly Part[],
): readonly PlacedPart[] => {
  const placed = parts.map((part, at) => ({ part, at }));
  if (order !== 'priority') return placed;
  const rank = (part: Part) => (part.direction === 'Inbound' ? 1 : 0);
  return placed.sort(
    (one, other) => rank(one.part) - rank(other.part) || priorityOf(one.part) - priorityOf(other.part),
  );
};

/**
 * The parts with one moved a step up or down among those of its group: priorities change hands where they decide, places
 * where those do. Also where it stands then; nothing where it can go no further.
 */
export const withMoved = (
  control: Pick<Rows, 'order' | 'groupOf'>,
  parts: readonly Part[],
  at: number,
  step: 1 | -1,
): { readonly parts: readonly Part[]; readonly at: number } | undefined => {
  if (control.order === undefined) return undefined;
  const ordered = orderedParts(control, parts);
  const from = ordered.findIndex((one) => one.at === at);
  const [one, other] = [ordered[from], ordered[from + step]];
  if (!one || !other || control.groupOf?.(one.part) !== control.groupOf?.(other.part)) return undefined;
  const moved =
    control.order === 'priority'
      ? [
          { ...one.part, priority: other.part.priority },
          { ...other.part, priority: one.part.priority },
        ]
      : [other.part, one.part];
  const next = [...parts];
  next[one.at] = moved[0] ?? one.part;
  next[other.at] = moved[1] ?? other.part;
  return { parts: next, at: control.order === 'priority' ? at : other.at };
};

import { type RefObject, useRef, useState } from 'react';
import { useAppStore } from '#ui';
import { type Part, type Rows, textOf } from '../fields/field.ts';
import { orderedParts, type PlacedPart, withMoved } from '../row-order.ts';
import { withValue } from '../value-path.ts';

export interface RowsState {
  /** Around the rows, to find what gets the focus. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly ordered: readonly PlacedPart[];
  /** Place of the open row in the list as written. */
  readonly open: number | undefined;
  readonly fault: string | undefined;
  setOpen(at: number | undefined): void;
  add(addition: Rows['additions'][number]): void;
  /** `what` names the change where it is of a part of the part. */
  change(at: number, path: string, value: unknown, what?: string): string | undefined;
  canMove(at: number, step: 1 | -1): boolean;
  move(at: number, step: 1 | -1): void;
  remove(at: number): void;
}

/** Changes of a list of parts, and what is open and focused after each. */
export function useRows(
  control: Rows,
  parts: readonly Part[],
  onCommit: (parts: readonly Part[], what: string) => string | undefined,
): RowsState {
  const store = useAppStore();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number>();
  const [fault, setFault] = useState<string>();
  const ordered = orderedParts(control, parts);

  /** A fault that was there before is none of this change. */
  const commit = (next: readonly Part[], what: string) => {
    const refusal = control.faultOf?.(next);
    return refusal !== undefined && refusal !== control.faultOf?.(parts) ? refusal : onCommit(next, what);
  };
  const called = (part: Part | undefined) => {
    const name = textOf(part?.name ?? part?.addressPrefix);
    return `${control.noun}${name === '' ? '' : ` ${name}`}`;
  };
  /** For those who do not see that the table has changed. */
  const say = (what: string, part: Part | undefined, where = '') =>
    store.getState().announce(`${what} ${called(part)}${where}.`);
  const rowAt = (at: number) => list.current?.querySelector<HTMLElement>(`[data-row="${at}"]`);
  /** `top` is where the row stood before it was moved: there it stays, with what moves it, under the pointer. */
  const focusRow = (at: number, top?: number) =>
    requestAnimationFrame(() => {
      const row = rowAt(at);
      (row ?? list.current?.parentElement?.querySelector<HTMLElement>('[data-add]'))?.focus();
      const scroller = row?.closest('section')?.parentElement;
      if (row && scroller && top !== undefined) scroller.scrollTop += row.getBoundingClientRect().top - top;
      // What it opens into is what is wanted next.
      else row?.nextElementSibling?.scrollIntoView({ block: 'nearest' });
    });

  return {
    list,
    ordered,
    open,
    fault,
    setOpen,
    add: ({ make }) => {
      const part = make(store.getState().design, parts);
      const refusal = part
        ? commit([...parts, part], `add ${called(part)}`)
        : 'Nothing in the design fits here yet, or there can be no second one.';
      setFault(refusal);
      if (refusal !== undefined) return;
      say('Added', part);
      setOpen(parts.length);
      focusRow(parts.length);
    },
    change: (at, path, value, what = `change ${called(parts[at])}`) => {
      setFault(undefined);
      const next = parts.map((one, index) => (index === at ? withValue(one, path, value) : one));
      return commit(next, what);
    },
    canMove: (at, step) => withMoved(control, parts, at, step) !== undefined,
    move: (at, step) => {
      const moved = withMoved(control, parts, at, step);
      if (!moved) return;
      const top = rowAt(at)?.getBoundingClientRect().top;
      const place = orderedParts(control, moved.parts).findIndex((one) => one.at === moved.at);
      const where = ` to place ${place + 1} of ${parts.length}`;
      const refusal = commit(moved.parts, `move ${called(parts[at])}${where}`);
      setFault(refusal);
      if (refusal === undefined) say('Moved', parts[at], where);
      if (open === at) setOpen(moved.at);
      focusRow(moved.at, top);
    },
    remove: (at) => {
      const index = ordered.findIndex((one) => one.at === at);
      const next = ordered[index + 1] ?? ordered[index - 1];
      setOpen(undefined);
      const refusal = commit(
        parts.filter((_, place) => place !== at),
        `remove ${called(parts[at])}`,
      );
      setFault(refusal);
      if (refusal === undefined) say('Removed', parts[at]);
      focusRow(next === undefined ? -1 : next.at > at ? next.at - 1 : next.at);
    },
  };
}

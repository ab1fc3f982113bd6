import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { keyOfRow } from '#commands';
import { ancestorsOf, findNote, findResource, type ResourceId } from '#model';
import { useAppState, useAppStore, useCommandContext } from '#ui';
import { type OutlineRow, outlineRows } from './outline-rows.ts';
import { treeStep, typedRow } from './tree-keys.ts';

/** A pause after which letters begin another name, in milliseconds. */
const typingPause = 1000;

/** The menu of a row, and the page that it opens at. */
export interface OpenMenu {
  /** Of the row. */
  readonly id: ResourceId;
  readonly page: readonly string[];
}

export interface OutlineState {
  readonly tree: RefObject<HTMLUListElement | null>;
  readonly rows: readonly OutlineRow[];
  /** The row at which Tab stops. */
  readonly current: number;
  readonly renaming: ResourceId | undefined;
  readonly menu: OpenMenu | undefined;
  setOpen(id: ResourceId, isOpen: boolean): void;
  setRenaming(id: ResourceId | undefined): void;
  setMenu(menu: OpenMenu | undefined): void;
  /** Brings the focus back to the tree, once it shows what has just been done. */
  focus(): void;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
}

/** The tree's rows, what is open, and what its keys do. */
export function useOutline(): OutlineState {
  const store = useAppStore();
  const { browser } = useCommandContext();
  const design = useAppState((state) => state.design);
  const selection = useAppState((state) => state.selection);
  const [closed, setClosed] = useState<ReadonlySet<ResourceId>>(new Set());
  const [renaming, setRenaming] = useState<ResourceId>();
  const [menu, setMenu] = useState<OpenMenu>();
  const tree = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const rows = useMemo(() => outlineRows(design, closed), [design, closed]);
  // Where nothing is selected any more it is gone on with at what was.
  const [last, setLast] = useState(selection);
  if (selection !== undefined && selection !== last) setLast(selection);
  const current = Math.max(
    0,
    rows.findIndex((row) => row.id === (selection ?? last)),
  );

  // What is selected elsewhere is not left hidden in a closed container.
  useEffect(() => {
    if (selection === undefined) return;
    const { design: now } = store.getState();
    const about = findResource(now, findNote(now, selection)?.attachedTo)?.id;
    const above = new Set(ancestorsOf(now, about ?? selection).map(({ id }) => id));
    if (about !== undefined) above.add(about);
    setClosed((before) =>
      [...before].some((id) => above.has(id)) ? new Set([...before].filter((id) => !above.has(id))) : before,
    );
  }, [selection, store]);

  // It is in sight, once, as soon as it is there: from then on the tree lies where a hand leaves it.
  const seen = useRef<ResourceId>(undefined);
  useLayoutEffect(() => {
    if (seen.current === selection) return;
    const row =
      selection !== undefined && tree.current?.querySelector(`[data-resource="${CSS.escape(selection)}"]`);
    if (selection !== undefined && !row) return;
    seen.current = selection;
    if (row) row.scrollIntoView({ block: 'nearest' });
  });

  // A row that is removed takes the focus with it.
  const wasFocused = useRef(false);
  useLayoutEffect(() => {
    const list = tree.current;
    if (wasFocused.current && document.activeElement === document.body)
      list?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    wasFocused.current = list?.contains(document.activeElement) ?? false;
  });

  const setOpen = (id: ResourceId, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const go = (at: number) => {
    const id = rows[at]?.id;
    if (id === undefined) return;
    store.getState().jumpTo(id);
    tree.current?.querySelector<HTMLElement>(`[data-resource="${CSS.escape(id)}"]`)?.focus();
  };
  const type = (letter: string, at: number) => {
    const text = at - typed.current.at > typingPause ? letter : typed.current.text + letter;
    typed.current = { text, at };
    const row = typedRow(rows, current, text);
    if (row !== undefined) go(row);
  };

  const act = (key: string, isShifted: boolean, { id, note }: OutlineRow): boolean => {
    // The text of a note has more than one line: it is written in the inspector.
    if (key === 'Enter' || (key === 'F2' && note)) {
      store.getState().jumpTo(id);
      browser.focus('inspector');
    } else if (key === 'F2') setRenaming(id);
    else if (key === 'Insert' && !note) setMenu({ id, page: ['add'] });
    else if (key === 'ContextMenu' || (key === 'F10' && isShifted)) setMenu({ id, page: [] });
    else if (key === ' ') store.getState().jumpTo(id);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[current];
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    const page = keyOfRow(event, ['connect', 'move']);
    if (row?.resource && page !== undefined) {
      setMenu({ id: row.id, page: [page] });
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // A name that is being written keeps its keys.
    if (!row || isChord || event.target instanceof HTMLInputElement) return;
    const step = treeStep(rows, current, event.key);
    if (step && 'go' in step) go(step.go);
    else if (step && 'open' in step) setOpen(step.open, step.isOpen);
    else if (step) setClosed(new Set([...closed].filter((id) => !step.openAll.includes(id))));
    else if (act(event.key, event.shiftKey, row)) {
      // Done.
    } else if (/^[\p{L}\p{N}_.-]$/u.test(event.key)) type(event.key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    tree,
    rows,
    current,
    renaming,
    menu,
    setOpen,
    setRenaming,
    setMenu,
    focus: () => browser.focus('outline'),
    onFocus: () => {
      wasFocused.current = true;
    },
    onKeyDown,
  };
}

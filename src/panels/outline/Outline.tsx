import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { ResourceId } from '#model';
import { paint, useAppState, useAppStore, useFindingIndex } from '#ui';
import { OutlineLine } from './OutlineLine.tsx';
import { outlineRows } from './outline-rows.ts';

const Tree = styled('ul')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  listStyle: 'none',
  margin: 0,
  padding: '0 8px 16px',
});
const Nothing = styled('p')({ margin: '4px 20px', color: paint('t2'), fontSize: 12 });

/** The design as a tree: everything on the canvas, by keyboard and by name. */
export function Outline() {
  const store = useAppStore();
  const design = useAppState((state) => state.design);
  const selection = useAppState((state) => state.selection);
  const { at } = useFindingIndex();
  const [closed, setClosed] = useState<ReadonlySet<ResourceId>>(new Set());
  const rows = useMemo(() => outlineRows(design, closed), [design, closed]);
  const current = Math.max(
    0,
    rows.findIndex((row) => row.resource.id === selection),
  );

  const setOpen = (id: ResourceId, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  const go = (index: number, list: HTMLElement) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    store.getState().jumpTo(row.resource.id);
    list.querySelector<HTMLElement>(`[data-resource="${CSS.escape(row.resource.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[current];
    if (!row) return;
    const list = event.currentTarget;
    const { resource, hasChildren, isOpen, level } = row;
    const parent = rows.findLastIndex((one, index) => index < current && one.level < level);
    switch (event.ctrlKey || event.metaKey || event.altKey ? '' : event.key) {
      case 'ArrowDown':
        go(current + 1, list);
        break;
      case 'ArrowUp':
        go(current - 1, list);
        break;
      case 'Home':
        go(0, list);
        break;
      case 'End':
        go(rows.length - 1, list);
        break;
      case 'ArrowRight':
        if (hasChildren && !isOpen) setOpen(resource.id, true);
        else if (hasChildren) go(current + 1, list);
        break;
      case 'ArrowLeft':
        if (hasChildren && isOpen) setOpen(resource.id, false);
        else if (parent >= 0) go(parent, list);
        break;
      case 'Enter':
      case ' ':
        go(current, list);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  if (rows.length === 0) return <Nothing>Nothing is drawn yet. Add a region or a virtual network.</Nothing>;
  return (
    <Tree role="tree" aria-label="Outline" onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <OutlineLine
          key={row.resource.id}
          row={row}
          findings={at.get(row.resource.id)}
          isSelected={row.resource.id === selection}
          isStop={index === current}
          onSelect={() => store.getState().jumpTo(row.resource.id)}
          onToggle={() => setOpen(row.resource.id, !row.isOpen)}
        />
      ))}
    </Tree>
  );
}

import { keysOfRows, searchKinds } from '#commands';
import { Button, Keycaps, paint, styled, useAppState, useAppStore, useCommand, useFindingIndex } from '#ui';
import { OutlineLine } from './OutlineLine.tsx';
import { RowMenu } from './RowMenu.tsx';
import { useOutline } from './use-outline.ts';

const Tree = styled('ul')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  listStyle: 'none',
  margin: 0,
  padding: '0 8px 16px',
});
const Nothing = styled('div')({
  display: 'grid',
  justifyItems: 'start',
  gap: 8,
  margin: '4px 20px',
  color: paint('t2'),
  fontSize: 12,
  '& p': { margin: 0 },
});
const Keys = styled('dl')({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 12px',
  margin: 0,
  padding: '8px 12px 10px',
  borderTop: `1px solid ${paint('line')}`,
  fontSize: 11,
  lineHeight: '16px',
  color: paint('t2'),
  '& > div': { display: 'flex', gap: 5, alignItems: 'center' },
  '& dd': { margin: 0, order: 1 },
});

const keys = [
  ['Insert', 'Add inside'],
  [keysOfRows.connect.shortcut, 'Connect'],
  [keysOfRows.move.shortcut, 'Move'],
  ['F2', 'Rename'],
  ['Enter', 'Edit'],
  ['Shift+F10', 'Menu'],
] as const;

/** The design as a tree: everything that the canvas shows and does, by keyboard and by name. */
export function Outline() {
  const store = useAppStore();
  const add = useCommand(searchKinds);
  const selection = useAppState((state) => state.selection);
  const { at } = useFindingIndex();
  const outline = useOutline();
  const { rows, current, renaming, menu } = outline;
  const anchor =
    menu && outline.tree.current?.querySelector<HTMLElement>(`[data-resource="${CSS.escape(menu.id)}"]`);

  if (rows.length === 0)
    return (
      <Nothing>
        <p>Nothing is drawn yet. Begin with a region or a virtual network.</p>
        <Button size="small" onClick={add.run}>
          Add a resource
        </Button>
      </Nothing>
    );
  return (
    <>
      <Tree
        role="tree"
        aria-label="Outline"
        ref={outline.tree}
        onFocus={outline.onFocus}
        onKeyDown={outline.onKeyDown}
      >
        {rows.map((row, index) => (
          <OutlineLine
            key={row.id}
            row={row}
            findings={at.get(row.id)}
            isSelected={row.id === selection}
            isStop={index === current}
            isRenaming={row.id === renaming}
            onSelect={() => store.getState().jumpTo(row.id)}
            onToggle={() => outline.setOpen(row.id, !row.isOpen)}
            onMenu={() => outline.setMenu({ id: row.id, page: [] })}
            onRenamed={(hasLeft) => {
              outline.setRenaming(undefined);
              // Who has gone elsewhere is not brought back.
              if (!hasLeft) outline.focus();
            }}
          />
        ))}
      </Tree>
      <Keys aria-label="Keys of the outline">
        {keys.map(([key, title]) => (
          <div key={key}>
            <dt>
              <Keycaps shortcut={key} />
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </Keys>
      {menu && anchor ? <RowMenu menu={menu} anchor={anchor} outline={outline} /> : null}
    </>
  );
}

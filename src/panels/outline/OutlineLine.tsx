import { memo } from 'react';
import { findingsInWords } from '#drawing';
import { kinds, toneOfNote } from '#model';
import type { Finding } from '#rules';
import { Icon, NoteTile, paint, ResourceTile, SeverityMarker, styled, toneOf } from '#ui';
import type { OutlineRow } from './outline-rows.ts';
import { RowName } from './RowName.tsx';

const Line = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: 28,
  paddingRight: 6,
  borderRadius: 7,
  cursor: 'default',
  fontSize: 12.5,
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 28px',
  '&:hover': { backgroundColor: paint('hover') },
  '&[aria-selected=true]': { backgroundColor: paint('you-tint') },
  '&:focus-visible': { outline: `2px solid ${paint('you')}`, outlineOffset: -2 },
  '& .name': { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});
const Twist = styled('span')({
  width: 16,
  height: 24,
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  color: paint('t3'),
});

/** `snet-training, Subnet, 10.1.1.0/24, 1 error, 2 warnings`, as on the canvas. */
const inWords = (name: string, title: string, fact: string, findings: readonly Finding[] = []): string =>
  [name, title, fact, findingsInWords(findings)].filter((part) => part !== '').join(', ');

/** One resource or note of the outline with the worst of its findings. */
export const OutlineLine = memo(function OutlineLine({
  row: { id, name, fact, resource, note, level, position, siblings, hasChildren, isOpen },
  findings,
  isSelected,
  isStop,
  isRenaming,
  onSelect,
  onToggle,
  onMenu,
  onRenamed,
}: {
  row: OutlineRow;
  findings: readonly Finding[] | undefined;
  isSelected: boolean;
  /** Whether Tab stops here. */
  isStop: boolean;
  isRenaming: boolean;
  onSelect: () => void;
  onToggle: () => void;
  onMenu: () => void;
  onRenamed: (hasLeft: boolean) => void;
}) {
  const [worst] = findings ?? [];
  const title = resource ? kinds[resource.kind].title : 'Note';
  return (
    <Line
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-label={inWords(name, title, fact, findings)}
      data-resource={id}
      data-focus={isStop ? 'outline' : undefined}
      tabIndex={isStop ? 0 : -1}
      style={{ paddingLeft: (level - 1) * 12 + 2 }}
      title={note ? note.text : inWords(name, title, fact)}
      onClick={onSelect}
      onContextMenu={(event) => {
        event.preventDefault();
        onSelect();
        onMenu();
      }}
      onDoubleClick={hasChildren ? onToggle : undefined}
    >
      <Twist
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {hasChildren ? <Icon icon={isOpen ? 'chevron-down' : 'chevron-right'} size={12} /> : null}
      </Twist>
      {resource ? (
        <ResourceTile kind={resource.kind} size={20} />
      ) : (
        <NoteTile tone={note ? toneOfNote(note) : 'neutral'} />
      )}
      {isRenaming && resource ? (
        <RowName resource={resource} onDone={onRenamed} />
      ) : (
        <span className="name">{name}</span>
      )}
      {worst ? <SeverityMarker tone={toneOf(worst)} size={16} /> : null}
    </Line>
  );
});

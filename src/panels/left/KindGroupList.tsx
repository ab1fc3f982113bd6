import { useState } from 'react';
import type { KindGroup, ResourceKind } from '#model';
import { Icon, Pressable, paint, styled } from '#ui';
import { commonKinds } from './common-kinds.ts';
import { KindRow } from './KindRow.tsx';

const Group = styled('section')({ paddingBottom: 6 });
const Header = styled(Pressable)({
  width: '100%',
  height: 28,
  padding: '0 6px',
  gap: 6,
  justifyContent: 'flex-start',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 12,
  fontWeight: 600,
  color: paint('t1'),
  '& .count': { marginLeft: 'auto', fontWeight: 450, fontSize: 11.5, color: paint('t2') },
  '& svg': { color: paint('t3') },
  // Inside, where it is clear of its neighbours.
  '&:focus-visible': { outlineOffset: -2 },
  '&:hover': { backgroundColor: paint('hover') },
});
const More = styled(Pressable)({
  height: 24,
  padding: '0 8px 0 34px',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 11.5,
  color: paint('t2'),
  '&:focus-visible': { outlineOffset: -2 },
  '&:hover': { color: paint('t1') },
});
const Rows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

/** One group of kinds: the common ones, then all on demand. Tab stops at its heading, arrows lead on from there. */
export function KindGroupList({
  group,
  found,
  isSearch,
  onAdd,
}: {
  group: KindGroup;
  found: readonly ResourceKind[];
  isSearch: boolean;
  onAdd: () => void;
}) {
  const [isOpen, setOpen] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const common = found.filter((kind) => commonKinds.has(kind));
  const shown = isSearch || isWhole ? found : common;
  const hidden = found.length - shown.length;
  return (
    <Group aria-label={group}>
      <Header tabIndex={isSearch ? -1 : 0} onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        <Icon icon={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        {group}
        <span className="count">{hidden > 0 ? `${shown.length} of ${found.length}` : found.length}</span>
      </Header>
      {isOpen ? (
        <Rows>
          {shown.map((kind, at) => (
            <li key={kind}>
              <KindRow kind={kind} isStop={isSearch && at === 0} onAdd={onAdd} />
            </li>
          ))}
          {hidden > 0 || (isWhole && !isSearch) ? (
            <li>
              <More tabIndex={-1} onClick={() => setWhole(!isWhole)}>
                {isWhole ? 'Show fewer' : `Show ${hidden} more`}
              </More>
            </li>
          ) : null}
        </Rows>
      ) : null}
    </Group>
  );
}

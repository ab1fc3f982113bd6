import { useRef, useState } from 'react';
import { showCommands } from '#commands';
import { type KindGroup, kindGroups, kinds, type ResourceKind, resourceKinds } from '#model';
import { Button, Icon, Input, Keycaps, paint, styled, useCommand, useCommandContext } from '#ui';
import { KindGroupList } from './KindGroupList.tsx';
import { NoteRow } from './NoteRow.tsx';
import { otherNamesOf } from './other-names.ts';

const Field = styled('div')({ padding: '0 12px 4px' });
const Search = styled(Input)({
  width: '100%',
  height: 28,
  padding: '0 6px 0 8px',
  gap: 6,
  borderRadius: 7,
  fontSize: 12,
  color: paint('t1'),
  boxShadow: `inset 0 0 0 1px ${paint('line3')}`,
  '&:focus-within': { boxShadow: `inset 0 0 0 2px ${paint('you')}` },
  '& svg, & kbd': { color: paint('t2') },
});
const List = styled('div')({ flex: 1, minHeight: 0, overflowY: 'auto', padding: '4px 8px 16px' });
const Nothing = styled('div')({
  display: 'grid',
  justifyItems: 'start',
  gap: 8,
  margin: '4px',
  color: paint('t2'),
  fontSize: 12,
  overflowWrap: 'anywhere',
});

const matching = (query: string): readonly ResourceKind[] => {
  const wanted = query.trim().toLowerCase();
  return (Object.keys(kinds) as ResourceKind[]).filter(
    (kind) =>
      kinds[kind].title.toLowerCase().includes(wanted) || ` ${otherNamesOf(kind)}`.includes(` ${wanted}`),
  );
};

const byGroup = (found: readonly ResourceKind[]): readonly [KindGroup, readonly ResourceKind[]][] =>
  kindGroups.map((group) => [group, found.filter((kind) => kinds[kind].group === group)]);

/** Everything that can be added, to drag onto the canvas or to place by keyboard. */
export function Palette() {
  const [query, setQuery] = useState('');
  const search = useCommand(showCommands);
  const { browser } = useCommandContext();
  const list = useRef<HTMLDivElement>(null);
  const groups = byGroup(matching(query)).filter(([, found]) => found.length > 0);
  const isNote = 'note'.startsWith(query.trim().toLowerCase());
  return (
    <>
      <Field>
        <Search
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              // What is selected stays so.
              event.stopPropagation();
              if (query === '') browser.focus('canvas');
              else setQuery('');
            }
            if (query.trim() === '') return;
            const first = list.current?.querySelector<HTMLElement>('li button');
            if (event.key === 'ArrowDown') first?.focus();
            if (event.key !== 'Enter' || !first) return;
            // Where there is a choice of places the same press is not to take the first of them.
            event.preventDefault();
            first.click();
          }}
          placeholder={`Search ${resourceKinds.length} resources`}
          aria-label="Search resources"
          data-focus="search"
          start={<Icon icon="search" size={14} />}
          end={query ? null : <Keycaps shortcut="/" />}
        />
      </Field>
      <List ref={list}>
        {groups.map(([group, found]) => (
          <KindGroupList
            key={group}
            group={group}
            found={found}
            isSearch={query.trim() !== ''}
            // It was looked for, and is found.
            onAdd={() => setQuery('')}
          />
        ))}
        {isNote ? <NoteRow /> : null}
        {groups.length === 0 && !isNote ? (
          <Nothing>
            No resource is called “{query.trim()}”.
            <Button size="small" onClick={search.run}>
              Search commands
            </Button>
          </Nothing>
        ) : null}
      </List>
    </>
  );
}

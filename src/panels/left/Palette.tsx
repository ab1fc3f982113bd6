import { useRef, useState } from 'react';
import { showCommands } from '#commands';
import { type KindGroup, kindGroups, kindInSentence, kinds, type ResourceKind, resourceKinds } from '#model';
import {
  Button,
  Icon,
  Input,
  Keycaps,
  paint,
  stepTo,
  styled,
  useAppStore,
  useCommand,
  useCommandContext,
} from '#ui';
import { commonKinds } from './common-kinds.ts';
import { KindGroupList } from './KindGroupList.tsx';
import { NoteRow } from './NoteRow.tsx';
import { otherNamesOf } from './other-names.ts';

const Field = styled('div')({
  padding: '0 12px 4px',
  // What Enter would add.
  '&:focus-within + [data-is-found] > section:first-of-type li:first-of-type > button': {
    backgroundColor: paint('hover'),
  },
});
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

/** The groups in which something is called so. */
const foundBy = (query: string) => {
  const groups = byGroup(matching(query)).filter(([, found]) => found.length > 0);
  if (query.trim() === '') return groups;
  // What most designs need comes first, of a group and of the groups: Enter adds the first.
  const isRare = (kind: ResourceKind) => Number(!commonKinds.has(kind));
  return groups
    .map(([group, found]) => [group, found.toSorted((one, other) => isRare(one) - isRare(other))] as const)
    .toSorted(([, [one]], [, [other]]) => (one ? isRare(one) : 1) - (other ? isRare(other) : 1));
};

/** `3 found; Enter adds: virtual network.` */
const foundInWords = (query: string): string => {
  const found = foundBy(query).flatMap(([, kindsFound]) => kindsFound);
  const [first] = found;
  return first === undefined ? 'None found.' : `${found.length} found; Enter adds: ${kindInSentence(first)}.`;
};

/** Everything that can be added, to drag onto the canvas or to place by keyboard. */
export function Palette() {
  const [query, setQuery] = useState('');
  const search = useCommand(showCommands);
  const { browser } = useCommandContext();
  const store = useAppStore();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const isSearch = query.trim() !== '';
  const groups = foundBy(query);
  const isNote = 'note'.startsWith(query.trim().toLowerCase());
  return (
    <>
      <Field>
        <Search
          ref={field}
          value={query}
          onChange={({ target: { value } }) => {
            setQuery(value);
            if (value.trim() !== '') store.getState().announce(foundInWords(value));
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              // What is selected stays so.
              event.stopPropagation();
              if (query === '') browser.focus('canvas');
              else setQuery('');
            }
            const first = list.current?.querySelector<HTMLElement>(isSearch ? 'li button' : 'button');
            if (event.key === 'ArrowDown') first?.focus();
            if (event.key !== 'Enter' || !isSearch || !first) return;
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
      <List
        ref={list}
        data-is-found={isSearch || undefined}
        onKeyDown={(event) => {
          // Of what was found, the first leads back to the field: no heading stands between them.
          const steps = [
            ...event.currentTarget.querySelectorAll<HTMLElement>(isSearch ? 'li button' : 'button'),
          ];
          // A choice of places that is open has keys of its own.
          if (!field.current || !steps.includes(event.target as HTMLElement)) return;
          if (stepTo([field.current, ...steps], event.key, ['ArrowUp', 'ArrowDown'])) event.preventDefault();
        }}
      >
        {groups.map(([group, found]) => (
          <KindGroupList
            key={group}
            group={group}
            found={found}
            isSearch={isSearch}
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

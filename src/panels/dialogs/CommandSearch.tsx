import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { missingPart } from '#commands';
import {
  fetchedAhead,
  Icon,
  IconButton,
  IconTile,
  Input,
  Keycaps,
  paint,
  ResourceTile,
  SeverityMarker,
  styled,
  useAppState,
  useAppStore,
  useCommandContext,
  useFindingIndex,
} from '#ui';
import { fade } from '../fade.ts';
import { loadCollection } from '../load-collection.ts';
import type { MenuEntry } from '../resource-menu/entries.ts';
import type { FoundEntry } from './found.ts';
import type { Collection } from './palette-entries.ts';

/** Entries shown; more than anyone reads. */
const most = 40;

const Field = styled(Input)({
  width: '100%',
  height: 48,
  padding: '0 16px',
  gap: 10,
  fontSize: 14,
  borderBottom: `1px solid ${paint('line')}`,
  '& svg': { color: paint('t2'), flex: 'none' },
  '& > button': { margin: '0 -4px 0 -6px' },
  '& > strong': { flex: 'none', fontWeight: 600 },
});
// As high as twelve lines, and the beginning of one more.
const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: '6px 6px 0',
  maxHeight: 'min(410px, 60vh)',
  overflowY: 'auto',
  '&:empty': { display: 'none' },
  // Below the last of a few there is as much room as above the first.
  '&::after': { content: '""', display: 'block', height: 6 },
  '&:has(> :nth-child(10))::after': fade,
});
const Line = styled('li')({
  display: 'flex',
  alignItems: 'center',
  // The words begin below those of the field.
  gap: 8,
  minHeight: 32,
  padding: '0 10px',
  borderRadius: 7,
  cursor: 'default',
  '& .title b': { fontWeight: 700 },
  '& .title': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .detail': {
    // It gives way before the title does.
    flexShrink: 1e6,
    minWidth: 60,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: paint('t2'),
    fontSize: 12,
  },
  '& .end': { marginLeft: 'auto', display: 'flex', flex: 'none', color: paint('t2') },
  '& .blank': { width: 20, flex: 'none' },
  '&[aria-selected=true]': { backgroundColor: paint('you-tint') },
  '&[aria-disabled=true]': { opacity: 0.45 },
});
const Nothing = styled('p')({ margin: 0, padding: '14px 16px 14px 44px', color: paint('t2') });

/** A title in which the letters that it was found by stand out. */
const Title = ({ title, letters }: { title: string; letters: ReadonlySet<number> | undefined }) => (
  <span className="title">
    {letters && letters.size > 0
      ? Array.from(title, (letter, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: letters keep their places.
          letters.has(at) ? <b key={at}>{letter}</b> : letter,
        )
      : title}
  </span>
);

const Entry = ({
  entry: { title, letters, detail, kind, icon, tone, shortcut, page },
}: {
  entry: FoundEntry;
}) => (
  <>
    {kind ? (
      <ResourceTile kind={kind} size={20} />
    ) : icon ? (
      <IconTile icon={icon} colour="neutral" />
    ) : tone ? (
      <SeverityMarker tone={tone} size={16} />
    ) : (
      <span className="blank" />
    )}
    <Title title={title} letters={letters} />
    {detail === undefined ? null : <span className="detail">{detail}</span>}
    <span className="end">
      {shortcut === undefined ? null : <Keycaps shortcut={shortcut} />}
      {page ? <Icon icon="chevron-right" size={12} /> : null}
    </span>
  </>
);

const loadEntries = fetchedAhead(() => import('./palette-entries.ts'));
type Entries = Awaited<ReturnType<typeof loadEntries>>;

/** Once they have come. */
let known: Entries | undefined;

/** What makes and finds entries; what is typed before it has come is answered when it has. */
function useEntries(): Entries | undefined {
  const store = useAppStore();
  const [entries, setEntries] = useState(known);
  useEffect(() => {
    void loadEntries().then(
      (loaded) => {
        known = loaded;
        setEntries(loaded);
      },
      () => store.getState().setView({ notice: missingPart }),
    );
  }, [store]);
  return entries;
}

const nothingYet: Collection = { blueprints: [], exercises: [] };

/** One field that finds everything by name; what needs a second answer asks for it in the same place. */
export function CommandSearch({ onClose }: { onClose: () => void }) {
  const context = useCommandContext();
  const isWorkspace = useAppState((state) => state.screen === 'workspace');
  const selection = useAppState((state) => state.selection);
  const { at: findingsAt } = useFindingIndex();
  const [pages, setPages] = useState<readonly MenuEntry[]>([]);
  const [query, setQuery] = useState('');
  // Until an arrow key chooses, the first that can be done.
  const [chosen, setAt] = useState<number>();
  const [collection, setCollection] = useState(nothingYet);
  useEffect(() => {
    let isGone = false;
    void loadCollection().then(({ blueprints, exercises }) => {
      if (!isGone) setCollection({ blueprints, exercises });
    });
    return () => {
      isGone = true;
    };
  }, []);
  const page = pages.at(-1);
  const field = useRef<HTMLInputElement>(null);
  const palette = useEntries();
  const [isEntered, setEntered] = useState(false);
  const all = useMemo(
    () => palette?.paletteEntries(context, (selection && findingsAt.get(selection)) ?? [], collection),
    [palette, context, selection, findingsAt, collection],
  );
  const entries: readonly FoundEntry[] = useMemo(() => {
    if (!palette || !all) return [];
    const isOpen = query.trim() === '';
    if (page?.page) return isOpen ? page.page : palette.found(query, page.page, most);
    return isOpen ? all.usual : palette.found(query, [...all.usual, ...all.others], most);
  }, [palette, page, query, all]);

  // None, where none of them can be done.
  const at = chosen ?? entries.findIndex(({ isDisabled }) => isDisabled !== true);

  const show = (next: readonly MenuEntry[]) => {
    setPages(next);
    setQuery('');
    setAt(undefined);
  };
  const back = () => {
    show(pages.slice(0, -1));
    field.current?.focus();
  };
  const choose = (entry: MenuEntry | undefined) => {
    if (!entry || entry.isDisabled) return;
    if (entry.page) {
      show([...pages, entry]);
      return;
    }
    onClose();
    // Not to stay on the button that opened this, whose tooltip would then stand over the screen.
    context.browser.focus('canvas');
    const done = entry.run?.();
    if (done instanceof Promise) void done.then(() => context.browser.focus('canvas'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') palette ? choose(entries[at]) : setEntered(true);
    else if (event.key === 'ArrowDown') setAt(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Backspace' && query === '' && page) back();
    else return;
    event.preventDefault();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what was entered before it could be answered can be
  useEffect(() => {
    if (palette && isEntered) choose(entries[at]);
  }, [palette]);
  const label = page?.title ?? (isWorkspace ? 'Find a resource or a command' : 'Find a command or a design');

  return (
    <>
      <Field
        ref={field}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(undefined);
        }}
        onKeyDown={onKeyDown}
        placeholder={page ? 'Type to find' : label}
        start={
          page ? (
            <>
              <IconButton size="small" aria-label="Back" onClick={back}>
                <Icon icon="chevron-left" size={18} />
              </IconButton>
              <strong>{page.title}</strong>
            </>
          ) : (
            <Icon icon="search" size={18} />
          )
        }
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls="command-list"
        aria-activedescendant={entries[at] && `found-${at}`}
      />
      {palette && entries.length === 0 ? (
        <Nothing>Nothing is called that. Try a resource’s name, “add subnet” or “export”.</Nothing>
      ) : null}
      <List id="command-list" role="listbox" aria-label="Found">
        {entries.map((entry, index) => (
          <Line
            key={entry.id}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            aria-disabled={entry.isDisabled ?? false}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            <Entry entry={entry} />
          </Line>
        ))}
      </List>
    </>
  );
}

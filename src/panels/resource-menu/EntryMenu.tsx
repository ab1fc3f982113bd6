import { Fragment, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Icon, Keycaps, Menu, MenuItem, paint, ResourceTile, SeverityMarker, styled } from '#ui';
import type { MenuEntry } from './entries.ts';

const Line = styled('hr')({ margin: '4px 0', border: 0, borderTop: `1px solid ${paint('line')}` });
const Heading = styled('div')({ padding: '4px 8px', fontWeight: 600 });
const Group = styled('div')({
  padding: '10px 8px 2px',
  fontSize: 11.5,
  lineHeight: '16px',
  fontWeight: 600,
  color: paint('t2'),
});
// What is a sentence takes the lines that it needs.
const Title = styled('span')({
  minWidth: 0,
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  textWrap: 'pretty',
});
const Aside = styled('span')({
  marginLeft: 'auto',
  paddingLeft: 24,
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  fontSize: 11.5,
  color: paint('t2'),
});

/** The page at a path of ids, and its title. */
function pageAt(entries: readonly MenuEntry[], path: readonly string[]): MenuEntry | undefined {
  const [id, ...rest] = path;
  const entry = entries.find((one) => one.id === id);
  return rest.length === 0 ? entry : entry?.page && pageAt(entry.page, rest);
}

function Entry({ entry }: { entry: MenuEntry }) {
  const { kind, tone, title, detail, shortcut, page } = entry;
  return (
    <>
      {kind ? <ResourceTile kind={kind} size={18} /> : null}
      {tone ? <SeverityMarker tone={tone} size={16} /> : null}
      <Title>{title}</Title>
      <Aside>
        {detail}
        {shortcut === undefined ? null : <Keycaps shortcut={shortcut} />}
        {page ? <Icon icon="chevron-right" size={12} /> : null}
      </Aside>
    </>
  );
}

/** A list of what can be done with something; pages open in place with the right arrow key and close with the left. */
export function EntryMenu({
  name,
  entries: all,
  anchor,
  start = [],
  onClose,
}: {
  /** Of what it is about. */
  name: string;
  entries: readonly MenuEntry[];
  anchor: HTMLElement;
  /** Page to open at. */
  start?: readonly string[];
  /** `hasRun` where something was done, so that the focus is the doer's. */
  onClose: (hasRun: boolean) => void;
}) {
  const first = pageAt(all, start) ? start : [];
  const [path, setPath] = useState<readonly string[]>(first);
  const list = useRef<HTMLDivElement>(null);
  const current = pageAt(all, path);
  const entries = current?.page ?? all;
  const canGoBack = path.length > first.length;

  // The first choice of a page has the focus, not the way back.
  useLayoutEffect(() => {
    const items = list.current?.querySelectorAll<HTMLElement>('[role=menuitem]');
    items?.[path.length > first.length ? 1 : 0]?.focus();
  }, [path, first.length]);

  const choose = (entry: MenuEntry) => {
    if (entry.page) {
      setPath([...path, entry.id]);
      return;
    }
    onClose(true);
    const done = entry.run?.();
    if (done instanceof Promise) void done.then(() => onClose(true));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = [...(list.current?.querySelectorAll('[role=menuitem]') ?? [])].indexOf(
      event.target as Element,
    );
    const entry = entries[canGoBack ? index - 1 : index];
    if (event.key === 'ArrowRight' && entry?.page) setPath([...path, entry.id]);
    else if (event.key === 'ArrowLeft' && canGoBack) setPath(path.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Menu
      anchor={anchor}
      label={current ? `${current.title}, ${name}` : name}
      list={list}
      style={{ minWidth: 220, maxWidth: 440 }}
      onKeyDown={onKeyDown}
      onClose={() => onClose(false)}
    >
      {current && !canGoBack ? (
        <Heading aria-hidden="true">
          {current.title} {name}
        </Heading>
      ) : null}
      {current && canGoBack ? (
        <MenuItem style={{ fontWeight: 600 }} onClick={() => setPath(path.slice(0, -1))}>
          <Icon icon="chevron-left" size={12} />
          <Title>{current.title}</Title>
        </MenuItem>
      ) : null}
      {current ? <Line /> : null}
      {entries.map((entry, at) => (
        <Fragment key={entry.id}>
          {entry.group === undefined || entry.group === entries[at - 1]?.group ? null : (
            <Group aria-hidden="true">{entry.group}</Group>
          )}
          {entry.isApart ? <Line /> : null}
          <MenuItem
            {...(entry.page ? { 'aria-haspopup': 'menu' as const } : {})}
            onClick={() => choose(entry)}
          >
            <Entry entry={entry} />
          </MenuItem>
        </Fragment>
      ))}
    </Menu>
  );
}

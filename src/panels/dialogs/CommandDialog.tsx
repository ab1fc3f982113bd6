import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { allCommands, type Command } from '#commands';
import { kinds, type Resource } from '#model';
import { Icon, Keycaps, paint, ResourceTile, useAppState, useAppStore, useCommandContext } from '#ui';

/** Entries shown; more than anyone reads. */
const most = 40;

const Field = styled(InputBase)({
  width: '100%',
  height: 48,
  padding: '0 16px',
  gap: 10,
  fontSize: 14,
  borderBottom: `1px solid ${paint('line')}`,
  '& svg': { color: paint('t2') },
  '& input::placeholder': { color: paint('t3'), opacity: 1 },
});
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 6, maxHeight: 380, overflowY: 'auto' });
const Entry = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 32,
  padding: '0 10px',
  borderRadius: 7,
  cursor: 'default',
  '& .kind': { color: paint('t3'), fontSize: 12 },
  '& .keys': { marginLeft: 'auto', color: paint('t3') },
  '& .blank': { width: 20 },
  '&[aria-selected=true]': { backgroundColor: paint('you-tint') },
  '&[aria-disabled=true]': { opacity: 0.45 },
});
const Nothing = styled('p')({ margin: 0, padding: '12px 16px', color: paint('t2') });

type Found =
  | { readonly id: string; readonly command: Command }
  | { readonly id: string; readonly resource: Resource };

const hidden = new Set(['commands', 'leave']);

/** Resources of the design and commands whose names hold every word typed. */
const search = (query: string, resources: readonly Resource[]): readonly Found[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word));
  const commands = allCommands
    .filter((command) => !hidden.has(command.id) && fits(command.title))
    .map((command) => ({ id: `command-${command.id}`, command }));
  const found = resources
    .filter((resource) => words.length > 0 && fits(`${resource.name} ${kinds[resource.kind].title}`))
    .map((resource) => ({ id: `resource-${resource.id}`, resource }));
  return [...found, ...commands].slice(0, most);
};

function Contents({ onClose }: { onClose: () => void }) {
  const store = useAppStore();
  const context = useCommandContext();
  const isWorkspace = useAppState((state) => state.screen === 'workspace');
  const resources = useAppState((state) => state.design.resources);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => search(query, isWorkspace ? resources : []), [query, resources, isWorkspace]);
  // The dialog itself counts as closed: a command is asked as it will run.
  const canRun = (command: Command) =>
    command.isEnabled?.({ ...store.getState(), dialog: undefined }) ?? true;

  const choose = (entry: Found | undefined) => {
    if (!entry || ('command' in entry && !canRun(entry.command))) return;
    onClose();
    // Not to stay on the button that opened this, whose tooltip would then stand over the screen.
    context.browser.focus('canvas');
    if ('resource' in entry) store.getState().jumpTo(entry.resource.id);
    else void entry.command.run(context);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Field
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={isWorkspace ? 'Find a resource or a command' : 'Find a command'}
        startAdornment={<Icon icon="search" size={18} />}
        inputProps={{
          role: 'combobox',
          'aria-label': 'Find a resource or a command',
          'aria-expanded': true,
          'aria-controls': 'command-list',
          'aria-activedescendant': found[at]?.id,
        }}
      />
      {found.length === 0 ? <Nothing>Nothing is called that.</Nothing> : null}
      <List id="command-list" role="listbox" aria-label="Found">
        {found.map((entry, index) => (
          <Entry
            key={entry.id}
            id={entry.id}
            role="option"
            aria-selected={index === at}
            aria-disabled={'command' in entry && !canRun(entry.command)}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            {'resource' in entry ? (
              <>
                <ResourceTile kind={entry.resource.kind} size={20} />
                {entry.resource.name}
                <span className="kind">{kinds[entry.resource.kind].title}</span>
              </>
            ) : (
              <>
                <span className="blank" />
                {entry.command.title}
                <span className="keys">
                  {entry.command.shortcut === undefined ? null : (
                    <Keycaps shortcut={entry.command.shortcut} />
                  )}
                </span>
              </>
            )}
          </Entry>
        ))}
      </List>
    </>
  );
}

/** Every resource and every command by name. */
export function CommandDialog() {
  const store = useAppStore();
  const isOpen = useAppState((state) => state.dialog === 'commands');
  const close = () => store.getState().setView({ dialog: undefined });
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      aria-label="Search"
      slotProps={{ paper: { sx: { width: 560, maxWidth: '90vw', alignSelf: 'flex-start', mt: '12vh' } } }}
    >
      <Contents onClose={close} />
    </Dialog>
  );
}

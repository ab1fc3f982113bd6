import type { Note } from '#model';
import { useCommandContext } from '#ui';
import { EntryMenu } from './EntryMenu.tsx';
import type { MenuHost } from './entries.ts';
import { noteEntries } from './note-entries.ts';

/** What can be done with a note. */
export function NoteMenu({
  note,
  anchor,
  host,
  onClose,
}: {
  note: Note;
  anchor: HTMLElement;
  host: MenuHost;
  onClose: (hasRun: boolean) => void;
}) {
  const context = useCommandContext();
  return (
    <EntryMenu name="Note" entries={noteEntries(context, note, host)} anchor={anchor} onClose={onClose} />
  );
}

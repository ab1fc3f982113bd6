import type { Note, Resource } from '#model';
import { useCommandContext } from '#ui';
import { titleOfSeveral } from '../title-of-several.ts';
import { EntryMenu } from './EntryMenu.tsx';
import { severalEntries } from './several-entries.ts';

/** What can be done with everything that is selected. */
export function SeveralMenu({
  resources,
  notes,
  anchor,
  start,
  onClose,
}: {
  resources: readonly Resource[];
  notes: readonly Note[];
  anchor: HTMLElement;
  /** Page to open at. */
  start: readonly string[];
  onClose: (hasRun: boolean) => void;
}) {
  const context = useCommandContext();
  const name = titleOfSeveral(resources, notes);
  return (
    <EntryMenu
      name={name}
      entries={severalEntries(context, resources, name)}
      anchor={anchor}
      start={start}
      onClose={onClose}
    />
  );
}

import { placeName } from '#drawing';
import type { Resource } from '#model';
import { useCommandContext, useFindingIndex } from '#ui';
import { EntryMenu } from './EntryMenu.tsx';
import { entriesFor, type MenuHost } from './entries.ts';

/** What can be done with a resource. */
export function ResourceMenu({
  resource,
  anchor,
  start = [],
  host,
  onClose,
}: {
  resource: Resource;
  anchor: HTMLElement;
  /** Page to open at. */
  start?: readonly string[];
  host: MenuHost;
  /** `hasRun` where something was done, so that the focus is the doer's. */
  onClose: (hasRun: boolean) => void;
}) {
  const context = useCommandContext();
  const { at } = useFindingIndex();
  const entries = entriesFor(context, resource, at.get(resource.id) ?? [], host);
  return (
    <EntryMenu name={placeName(resource)} entries={entries} anchor={anchor} start={start} onClose={onClose} />
  );
}

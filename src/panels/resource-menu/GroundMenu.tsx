import { arrangeDesign, paste, selectAll, showWhole, startNote } from '#commands';
import type { Resource } from '#model';
import { useCommandContext } from '#ui';
import { EntryMenu } from './EntryMenu.tsx';
import { additions, commandEntry, page } from './entries.ts';

/** What can be done with the drawing, and what can be added to its region, where nothing stands. */
export function GroundMenu({
  region,
  anchor,
  onClose,
}: {
  region: Resource;
  anchor: HTMLElement;
  onClose: (hasRun: boolean) => void;
}) {
  const context = useCommandContext();
  const state = context.store.getState();
  const commands = [paste, selectAll, startNote, showWhole, arrangeDesign];
  const entries = [
    ...page('add', 'Add', additions(context, region)),
    ...commands.flatMap((one) => (one.isEnabled?.(state) === false ? [] : commandEntry(context, one))),
  ];
  return <EntryMenu name="Drawing" entries={entries} anchor={anchor} onClose={onClose} />;
}

import { startNote } from '#commands';
import { Keycaps, NoteTile, useCommand } from '#ui';
import { Row } from './KindRow.tsx';

/** What the canvas reads from a drag. */
const dragType = 'application/x-isoplan-note';

/** A note: dragged to where it is to lie, or begun on the selection or in the middle of the view. */
export function NoteRow() {
  const { run, isEnabled } = useCommand(startNote);
  return (
    <Row
      draggable
      aria-keyshortcuts={startNote.shortcut}
      disabled={!isEnabled}
      onClick={run}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, 'note');
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <NoteTile />
      <span className="name">Note</span>
      {startNote.shortcut === undefined ? null : (
        <span className="keys" aria-hidden="true">
          <Keycaps shortcut={startNote.shortcut} />
        </span>
      )}
    </Row>
  );
}

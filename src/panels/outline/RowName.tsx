import { useState } from 'react';
import { renameTo } from '#commands';
import type { Resource } from '#model';
import { paint, styled, useCommandContext } from '#ui';

const Field = styled('input')({
  flex: 1,
  minWidth: 0,
  height: 22,
  // Its letters stay where they were.
  margin: '0 -4px',
  padding: '0 4px',
  border: 0,
  borderRadius: 5,
  font: 'inherit',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  outline: `2px solid ${paint('you')}`,
  '&[aria-invalid=true]': { outlineColor: paint('error') },
});

/** A name being written in its row: Enter and leaving keep it, Escape lets it be. */
export function RowName({ resource, onDone }: { resource: Resource; onDone: (hasLeft: boolean) => void }) {
  const context = useCommandContext();
  const [draft, setDraft] = useState(resource.name);
  const [fault, setFault] = useState<string>();
  /** What cannot be its name stays to be mended; on leaving, the old name stands. */
  const commit = (isLeaving: boolean) => {
    const refusal = draft.trim() === resource.name ? undefined : renameTo(context, resource.id, draft);
    if (refusal === undefined || isLeaving) onDone(isLeaving);
    else {
      setFault(refusal);
      context.store.getState().announce(refusal);
    }
  };
  return (
    <Field
      autoFocus
      aria-label={`New name of ${resource.name}`}
      value={draft}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      aria-invalid={fault !== undefined}
      title={fault}
      onBlur={() => commit(true)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(false);
        else if (event.key === 'Escape') onDone(false);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

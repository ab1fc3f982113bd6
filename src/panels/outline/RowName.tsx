import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { edits, type Resource } from '#model';
import { paint, useAppStore } from '#ui';

const Field = styled('input')({
  flex: 1,
  minWidth: 0,
  height: 22,
  padding: '0 4px',
  border: 0,
  borderRadius: 5,
  font: 'inherit',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  outline: `2px solid ${paint('you')}`,
});

/** A name being written in its row: Enter and leaving keep it, Escape lets it be. */
export function RowName({ resource, onDone }: { resource: Resource; onDone: () => void }) {
  const store = useAppStore();
  const [draft, setDraft] = useState(resource.name);
  const commit = () => {
    const name = draft.trim();
    if (name !== '' && name !== resource.name)
      store
        .getState()
        .edit(`rename ${resource.name}`, (design) =>
          edits.updateResource(design, resource.id, resource.kind, { name }),
        );
    onDone();
  };
  return (
    <Field
      autoFocus
      aria-label={`New name of ${resource.name}`}
      value={draft}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') onDone();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

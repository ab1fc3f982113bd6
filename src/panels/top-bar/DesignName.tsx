import ButtonBase from '@mui/material/ButtonBase';
import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { edits } from '#model';
import { paint, useAppState, useAppStore } from '#ui';
import { DesignMenu } from './DesignMenu.tsx';

const Name = styled(ButtonBase)({
  height: 28,
  minWidth: 72,
  padding: '0 6px',
  borderRadius: 7,
  fontFamily: 'inherit',
  fontSize: 13,
  fontWeight: 600,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: 260 },
  '&:hover': { backgroundColor: paint('hover') },
});
const Field = styled(InputBase)({
  height: 28,
  width: 220,
  padding: '0 6px',
  borderRadius: 7,
  fontSize: 13,
  fontWeight: 600,
  boxShadow: `0 0 0 2px ${paint('you')}`,
});

/** The design's name; a click turns it into a field. */
export function DesignName() {
  const store = useAppStore();
  const name = useAppState((state) => state.design.name);
  const [draft, setDraft] = useState<string>();

  const commit = () => {
    const wanted = draft?.trim();
    if (wanted) store.getState().edit('rename the design', (design) => edits.renameDesign(design, wanted));
    setDraft(undefined);
  };

  return (
    <>
      {draft === undefined ? (
        <Name onClick={() => setDraft(name)} title="Rename" aria-label={`${name}, rename the design`}>
          <span>{name}</span>
        </Name>
      ) : (
        <Field
          autoFocus
          value={draft}
          inputProps={{ 'aria-label': 'Name of the design' }}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      )}
      <DesignMenu />
    </>
  );
}

import { styled } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import { paint } from '#ui';

/** The column at the right. */
export const Panel = styled('aside')({
  gridArea: 'right',
  width: 320,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  backgroundColor: paint('panel'),
  borderLeft: `1px solid ${paint('line')}`,
});

/** What scrolls in it. */
export const Body = styled('div')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overflowX: 'hidden',
  paddingTop: 2,
});

/** On a row or a button these keys must not remove what is being read. */
export const keepSelected = (event: KeyboardEvent) => {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!isField && (event.key === 'Delete' || event.key === 'Backspace')) event.preventDefault();
};

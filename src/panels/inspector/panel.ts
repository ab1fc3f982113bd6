import type { KeyboardEvent } from 'react';
import { paint, styled } from '#ui';
import { fade, fadeAbove } from '../fade.ts';

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

/** Its head: tile, words and buttons. */
export const PanelHead = styled('div')({
  flex: 'none',
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  padding: '12px 10px 10px 14px',
  // What scrolls goes under it.
  borderBottom: `1px solid ${paint('line')}`,
  // Words that cannot be written have the inset that fields of others have.
  '& > .words': { flex: 1, minWidth: 0, padding: '0 6px' },
  '& > .words:first-child': { paddingLeft: 0 },
  '& h2': {
    margin: 0,
    padding: '4px 0',
    fontSize: 14,
    lineHeight: '18px',
    fontWeight: 650,
    letterSpacing: '-0.005em',
  },
  '& p': {
    margin: 0,
    padding: '4px 0',
    fontSize: 12,
    lineHeight: '16px',
    color: paint('t2'),
    overflowWrap: 'anywhere',
  },
});

/** What scrolls in it. */
export const Body = styled('div')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overflowX: 'hidden',
  // What has the focus is in sight with its ring.
  scrollPaddingBlock: 12,
  '& > :first-child': { borderTop: 0 },
  '&::before': fadeAbove,
  '&::after': fade,
});

/** On a row or a button these keys must not remove what is being read. */
export const keepSelected = (event: KeyboardEvent) => {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!isField && (event.key === 'Delete' || event.key === 'Backspace')) event.preventDefault();
};

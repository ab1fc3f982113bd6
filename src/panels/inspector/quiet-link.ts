import { paint, styled } from '#ui';

/** Words in a sentence that lead to what they name. */
export const QuietLink = styled('button')({
  // As high as a finger needs, in lines of text.
  display: 'inline',
  // The ring is clear of the words before it.
  margin: '0 -2px 0 -1.5px',
  padding: '4px 2px',
  border: 0,
  borderRadius: 4,
  outlineOffset: -1,
  font: 'inherit',
  color: 'inherit',
  background: 'none',
  textAlign: 'left',
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  '&:hover': { color: paint('t1'), textDecoration: 'underline' },
});

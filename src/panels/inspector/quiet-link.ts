import { paint, styled } from '#ui';

/** Words in a sentence that lead to what they name. */
export const QuietLink = styled('button')({
  // As high as a finger needs, in lines of text.
  display: 'inline',
  // Its letters stand as if they were text, and its ring is clear of them.
  margin: '0 -3px',
  padding: '4px 3px',
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

import { Pressable, paint, styled } from '#ui';

/** A row of the list: marker, sentence, category, object, actions. */
export const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(0, 1fr) 104px 150px 44px var(--fix, 106px)',
  alignItems: 'center',
  gap: 12,
  minHeight: 34,
  // Clear of its buttons, which are higher for a finger.
  '@media (pointer: coarse)': { minHeight: 44 },
  // With that of the sentence the same around one line and around several.
  padding: '3px 12px 3px 14px',
  '& > [data-variant=text][aria-expanded=true]': { backgroundColor: paint('press'), color: paint('t1') },
  // Beside the inspector the sentence has the room of the topic.
  '@container (max-width: 1099px)': {
    gridTemplateColumns: '20px minmax(0, 1fr) 150px 44px var(--fix, 106px)',
    '& .category': { display: 'none' },
  },
  // A sentence that has not the width of a few words has a line of its own, above what is done about it.
  '@container (max-width: 640px)': {
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto',
    gap: '0 12px',
    padding: '3px 12px 5px 14px',
    '& > :nth-child(2)': { gridColumn: '2 / -1' },
    '& > .category + *': { gridColumn: 2, justifySelf: 'start', maxWidth: '100%' },
  },
});

export const Sentence = styled(Pressable)({
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'center',
  textAlign: 'left',
  minHeight: 28,
  padding: '5px 4px',
  margin: '0 -4px',
  borderRadius: 6,
  fontFamily: 'inherit',
  fontSize: 12.5,
  lineHeight: '18px',
  color: paint('t1'),
  minWidth: 0,
  // Inside, where the edge of the row does not cut it.
  '&:focus-visible': { outlineOffset: -2 },
  '& > span': { maxWidth: '100%', textWrap: 'pretty', overflowWrap: 'anywhere' },
  // What is kept whole in it is struck through with it.
  '& > span > span': { textDecoration: 'inherit' },
  // Where it takes several lines, they are close: the panel has room for few.
  '@container (max-width: 1099px)': { lineHeight: '16px' },
});

/** What someone answered for, under the sentence. */
export const Second = styled('span')({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  fontSize: 11.5,
  lineHeight: '16px',
  color: paint('t2'),
});

export const Category = styled('span')({ fontSize: 11.5, color: paint('t2'), whiteSpace: 'nowrap' });

import { paint, styled } from '#ui';

/** The middle of the planner: a question, or the review. */
export const Step = styled('form')({
  display: 'flex',
  flexDirection: 'column',
  padding: '28px 36px 24px',
  backgroundColor: paint('canvas'),
  borderRight: `1px solid ${paint('line')}`,
  '& .count': { fontSize: 12.5, color: paint('t2') },
  '& h2': {
    margin: '2px 0 6px',
    // The longest question in one line of the widest column.
    fontSize: 24,
    lineHeight: '32px',
    fontWeight: 650,
    letterSpacing: '-0.022em',
    outline: 'none',
    textWrap: 'balance',
  },
  '& .text': {
    margin: '0 0 16px',
    fontSize: 13.5,
    lineHeight: '20px',
    color: paint('t2'),
    textWrap: 'pretty',
  },
  // The last line is not to lie in the fade above the foot.
  '& > :nth-last-child(2)': { paddingBottom: 28 },
  // In reach however long the review is.
  '& .foot': {
    position: 'sticky',
    // The padding of the step lies below it.
    bottom: -24,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    margin: 'auto -36px -24px',
    padding: '16px 36px 24px',
    backgroundColor: paint('canvas'),
    // What goes on below fades out, so that it is seen to go on.
    '&::before': {
      content: '""',
      position: 'absolute',
      inset: '-28px 0 auto',
      height: 28,
      background: `linear-gradient(to top, ${paint('canvas')}, transparent)`,
      pointerEvents: 'none',
    },
  },
  '& .foot .fill': { flex: 1 },
  '@media (max-width: 1399px)': {
    padding: '22px 22px 18px',
    '& .foot': { bottom: -18, margin: 'auto -22px -18px', padding: '14px 22px 18px' },
  },
  // Here the page scrolls, and the foot ends with the window.
  '@media (max-width: 899px)': { '& .foot': { bottom: 0 } },
  '@media (max-height: 799px)': {
    paddingTop: 18,
    '& h2': { fontSize: 22, lineHeight: '28px' },
    '& .text': { marginBottom: 12 },
  },
});

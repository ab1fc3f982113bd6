import { paint, styled } from '#ui';

/** A table of what takes effect; what never decides is quiet. */
export const Table = styled('table')({
  width: 'calc(100% - 28px)',
  margin: '0 14px',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 11.5,
  '& td': {
    height: 26,
    padding: '5px 5px 4px 0',
    borderTop: `1px solid ${paint('line')}`,
    lineHeight: '16px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& td.mono': { fontSize: 11 },
  '& th': {
    height: 22,
    padding: '0 8px 0 0',
    textAlign: 'left',
    fontSize: 11,
    fontWeight: 500,
    color: paint('t2'),
  },
  // However far its rows are scrolled.
  '& thead th': {
    position: 'sticky',
    top: 0,
    // Over what fades there.
    zIndex: 1,
    backgroundColor: paint('panel'),
    boxShadow: `0 1px ${paint('line')}`,
  },
  '& :is(td, th):last-child': { paddingRight: 0 },
  '& .heading th': { height: 26, borderTop: `1px solid ${paint('line')}` },
  '& .number': {
    paddingRight: 4,
    whiteSpace: 'nowrap',
    color: paint('t2'),
    fontVariantNumeric: 'tabular-nums',
  },
  '& .Allow, & .DNAT': { color: paint('passed'), fontWeight: 600 },
  '& .Deny': { color: paint('error'), fontWeight: 600 },
  // Of the fix that is previewed: signs besides colours.
  '& tr.come td': { backgroundColor: paint('you-tint') },
  '& tr.come .what::before': { content: '"+ "', fontWeight: 600, color: paint('you') },
  '& tr.gone td': { color: paint('t3'), fontWeight: 400, textDecoration: 'line-through' },
  '& tr.gone .what::before': { content: '"− "', fontWeight: 600 },
  '& tr.quiet td': { color: paint('t3'), fontWeight: 400 },
});

/** What a table is of. */
export const Meaning = styled('p')({
  margin: '-4px 14px 6px',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t2'),
});

export const None = styled('p')({
  margin: '0 14px',
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  textWrap: 'balance',
});

/** Prefixes, tags or ports in one cell. */
export const inWords = (values: readonly string[]): string => {
  const words = values.join(', ');
  return words === '*' || words === 'Any' || words === '' ? 'any' : words;
};

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
    padding: '0 6px 0 2px',
    borderTop: `1px solid ${paint('line')}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& td:has(small)': { padding: '4px 6px 4px 2px', lineHeight: '15px' },
  '& small': {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontSize: 10.5,
    lineHeight: '14px',
    color: paint('t2'),
  },
  '& th': {
    height: 22,
    padding: '0 6px 0 2px',
    textAlign: 'left',
    fontSize: 11,
    fontWeight: 500,
    color: paint('t2'),
  },
  '& .heading th': { height: 26, borderTop: `1px solid ${paint('line')}` },
  '& .number': { color: paint('t2'), fontVariantNumeric: 'tabular-nums' },
  '& .Allow, & .DNAT': { color: paint('passed'), fontWeight: 600 },
  '& .Deny': { color: paint('error'), fontWeight: 600 },
  '& tr.quiet td': { color: paint('t3'), fontWeight: 400 },
});

export const None = styled('p')({ margin: '0 14px', fontSize: 12, lineHeight: '17px', color: paint('t2') });

/** Prefixes, tags or ports in one cell. */
export const inWords = (values: readonly string[]): string => {
  const words = values.join(', ');
  return words === '*' || words === 'Any' || words === '' ? 'any' : words;
};

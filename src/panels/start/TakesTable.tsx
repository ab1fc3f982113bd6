import { Fragment, type ReactNode } from 'react';
import type { Take } from '#blueprints';
import { paint, styled } from '#ui';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 12.5,
  lineHeight: '18px',
  '& th': {
    padding: '5px 8px 5px 0',
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontWeight: 400,
    color: paint('t2'),
  },
  '& tbody th': { verticalAlign: 'top', whiteSpace: 'nowrap' },
  '& thead th': { fontSize: 11.5, fontWeight: 550 },
  '& thead th.own': { color: paint('t1') },
  '& thead th.other': {
    width: 48,
    padding: '5px 0 5px 8px',
    textAlign: 'right',
    '@media (min-width: 1400px)': { width: 100 },
  },
  '& td': { padding: '5px 0', verticalAlign: 'top' },
  '& tbody tr': { borderTop: `1px solid ${paint('line')}` },
  // Figures of a column stand under each other, and what is said of them beside all of them.
  '& .number': {
    width: '3ch',
    fontWeight: 650,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  '& .note': { padding: '5px 4px 5px 8px', fontSize: 11.5, color: paint('t3') },
});

/** Of the column of titles, in pixels, where the others are alike. */
export const titlesWidth = 216;

interface Column {
  readonly title: ReactNode;
  readonly takes: readonly Take[];
}

/** What designs take, side by side, the first of them in words; rows that none of them has are left out. */
export function TakesTable({
  columns,
  areAlike = false,
}: {
  columns: readonly [Column, ...Column[]];
  /** No column is more than another: all are in words, and as wide as each other. */
  areAlike?: boolean;
}) {
  const [own] = columns;
  const rows = own.takes.filter((_, at) => columns.some(({ takes }) => (takes[at]?.count ?? 0) > 0));
  return (
    <Table style={areAlike ? { tableLayout: 'fixed' } : undefined}>
      {areAlike ? (
        <colgroup>
          <col style={{ width: titlesWidth }} />
          {columns.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
            <Fragment key={at}>
              <col style={{ width: at === 0 ? 24 : 36 }} />
              <col />
            </Fragment>
          ))}
        </colgroup>
      ) : null}
      {columns.length > 1 ? (
        <thead>
          <tr>
            <th />
            {columns.map(({ title }, at) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                key={at}
                scope="col"
                colSpan={at === 0 || areAlike ? 2 : 1}
                className={at === 0 || areAlike ? 'own' : 'other'}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {rows.map(({ id, what }) => (
          <tr key={id}>
            <th scope="row">{what}</th>
            {columns.map(({ takes }, at) => {
              const take = takes.find((one) => one.id === id);
              const isInWords = take && take.count > 0 && (at === 0 || areAlike);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                <Fragment key={at}>
                  <td className="number">{take?.count ?? 0}</td>
                  {at === 0 || areAlike ? <td className="note">{isInWords ? take.note : null}</td> : null}
                </Fragment>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

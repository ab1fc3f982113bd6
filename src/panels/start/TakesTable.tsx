import { Fragment, type ReactNode } from 'react';
import type { Take } from '#blueprints';
import { paint, styled } from '#ui';

/** Between two columns, pixels. */
const columnGap = 24;

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
  '& thead th + th': { color: paint('t1') },
  '& td': { padding: '5px 0', verticalAlign: 'top' },
  '& tbody tr': { borderTop: `1px solid ${paint('line')}` },
  // Figures of a column stand under each other, and what is said of them beside all of them.
  '& .number': {
    width: '3ch',
    fontWeight: 650,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  '& thead th + th + th, & .number ~ .number': { paddingLeft: columnGap },
  '& .note': { padding: '5px 4px 5px 8px', fontSize: 11.5, color: paint('t3') },
});

/** Of the column of titles, in pixels, where there are several others: those are as wide as each other. */
export const titlesWidth = 216;

interface Column {
  readonly title: ReactNode;
  readonly takes: readonly Take[];
}

/** What designs take, side by side; rows that none of them has are left out. */
export function TakesTable({ columns }: { columns: readonly [Column, ...Column[]] }) {
  const [own] = columns;
  const isOne = columns.length === 1;
  const rows = own.takes.filter((_, at) => columns.some(({ takes }) => (takes[at]?.count ?? 0) > 0));
  return (
    <Table style={isOne ? undefined : { tableLayout: 'fixed' }}>
      {isOne ? null : (
        <colgroup>
          <col style={{ width: titlesWidth }} />
          {columns.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
            <Fragment key={at}>
              <col style={{ width: at === 0 ? 24 : 24 + columnGap }} />
              <col />
            </Fragment>
          ))}
        </colgroup>
      )}
      {isOne ? null : (
        <thead>
          <tr>
            <th />
            {columns.map(({ title }, at) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                key={at}
                scope="col"
                colSpan={2}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ id, what }) => (
          <tr key={id}>
            <th scope="row">{what}</th>
            {columns.map(({ takes }, at) => {
              const take = takes.find((one) => one.id === id);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                <Fragment key={at}>
                  <td className="number">{take?.count ?? 0}</td>
                  <td className="note">{take && take.count > 0 ? take.note : null}</td>
                </Fragment>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

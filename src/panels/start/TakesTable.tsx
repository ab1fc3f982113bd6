import type { ReactNode } from 'react';
import type { Take } from '#blueprints';
import { paint, styled } from '#ui';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 12.5,
  lineHeight: '18px',
  '& th': {
    padding: '5px 10px 5px 0',
    textAlign: 'left',
    verticalAlign: 'bottom',
    fontWeight: 400,
    color: paint('t2'),
  },
  '& tbody th': { verticalAlign: 'top' },
  '& thead th': { fontSize: 11.5, fontWeight: 550 },
  '& thead th.own': { color: paint('t1') },
  '& td': { padding: '5px 10px 5px 0', verticalAlign: 'top' },
  '& tbody tr': { borderTop: `1px solid ${paint('line')}` },
  '& .number': { fontWeight: 650, fontVariantNumeric: 'tabular-nums' },
  // Under a title they begin where it begins.
  '&:not(:has(thead)) .number': { display: 'inline-block', minWidth: '4ch', textAlign: 'right' },
  '& .note': { marginLeft: 8, fontSize: 11.5, color: paint('t3') },
});

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
  /** No column is more than another: all are in words. */
  areAlike?: boolean;
}) {
  const [own] = columns;
  const rows = own.takes.filter((_, at) => columns.some(({ takes }) => (takes[at]?.count ?? 0) > 0));
  return (
    <Table style={areAlike ? { tableLayout: 'fixed' } : undefined}>
      {columns.length > 1 ? (
        <thead>
          <tr>
            <th />
            {columns.map(({ title }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
              <th key={at} scope="col" className={at === 0 || areAlike ? 'own' : ''}>
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
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places.
                <td key={at}>
                  <span className="number">{take?.count ?? 0}</span>
                  {take && take.count > 0 && (at === 0 || areAlike) ? (
                    <span className="note">{take.note}</span>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

import type { ReactNode } from 'react';
import { paint, type Style, styled } from '#ui';
import type { Field } from '../fields/field.ts';
import { pairRows, pairsOfParts, partsOfPairs } from '../fields/pair-rows.ts';
import { FieldControl } from './FieldControl.tsx';
import { RowsControl } from './RowsControl.tsx';

const row: Style = {
  display: 'grid',
  gridTemplateColumns: '148px minmax(0, 1fr)',
  alignItems: 'start',
  padding: '0 8px 0 14px',
};
const rowLabel: Style = {
  padding: '5px 4px 5px 0',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t2'),
};
const Row = styled('div')({ ...row, '& > .label': rowLabel });
const Table = styled('div')({
  padding: '8px 0 12px',
  '&:first-child': { paddingTop: 0 },
  '&:last-child': { paddingBottom: 0 },
  '& > .label': { padding: '0 14px 6px', fontSize: 11.5, lineHeight: '20px', fontWeight: 600 },
  // With nothing in it, it is a property like others.
  '&:has(> div > [data-is-value=true])': {
    ...row,
    '& > .label': { ...rowLabel, fontWeight: 400 },
  },
});

/** A property under its name. */
export const PropertyRow = ({
  field: { path, label, control },
  children,
}: {
  field: Field;
  children: ReactNode;
}) => (
  <Row>
    <span className="label" title={path}>
      {label}
      {control.type === 'number' && control.unit !== undefined ? `, ${control.unit}` : ''}
    </span>
    <div>{children}</div>
  </Row>
);

/** Properties, one a row; lists of parts as tables below each other. */
export const FieldList = ({
  fields,
  read,
  onCommit,
}: {
  fields: readonly Field[];
  read: (path: string) => unknown;
  onCommit: (path: string, value: unknown, field: Field) => string | undefined;
}) => (
  <>
    {fields.map((field) => {
      const value = read(field.path);
      const { control } = field;
      return control.type === 'rows' || control.type === 'pairs' ? (
        <Table key={field.path}>
          <div className="label" title={field.path}>
            {field.label}
          </div>
          <RowsControl
            label={field.label}
            path={field.path}
            control={control.type === 'rows' ? control : pairRows}
            value={control.type === 'rows' ? value : partsOfPairs(value)}
            renderFields={(inner, readInner, commitInner) => (
              <FieldList fields={inner} read={readInner} onCommit={commitInner} />
            )}
            onCommit={(parts) =>
              onCommit(field.path, control.type === 'rows' ? parts : pairsOfParts(parts), field)
            }
          />
        </Table>
      ) : (
        <PropertyRow key={field.path} field={field}>
          <FieldControl field={field} value={value} onCommit={(next) => onCommit(field.path, next, field)} />
        </PropertyRow>
      );
    })}
  </>
);

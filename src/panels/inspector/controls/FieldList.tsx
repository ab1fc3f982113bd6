import type { ReactNode } from 'react';
import { paint, type Style, styled } from '#ui';
import { separated } from '../../findings/whole-names.ts';
import type { Field } from '../fields/field.ts';
import { pairRows, pairsOfParts, partsOfPairs } from '../fields/pair-rows.ts';
import type { Then } from '../then-words.ts';
import { FieldControl } from './FieldControl.tsx';
import { RowsControl } from './RowsControl.tsx';

/** Labels are indented with the part that they are of; values and signs stay on their axes. */
const inset = 'calc(14px + var(--inset, 0px))';
const row: Style = {
  display: 'grid',
  gridTemplateColumns: 'calc(142px - var(--inset, 0px)) minmax(0, 1fr)',
  alignItems: 'start',
  padding: `0 14px 0 ${inset}`,
};
const rowLabel: Style = {
  padding: '5px 6px 5px 0',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t2'),
  '@media (pointer: coarse)': { paddingBlock: 9 },
};
const Row = styled('div')({ ...row, '& > .label': rowLabel });
const Table = styled('div')({
  paddingTop: 8,
  '&:first-child': { paddingTop: 0 },
  '& > .label': { padding: `0 14px 6px ${inset}`, fontSize: 11.5, lineHeight: '20px', fontWeight: 600 },
  // Below properties it is one of them.
  '.property ~ & > .label, :has(> div > [data-is-value=true]) ~ & > .label': {
    paddingBottom: 4,
    fontSize: 12,
    fontWeight: 500,
    color: paint('t2'),
  },
  // With nothing in it, it is one in one line.
  '&:has(> div > [data-is-value=true])': { ...row, paddingTop: 0 },
  '& > [role=note]': { padding: `4px 14px 4px ${inset}` },
  '&:has(> div > [data-is-value=true]) > [role=note]': { gridColumn: 2, padding: '0 6px 5px' },
  '&:has([data-row]) + &': { paddingTop: 12 },
  '&:has(> div > [data-is-value=true]) > .label': { ...rowLabel, fontWeight: 400 },
});

const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0;

/** What a previewed fix would make of it, below what it is. */
const ThenLine = styled('div')({
  // What is told goes on beside its sign, not below it.
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: 4,
  padding: '0 6px 5px',
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 550,
  color: paint('you'),
  overflowWrap: 'anywhere',
});
const said = { '→': 'After the fix: ', '+': 'Added by the fix: ', '−': 'Removed by the fix: ' } as const;
/** Of what comes and goes in a list: the list of changes has the rest. */
const mostLines = 6;
const thenLines = (then: readonly Then[] = []) =>
  (then.length > mostLines
    ? [...then.slice(0, mostLines - 1), { sign: '→', words: `${then.length - mostLines + 1} more` } as const]
    : then
  ).map(({ sign, words }) => (
    <ThenLine
      key={sign + words}
      role="note"
      aria-label={said[sign] + words}
      title="After the fix that is previewed"
    >
      <span>{sign}</span>
      <span>{separated(words)}</span>
    </ThenLine>
  ));

/** A property under its name. */
export const PropertyRow = ({
  field: { path, label, control },
  children,
}: {
  field: Field;
  children: ReactNode;
}) => (
  <Row className="property">
    <span className="label" title={path}>
      {label}
      {control.type === 'number' && control.unit !== undefined ? `, ${control.unit}` : ''}
    </span>
    <div>{children}</div>
  </Row>
);

/** Has rows below its name; one that is empty says so in one line, as any property does. */
const isTable = ({ path, control }: Field, read: (path: string) => unknown) =>
  (control.type === 'rows' && (control.additions.length > 1 || isFilled(read(path)))) ||
  (control.type === 'pairs' && isFilled(partsOfPairs(read(path))));

/** Properties, one a row; below them lists of parts as tables. */
export const FieldList = ({
  fields,
  read,
  then,
  onCommit,
}: {
  fields: readonly Field[];
  /** What a field would say after the fix that is previewed, where that is something else. */
  then?: ((field: Field) => readonly Then[]) | undefined;
  read: (path: string) => unknown;
  /** `what` names the change where the label of the field says too little of it: `move rule allow-batch`. */
  onCommit: (path: string, value: unknown, field: Field, what?: string) => string | undefined;
}) => (
  <>
    {[...fields]
      .sort((one, other) => Number(isTable(one, read)) - Number(isTable(other, read)))
      .map((field) => {
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
                <FieldList
                  fields={inner}
                  read={readInner}
                  onCommit={(path, next, _, what) => commitInner(path, next, what)}
                />
              )}
              onCommit={(parts, what) =>
                onCommit(field.path, control.type === 'rows' ? parts : pairsOfParts(parts), field, what)
              }
            />
            {thenLines(then?.(field))}
          </Table>
        ) : (
          <PropertyRow key={field.path} field={field}>
            <FieldControl
              field={field}
              value={value}
              onCommit={(next) => onCommit(field.path, next, field)}
            />
            {thenLines(then?.(field))}
          </PropertyRow>
        );
      })}
  </>
);

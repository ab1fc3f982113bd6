import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { findResource, type ResourceId } from '#model';
import { Icon, paint, useAppState, useAppStore } from '#ui';
import type { Field, Part, Rows } from '../fields/field.ts';
import { valueAt, withValue } from '../value-path.ts';

const List = styled('div')({ display: 'grid', padding: '0 14px' });
const Line = styled(ButtonBase)({
  display: 'grid',
  gap: 8,
  width: '100%',
  minHeight: 26,
  padding: '0 4px',
  textAlign: 'left',
  borderTop: `1px solid ${paint('line')}`,
  fontFamily: 'inherit',
  fontSize: 11.5,
  fontVariantNumeric: 'tabular-nums',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > .Deny': { color: paint('error'), fontWeight: 600 },
  '& > .Allow': { color: paint('passed'), fontWeight: 600 },
  '&:hover, &[aria-expanded=true]': { backgroundColor: paint('hover') },
});
const Opened = styled('div')({ margin: '0 -14px', padding: '4px 0 8px', backgroundColor: paint('sunken') });
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '8px 14px 0' });
const Group = styled('div')({ padding: '6px 4px 4px', fontSize: 11, lineHeight: '16px', color: paint('t3') });
const Quiet = styled('p')({ margin: '0 14px', fontSize: 12, color: paint('t3') });

/** By direction and priority, as Azure evaluates; otherwise as written. */
const orderOf = (part: Part): number =>
  (part.direction === 'Inbound' ? 100_000 : 0) + (typeof part.priority === 'number' ? part.priority : 0);

const isFirstOfGroup = ({ groupOf }: Rows, part: Part, before: Part | undefined): boolean =>
  groupOf !== undefined && (before === undefined || groupOf(before) !== groupOf(part));

/** A list of parts as a table; a row opens into its fields. */
export function RowsControl({
  label,
  control,
  value,
  renderFields,
  onCommit,
}: {
  label: string;
  control: Rows;
  value: unknown;
  /** Draws the fields of an open row. */
  renderFields: (
    fields: readonly Field[],
    read: (path: string) => unknown,
    commit: (path: string, value: unknown) => string | undefined,
  ) => ReactNode;
  onCommit: (parts: readonly Part[]) => string | undefined;
}) {
  const store = useAppStore();
  const design = useAppState((state) => state.design);
  const [open, setOpen] = useState<number>();
  const [fault, setFault] = useState<string>();
  const parts: readonly Part[] = Array.isArray(value) ? value : [];
  const nameOf = (id: unknown) =>
    typeof id === 'string' ? (findResource(design, id as ResourceId)?.name ?? 'Not in this design') : '';
  const ordered = parts
    .map((part, at) => ({ part, at }))
    .sort((one, other) => orderOf(one.part) - orderOf(other.part));

  const add = ({ make }: Rows['additions'][number]) => {
    const part = make(store.getState().design, parts);
    const refusal = part
      ? onCommit([...parts, part])
      : 'Nothing in the design fits here yet, or there can be no second one.';
    setFault(refusal);
    if (refusal === undefined) setOpen(parts.length);
  };

  return (
    <div>
      {parts.length === 0 ? (
        <Quiet>
          {value === undefined && control.isUnlistedWhenAbsent && !design.source.complete
            ? 'Not listed in what was opened'
            : 'None'}
        </Quiet>
      ) : null}
      <List role="group" aria-label={label}>
        {ordered.map(({ part, at }, index) => (
          <div key={at}>
            {isFirstOfGroup(control, part, ordered[index - 1]?.part) ? (
              <Group>{control.groupOf?.(part)}</Group>
            ) : null}
            <Line
              aria-expanded={open === at}
              style={{ gridTemplateColumns: control.columns }}
              onClick={() => setOpen(open === at ? undefined : at)}
            >
              {control.cells(part, nameOf).map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <span key={column} className={cell} title={cell}>
                  {cell}
                </span>
              ))}
            </Line>
            {open === at ? (
              <Opened>
                {renderFields(
                  control.fields(part),
                  (path) => valueAt(part, path),
                  (path, next) =>
                    onCommit(parts.map((one, index) => (index === at ? withValue(one, path, next) : one))),
                )}
                <Actions>
                  <Button
                    size="small"
                    startIcon={<Icon icon="close" size={12} />}
                    onClick={() => {
                      setOpen(undefined);
                      setFault(onCommit(parts.filter((_, index) => index !== at)));
                    }}
                  >
                    Remove this {control.noun}
                  </Button>
                </Actions>
              </Opened>
            ) : null}
          </div>
        ))}
      </List>
      <Actions>
        {control.additions.map((addition) => (
          <Button
            key={addition.title}
            size="small"
            startIcon={<Icon icon="plus" size={12} />}
            onClick={() => add(addition)}
          >
            {addition.title}
          </Button>
        ))}
      </Actions>
      {fault === undefined ? null : <Quiet role="alert">{fault}</Quiet>}
    </div>
  );
}

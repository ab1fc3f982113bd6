import type { KeyboardEvent, ReactNode } from 'react';
import { findResource, type ResourceId } from '#model';
import { Button, Icon, IconButton, Pressable, paint, styled, useAppState } from '#ui';
import { isAddresses } from '../check-text.ts';
import type { Field, Part, Rows } from '../fields/field.ts';
import { InspectedContext, useInspected } from '../inspected.ts';
import { valueAt } from '../value-path.ts';
import { Actions, RowActions } from './RowActions.tsx';
import { useRows } from './use-rows.ts';

const List = styled('div')({ display: 'grid', padding: '0 14px' });
const Line = styled(Pressable)({
  display: 'grid',
  gap: '0 8px',
  width: '100%',
  minHeight: 26,
  padding: '0 4px',
  textAlign: 'left',
  borderTop: `1px solid ${paint('line')}`,
  fontFamily: 'inherit',
  fontSize: 11.5,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Figures of equal width come with a wide hyphen, which tears names apart.
  '& > .number': { fontVariantNumeric: 'tabular-nums' },
  '& > .mono': { fontSize: 11 },
  '& > .below': { gridColumn: '1 / -1', lineHeight: '14px', color: paint('t2') },
  '&:has(> .below)': { padding: '5px 4px', alignItems: 'baseline' },
  // In the margin: the sign that it opens takes nothing from the cells.
  '& > svg': { position: 'absolute', left: -9, top: 8, color: paint('t3') },
  '& > .Deny': { color: paint('error'), fontWeight: 600 },
  '& > .Allow, & > .AlwaysAllow': { color: paint('passed'), fontWeight: 600 },
  '&:hover': { backgroundColor: paint('hover') },
  // As wide as the fields that it opens into.
  '&[aria-expanded=true]': {
    width: 'calc(100% + 28px)',
    margin: '0 -14px',
    paddingLeft: 18,
    paddingRight: 18,
    backgroundColor: paint('hover'),
  },
  '&[aria-expanded=true] > svg': { left: 5 },
  '&:focus-visible': { outlineOffset: -2 },
});
const Opened = styled('div')({ margin: '0 -14px', padding: '4px 0 8px', backgroundColor: paint('sunken') });
const Group = styled('div')({ padding: '6px 4px 4px', fontSize: 11, lineHeight: '16px', color: paint('t2') });
/** Words that stand in the column of values; longer ones have the width of the panel. */
const shortWords = 30;

/** That there is none, and what can be added. */
const Empty = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 26,
  padding: '0 14px',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t3'),
  '&[data-is-value=true]': { gap: 0, padding: '0 0 0 6px' },
});
const Fault = styled('p')({
  margin: '6px 14px 0',
  fontSize: 11.5,
  lineHeight: '16px',
  color: paint('error'),
});

const isFirstOfGroup = ({ groupOf }: Rows, part: Part, before: Part | undefined): boolean =>
  groupOf !== undefined && (before === undefined || groupOf(before) !== groupOf(part));

/** Names are anybody's: only the last cell says what a rule does. */
function classOf(cell: string, isLast: boolean): string | undefined {
  if (/^\d+$/.test(cell)) return 'number';
  if (isAddresses(cell)) return 'mono';
  return isLast && /^(Always)?Allow$|^Deny$/.test(cell) ? cell : undefined;
}

/** A list of parts as a table; a row opens into its fields, and moves where an order decides. */
export function RowsControl({
  label,
  path,
  control,
  value,
  renderFields,
  onCommit,
}: {
  label: string;
  path: string;
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
  const design = useAppState((state) => state.design);
  const inspected = useInspected();
  const parts: readonly Part[] = Array.isArray(value) ? value : [];
  const rows = useRows(control, parts, onCommit);
  const { open, ordered } = rows;
  const nameOf = (id: unknown) =>
    typeof id === 'string' ? (findResource(design, id as ResourceId)?.name ?? 'Not in this design') : '';
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      rows.move(at, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Delete') rows.remove(at);
    else return;
    // The same keys mean other things on the canvas.
    event.preventDefault();
  };

  const none =
    value === undefined && control.isUnlistedWhenAbsent && !design.source.complete
      ? 'Not listed in what was opened'
      : (value === undefined && control.absent) || 'None';

  return (
    <div>
      {parts.length === 0 ? (
        <Empty
          role="group"
          aria-label={label}
          ref={rows.list}
          data-is-value={control.additions.length === 1 && none.length < shortWords}
        >
          <span>{none}</span>
          {control.additions.map((addition) =>
            control.additions.length === 1 ? (
              <IconButton
                key={addition.title}
                size="small"
                title={addition.title}
                aria-label={addition.title}
                data-add
                onClick={() => rows.add(addition)}
              >
                <Icon icon="plus" size={14} />
              </IconButton>
            ) : (
              <Button
                key={addition.title}
                size="small"
                aria-label={addition.title}
                data-add
                onClick={() => rows.add(addition)}
              >
                <Icon icon="plus" size={12} />
                {addition.short ?? addition.title}
              </Button>
            ),
          )}
        </Empty>
      ) : (
        <>
          <List role="group" aria-label={label} ref={rows.list}>
            {ordered.map(({ part, at }, index) => (
              <div key={at}>
                {isFirstOfGroup(control, part, ordered[index - 1]?.part) ? (
                  <Group>{control.groupOf?.(part)}</Group>
                ) : null}
                <Line
                  aria-expanded={open === at}
                  data-row={at}
                  style={{ gridTemplateColumns: control.columns }}
                  onClick={() => rows.setOpen(open === at ? undefined : at)}
                  onKeyDown={(event) => onKeyDown(event, at)}
                >
                  <Icon icon={open === at ? 'chevron-down' : 'chevron-right'} size={10} />
                  {control.cells(part, nameOf).map((cell, column, { length }) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                    <span key={column} className={classOf(cell, column === length - 1)} title={cell}>
                      {cell}
                    </span>
                  ))}
                  {control.below ? (
                    <span className="below" title={control.below(part)}>
                      {control.below(part)}
                    </span>
                  ) : null}
                </Line>
                {open === at ? (
                  <InspectedContext value={{ ...inspected, path: `${inspected.path} ${path} ${at}` }}>
                    <Opened>
                      {renderFields(
                        control.fields(part),
                        (inner) => valueAt(part, inner),
                        (inner, next) => rows.change(at, inner, next),
                      )}
                      <RowActions
                        noun={control.noun}
                        canMove={control.order ? (step) => rows.canMove(at, step) : undefined}
                        onMove={(step) => rows.move(at, step)}
                        onRemove={() => rows.remove(at)}
                      />
                    </Opened>
                  </InspectedContext>
                ) : null}
              </div>
            ))}
          </List>
          <Actions>
            {control.additions
              .filter(({ fits }) => fits?.(parts) ?? true)
              .map((addition) => (
                <Button key={addition.title} size="small" data-add onClick={() => rows.add(addition)}>
                  <Icon icon="plus" size={12} />
                  {addition.title}
                </Button>
              ))}
          </Actions>
        </>
      )}
      {rows.fault === undefined ? null : <Fault role="alert">{rows.fault}</Fault>}
    </div>
  );
}

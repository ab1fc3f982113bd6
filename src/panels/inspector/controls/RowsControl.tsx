import type { KeyboardEvent, ReactNode } from 'react';
import { keyOfRow } from '#commands';
import { findResource, type ResourceId } from '#model';
import { Button, Icon, IconButton, Pressable, paint, styled, useAppState } from '#ui';
import { breakable, withAddresses } from '../breakable.ts';
import { isAddresses } from '../check-text.ts';
import type { Field, Part, Rows } from '../fields/field.ts';
import { InspectedContext, useInspected } from '../inspected.ts';
import { valueAt } from '../value-path.ts';
import { Fault } from './Fault.tsx';
import { ResourceBadge } from './ResourceBadge.tsx';
import { Actions, RowMoves, RowRemoval } from './RowActions.tsx';
import { useRows } from './use-rows.ts';

const inset = 'calc(14px + var(--inset, 0px))';
const List = styled('div')({ display: 'grid' });
const Line = styled(Pressable)({
  display: 'grid',
  alignItems: 'start',
  gap: '0 6px',
  width: '100%',
  minHeight: 26,
  padding: `5px 14px 5px ${inset}`,
  textAlign: 'left',
  // A line as long as what it parts.
  background: `linear-gradient(${paint('line')}, ${paint('line')}) ${inset} 0 / calc(100% - 28px - var(--inset, 0px)) 1px no-repeat`,
  fontFamily: 'inherit',
  fontSize: 11.5,
  lineHeight: '16px',
  '& > span': { overflowWrap: 'anywhere' },
  // Figures of equal width come with a wide hyphen, which tears names apart.
  '& > .number': { fontVariantNumeric: 'tabular-nums' },
  '& > .mono': { fontSize: 11 },
  '& > .below': { gridColumn: '1 / -1', lineHeight: '14px', color: paint('t2') },
  // After the sign that it opens.
  '& > span:first-of-type, & > .below': { paddingLeft: 14 },
  '& > svg': { position: 'absolute', left: `calc(${inset} - 1px)`, top: 8, color: paint('t3') },
  '& > .Deny': { color: paint('error'), fontWeight: 600 },
  '& > .Allow, & > .Always': { color: paint('passed'), fontWeight: 600 },
  '&:hover': { backgroundColor: paint('hover') },
  '&[aria-expanded=true]': { backgroundColor: paint('press') },
  '&[aria-expanded=true] > span': { fontWeight: 600 },
  '&:focus-visible': { outlineOffset: -2 },
});
/** What a row opens into: a step further in than the row, along a line that leads down from its sign. */
const Opened = styled('div')({
  '--inset': '14px',
  '[data-part] &': { '--inset': '28px' },
  '[data-part] [data-part] &': { '--inset': '42px' },
  '[data-part] [data-part] [data-part] &': { '--inset': '56px' },
  position: 'relative',
  padding: '4px 0 8px',
  backgroundColor: paint('sunken'),
  '&::before': {
    content: '""',
    position: 'absolute',
    left: 'calc(var(--inset) + 4px)',
    top: 0,
    bottom: 0,
    width: 1,
    backgroundColor: paint('line3'),
  },
});
const Group = styled('div')({
  display: 'grid',
  gap: '0 6px',
  padding: `6px 14px 4px ${inset}`,
  fontSize: 11,
  lineHeight: '16px',
  color: paint('t2'),
});
/** In one line: that there is none, and what can be added. */
const Empty = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  minHeight: 26,
  padding: `0 14px 0 ${inset}`,
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t3'),
  // Its plus is on the axis of what opens choices.
  '&[data-is-value=true]': {
    flexWrap: 'nowrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: 0,
    margin: '0 -4px 0 0',
    padding: '0 0 0 6px',
    '& > span': { padding: '5px 0' },
    '& > span:has(> button)': { display: 'grid', justifyItems: 'start', padding: '1px 0' },
    '@media (pointer: coarse)': { marginRight: -8, '& > span': { padding: '9px 0' } },
  },
});
/** What holds beside the rows. */
const Unlisted = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: `4px 14px 4px ${inset}`,
  fontSize: 11.5,
  lineHeight: '16px',
  color: paint('t2'),
});
const RowsFault = styled('div')({ padding: `2px 14px 0 calc(8px + var(--inset, 0px))` });

const isFirstOfGroup = ({ groupOf }: Rows, part: Part, before: Part | undefined): boolean =>
  before === undefined || groupOf?.(before) !== groupOf?.(part);

/** Names are anybody's: only the last cell says what a rule does. */
function classOf(cell: string, isLast: boolean): string | undefined {
  if (/^\d+$/.test(cell)) return 'number';
  if (isAddresses(cell)) return 'mono';
  return isLast && /^(Always allow|Allow|Deny)$/.test(cell) ? cell.split(' ')[0] : undefined;
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
    commit: (path: string, value: unknown, what?: string) => string | undefined,
  ) => ReactNode;
  onCommit: (parts: readonly Part[], what: string) => string | undefined;
}) {
  const design = useAppState((state) => state.design);
  const inspected = useInspected();
  const parts: readonly Part[] = Array.isArray(value) ? value : [];
  const rows = useRows(control, parts, onCommit);
  const { open, ordered } = rows;
  const holder = findResource(design, inspected.resource);
  const absence = holder && control.absentOf?.(design, holder);
  const isUnlisted = value === undefined && control.isUnlistedWhenAbsent === true && !design.source.complete;
  const from = absence?.from ?? [];
  const words = isUnlisted
    ? 'Not listed in what was opened'
    : ((absence?.from ? undefined : absence?.words) ?? 'None');
  const nameOf = (id: unknown) =>
    typeof id === 'string' ? (findResource(design, id as ResourceId)?.name ?? 'Not in this design') : '';
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const key = keyOfRow(event, ['up', 'down', 'remove']);
    if (key === undefined) return;
    if (key === 'remove') rows.remove(at);
    else rows.move(at, key === 'up' ? -1 : 1);
    // The same keys mean other things on the canvas.
    event.preventDefault();
  };

  return (
    <div>
      {parts.length === 0 ? (
        <Empty role="group" aria-label={label} ref={rows.list} data-is-value={control.additions.length === 1}>
          <span>
            {from.length === 0 ? withAddresses(words) : (absence?.words ?? null)}
            {from.map((id) => (
              <ResourceBadge key={id} id={id} />
            ))}
            {isUnlisted && from.length > 0 ? 'What else there is was not listed' : null}
          </span>
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
                  <Group style={{ gridTemplateColumns: control.columns }}>
                    {control.headsOf(part).map((head) => (
                      <span key={head}>{head}</span>
                    ))}
                  </Group>
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
                      {breakable(cell)}
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
                    <Opened data-part>
                      {control.order && parts.length > 1 ? (
                        <RowMoves
                          noun={control.noun}
                          canMove={(step) => rows.canMove(at, step)}
                          onMove={(step) => rows.move(at, step)}
                        />
                      ) : null}
                      {renderFields(
                        control.fields(part),
                        (inner) => valueAt(part, inner),
                        (inner, next, what) => rows.change(at, inner, next, what),
                      )}
                      <RowRemoval noun={control.noun} onRemove={() => rows.remove(at)} />
                    </Opened>
                  </InspectedContext>
                ) : null}
              </div>
            ))}
          </List>
          {from.length > 0 ? (
            <Unlisted>
              {absence?.words ?? 'Not listed'}
              {from.map((id) => (
                <ResourceBadge key={id} id={id} />
              ))}
            </Unlisted>
          ) : null}
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
      {rows.fault === undefined ? null : (
        <RowsFault>
          <Fault>{rows.fault}</Fault>
        </RowsFault>
      )}
    </div>
  );
}

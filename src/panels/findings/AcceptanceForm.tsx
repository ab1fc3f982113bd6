import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type AcceptanceDraft, acceptanceFaults, acceptFinding, proposedAcceptance } from '#commands';
import type { Finding } from '#rules';
import { Button, Icon, IconButton, paint, styled, TextField, useCommandContext } from '#ui';

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 150px 138px',
  gap: '8px 8px',
  alignItems: 'start',
  padding: 10,
  borderRadius: 10,
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line2')}`,
  '&[data-is-narrow=true]': { gridTemplateColumns: 'minmax(0, 1fr) 124px' },
  '&[data-is-narrow=true] > :first-of-type': { gridColumn: '1 / -1' },
  '& .actions': { gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 6 },
  '& .actions span': { color: paint('t2'), fontSize: 11.5, lineHeight: '16px' },
});
const Part = styled('div')({
  display: 'grid',
  gap: 3,
  minWidth: 0,
  '& label': { fontSize: 11, lineHeight: '16px', fontWeight: 500, color: paint('t2') },
  '& p': { margin: 0, fontSize: 11, lineHeight: '15px', color: paint('error') },
});

const Day = styled('div')({
  position: 'relative',
  '& > input:first-child': {
    width: 'calc(100% - 36px)',
    paddingRight: 28,
    fontVariantNumeric: 'tabular-nums',
  },
  // Only its calendar is to be seen.
  '& > input[type=date]': {
    position: 'absolute',
    inset: 0,
    opacity: 0,
    pointerEvents: 'none',
  },
  '& > button': { position: 'absolute', top: 2, right: 2 },
});

function Labelled({
  label,
  fault,
  children,
}: {
  label: string;
  fault: string | undefined;
  children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  const faultId = `${id}-fault`;
  return (
    <Part>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(fault === undefined ? {} : { 'aria-describedby': faultId }) })}
      {fault === undefined ? null : (
        <p id={faultId} role="alert">
          {fault}
        </p>
      )}
    </Part>
  );
}

/** With its buttons, and no farther. */
const whole = { block: 'nearest' } as const;

/** Who answers for a finding, why, and until when; in place, so that the finding stays in view. */
export function AcceptanceForm({
  finding,
  isNarrow,
  onDone,
}: {
  finding: Finding;
  isNarrow: boolean;
  onDone: () => void;
}) {
  const context = useCommandContext();
  const [draft, setDraft] = useState<AcceptanceDraft>(() => proposedAcceptance(context, finding));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView(whole);
  }, []);
  const openCalendar = () => {
    if (!calendar.current) return;
    calendar.current.value = draft.expires;
    try {
      calendar.current.showPicker();
    } catch {
      // Where no calendar may open, the day is written.
    }
  };
  const faults = acceptanceFaults(draft, context.browser.today());
  const shown = isTried ? faults : {};
  const field = (key: keyof AcceptanceDraft) => ({
    value: draft[key],
    name: key,
    'aria-invalid': shown[key] !== undefined,
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [key]: target.value }),
  });
  return (
    <Form
      ref={form}
      aria-label="Accept the finding"
      noValidate
      data-is-narrow={isNarrow}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = Object.keys(faults);
        if (first === undefined) {
          acceptFinding(context, finding, draft);
          onDone();
        } else {
          event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
          // What is wrong stands below its fields by then.
          requestAnimationFrame(() => form.current?.scrollIntoView(whole));
        }
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Labelled label="Reason" fault={shown.reason}>
        {(ids) => <TextField {...field('reason')} {...ids} autoFocus maxLength={500} />}
      </Labelled>
      <Labelled label="Owner" fault={shown.owner}>
        {(ids) => <TextField {...field('owner')} {...ids} maxLength={120} autoComplete="name" />}
      </Labelled>
      <Labelled label="Until" fault={shown.expires}>
        {(ids) => (
          <Day>
            <TextField
              {...field('expires')}
              {...ids}
              placeholder="No end, or 2027-01-31"
              spellCheck={false}
            />
            <input
              ref={calendar}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              min={context.browser.today()}
              onChange={({ target }) => setDraft({ ...draft, expires: target.value })}
            />
            <IconButton size="small" aria-label="Choose a day" onClick={openCalendar}>
              <Icon icon="chevron-down" size={14} />
            </IconButton>
          </Day>
        )}
      </Labelled>
      <div className="actions">
        <Button type="submit" size="small" variant="contained">
          Accept
        </Button>
        <Button size="small" variant="text" onClick={onDone}>
          Cancel
        </Button>
        {isNarrow ? null : (
          <span>
            What is accepted stays in the list and in every export. It counts again after its last day, or
            when the facts it rests on change.
          </span>
        )}
      </div>
    </Form>
  );
}

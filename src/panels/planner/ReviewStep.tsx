import { useEffect, useId, useRef } from 'react';
import { questions } from '#blueprints';
import { goalsOf, resourcesOfKind } from '#model';
import { Button, paint, styled, TextField } from '#ui';
import { faultIn, Labelled, NumberField } from '../start/fields.tsx';
import { RegionField } from '../start/RegionField.tsx';
import { Step } from './step.ts';
import type { PlannerState } from './use-planner.ts';

const List = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 10,
  '& > div': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: 12,
    paddingBottom: 10,
    borderBottom: `1px solid ${paint('line')}`,
  },
  // Its words end where the line below ends.
  '& .way': { gridArea: '1 / 2 / span 3 / auto', marginRight: -8 },
  '& dt': { fontSize: 12, color: paint('t2') },
  '& dd': { margin: 0, fontSize: 13, lineHeight: '19px', textWrap: 'pretty' },
  '& dd.why': { fontSize: 12, lineHeight: '17px', color: paint('t2') },
});
const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr 90px',
  gap: '6px 12px',
  marginBottom: 18,
  '& > p': {
    gridColumn: '1 / -1',
    margin: 0,
    fontSize: 12,
    lineHeight: '17px',
    color: paint('error'),
    // Below the field that it is of; the last is too narrow for a sentence.
    '&[data-of=region]': { gridColumn: '2 / -1' },
    '&[data-of=workspaces]': { textAlign: 'end' },
  },
});

/** Everything that was answered or taken, with what it does; then the design opens. */
export function ReviewStep({ planner, onOpen }: { planner: PlannerState; onOpen: () => void }) {
  const { plan, planned, settings, set, go } = planner;
  const heading = useRef<HTMLHeadingElement>(null);
  const faultId = useId();
  useEffect(() => heading.current?.focus(), []);
  const fault = 'fault' in planned ? planned : undefined;
  const faultInSetting = faultIn(fault, faultId);
  const region = settings.region ?? resourcesOfKind(plan.design, 'region')[0]?.name ?? '';
  return (
    <Step
      aria-label="Review"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <span className="count">All questions</span>
      <h2 ref={heading} tabIndex={-1}>
        Your plan
      </h2>
      <p className="text">
        Address space, region and number of workspaces are set here; all else follows from the answers.
      </p>
      <Fields>
        <Labelled label="Address space">
          <TextField
            value={settings.addressSpace ?? '10.0.0.0/16'}
            className="mono"
            {...faultInSetting('addressSpace')}
            spellCheck={false}
            onChange={({ target }) => set({ addressSpace: target.value.trim() })}
          />
        </Labelled>
        <RegionField
          cloud={goalsOf(plan.design).cloud}
          value={region}
          onChange={(next) => set({ region: next })}
          {...faultInSetting('region')}
        />
        <NumberField
          label="Workspaces"
          value={settings.workspaces ?? 1}
          onChange={(workspaces) => set({ workspaces })}
          {...faultInSetting('workspaces')}
        />
        <p id={faultId} aria-live="polite" data-of={fault?.of}>
          {fault?.fault}
        </p>
      </Fields>
      <List>
        {plan.explanations.map(({ question, answer, text, defaultWhy }) => {
          const index = questions.findIndex(({ id }) => id === question);
          const title = questions[index]?.title;
          return (
            <div key={question}>
              <dt>{title}</dt>
              <dd>
                <strong>{answer}</strong>. {text}
              </dd>
              {defaultWhy === undefined ? null : (
                <dd className="why">Taken without an answer: {defaultWhy}</dd>
              )}
              <dd className="way">
                <Button size="small" variant="text" aria-label={`Change: ${title}`} onClick={() => go(index)}>
                  Change
                </Button>
              </dd>
            </div>
          );
        })}
      </List>
      <div className="foot">
        <Button size="large" onClick={() => go(questions.length - 1)}>
          Back
        </Button>
        <span className="fill" />
        <Button type="submit" size="large" variant="contained" disabled={!('plan' in planned)}>
          Open this design
        </Button>
      </div>
    </Step>
  );
}

import { useState } from 'react';
import { questions } from '#blueprints';
import { goToStart, openBlueprint } from '#commands';
import { Button, Icon, IconButton, Mark, paint, styled, useCommand, useCommandContext } from '#ui';
import { ComparePlans } from './ComparePlans.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { QuestionList } from './QuestionList.tsx';
import { QuestionStep } from './QuestionStep.tsx';
import { ReviewStep } from './ReviewStep.tsx';
import { usePlanner } from './use-planner.ts';

const Screen = styled('div')({
  height: '100%',
  display: 'grid',
  gridTemplateRows: '52px minmax(0, 1fr)',
  backgroundColor: paint('panel'),
});
const Top = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '0 16px 0 24px',
  borderBottom: `1px solid ${paint('line')}`,
  '& .brand': { fontSize: 14, fontWeight: 650 },
  '& .slash': { color: paint('t3') },
  '& h1': { flex: 1, margin: 0, fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& .said': { color: paint('t2'), '@media (max-width: 1199px)': { display: 'none' } },
});
const Columns = styled('main')({
  display: 'grid',
  gridTemplateColumns: '286px minmax(360px, 1fr) minmax(400px, 1.6fr)',
  minHeight: 0,
  '& > *': { minHeight: 0, overflowY: 'auto' },
  '@media (max-width: 1399px)': { gridTemplateColumns: '236px minmax(330px, 0.78fr) minmax(360px, 1fr)' },
  '@media (max-width: 899px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridAutoRows: 'max-content',
    overflowY: 'auto',
    '& > *': { overflow: 'visible' },
  },
});

/** Questions that lead to an architecture, with the architecture so far. */
export function Planner() {
  const context = useCommandContext();
  const close = useCommand(goToStart);
  const planner = usePlanner();
  const { planned, plan, kept, at } = planner;
  const [isComparing, setComparing] = useState(false);
  const question = questions[at];
  const open = () => {
    if ('plan' in planned) openBlueprint(context, planned.plan.design);
  };
  return (
    <Screen>
      <Top>
        <Mark size={22} />
        <span className="brand">Isoplan</span>
        <span className="slash">/</span>
        <h1>Plan with questions</h1>
        <span className="said">Answers can be changed at any time</span>
        {Object.keys(planner.answers).length === 0 ? null : (
          <Button variant="text" onClick={planner.startOver}>
            Start over
          </Button>
        )}
        <Button onClick={open} disabled={!('plan' in planned)}>
          Skip to the canvas
        </Button>
        <IconButton aria-label="Leave the planner" onClick={close.run}>
          <Icon icon="close" size={16} />
        </IconButton>
      </Top>
      {kept && isComparing ? (
        <ComparePlans
          kept={kept}
          plan={plan}
          onClose={() => setComparing(false)}
          onRemove={() => {
            setComparing(false);
            planner.keep(undefined);
          }}
        />
      ) : (
        <Columns>
          <QuestionList planner={planner} />
          {question ? (
            <QuestionStep key={question.id} question={question} planner={planner} />
          ) : (
            <ReviewStep planner={planner} onOpen={open} />
          )}
          <PlanPreview planner={planner} onCompare={() => setComparing(true)} />
        </Columns>
      )}
    </Screen>
  );
}

import { fixFinding, previewFix, showExport } from '#commands';
import { previewOf } from '#store';
import { Button, Icon, IconButton, paint, styled, useAppState, useAppStore, useCommandContext } from '#ui';
import { type GuideStep, guideStepOf, guideSteps } from './guide-step.ts';

/** A row of the screen between the canvas and the findings: it speaks of both, and lies over neither. */
const Row = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto 24px',
  alignItems: 'center',
  gap: '0 14px',
  padding: '10px 12px 10px 14px',
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  backgroundColor: paint('panel'),
  borderTop: `1px solid ${paint('you-line')}`,
  '& h2': { margin: 0, fontSize: 12.5, lineHeight: '18px', fontWeight: 600, color: paint('t1') },
  '& p': { margin: 0 },
  '& .marks': {
    display: 'flex',
    gap: 4,
    gridColumn: '1 / -1',
    margin: '0 0 8px',
    padding: 0,
    listStyle: 'none',
  },
  '& .marks li': { flex: 1, height: 3, borderRadius: 2, backgroundColor: paint('press') },
  '& .marks li[data-is-done=true]': { backgroundColor: paint('you') },
});

const words: Readonly<Record<GuideStep, { readonly title: string; readonly text: string }>> = {
  read: {
    title: 'Read what is wrong',
    text: 'Compute instances in this design cannot mount their home share. The findings below say why.',
  },
  fix: {
    title: 'Fix it',
    text: 'The card beside the drawing says what is missing and why. See what the fix would change, then apply it.',
  },
  prove: {
    title: 'See the proof',
    text: 'The error is gone. Every check that passed shows its evidence.',
  },
  done: {
    title: 'That is all: read, fix, prove',
    text: 'Undo brings the fault back. Export makes the checklist and the drawing for a review board.',
  },
};

/** What to do next, for people who are here for the first time; it goes on by what they do, not by its button. */
export function GuideCard() {
  const store = useAppStore();
  const context = useCommandContext();
  const isGuided = useAppState((state) => state.isGuided);
  const step = useAppState(guideStepOf);
  const worst = useAppState(({ result: { findings } }) => findings[0]);
  const isPreviewed = useAppState((state) => previewOf(state) !== undefined);
  if (!isGuided) return null;
  const { setView, openFinding } = store.getState();
  const close = () => setView({ isGuided: false });
  const actions: Readonly<Record<GuideStep, readonly [title: string, run: () => void]>> = {
    read: ['Read the worst finding', () => worst && openFinding(worst.fingerprint, worst.at[0])],
    fix: isPreviewed
      ? ['Apply the fix', () => worst && fixFinding(context, worst)]
      : ['Preview the fix', () => worst && previewFix(context, worst, 0, 'card')],
    prove: ['Show the proof', () => setView({ severityFilter: 'passed', isFindingsOpen: true })],
    done: [showExport.title, () => void showExport.run(context)],
  };
  const [title, run] = actions[step];
  const at = guideSteps.indexOf(step);
  return (
    <Row aria-label="Guide">
      <ol className="marks" aria-hidden="true">
        {guideSteps.map((one, index) => (
          <li key={one} data-is-done={index <= at} />
        ))}
      </ol>
      <div role="status">
        <h2>{words[step].title}</h2>
        <p>{words[step].text}</p>
      </div>
      <span>
        {at + 1} of {guideSteps.length}
      </span>
      <Button variant="contained" onClick={run}>
        {title}
      </Button>
      <IconButton size="small" aria-label="Close the guide" onClick={close}>
        <Icon icon="close" size={14} />
      </IconButton>
    </Row>
  );
}

import { fixFinding, previewFix, showExport } from '#commands';
import { previewOf } from '#store';
import { Button, Icon, IconButton, paint, styled, useAppState, useAppStore, useCommandContext } from '#ui';
import { type GuideStep, guideStepOf, guideSteps } from './guide-step.ts';

const Card = styled('section')({
  position: 'absolute',
  left: '50%',
  bottom: 12,
  transform: 'translateX(-50%)',
  zIndex: 20,
  width: 'min(320px, calc(100% - 24px))',
  padding: '10px 12px 12px 14px',
  borderRadius: 12,
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('you-line')}, var(--iso-shadow-3)`,
  '& .head': { display: 'flex', alignItems: 'center', gap: 8 },
  '& h2': { margin: 0, fontSize: 12.5, lineHeight: '18px', fontWeight: 600, color: paint('t1') },
  '& p': { margin: '2px 0 10px' },
  '& .marks': { display: 'flex', gap: 4, margin: '0 0 8px', padding: 0, listStyle: 'none' },
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
    text: 'Nothing is wrong any more. Every check that passed shows what it looked at.',
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
    <Card aria-label="Guide">
      <ol className="marks" aria-hidden="true">
        {guideSteps.map((one, index) => (
          <li key={one} data-is-done={index <= at} />
        ))}
      </ol>
      <div role="status">
        <h2>{words[step].title}</h2>
        <p>{words[step].text}</p>
      </div>
      <div className="head">
        <Button variant="contained" onClick={run}>
          {title}
        </Button>
        <span style={{ flex: 1 }} />
        <span>
          {at + 1} of {guideSteps.length}
        </span>
        <IconButton size="small" aria-label="Close the guide" onClick={close}>
          <Icon icon="close" size={14} />
        </IconButton>
      </div>
    </Card>
  );
}

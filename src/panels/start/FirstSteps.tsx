import { Button, paint, styled, useAppStore, useCommandContext } from '#ui';
import { openExercise } from '../load-collection.ts';
import { LinkButton } from './link-button.ts';

const Card = styled('section')({
  display: 'grid',
  justifyItems: 'start',
  gap: 8,
  marginBottom: 16,
  padding: '12px 14px 14px',
  borderRadius: 12,
  fontSize: 12,
  lineHeight: '17px',
  color: paint('t2'),
  backgroundColor: paint('you-tint'),
  boxShadow: `0 0 0 1px ${paint('you-line')}`,
  '& h2': { margin: 0, fontSize: 13, lineHeight: '18px', fontWeight: 600, color: paint('t1') },
  '& p': { margin: '0 0 4px' },
});

const Line = styled('p')({ margin: '-12px 0 24px', fontSize: 12 });

/** An exercise with somebody beside it: in a card where nothing is kept here yet, and in a line afterwards. */
export function FirstSteps({ isKnown = false }: { isKnown?: boolean }) {
  const store = useAppStore();
  const context = useCommandContext();
  const begin = async () => {
    const isOpen = await openExercise(context, ([first]) => first);
    if (isOpen) store.getState().setView({ isGuided: true });
  };
  if (isKnown)
    return (
      <Line>
        <LinkButton onClick={() => void begin()}>Show me how it works</LinkButton>
      </Line>
    );
  return (
    <Card aria-label="First steps">
      <h2>New here?</h2>
      <p>Mend a design that is broken in one place. Four steps, about a minute, and nothing to install.</p>
      <Button onClick={() => void begin()}>Show me</Button>
    </Card>
  );
}

import { type Contradiction, takesOf } from '#blueprints';
import { isDrawnAsNew } from '#drawing';
import { Button, Icon, paint, SeverityMarker, styled } from '#ui';
import { fade } from '../fade.ts';
import { DesignPicture } from '../start/DesignPicture.tsx';
import { Dotted } from '../start/dotted.ts';
import { TakesTable } from '../start/TakesTable.tsx';
import { useDrawn } from '../start/use-drawn.ts';
import { PlanPoints } from './PlanPoints.tsx';
import type { PlannerState } from './use-planner.ts';

const Column = styled('section')({
  padding: '24px 32px 0',
  '&::after': fade,
  '& h2': { margin: 0, fontSize: 15, lineHeight: '20px', fontWeight: 650 },
  '& .head': { display: 'flex', alignItems: 'center', gap: 12, marginBottom: 4 },
  // A line of its own, so that no answer moves the buttons above it.
  '& .done': { display: 'flex', gap: 12, minHeight: 16, marginBottom: 8 },
  '& .head h2': { flex: 1, whiteSpace: 'nowrap' },
  '& .picture': {
    height: 'min(560px, 100vh - 292px)',
    minHeight: 280,
    borderRadius: 12,
    boxShadow: `0 0 0 1px ${paint('line')}`,
  },
  '& .old': { opacity: 0.4 },
  '& .added': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    fontSize: 12,
    lineHeight: '16px',
    color: paint('you'),
  },
  '& .same': { fontSize: 12, lineHeight: '16px', color: paint('t2') },
  '& .swatch': {
    width: 14,
    height: 10,
    borderRadius: 3,
    boxShadow: `0 0 0 1.5px ${paint('you')}`,
    backgroundColor: paint('you-tint'),
  },
  '& .pair': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    gap: '4px 32px',
    marginTop: 16,
    borderTop: `1px solid ${paint('line')}`,
  },
  '& h3': { margin: '14px 0 6px', fontSize: 13, lineHeight: '18px', fontWeight: 650 },
  '@media (max-width: 1399px)': {
    padding: '20px 20px 0',
    '& .picture': { height: 'min(480px, 100vh - 270px)' },
  },
});
const Stop = styled('div')({
  display: 'grid',
  gap: 10,
  marginBottom: 12,
  padding: '12px 14px',
  borderRadius: 12,
  backgroundColor: `color-mix(in srgb, ${paint('error-tint')} 55%, ${paint('panel')})`,
  boxShadow: `0 0 0 1px ${paint('error-line')}`,
  fontSize: 12.5,
  lineHeight: '18px',
  '& p': { margin: 0, display: 'flex', gap: 8 },
  '& .ways': { display: 'flex', flexWrap: 'wrap', gap: 8 },
});

/** Why these answers are refused, and the answers that would do. */
const Refusal = ({
  contradiction: { text, waysOut },
  planner,
}: {
  contradiction: Contradiction;
  planner: PlannerState;
}) => (
  <Stop role="alert">
    <p>
      <SeverityMarker tone="error" size={16} />
      {text}
    </p>
    <div className="ways">
      {waysOut.map(({ title, change }) => (
        <Button key={title} size="small" onClick={() => planner.answer(change)}>
          {title}
        </Button>
      ))}
    </div>
  </Stop>
);

/** What the answer on screen does that the picture does not mark. */
function changeInWords({ change, removed }: PlannerState, marksAdded: boolean): string {
  if (change === 'nothing') return 'The same with this answer';
  const [one, other, ...more] = removed;
  if (change === 'something' && one !== undefined)
    return `Without ${[one, other].filter(Boolean).join(', ')}${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return change === 'something' && !marksAdded ? 'The same boxes, elsewhere or set otherwise' : '';
}

/** The architecture so far, what the answer on screen adds to it, and what it takes. */
export function PlanPreview({ planner, onCompare }: { planner: PlannerState; onCompare: () => void }) {
  const { planned, plan, added, kept, keep } = planner;
  const isCurrent = 'plan' in planned;
  const picture = useDrawn(plan.design, added);
  const marksAdded = picture?.scene.items.some((item) => isDrawnAsNew(item, picture.added)) ?? false;
  return (
    <Column aria-label="Your architecture so far">
      <div className="head">
        <h2>{isCurrent ? 'Your architecture so far' : 'As it was before this'}</h2>
        {kept ? (
          <Button size="small" onClick={onCompare}>
            <Icon icon="swap" size={14} />
            Compare
          </Button>
        ) : (
          <Button size="small" onClick={() => keep(plan)} disabled={!isCurrent}>
            Keep to compare
          </Button>
        )}
      </div>
      <div className="done">
        {isCurrent && marksAdded ? (
          <span className="added">
            <span className="swatch" />
            Added by this answer
          </span>
        ) : null}
        {isCurrent ? <span className="same">{changeInWords(planner, marksAdded)}</span> : null}
      </div>
      {'contradiction' in planned ? (
        <Refusal contradiction={planned.contradiction} planner={planner} />
      ) : null}
      <Dotted className={isCurrent ? 'picture' : 'picture old'}>
        {picture ? <DesignPicture of={picture} /> : null}
      </Dotted>
      <div className="pair">
        <div>
          <h3>{isCurrent ? 'What it takes' : 'What the last plan took'}</h3>
          <TakesTable columns={[{ title: '', takes: takesOf(plan.design) }]} />
        </div>
        <PlanPoints plan={plan} />
      </div>
    </Column>
  );
}

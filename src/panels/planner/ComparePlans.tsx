import { type Plan, questions, takesOf } from '#blueprints';
import { openBlueprint } from '#commands';
import { Button, Icon, paint, styled, useCommandContext } from '#ui';
import { DesignPicture } from '../start/DesignPicture.tsx';
import { Dotted } from '../start/dotted.ts';
import { TakesTable, titlesWidth } from '../start/TakesTable.tsx';
import { useDrawn } from '../start/use-drawn.ts';
import { PlanPoints } from './PlanPoints.tsx';

/** Between two pictures, pixels. */
const gap = 24;

const Page = styled('main')({
  minHeight: 0,
  overflowY: 'auto',
  padding: '20px 32px 40px',
  '& .head': { display: 'grid', justifyItems: 'start', alignContent: 'start', gap: 12 },
  '& h2': {
    margin: 0,
    fontSize: 20,
    lineHeight: '26px',
    fontWeight: 650,
    letterSpacing: '-0.015em',
    textWrap: 'balance',
  },
  // Below its picture, which begins half a gap further.
  '& thead th:nth-child(3), & td:nth-child(3):last-child': { paddingLeft: gap / 2 },
  '& h3': { margin: '14px 0 6px', fontSize: 13, lineHeight: '18px', fontWeight: 650 },
});
const Pair = styled('div')({
  display: 'grid',
  // As the tables below, so that what belongs to a plan stands under its picture.
  gridTemplateColumns: `${titlesWidth - gap}px minmax(0, 1fr) minmax(0, 1fr)`,
  columnGap: gap,
  '& .picture': {
    height: 'clamp(280px, 100vh - 420px, 480px)',
    borderRadius: 12,
    boxShadow: `0 0 0 1px ${paint('line')}`,
  },
  '& .title': {
    display: 'flex',
    alignItems: 'center',
    marginBottom: 8,
    '& h3': { flex: 1, margin: 0, fontSize: 14 },
  },
  '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 },
});
const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 12.5,
  lineHeight: '18px',
  '& th, & td': { padding: '6px 12px 6px 0', textAlign: 'left', verticalAlign: 'top' },
  '& th': { fontWeight: 400, color: paint('t2') },
  '& thead th': { fontSize: 11.5, fontWeight: 550, color: paint('t1') },
  '& tbody tr': { borderTop: `1px solid ${paint('line')}` },
});

const titles = ['Kept plan', 'Current plan'] as const;

function PlanPicture({ plan: { design } }: { plan: Plan }) {
  const drawn = useDrawn(design);
  return drawn ? <DesignPicture of={drawn} /> : null;
}

/** Two plans side by side: what was answered otherwise, and what that makes of the numbers. */
export function ComparePlans({
  kept,
  plan,
  onClose,
  onRemove,
}: {
  kept: Plan;
  plan: Plan;
  onClose: () => void;
  onRemove: () => void;
}) {
  const context = useCommandContext();
  const plans = [kept, plan];
  const answerIn = (one: Plan, id: string) =>
    one.explanations.find(({ question }) => question === id)?.answer ?? '';
  const isSame = JSON.stringify(kept.design) === JSON.stringify(plan.design);
  const differing = questions.filter(({ id }) => kept.answers[id] !== plan.answers[id]);
  return (
    <Page aria-label="Two plans side by side">
      <Pair>
        <div className="head">
          <Button onClick={onClose} autoFocus>
            <Icon icon="chevron-left" size={14} />
            Back to the questions
          </Button>
          <h2>Two plans side by side</h2>
        </div>
        {plans.map((one, at) => (
          <section key={titles[at]} aria-label={titles[at]}>
            <div className="title">
              <h3>{titles[at]}</h3>
              {at === 0 ? (
                <Button size="small" variant="text" onClick={onRemove}>
                  Keep no longer
                </Button>
              ) : null}
              <Button size="small" onClick={() => openBlueprint(context, one.design)}>
                Open this design
              </Button>
            </div>
            <Dotted className="picture">
              <PlanPicture plan={one} />
            </Dotted>
          </section>
        ))}
      </Pair>
      <h3>Answers that differ</h3>
      {differing.length === 0 ? (
        <p>
          {isSame
            ? 'None: the plans are the same. Answer a question otherwise to see what that changes.'
            : 'None: only address space, region or the number of workspaces differ.'}
        </p>
      ) : (
        <Table>
          <colgroup>
            <col style={{ width: titlesWidth }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Question</th>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map(({ id, title }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>{answerIn(kept, id)}</td>
                <td>{answerIn(plan, id)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {isSame ? null : (
        <>
          <h3>What they take</h3>
          <TakesTable
            columns={[
              { title: titles[0], takes: takesOf(kept.design) },
              { title: titles[1], takes: takesOf(plan.design) },
            ]}
          />
          <Pair>
            <span />
            {plans.map((one, at) => (
              <PlanPoints key={titles[at]} plan={one} />
            ))}
          </Pair>
        </>
      )}
    </Page>
  );
}

import type { Plan } from '#blueprints';
import { Icon, paint, styled } from '#ui';

const Points = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  '& li': { display: 'flex', gap: 8, fontSize: 12.5, lineHeight: '18px' },
  '& svg': { marginTop: 2, color: paint('t3') },
});
const Quiet = styled('p')({ margin: 0, fontSize: 12.5, lineHeight: '18px', color: paint('t2') });

const List = ({ points, icon }: { points: readonly string[]; icon: string }) => (
  <Points>
    {points.map((point) => (
      <li key={point}>
        <Icon icon={icon} size={14} />
        <span>{point}</span>
      </li>
    ))}
  </Points>
);

/** What a plan leaves open, what it costs, and what it is like. */
export const PlanPoints = ({ plan: { staysOpen, tradeOffs, nearest } }: { plan: Plan }) => (
  <div>
    <h3>What stays open</h3>
    {staysOpen.length > 0 ? (
      <List points={staysOpen} icon="arrow" />
    ) : (
      <Quiet>Nothing beyond what Azure Machine Learning itself needs.</Quiet>
    )}
    {tradeOffs.length > 0 ? (
      <>
        <h3>Trade-offs</h3>
        <List points={tradeOffs} icon="minus" />
      </>
    ) : null}
    <h3>Most like</h3>
    <Quiet>
      {nearest.title}. {nearest.summary}
    </Quiet>
  </div>
);

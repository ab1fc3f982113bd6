import type { Blueprint } from '#blueprints';
import { Icon, paint, styled } from '#ui';

const Words = styled('div')({
  '& h3': { margin: '14px 0 6px', fontSize: 13, lineHeight: '18px', fontWeight: 650 },
  '& p': { margin: 0, fontSize: 12.5, lineHeight: '18px', color: paint('t2') },
});
const Points = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  '& li': { display: 'flex', gap: 8, fontSize: 12.5, lineHeight: '18px' },
  '& svg': { flexShrink: 0, marginTop: 2, color: paint('t3') },
  '&.good svg': { color: paint('passed') },
});
const Origin = styled('p')({ '&&': { marginTop: 14, fontSize: 11.5, color: paint('t3') } });

const List = ({ points, isGood }: { points: readonly string[]; isGood: boolean }) => (
  <Points className={isGood ? 'good' : ''}>
    {points.map((point) => (
      <li key={point}>
        <Icon icon={isGood ? 'check' : 'minus'} size={14} />
        <span>{point}</span>
      </li>
    ))}
  </Points>
);

/** What an architecture is for, when to choose it, and what it leaves open. */
export const BlueprintWords = ({ of: { purpose, chooseWhen, mind, origin } }: { of: Blueprint }) => (
  <Words>
    <h3>Choose it when</h3>
    <List points={chooseWhen} isGood />
    <h3>What it is for</h3>
    <p>{purpose}</p>
    <h3>Keep in mind</h3>
    <List points={mind} isGood={false} />
    <Origin>From: {origin}</Origin>
  </Words>
);

import { type Adaptation, adapt, type Blueprint, blueprints, takesOf } from '#blueprints';
import type { Design } from '#model';
import { Icon, paint, styled } from '#ui';
import { LinkButton } from './link-button.ts';
import { TakesTable } from './TakesTable.tsx';

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 9fr) minmax(0, 10fr)',
  gap: '0 32px',
  marginTop: 18,
  '& h3': { margin: '14px 0 6px', fontSize: 13, lineHeight: '18px', fontWeight: 650 },
  '& p': { margin: 0, fontSize: 12.5, lineHeight: '18px', color: paint('t2') },
  '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});
const Points = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  '& li': { display: 'flex', gap: 8, fontSize: 12.5, lineHeight: '18px' },
  '& svg': { marginTop: 2, color: paint('t3') },
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

/** What an architecture is for, when to choose it, what it takes, and how others compare. */
export function BlueprintWords({
  blueprint,
  adaptation,
  design,
  onOpen,
}: {
  blueprint: Blueprint;
  adaptation: Adaptation;
  design: Design;
  onOpen: (id: string) => void;
}) {
  const others = blueprints
    .filter(({ id }) => blueprint.compareWith.includes(id))
    .flatMap((other) => {
      const adapted = adapt(other, adaptation);
      return 'design' in adapted ? [{ other, takes: takesOf(adapted.design) }] : [];
    });
  return (
    <Columns>
      <div>
        <h3>What it is for</h3>
        <p>{blueprint.purpose}</p>
        <h3>Choose it when</h3>
        <List points={blueprint.chooseWhen} isGood />
        <h3>Keep in mind</h3>
        <List points={blueprint.mind} isGood={false} />
        <Origin>From: {blueprint.origin}</Origin>
      </div>
      <div>
        <h3>What it takes</h3>
        <TakesTable
          columns={[
            { title: blueprint.title, takes: takesOf(design) },
            ...others.map(({ other, takes }) => ({
              title: <LinkButton onClick={() => onOpen(other.id)}>{other.title}</LinkButton>,
              takes,
            })),
          ]}
        />
      </div>
    </Columns>
  );
}

import { type Adaptation, adapt, type Blueprint, blueprints, takesOf } from '#blueprints';
import { counted, type Design } from '#model';
import { paint, styled } from '#ui';
import { LinkButton } from './link-button.ts';
import { TakesTable } from './TakesTable.tsx';

const Section = styled('section')({
  marginTop: 24,
  '& h3': { margin: 0, fontSize: 13, lineHeight: '18px', fontWeight: 650 },
  '& p': { margin: '2px 0 6px', fontSize: 12.5, lineHeight: '18px', color: paint('t2') },
});

/** The choices that numbers depend on. */
const choicesInWords = ({ workspaces, maxNodes, onPremises }: Adaptation): string =>
  `${counted(workspaces, 'workspace')}, clusters of up to ${counted(maxNodes, 'node')}, ${onPremises ? 'an' : 'no'} on-premises site`;

/** What an architecture takes as adapted, beside others that are adapted alike. */
export function BlueprintTakes({
  blueprint,
  adaptation,
  design,
  onOpen,
}: {
  blueprint: Blueprint;
  adaptation: Adaptation;
  design: Design;
  /** The other one, with these choices: its numbers are then those of its column. */
  onOpen: (id: string, adaptation: Adaptation) => void;
}) {
  const others = blueprints
    .filter(({ id }) => blueprint.compareWith.includes(id))
    .flatMap((other) => {
      const adapted = adapt(other, adaptation);
      return 'design' in adapted ? [{ other, takes: takesOf(adapted.design) }] : [];
    });
  return (
    <Section aria-label="What it takes">
      <h3>What it takes</h3>
      <p>
        {others.length > 0 ? 'Every column is counted' : 'Counted'} for your choices:{' '}
        {choicesInWords(adaptation)}
      </p>
      <TakesTable
        columns={[
          { title: blueprint.title, takes: takesOf(design) },
          ...others.map(({ other, takes }) => ({
            title: <LinkButton onClick={() => onOpen(other.id, adaptation)}>{other.title}</LinkButton>,
            takes,
          })),
        ]}
      />
    </Section>
  );
}

import { useState } from 'react';
import { openPlanner } from '#commands';
import { Button, paint, Segments, SeverityMarker, styled, useCommand } from '#ui';
import { ArchitectureCard } from './ArchitectureCard.tsx';
import type { Gallery } from './gallery.ts';
import { Heading } from './heading.ts';
import { LinkButton } from './link-button.ts';
import { questionCount } from './question-count.ts';

// Not a grid: what comes after the last card takes what is left of its row.
const Cards = styled('div')({
  '--columns': '4',
  display: 'flex',
  flexWrap: 'wrap',
  gap: 14,
  '& > *': { flex: '0 0 auto', width: 'calc((100% + 14px) / var(--columns) - 14.1px)' },
  '@media (max-width: 1505px)': { '--columns': '3' },
  '@media (max-width: 1241px)': { '--columns': '2' },
  '@media (max-width: 561px)': { '--columns': '1' },
});
const Rest = styled('div')({
  flexGrow: 1,
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: 4,
  padding: 20,
  borderRadius: 12,
  border: `1px dashed ${paint('line3')}`,
  textAlign: 'center',
  '& strong': { fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& span': { fontSize: 12.5, lineHeight: '18px', color: paint('t2') },
  '& button': { marginTop: 8 },
});
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  margin: '28px 0 10px',
  '& > h2': { flex: 1, margin: 0 },
});
const Remark = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  margin: '14px 0 0',
  fontSize: 12.5,
  color: paint('t2'),
});

type Architecture = Gallery['architectures'][number];
type Wanted = 'all' | 'firewall' | 'none';

const isWanted: Readonly<Record<Wanted, (architecture: Architecture) => boolean>> = {
  all: () => true,
  firewall: ({ hasFirewall }) => hasFirewall,
  none: ({ hasFirewall }) => !hasFirewall,
};

/** Reference architectures as cards; each opens to be adapted. */
export function ArchitectureGallery({
  architectures,
  focused,
  onOpen,
}: {
  architectures: readonly Architecture[];
  /** Which card the keyboard comes back to. */
  focused: string | undefined;
  onOpen: (id: string) => void;
}) {
  const [wanted, setWanted] = useState<Wanted>('all');
  const plan = useCommand(openPlanner);
  const managed = architectures.find(({ id }) => id === 'managed-network');
  const shown = architectures.filter(isWanted[wanted]);
  return (
    <section aria-label="Reference architectures">
      <Head>
        <Heading>
          Reference architectures
          <span>Each opens for editing. Recommended is what Microsoft recommends.</span>
        </Heading>
        <Segments
          label="Which architectures"
          value={wanted}
          options={[
            { value: 'all', title: 'All' },
            { value: 'firewall', title: 'With firewall' },
            { value: 'none', title: 'Without' },
          ]}
          onChange={setWanted}
        />
      </Head>
      <Cards>
        {[true, false]
          .flatMap((isFirst) => shown.filter((one) => (one.recommended !== undefined) === isFirst))
          .map((architecture) => (
            <ArchitectureCard
              key={architecture.id}
              architecture={architecture}
              isFocused={architecture.id === focused}
              onOpen={() => onOpen(architecture.id)}
            />
          ))}
        <Rest>
          <strong>None is quite yours?</strong>
          <span>{questionCount} questions about your work and your network lead to the one that fits.</span>
          <Button onClick={plan.run}>Answer the questions</Button>
        </Rest>
      </Cards>
      {managed ? (
        <Remark>
          <SeverityMarker tone="note" size={14} />
          Microsoft’s planning page of January 2025 puts a managed virtual network first.
          <LinkButton onClick={() => onOpen(managed.id)}>Compare</LinkButton>
        </Remark>
      ) : null}
    </section>
  );
}

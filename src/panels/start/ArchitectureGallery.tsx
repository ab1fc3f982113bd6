import { useState } from 'react';
import { paint, Segments, SeverityMarker, styled } from '#ui';
import { ArchitectureCard } from './ArchitectureCard.tsx';
import type { Gallery } from './gallery.ts';
import { Heading } from './heading.ts';
import { LinkButton } from './link-button.ts';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))',
  gap: 14,
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
  const managed = architectures.find(({ id }) => id === 'managed-network');
  const shown = architectures.filter(isWanted[wanted]);
  return (
    <section aria-label="Reference architectures">
      <Head>
        <Heading>
          Reference architectures<span>Each opens as an editable design</span>
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
      <Grid>
        {[true, false]
          .flatMap((isRecommended) => shown.filter((one) => one.isRecommended === isRecommended))
          .map((architecture) => (
            <ArchitectureCard
              key={architecture.id}
              architecture={architecture}
              isFocused={architecture.id === focused}
              onOpen={() => onOpen(architecture.id)}
            />
          ))}
      </Grid>
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

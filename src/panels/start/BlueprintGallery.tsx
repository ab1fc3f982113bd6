import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { type Blueprint, blueprints } from '#blueprints';
import { resourcesOfKind } from '#model';
import { paint, Segments, SeverityMarker } from '#ui';
import { BlueprintCard } from './BlueprintCard.tsx';
import { Heading } from './heading.ts';
import { LinkButton } from './link-button.ts';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))',
  gap: 14,
});
const Head = styled('div')({ display: 'flex', alignItems: 'center', '& > h2': { flex: 1 } });
const Remark = styled('p')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  margin: '14px 0 0',
  fontSize: 12.5,
  color: paint('t2'),
});

type Wanted = 'all' | 'firewall' | 'none';

const hasFirewall = (blueprint: Blueprint): boolean =>
  resourcesOfKind(blueprint.build(), 'azure-firewall').length > 0;

const isWanted: Readonly<Record<Wanted, (blueprint: Blueprint) => boolean>> = {
  all: () => true,
  firewall: hasFirewall,
  none: (blueprint) => !hasFirewall(blueprint),
};

/** Reference architectures as cards; each opens to be adapted. */
export function BlueprintGallery({
  focused,
  onOpen,
}: {
  /** Which card the keyboard comes back to. */
  focused: Blueprint | undefined;
  onOpen: (blueprint: Blueprint) => void;
}) {
  const [wanted, setWanted] = useState<Wanted>('all');
  const managed = blueprints.find(({ id }) => id === 'managed-network');
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
        {blueprints.filter(isWanted[wanted]).map((blueprint) => (
          <BlueprintCard
            key={blueprint.id}
            blueprint={blueprint}
            isFocused={blueprint === focused}
            onOpen={() => onOpen(blueprint)}
          />
        ))}
      </Grid>
      {managed ? (
        <Remark>
          <SeverityMarker tone="note" size={14} />
          Microsoft’s planning page of January 2025 puts a managed virtual network first.
          <LinkButton onClick={() => onOpen(managed)}>Compare</LinkButton>
        </Remark>
      ) : null}
    </section>
  );
}

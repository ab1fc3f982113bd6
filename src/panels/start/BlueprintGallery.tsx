import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { type Blueprint, blueprints } from '#blueprints';
import { openBlueprint } from '#commands';
import { type Design, resourcesOfKind } from '#model';
import { paint, useCommandContext } from '#ui';
import { Heading } from './heading.ts';
import { Thumbnail } from './Thumbnail.tsx';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(264px, 1fr))',
  gap: 16,
});
const Card = styled(ButtonBase)({
  display: 'grid',
  gridTemplateRows: '190px 1fr',
  alignItems: 'stretch',
  textAlign: 'left',
  overflow: 'hidden',
  borderRadius: 12,
  fontFamily: 'inherit',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}`,
  transition: 'box-shadow 120ms',
  '&:hover': { boxShadow: `0 0 0 1px ${paint('line3')}, var(--iso-shadow-2)` },
  '& .words': { display: 'grid', alignContent: 'start', gap: 4, padding: '12px 14px 14px' },
  '& strong': { fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& .text': { fontSize: 12.5, color: paint('t2') },
  '& .facts': { marginTop: 8, fontSize: 11.5, color: paint('t3') },
  // The recommended one comes first, and larger.
  '&:first-of-type': {
    gridColumn: '1 / -1',
    gridTemplateColumns: 'minmax(0, 1fr) 300px',
    gridTemplateRows: '280px',
    '& > .picture': { borderBottom: 0, borderRight: `1px solid ${paint('line')}` },
    '& .words': { padding: '18px 20px', alignContent: 'center' },
    '& strong': { fontSize: 15, lineHeight: '20px' },
  },
});
const Picture = styled('span')({
  display: 'block',
  minHeight: 0,
  padding: 10,
  backgroundColor: paint('canvas'),
  backgroundImage: `radial-gradient(circle, ${paint('dot')} 0.8px, transparent 1.2px)`,
  backgroundSize: '20px 20px',
  borderBottom: `1px solid ${paint('line')}`,
});

const quantity = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const factsOf = (design: Design): string =>
  [
    quantity(resourcesOfKind(design, 'virtual-network').length, 'network'),
    quantity(resourcesOfKind(design, 'private-endpoint').length, 'endpoint'),
    resourcesOfKind(design, 'azure-firewall').length > 0 ? 'firewall' : 'no firewall',
  ].join(' · ');

function BlueprintCard({ blueprint }: { blueprint: Blueprint }) {
  const context = useCommandContext();
  const design = useMemo(() => blueprint.build(), [blueprint]);
  return (
    <Card onClick={() => openBlueprint(context, blueprint.build())}>
      <Picture className="picture">
        <Thumbnail design={design} />
      </Picture>
      <span className="words">
        <strong>{blueprint.title}</strong>
        <span className="text">{blueprint.purpose}</span>
        <span className="facts">{factsOf(design)}</span>
      </span>
    </Card>
  );
}

/** Reference architectures, each opening as a design of one's own. */
export const BlueprintGallery = () => (
  <section aria-label="Reference architectures">
    <Heading>
      Reference architectures<span>Each opens as an editable design</span>
    </Heading>
    <Grid>
      {blueprints.map((blueprint) => (
        <BlueprintCard key={blueprint.id} blueprint={blueprint} />
      ))}
    </Grid>
  </section>
);

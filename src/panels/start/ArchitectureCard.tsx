import { counted } from '#model';
import { Pressable, paint, styled } from '#ui';
import { Dotted } from './dotted.ts';
import type { Gallery } from './gallery.ts';
import { Picture } from './Picture.tsx';

const Card = styled(Pressable)({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: '180px 1fr',
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
  '& .picture': { borderBottom: `1px solid ${paint('line')}` },
  '& .words': { display: 'flex', flexDirection: 'column', gap: 2, padding: '12px 14px' },
  '& strong': { fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& .text': { fontSize: 12.5, lineHeight: '18px', color: paint('t2') },
  '& .facts': {
    display: 'flex',
    marginTop: 'auto',
    paddingTop: 12,
    fontSize: 11.5,
    lineHeight: '16px',
    color: paint('t3'),
  },
  '& .mark': { fontSize: 12, lineHeight: '16px', fontWeight: 550, color: paint('passed') },
});

/** A reference architecture in a picture and a few words. */
export function ArchitectureCard({
  architecture: { title, summary, networks, endpoints, recommended, picture },
  isFocused,
  onOpen,
}: {
  architecture: Gallery['architectures'][number];
  isFocused: boolean;
  onOpen: () => void;
}) {
  return (
    <Card autoFocus={isFocused} onClick={onOpen}>
      <Dotted className="picture">
        <Picture of={picture} />
      </Dotted>
      <span className="words">
        <strong>{title}</strong>
        <span className="text">{summary}</span>
        {recommended === undefined ? null : <span className="mark">Recommended {recommended}</span>}
        <span className="facts">{`${counted(networks, 'network')} · ${counted(endpoints, 'endpoint')}`}</span>
      </span>
    </Card>
  );
}

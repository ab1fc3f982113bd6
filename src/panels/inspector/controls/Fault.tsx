import { paint, SeverityMarker, styled } from '#ui';

const Line = styled('div')({
  display: 'flex',
  gap: 6,
  margin: '4px 0 8px 6px',
  fontSize: 11.5,
  lineHeight: '16px',
  color: paint('error'),
  '& > svg': { marginTop: 1 },
  '& > p': { margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
});

/** Why what was asked for was refused. */
export const Fault = ({ id, children }: { id?: string; children: string }) => (
  <Line>
    <SeverityMarker tone="error" size={14} />
    <p id={id} role="alert">
      {children}
    </p>
  </Line>
);

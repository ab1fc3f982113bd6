import { keycapsOf } from '#commands';
import { styled } from './styled.ts';

const Cap = styled('kbd')({
  font: 'inherit',
  fontSize: 10.5,
  lineHeight: '14px',
  padding: '0 4px',
  minWidth: 16,
  textAlign: 'center',
  borderRadius: 4,
  boxShadow: '0 0 0 1px color-mix(in srgb, currentColor 30%, transparent)',
});
const Row = styled('span')({ display: 'inline-flex', gap: 3, alignItems: 'center' });

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** A shortcut as the caps of its keys. */
export const Keycaps = ({ shortcut }: { shortcut: string }) => (
  <Row>
    {keycapsOf(shortcut, isMac).map((key) => (
      <Cap key={key}>{key}</Cap>
    ))}
  </Row>
);

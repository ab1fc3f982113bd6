import { paint, styled, useAppState } from '#ui';

const Skip = styled('a')({
  position: 'fixed',
  left: 8,
  top: -60,
  zIndex: 1400,
  padding: '8px 12px',
  borderRadius: 7,
  fontWeight: 550,
  textDecoration: 'none',
  color: paint('on-ink'),
  backgroundColor: paint('ink'),
  '&:focus': { top: 8 },
});

/** Past the bars to the drawing, for people who walk by keyboard. */
export function SkipLink() {
  const isWorkspace = useAppState((state) => state.screen === 'workspace');
  return isWorkspace ? <Skip href="#canvas">Skip to the canvas</Skip> : null;
}

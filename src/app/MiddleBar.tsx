import { paint, Segments, styled, useAppState, useAppStore } from '#ui';

const Bar = styled('div')({
  position: 'absolute',
  inset: '0 0 auto',
  zIndex: 3,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  height: 40,
  padding: '0 10px',
  fontSize: 12,
  lineHeight: '16px',
  color: paint('t2'),
  backgroundColor: paint('panel'),
  borderBottom: `1px solid ${paint('line')}`,
  '& > :first-child': { flex: 'none' },
});

/** In a small window: which of drawing and outline is shown, and why where nobody has chosen. */
export function MiddleBar() {
  const store = useAppStore();
  const middle = useAppState((state) => state.middle);
  return (
    <Bar>
      <Segments
        label="Shown in the middle"
        value={middle ?? 'outline'}
        options={[
          { value: 'drawing', title: 'Drawing' },
          { value: 'outline', title: 'Outline' },
        ]}
        onChange={(next) => store.getState().setView({ middle: next })}
      />
      {middle === undefined ? <span>Small window, so the outline is shown first.</span> : null}
    </Bar>
  );
}

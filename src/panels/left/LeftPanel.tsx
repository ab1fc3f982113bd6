import { Icon, IconButton, paint, Segments, styled, Tooltip, useAppState, useAppStore, useMedia } from '#ui';
import { Outline } from '../parts.tsx';
import { Palette } from './Palette.tsx';

/** Below this the palette folds to the rail. */
const roomForPalette = '(min-width: 1440px)';

const Panel = styled('nav')({
  gridArea: 'left',
  position: 'relative',
  display: 'flex',
  minHeight: 0,
  backgroundColor: paint('panel'),
  borderRight: `1px solid ${paint('line')}`,
  zIndex: 6,
});
const Rail = styled('div')({
  width: 52,
  padding: '12px 0',
  display: 'grid',
  gap: 6,
  justifyItems: 'center',
  alignContent: 'start',
});
// As wide as the longest name of a kind, and as what Azure calls its own subnets.
const Body = styled('div')({ width: 239, minHeight: 0, display: 'flex', flexDirection: 'column' });
const Over = styled(Body)({
  position: 'absolute',
  left: 52,
  top: 0,
  bottom: 0,
  width: 240,
  backgroundColor: paint('panel'),
  borderRight: `1px solid ${paint('line')}`,
  boxShadow: 'var(--iso-shadow-3)',
  clipPath: 'inset(0 -60px 0 0)',
});
const Toggle = styled(IconButton)({
  '&[aria-expanded=true]:not(:hover)': { backgroundColor: paint('press'), color: paint('t1') },
});
const Head = styled('div')({ padding: '12px 12px 8px', '&:empty': { paddingBottom: 0 } });

function Contents({ isAlone = false }: { isAlone?: boolean }) {
  const store = useAppStore();
  const leftPanel = useAppState((state) => state.leftPanel);
  // What was looked for in one design is not looked for in the next.
  const designKey = useAppState((state) => state.designKey);
  return (
    <>
      <Head>
        {isAlone ? null : (
          <Segments
            isWide
            label="Left panel"
            value={leftPanel}
            options={[
              { value: 'add', title: 'Add' },
              { value: 'outline', title: 'Outline' },
            ]}
            onChange={(next) => store.getState().setView({ leftPanel: next })}
          />
        )}
      </Head>
      {leftPanel === 'add' ? <Palette key={designKey} /> : <Outline />}
    </>
  );
}

/**
 * What can be added, and what is there as a tree; folded to a rail where the screen is narrow. In a small window the tree is
 * in the middle.
 */
export function LeftPanel() {
  const store = useAppStore();
  const hasRoom = useMedia(roomForPalette);
  const isOpen = useAppState((state) => state.isPaletteOpen);
  const leftPanel = useAppState((state) => state.leftPanel);
  const isSmall = useAppState((state) => state.isSmall);
  if (hasRoom)
    return (
      <Panel data-region="left" tabIndex={-1} aria-label="Add and outline">
        <Body>
          <Contents />
        </Body>
      </Panel>
    );
  const toggle = (next: 'add' | 'outline') =>
    store.getState().setView({ leftPanel: next, isPaletteOpen: !(isOpen && leftPanel === next) });
  const parts = isSmall ? (['add'] as const) : (['add', 'outline'] as const);
  const isUnfolded = isOpen && (!isSmall || leftPanel === 'add');
  return (
    <Panel
      data-region="left"
      tabIndex={-1}
      aria-label={isSmall ? 'Add' : 'Add and outline'}
      data-is-over={isUnfolded}
      onBlur={({ currentTarget, relatedTarget }) => {
        // It would hide what the focus has gone on to.
        const isLeft = relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
        if (isSmall && isLeft) store.getState().setView({ isPaletteOpen: false });
      }}
    >
      <Rail>
        {parts.map((one) => (
          <Tooltip key={one} title={one === 'add' ? 'Add a resource' : 'Outline'} placement="beside">
            <Toggle
              aria-label={one === 'add' ? 'Add a resource' : 'Outline'}
              aria-expanded={isUnfolded && leftPanel === one}
              onClick={() => toggle(one)}
            >
              <Icon icon={one === 'add' ? 'plus' : 'outline'} size={18} />
            </Toggle>
          </Tooltip>
        ))}
      </Rail>
      {isUnfolded ? (
        <Over data-floats="">
          <Contents isAlone={isSmall} />
        </Over>
      ) : null}
    </Panel>
  );
}

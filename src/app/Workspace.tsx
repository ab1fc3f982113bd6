import { useLayoutEffect } from 'react';
import { Canvas, ChangesContext, ConnectCard, RemovalCard } from '#canvas';
import { CanvasMenu, Inspector, LeftPanel, loadChangesInWords, OutlinePane, TopBar } from '#panels';
import { isOutlineOnly } from '#store';
import { paint, styled, useAppState, useAppStore, useMedia } from '#ui';
import { BelowCanvas } from './BelowCanvas.tsx';
import { MiddleBar } from './MiddleBar.tsx';

const Screen = styled('div')({
  height: '100%',
  display: 'grid',
  gridTemplateAreas: '"top top top" "left canvas right" "left below right"',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  gridTemplateRows: '52px minmax(0, 1fr) auto',
  backgroundColor: paint('canvas'),
  position: 'relative',
  '@media (max-width: 1199px)': {
    '& > aside': {
      // Over the canvas only: the findings keep their buttons.
      gridRow: '2 / 3',
      position: 'absolute',
      right: 0,
      top: 0,
      bottom: 0,
      zIndex: 7,
      boxShadow: 'var(--iso-shadow-3)',
    },
  },
  // Below the bar of a small window.
  '@media (max-width: 899px)': { '& > aside': { top: 40 } },
  // Beside the rail, over all of the middle: what it left of that would be parts of names.
  '@media (max-width: 559px)': { '& > aside': { gridColumn: '1 / 4', left: 53, width: 'auto' } },
});
const Middle = styled('main')({
  gridArea: 'canvas',
  minWidth: 0,
  minHeight: 0,
  position: 'relative',
  overflow: 'hidden',
  // The tools of the canvas are in the column of the rail.
  '@media (min-width: 900px) and (max-width: 1439px)': { overflow: 'visible clip' },
});
/** The design with everything around it. */
export function Workspace() {
  const store = useAppStore();
  const isSmall = !useMedia('(min-width: 900px)');
  const isSeen = useAppState((state) => state.screen === 'workspace');
  const isDrawn = useAppState(({ middle }) => !isOutlineOnly({ isSmall, middle }));
  useLayoutEffect(() => store.getState().setView({ isSmall }), [store, isSmall]);
  return (
    <Screen>
      <TopBar />
      <LeftPanel />
      <Middle
        id="canvas"
        data-region="canvas"
        data-focus="canvas"
        tabIndex={-1}
        aria-label="Canvas"
        onFocus={({ currentTarget, target }) => {
          // A key pressed later makes the browser show a ring where a pointer brought the focus: as if all were chosen.
          if (target === currentTarget)
            currentTarget.dataset.isReachedByKey = String(currentTarget.matches(':focus-visible'));
        }}
      >
        {isSmall ? <MiddleBar /> : null}
        {isSeen && isDrawn ? (
          <ChangesContext value={loadChangesInWords}>
            <Canvas />
          </ChangesContext>
        ) : null}
        {isSeen && !isDrawn ? <OutlinePane /> : null}
        <RemovalCard />
        <ConnectCard />
        <CanvasMenu />
      </Middle>
      <Inspector />
      <BelowCanvas />
    </Screen>
  );
}

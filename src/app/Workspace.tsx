import { type CSSProperties, useState } from 'react';
import { Canvas, ConnectCard, RemovalCard } from '#canvas';
import {
  BusyCard,
  CanvasMenu,
  FindingsPanel,
  GuideCard,
  Inspector,
  LeftPanel,
  NoticeRow,
  OutlinePane,
  RemarkCard,
  TopBar,
} from '#panels';
import { paint, styled, useAppState, useMedia } from '#ui';

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
});
const Middle = styled('main')({
  gridArea: 'canvas',
  minWidth: 0,
  minHeight: 0,
  position: 'relative',
  overflow: 'hidden',
});
const Below = styled('div')({
  gridArea: 'below',
  minWidth: 0,
  // Beside the palette or the outline that lies over the canvas, not under it.
  'nav[data-is-over=true] ~ &': { paddingLeft: 240 },
  '& > :last-child': {
    display: 'flex',
    flexDirection: 'column',
    // Its header and the rows that it has room for, as many as are seen at once.
    height: 'min(clamp(min(148px, 24vh), 21.2vh, 212px), 44px + 35px * var(--rows))',
    minHeight: 'min-content',
  },
  // A finding that is read has more to say than a list, and so has a notice with what it speaks of.
  '& > :last-child:has([data-is-reading=true], [data-is-open=true])': { height: 'clamp(212px, 46vh, 420px)' },
});

/** The header of the findings alone, and the largest share of a page that a person can give them. */
const [folded, most] = ['43px', '70vh'];

/** More rows than there is ever room for. */
const many = 1e6;

/**
 * Rows that the findings have room for: as many as the first verdict has, so that the drawing has the rest. They keep it,
 * and take as much as a list may have where more is to be shown: once, so that nothing moves with every edit.
 */
function useRows(): number {
  const key = useAppState((state) => state.designKey);
  const isJudged = useAppState((state) => state.checkedInMs !== undefined);
  const findings = useAppState((state) => state.result.findings.length);
  const passed = useAppState((state) => state.result.passed.length);
  const isOfPassed = useAppState((state) => state.severityFilter === 'passed');
  const [room, setRoom] = useState({ key: '', rows: many });
  const isHeld = room.key === key;
  // What has nothing that could be judged is only begun.
  if (isJudged && !isHeld) setRoom({ key, rows: passed > 0 ? Math.max(findings, 1) : many });
  else if (isHeld && (isOfPassed ? passed : findings) > room.rows) setRoom({ key, rows: many });
  return room.rows;
}

/** The design with everything around it. */
export function Workspace() {
  const hasRoomForCanvas = useMedia('(min-width: 900px)');
  const isSeen = useAppState((state) => state.screen === 'workspace');
  const isFindingsOpen = useAppState((state) => state.isFindingsOpen);
  const height = useAppState((state) => state.findingsHeight);
  const rows = useRows();
  return (
    <Screen>
      <TopBar />
      <LeftPanel />
      <Middle id="canvas" data-region="canvas" data-focus="canvas" tabIndex={-1} aria-label="Canvas">
        {isSeen && hasRoomForCanvas ? (
          <Canvas>
            <RemarkCard />
          </Canvas>
        ) : null}
        {isSeen && !hasRoomForCanvas ? (
          <>
            <OutlinePane />
            <RemarkCard />
          </>
        ) : null}
        <RemovalCard />
        <ConnectCard />
        <CanvasMenu />
      </Middle>
      <Inspector />
      <Below>
        <GuideCard />
        <div
          style={
            isFindingsOpen
              ? height === undefined
                ? ({ '--rows': rows } as CSSProperties)
                : { height, maxHeight: most }
              : { height: folded }
          }
        >
          <FindingsPanel />
          <NoticeRow />
          <BusyCard isRow />
        </div>
      </Below>
    </Screen>
  );
}

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
  // As high with one finding as with many: what floats on the canvas stays where the pointer has found it.
  '& > :last-child': {
    display: 'flex',
    flexDirection: 'column',
    height: 'clamp(min(148px, 24vh), 21.2vh, 212px)',
    minHeight: 'min-content',
  },
  // A finding that is read has more to say than a list, and so has a notice with what it speaks of.
  '& > :last-child:has([data-is-reading=true], [data-is-open=true])': { height: 'clamp(212px, 46vh, 420px)' },
});

/** The header of the findings alone, and the largest share of a page that a person can give them. */
const [folded, most] = ['43px', '70vh'];

/** The design with everything around it. */
export function Workspace() {
  const hasRoomForCanvas = useMedia('(min-width: 900px)');
  const isSeen = useAppState((state) => state.screen === 'workspace');
  const isFindingsOpen = useAppState((state) => state.isFindingsOpen);
  const height = useAppState((state) => state.findingsHeight);
  return (
    <Screen>
      <TopBar />
      <LeftPanel />
      <Middle id="canvas" data-region="canvas" data-focus="canvas" tabIndex={-1} aria-label="Canvas">
        {isSeen ? hasRoomForCanvas ? <Canvas /> : <OutlinePane /> : null}
        <RemarkCard />
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
                ? undefined
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

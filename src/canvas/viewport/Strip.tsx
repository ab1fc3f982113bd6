import { type ReactFlowState, useStore } from '@xyflow/react';
import { memo, useMemo, useState } from 'react';
import { edgeSamples, holdsForSome, isExpectedAddress, type SceneItem } from '#drawing';
import { previewOf } from '#store';
import { Icon, IconButton, Tooltip, useAppState } from '#ui';
import { Legend, Minimap } from '../editing/cards.ts';
import { ToolBar } from '../editing/ToolBar.tsx';
import { useScene } from '../use-scene.ts';
import { standingBeside } from './standing.ts';
import { useWindow } from './use-window.ts';
import { Zoom } from './Zoom.tsx';

const hasNote = (items: readonly SceneItem[]) => items.some(({ role }) => role === 'note');
const hasExpectedAddress = (items: readonly SceneItem[]) =>
  items.some(({ shapes }) => shapes.some(isExpectedAddress));
const hasUndecidedSign = (items: readonly SceneItem[]) =>
  items.some(({ markers }) => markers.some(({ shapes }) => shapes.some((one) => 'dash' in one)));

/** Whether a toggle that explains the lines shows them now, and how to turn it. */
function LegendButton({ isShown, onToggle }: { isShown: boolean; onToggle: () => void }) {
  return (
    <Tooltip title={isShown ? 'Hide the legend' : 'Legend: what the lines mean'} placement="beside">
      <IconButton
        className="canvas-legend-button"
        aria-label="Legend"
        aria-pressed={isShown}
        onClick={onToggle}
      >
        <Icon icon="legend" size={18} />
      </IconButton>
    </Tooltip>
  );
}

/**
 * The strip at the left of the drawing, which stands still whatever opens at the right: tools, and at its foot the
 * zoom, beside which the overview is where something is out of sight. At the bottom right of the drawing what the lines
 * mean. Both as far as they cover nothing; the overview also while the pointer or the focus is on the zoom, and what the
 * lines mean as its button says.
 */
export const Strip = memo(function Strip() {
  const scene = useScene((state) => state.scene);
  const { edges, items } = scene;
  const samples = useMemo(() => edgeSamples(edges), [edges]);
  const hasNotes = useMemo(() => hasNote(items), [items]);
  const hasExpected = useMemo(() => hasExpectedAddress(items), [items]);
  const hasUndecided = useMemo(() => hasUndecidedSign(items), [items]);
  const hasSome = useMemo(() => items.some(holdsForSome), [items]);
  const rows = samples.length + [hasNotes, hasExpected, hasUndecided, hasSome].filter(Boolean).length;
  const window = useWindow();
  const standingIn = useMemo(() => {
    const standing = standingBeside(scene, rows);
    let last: { readonly of: ReactFlowState['transform']; readonly is: string } | undefined;
    // Most of what React Flow tells is not of the view.
    return ({ transform }: ReactFlowState): string => {
      if (last?.of === transform) return last.is;
      const [x, y, zoom] = transform;
      last = { of: transform, is: standing(window, { x, y, zoom }) };
      return last.is;
    };
  }, [scene, rows, window]);
  const isKnown = useStore(({ width }) => width > 0);
  const bare = useStore(standingIn);
  // What a fix would add may lie where the overview stands.
  const isPreviewing = useAppState((state) => previewOf(state) !== undefined);
  const standing = isPreviewing ? bare.replace('overview', 'asked') : bare;
  const [wanted, setWanted] = useState<boolean>();
  const isFree = standing.includes('legend');
  const isExplained = wanted ?? isFree;
  // What is not there need not fade.
  const hasLegend = rows > 0 && isKnown;
  return (
    <>
      <div className="canvas-strip">
        <ToolBar />
        <div className="canvas-foot">
          {hasLegend ? <LegendButton isShown={isExplained} onToggle={() => setWanted(!isExplained)} /> : null}
          <div className="canvas-view" data-standing={standing}>
            <div className="canvas-overview">
              <div className="canvas-card">
                <Minimap />
              </div>
            </div>
            <Zoom />
          </div>
        </div>
      </div>
      {hasLegend ? (
        <Legend
          samples={samples}
          hasNotes={hasNotes}
          hasExpected={hasExpected}
          hasUndecided={hasUndecided}
          hasSome={hasSome}
          isShown={isExplained}
          isOver={!isFree}
        />
      ) : null}
    </>
  );
});

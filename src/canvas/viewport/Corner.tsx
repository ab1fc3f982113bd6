import { type ReactFlowState, useStore } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { edgeSamples, isExpectedAddress, type SceneItem } from '#drawing';
import { previewOf } from '#store';
import { useAppState } from '#ui';
import { Legend, Minimap } from '../editing/cards.ts';
import { useScene } from '../use-scene.ts';
import { standingBeside } from './standing.ts';
import { Zoom } from './Zoom.tsx';

const hasNote = (items: readonly SceneItem[]) => items.some(({ role }) => role === 'note');
const hasExpectedAddress = (items: readonly SceneItem[]) =>
  items.some(({ shapes }) => shapes.some(isExpectedAddress));
const hasUndecidedSign = (items: readonly SceneItem[]) =>
  items.some(({ markers }) => markers.some(({ shapes }) => shapes.some((one) => 'dash' in one)));

/**
 * The zoom, and beside it at the bottom right of the drawing the overview where something is out of sight, and over that
 * what the lines mean: both as far as they cover nothing; the overview also while the pointer or the focus is on the zoom.
 */
export const Corner = memo(function Corner() {
  const scene = useScene((state) => state.scene);
  const { edges, items } = scene;
  const samples = useMemo(() => edgeSamples(edges), [edges]);
  const hasNotes = useMemo(() => hasNote(items), [items]);
  const hasExpected = useMemo(() => hasExpectedAddress(items), [items]);
  const hasUndecided = useMemo(() => hasUndecidedSign(items), [items]);
  const rows = samples.length + [hasNotes, hasExpected, hasUndecided].filter(Boolean).length;
  const standingIn = useMemo(() => {
    const standing = standingBeside(scene, rows);
    let last:
      | { readonly of: ReactFlowState['transform']; readonly size: string; readonly is: string }
      | undefined;
    // Most of what React Flow tells is not of the view.
    return ({ width, height, transform }: ReactFlowState): string => {
      const size = `${width} ${height}`;
      if (last?.of === transform && last.size === size) return last.is;
      const [x, y, zoom] = transform;
      last = { of: transform, size, is: standing({ width, height }, { x, y, zoom }) };
      return last.is;
    };
  }, [scene, rows]);
  const isKnown = useStore(({ width }) => width > 0);
  const bare = useStore(standingIn);
  // What a fix would add may lie where the overview stands.
  const isPreviewing = useAppState((state) => previewOf(state) !== undefined);
  const standing = isPreviewing ? bare.replace('overview', 'asked') : bare;
  return (
    <div className="canvas-view" data-standing={standing}>
      <div className="canvas-corner">
        {/* What is not there need not fade. */}
        {rows > 0 && isKnown ? (
          <Legend
            samples={samples}
            hasNotes={hasNotes}
            hasExpected={hasExpected}
            hasUndecided={hasUndecided}
            isCovering={!standing.includes('legend')}
          />
        ) : null}
        <div className="canvas-overview">
          <div className="canvas-card">
            <Minimap />
          </div>
        </div>
      </div>
      <Zoom />
    </div>
  );
});

import type { SceneItem, Token } from '#drawing';
import { boxPath, depthsOf, mergedPaths } from '../merged-paths.ts';
import { type Frame, sceneFrameOf } from './fitting.ts';

const margin = 24;
const emptyOverview: Frame = { x: 0, y: 0, width: 1200, height: 800 };

/** What the overview shows: everything, with a margin; a screenful where there is nothing. */
export function overviewOf(items: readonly SceneItem[]): Frame {
  const frame = sceneFrameOf(items);
  return frame
    ? {
        x: frame.x - margin,
        y: frame.y - margin,
        width: frame.width + 2 * margin,
        height: frame.height + 2 * margin,
      }
    : emptyOverview;
}

/** The first box of an item, or the sheet of a note, in its own colour; what has no fill is an outline. */
function colourIn({ role, shapes }: SceneItem): Token | undefined {
  const frame = shapes.find(({ type }) => type === (role === 'note' ? 'path' : 'rect'));
  const isFrame = frame?.type === 'rect' || frame?.type === 'path';
  return !isFrame || frame.fill === undefined ? undefined : (frame.stroke ?? 'line2');
}

/** All boxes of one colour that lie equally deep. */
export interface OverviewPath {
  readonly key: string;
  /** None of an outline. */
  readonly colour: Token | undefined;
  readonly d: string;
}

/** What the overview draws, outer boxes first: a path for each colour and depth. */
export function overviewPaths(items: readonly SceneItem[]): readonly OverviewPath[] {
  const depths = depthsOf(items);
  const boxes = items
    .filter(({ role }) => role !== 'ghost')
    .map((item) => ({
      order: depths.get(item.id) ?? 0,
      paint: { fill: colourIn(item) },
      d: boxPath(item),
    }));
  return mergedPaths(boxes).map(({ key, paint, d }) => ({ key, colour: paint.fill, d }));
}

import type { SceneItem } from '#drawing';
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

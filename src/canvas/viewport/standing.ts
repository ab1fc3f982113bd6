import type { Scene, SceneItem } from '#drawing';
import { type Frame, isGround, isInView, sceneFrameOf, type Viewport, type Window } from './fitting.ts';

/** Between what stands there and the border of the window, one another, or the drawing, in CSS pixels. */
const [border, between] = [12, 8];
const overview = { width: 148, height: 108 } as const;
const legend = { width: 160, padding: 12, row: 20 } as const;

/** Lines as boxes, each as long as a straight part. */
const boxesOf = ({ edges }: Scene): readonly Frame[] =>
  edges.flatMap(({ points }) =>
    points.slice(1).map(({ x, y }, at) => {
      const from = points[at] ?? { x, y };
      const [width, height] = [Math.abs(x - from.x), Math.abs(y - from.y)];
      return { x: Math.min(x, from.x), y: Math.min(y, from.y), width, height };
    }),
  );

/**
 * Tells for each view of a drawing what stands at its foot, on the ground that is free there: 'legend' at the right with its
 * `rows`, and where not all is in sight 'overview' at the left, or 'asked' where that comes only when it is asked for.
 */
export function standingBeside(scene: Scene, rows: number): (window: Window, view: Viewport) => string {
  const things = [...scene.items.filter((item) => !isGround(item)), ...boxesOf(scene)];
  const regions: readonly SceneItem[] = scene.items.filter(isGround);
  const frame = sceneFrameOf(scene.items);
  const explaining = { width: legend.width, height: legend.padding + legend.row * rows };
  return (window, view) => {
    const { x, y, zoom } = view;
    const start = window.left ?? 0;
    const isFree = ({ width, height }: Omit<Frame, 'x' | 'y'>, from: number): boolean => {
      const [left, right] = [(from - x) / zoom, (from + border + width + between - x) / zoom];
      const [top, bottom] = [
        (window.height - border - height - between - y) / zoom,
        (window.height - y) / zoom,
      ];
      const isIn = (one: Frame) =>
        one.x < right && one.y < bottom && one.x + one.width > left && one.y + one.height > top;
      // It may stand on a region, but not on its border.
      const isOnBorder = (one: Frame) =>
        isIn(one) &&
        (one.x > left || one.y > top || one.x + one.width < right || one.y + one.height < bottom);
      return !things.some(isIn) && !regions.some(isOnBorder);
    };
    const isWhole = frame === undefined || isInView(frame, window, view);
    const besideLegend = window.width - border - explaining.width - between;
    const hasLegend = rows > 0 && besideLegend >= start && isFree(explaining, besideLegend);
    const hasOverview =
      !isWhole &&
      start + border + overview.width + between <= (hasLegend ? besideLegend : window.width) &&
      isFree(overview, start);
    const overviewing = isWhole ? '' : hasOverview ? 'overview' : 'asked';
    return `${hasLegend ? 'legend' : ''} ${overviewing}`.trim();
  };
}

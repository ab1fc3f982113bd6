import type { CSSProperties, Ref } from 'react';
import { type Picture as Drawn, type Level, levelAt } from '#drawing';
import { Shapes, styled } from '#ui';

const Drawing = styled('svg')({ display: 'block', width: '100%', height: '100%', overflow: 'hidden' });

const placed = (x: number, y: number, scale: number | undefined) =>
  x === 0 && y === 0 && scale === undefined
    ? undefined
    : `translate(${x} ${y})${scale === undefined ? '' : ` scale(${scale})`}`;

/** A picture of a design as large as its place. Decorative: words beside it say what it shows. */
export const Picture = ({
  of: { x, y, width, height, parts },
  level: { detail, unit } = levelAt(1),
  ref,
}: {
  of: Drawn;
  /** Of the canvas, as which it is seen. */
  level?: Level;
  ref?: Ref<SVGSVGElement>;
}) => (
  <Drawing
    ref={ref}
    className="canvas-picture"
    data-detail={detail}
    style={{ '--canvas-unit': unit } as CSSProperties}
    viewBox={`${x} ${y} ${width} ${height}`}
    aria-hidden="true"
  >
    {parts.map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place in the list.
      <g key={at} transform={placed(part.x, part.y, part.scale)}>
        <Shapes of={part.shapes} />
      </g>
    ))}
  </Drawing>
);

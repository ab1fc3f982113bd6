import { createElement, Fragment, memo } from 'react';
import type { Shape } from '#drawing';
import { Icon } from './Icon.tsx';
import { colourOf } from './shape-paint.ts';
import { typeOf } from './type-styles.ts';

/** Attributes rather than style properties: equal ones are one style to the browser, and a style sheet has its say. */
const paintOf = (shape: Extract<Shape, { type: 'rect' | 'path' | 'circle' }>) => ({
  fill: colourOf(shape.fill),
  stroke: shape.stroke === undefined ? undefined : colourOf(shape.stroke),
  strokeWidth: shape.strokeWidth,
  strokeDasharray: shape.dash,
});

/** Called, not mounted: a component for each shape would be three quarters of all that the canvas mounts. */
function viewOf(shape: Shape) {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={radius} {...paintOf(shape)} />;
    }
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} {...paintOf(shape)} />;
    case 'path':
      return <path d={shape.d} {...paintOf(shape)} strokeLinecap={shape.cap} strokeLinejoin="round" />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          fill={colourOf(shape.fill)}
          {...typeOf[shape.style]}
        >
          {shape.full !== undefined && shape.full !== shape.text ? <title>{shape.full}</title> : null}
          {shape.text}
        </text>
      );
    case 'icon':
      return (
        <g transform={`translate(${shape.x} ${shape.y})`} color={colourOf(shape.paint)}>
          <Icon icon={shape.icon} size={shape.size} />
        </g>
      );
  }
}

/** The drawing's own shapes as SVG; the exporters write the same ones. */
export const Shapes = memo(function Shapes({ of }: { of: readonly Shape[] }) {
  // Spread, because shapes have no identity but their place in the list.
  return createElement(Fragment, null, ...of.map(viewOf));
});

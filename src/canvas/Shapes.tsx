import { createElement, Fragment, memo } from 'react';
import type { Shape } from '#drawing';
import { Icon } from '#ui';
import { colourOf } from './paints.ts';
import { typeOf } from './type-styles.ts';

/** Style properties rather than attributes: only they may name a CSS variable. */
const paintOf = (shape: Extract<Shape, { type: 'rect' | 'path' | 'circle' }>) => ({
  fill: colourOf(shape.fill),
  stroke: colourOf(shape.stroke),
  ...(shape.strokeWidth === undefined ? {} : { strokeWidth: shape.strokeWidth }),
  ...(shape.dash === undefined ? {} : { strokeDasharray: shape.dash }),
});

function ShapeView({ shape }: { shape: Shape }) {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={radius} style={paintOf(shape)} />;
    }
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} style={paintOf(shape)} />;
    case 'path':
      return <path d={shape.d} style={paintOf(shape)} strokeLinecap={shape.cap} strokeLinejoin="round" />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          className="canvas-text"
          style={{ fill: colourOf(shape.fill), ...typeOf[shape.style] }}
        >
          {shape.full !== undefined && shape.full !== shape.text ? <title>{shape.full}</title> : null}
          {shape.text}
        </text>
      );
    case 'icon':
      return (
        <g transform={`translate(${shape.x} ${shape.y})`} style={{ color: colourOf(shape.paint) }}>
          <Icon icon={shape.icon} size={shape.size} />
        </g>
      );
  }
}

/** The drawing's own shapes as SVG; the exporters write the same ones. */
export const Shapes = memo(function Shapes({ of }: { of: readonly Shape[] }) {
  // Spread, because shapes have no identity but their place in the list.
  return createElement(Fragment, null, ...of.map((shape) => createElement(ShapeView, { shape })));
});

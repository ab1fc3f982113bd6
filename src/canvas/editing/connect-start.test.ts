import { describe, expect, it } from 'vitest';
import type { SceneEdge, SceneItem, Shape } from '#drawing';
import { connectStart, nearestOnBorder } from './connect-start.ts';

const card = {
  id: 'card',
  role: 'node',
  x: 100,
  y: 100,
  width: 150,
  height: 44,
  markers: [],
  shapes: [],
} as unknown as SceneItem;
const container = { ...card, role: 'container', height: 300 } as SceneItem;
/** From far away, and not past the box. */
const lineTo = (x: number, y: number) =>
  ({
    points: [
      { x, y: y + 0.1 },
      { x, y },
    ],
  }) as unknown as SceneEdge;
const signAt = (x: number, y: number) =>
  ({ ...card, x: 0, y: 0, markers: [{ x, y }] }) as unknown as SceneItem;

describe('connectStart', () => {
  it('is at the right of everything, of a container below its header', () => {
    expect(connectStart(card, { items: [card], edges: [] })).toEqual({ x: 250, y: 122 });
    expect(connectStart(container, { items: [container], edges: [] })).toEqual({ x: 250, y: 156 });
  });

  it('is where no line ends and no sign is, of a neighbour neither', () => {
    expect(connectStart(card, { items: [card], edges: [lineTo(253, 122)] })).toEqual({ x: 175, y: 144 });
    expect(connectStart(card, { items: [card, signAt(255, 118)], edges: [] })).toEqual({ x: 175, y: 144 });
    expect(connectStart(container, { items: [container], edges: [lineTo(250, 150)] })).toEqual({
      x: 250,
      y: 250,
    });
  });

  it('is not beside the end of a line, for which it would be taken, nor on a line', () => {
    expect(connectStart(container, { items: [container], edges: [lineTo(250, 178)] })).toEqual({
      x: 250,
      y: 250,
    });
    const passing = {
      points: [
        { x: 254, y: 0 },
        { x: 254, y: 900 },
      ],
    } as unknown as SceneEdge;
    expect(connectStart(container, { items: [container], edges: [passing] })).toEqual({ x: 175, y: 400 });
  });

  it('is not on the words at its foot', () => {
    const capacity = {
      type: 'text',
      text: '20 of 27',
      x: 142,
      y: 290,
      style: 'fact',
      anchor: 'end',
    } as Shape;
    const full = { ...container, width: 150, x: 100, shapes: [capacity] };
    const atRight = lineTo(250, 156);
    const others = [lineTo(250, 250), lineTo(250, 325)];
    expect(connectStart(full, { items: [full], edges: [atRight, ...others] })).toEqual({ x: 175, y: 400 });
    const wide = { ...capacity, x: 95, y: 296 } as Shape;
    expect(connectStart({ ...full, shapes: [wide] }, { items: [], edges: [atRight, ...others] })).not.toEqual(
      {
        x: 175,
        y: 400,
      },
    );
  });

  it('is in the best place where all are taken', () => {
    const everywhere = Array.from({ length: 40 }, (_, at) =>
      lineTo(90 + (at % 10) * 20, 95 + Math.floor(at / 10) * 18),
    );
    expect(connectStart(card, { items: [card], edges: everywhere })).toEqual({ x: 250, y: 122 });
  });
});

describe('nearestOnBorder', () => {
  it('is where a straight line to a thing outside leaves, and the nearest side of what is inside', () => {
    expect(nearestOnBorder(container, { x: 20, y: 160 })).toEqual({ x: 100, y: 160 });
    expect(nearestOnBorder(container, { x: 300, y: 500 })).toEqual({ x: 250, y: 400 });
    expect(nearestOnBorder(container, { x: 240, y: 250 })).toEqual({ x: 250, y: 250 });
  });
});

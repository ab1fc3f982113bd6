import { describe, expect, it } from 'vitest';
import type { SceneEdge, SceneItem } from '#drawing';
import { connectStart } from './connect-start.ts';

const card = {
  id: 'card',
  role: 'node',
  x: 100,
  y: 100,
  width: 150,
  height: 44,
  markers: [],
} as unknown as SceneItem;
const container = { ...card, role: 'container', height: 300 } as SceneItem;
const edgeTo = (x: number, y: number) =>
  ({
    points: [
      { x: 0, y: 0 },
      { x, y },
    ],
  }) as unknown as SceneEdge;
const signAt = (x: number, y: number) =>
  ({ ...card, x: 0, y: 0, markers: [{ x, y }] }) as unknown as SceneItem;

describe('connectStart', () => {
  it('is at the foot of a card, and at the side of a container below its header', () => {
    expect(connectStart(card, { items: [card], edges: [] })).toEqual({ x: 175, y: 144 });
    expect(connectStart(container, { items: [container], edges: [] })).toEqual({ x: 250, y: 156 });
  });

  it('is where no line ends and no sign is, of a neighbour neither', () => {
    expect(connectStart(card, { items: [card], edges: [edgeTo(170, 147)] })).toEqual({ x: 175, y: 100 });
    expect(connectStart(card, { items: [card, signAt(180, 148)], edges: [] })).toEqual({ x: 175, y: 100 });
    expect(connectStart(container, { items: [container], edges: [edgeTo(250, 150)] })).toEqual({
      x: 175,
      y: 400,
    });
  });

  it('is in the best place where all are taken', () => {
    const edges = [edgeTo(175, 144), edgeTo(175, 100), edgeTo(250, 122), edgeTo(100, 122)];
    expect(connectStart(card, { items: [card], edges })).toEqual({ x: 175, y: 144 });
  });
});

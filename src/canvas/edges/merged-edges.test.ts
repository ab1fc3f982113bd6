import { describe, expect, it } from 'vitest';
import type { SceneEdge, Shape } from '#drawing';
import { mergedEdges } from './merged-edges.ts';

const line = (d: string): Shape => ({ type: 'path', d, stroke: 'network', strokeWidth: 1.6, cap: 'butt' });
const dot: Shape = { type: 'circle', cx: 9, cy: 4, r: 2, fill: 'panel', stroke: 'network', strokeWidth: 1.6 };
const label: Shape = { type: 'text', x: 0, y: 0, text: '10.0.0.0/16', style: 'caption', fill: 't2' };
const edge = (...shapes: Shape[]): SceneEdge => ({
  id: 'e',
  meaning: 'private-link',
  from: 'a',
  to: 'b',
  points: [],
  shapes,
  label: '',
});

describe('mergedEdges', () => {
  it('makes one path of lines in one paint, and one of their ends above them', () => {
    const paths = mergedEdges([edge(line('M0 0h9'), dot), edge(line('M0 8h9'), dot)]);
    const ring = 'M7 4a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z';
    expect(paths.map(({ d }) => d)).toEqual(['M0 0h9M0 8h9', ring + ring]);
    expect(paths[0]?.paint).toMatchObject({ stroke: 'network', strokeWidth: 1.6, cap: 'butt' });
  });

  it('keeps dashed lines apart, and leaves labels out', () => {
    const dashed: Shape = { ...line('M0 0v9'), dash: '6 4' } as Shape;
    expect(mergedEdges([edge(line('M0 0h9')), edge(dashed, label)])).toHaveLength(2);
  });
});

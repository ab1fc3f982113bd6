import { describe, expect, it } from 'vitest';
import type { SceneItem, Token } from '#drawing';
import { overviewPaths } from './overview.ts';

const item = (id: string, x: number, parent: string | undefined, stroke?: Token): SceneItem => ({
  id,
  role: parent === undefined ? 'container' : 'node',
  x,
  y: 0,
  width: 10,
  height: 5,
  ...(parent === undefined ? {} : { parent }),
  label: id,
  shapes:
    stroke === undefined ? [] : [{ type: 'rect', x: 0, y: 0, width: 10, height: 5, fill: 'panel', stroke }],
  findings: [],
  markers: [],
});

describe('overviewPaths', () => {
  it('draws all boxes of a colour and a depth as one path', () => {
    const paths = overviewPaths([item('a', 0, undefined, 'network'), item('b', 20, undefined, 'network')]);
    expect(paths).toEqual([{ key: '0 network', colour: 'network', d: 'M0 0h10v5h-10zM20 0h10v5h-10z' }]);
  });

  it('keeps what lies in a box of its own colour apart, and above it', () => {
    const paths = overviewPaths([
      item('a', 0, undefined, 'network'),
      item('a1', 1, 'a', 'network'),
      item('b', 20, undefined, 'line'),
    ]);
    expect(paths.map(({ key }) => key)).toEqual(['0 network', '0 line', '1 network']);
  });

  it('shows what has no fill as an outline, and nothing of what is missing', () => {
    const ghost: SceneItem = { ...item('ghost', 40, undefined, 'error'), role: 'ghost' };
    expect(overviewPaths([item('a', 0, undefined), ghost]).map(({ colour }) => colour)).toEqual([undefined]);
  });
});

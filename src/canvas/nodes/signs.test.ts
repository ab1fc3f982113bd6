import { describe, expect, it } from 'vitest';
import { levelAt, type SceneItem, type SceneMarker } from '#drawing';
import { signNear } from './sign-near.ts';
import { signPaths } from './sign-paths.ts';
import { signOf, signsAt, signsOf } from './signs.ts';

const marker = (number: number, severity: SceneMarker['severity'] = 'error'): SceneMarker => ({
  fingerprint: `finding ${number}`,
  severity,
  verdict: 'failed',
  text: `Finding ${number}`,
  number,
  x: 0,
  y: 0,
  shapes: [],
});

const item = (
  id: string,
  box: Partial<Pick<SceneItem, 'x' | 'y' | 'width' | 'height' | 'role' | 'parent'>>,
  ...markers: SceneMarker[]
): SceneItem => ({
  id,
  role: 'node',
  x: 0,
  y: 0,
  width: 150,
  height: 46,
  shapes: [{ type: 'rect', x: 0, y: 0, width: 9, height: 9, fill: 'panel' }],
  label: id,
  findings: markers.map(({ fingerprint }) => fingerprint).reverse(),
  markers,
  ...box,
});

const subnet = item('subnet', { role: 'container', width: 170, height: 400 });
const nodes = [1, 2, 3].map((at) =>
  item(`vm-${at}`, { parent: 'subnet', x: 10, y: 20 + 57 * at }, marker(at)),
);
const said = (signs: ReturnType<typeof signsAt>) =>
  signs.map(({ item: { id }, worst: { number }, findings }) => [id, number, findings.length]);

describe('signOf', () => {
  it('is one for all findings of an item, inside it, so that nobody asks whose it is', () => {
    const sign = signOf(item('vm', {}, marker(4), marker(7, 'warning')), 2);
    expect(sign?.shapes).toContainEqual(expect.objectContaining({ type: 'text', text: '4 +1' }));
    expect(sign?.x).toBeLessThan(150 - 18);
    expect(sign?.y).toBe(23);
  });
});

describe('signsAt', () => {
  it('leaves each sign at its thing as long as none lies on another', () => {
    expect(said(signsAt([subnet, ...nodes], 2.5))).toEqual([
      ['vm-1', 1, 1],
      ['vm-2', 2, 1],
      ['vm-3', 3, 1],
    ]);
  });

  it('has one at their container for all that would lie on each other, with the worst and how many more', () => {
    expect(said(signsAt([subnet, ...nodes], 6))).toEqual([['subnet', 1, 3]]);
  });

  it('counts a finding once that several things bear', () => {
    const alike = nodes.map((node) => ({ ...node, markers: [marker(5)], findings: ['finding 5'] }));
    expect(said(signsAt([subnet, ...alike], 6))).toEqual([['subnet', 5, 1]]);
  });

  it('has those of badges, rows and chips at what these are on', () => {
    const badge = item('nsg', { role: 'badge', parent: 'subnet', width: 60, height: 20 }, marker(9));
    expect(said(signsAt([subnet, badge], 2.5))).toEqual([['subnet', 9, 1]]);
  });

  it('never has two on each other, however far away', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      item(`kv-${at}`, { x: (at % 6) * 170, y: Math.floor(at / 6) * 57 }, marker(at + 1)),
    );
    for (const zoom of [0.4, 0.3, 0.22, 0.17, 0.12]) {
      const { unit } = levelAt(zoom);
      const signs = signsAt(many, unit);
      expect(signs.reduce((count, { findings }) => count + findings.length, 0)).toBe(60);
      for (const sign of signs) expect(sign.height / unit).toBeGreaterThan(15);
    }
  });
});

describe('signPaths', () => {
  it('paints many as a path for each paint, and the number of each', () => {
    const many = Array.from({ length: 50 }, (_, at) => item(`kv-${at}`, { x: 400 * at }, marker(at + 1)));
    const { paths, texts } = signPaths(signsOf(many, levelAt(0.3)), levelAt(0.3).unit);
    expect(paths.map(({ paint: { fill } }) => fill)).toEqual(['panel', 'error']);
    expect(texts).toHaveLength(50);
  });
});

describe('signNear', () => {
  const signs = signsAt([item('kv', { x: 1000, y: 200 }, marker(1))], 4);
  const [sign] = signs;

  it('finds the sign that a point is on or close to, and none further away', () => {
    if (!sign) throw new Error('There is no sign');
    expect(signNear(signs, sign, 4)).toBe(sign);
    expect(signNear(signs, { x: sign.x + sign.width / 2 + 3, y: sign.y }, 4)).toBe(sign);
    expect(signNear(signs, { x: sign.x + sign.width, y: sign.y }, 4)).toBeUndefined();
  });
});

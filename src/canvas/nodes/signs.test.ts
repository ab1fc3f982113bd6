import { describe, expect, it } from 'vitest';
import type { SceneItem, SceneMarker, Shape } from '#drawing';
import { markerNear } from './near-marker.ts';
import { signPaths } from './signs.ts';

const ring: Shape = { type: 'circle', cx: 97, cy: -1, r: 11, fill: 'panel' };
const number: Shape = { type: 'text', x: 97, y: 3, text: '7', style: 'marker', fill: 'on-solid' };
const error: Shape = { type: 'circle', cx: 97, cy: -1, r: 9.5, fill: 'error' };
const warning: Shape = { type: 'path', d: 'M70 -9.5L60.5 8Q60 9 61 9L80 9z', fill: 'warning-fill' };
const note: Shape = { type: 'rect', x: 40, y: -10, width: 18, height: 18, fill: 'note' };

const marker = (fingerprint: string, x: number, sign: Shape): SceneMarker => ({
  fingerprint,
  text: fingerprint,
  number: 7,
  x,
  y: -1,
  shapes: [ring, sign, number],
});

const item = (id: string, x: number, y: number, ...markers: SceneMarker[]): SceneItem => ({
  id,
  role: 'node',
  x,
  y,
  width: 100,
  height: 46,
  shapes: [],
  label: id,
  findings: [],
  markers,
});

const vault = item('vault', 1000, 200, marker('failed', 97, error), marker('warned', 71, warning));
const subnet = item('subnet', 0, 50, marker('noted', 49, note));

const everything = () => true;

describe('signPaths', () => {
  it('paints each sign where its marker is, without its ring and its number', () => {
    expect(signPaths([vault, subnet], everything).map(({ paint: { fill }, d }) => [fill, d])).toEqual([
      ['warning-fill', 'M1070 190.5L1060.5 208Q1060 209 1061 209L1080 209z'],
      ['error', 'M1087.5 199a9.5 9.5 0 1 1 19 0a9.5 9.5 0 1 1 -19 0z'],
      ['note', 'M40 40h18v18h-18z'],
    ]);
  });

  it('paints those that are wanted alone', () => {
    const [only, ...others] = signPaths([vault, subnet], (id) => id === 'subnet');
    expect(only?.paint.fill).toBe('note');
    expect(others).toEqual([]);
  });

  it('paints many of one look as one path, the worst of an item last', () => {
    const many = Array.from({ length: 50 }, (_, at) => ({ ...vault, id: `vault-${at}`, x: 200 * at }));
    const paths = signPaths(many, everything);
    expect(paths.map(({ paint: { fill } }) => fill)).toEqual(['warning-fill', 'error']);
    expect(paths[1]?.d.match(/M/g)).toHaveLength(50);
  });
});

describe('markerNear', () => {
  it('finds the nearest of several', () => {
    expect(markerNear([subnet, vault], { x: 1085, y: 199 }, 40)?.fingerprint).toBe('failed');
    expect(markerNear([subnet, vault], { x: 1083, y: 199 }, 40)?.fingerprint).toBe('warned');
    expect(markerNear([subnet, vault], { x: 60, y: 60 }, 40)).toEqual({
      item: 'subnet',
      fingerprint: 'noted',
    });
  });

  it('finds none further away than asked for', () => {
    expect(markerNear([subnet, vault], { x: 1097, y: 240 }, 40)).toBeUndefined();
  });
});

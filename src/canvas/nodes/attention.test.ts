import { describe, expect, it } from 'vitest';
import type { SceneItem } from '#drawing';
import type { ResourceId, ResourceKind } from '#model';
import { toFlow } from '../to-flow.ts';
import { type Attentions, attendedNodes } from './attention.ts';

const item = (id: string, role: SceneItem['role'], parent?: string): SceneItem => ({
  id,
  resource: id as ResourceId,
  role,
  ...(parent === undefined ? {} : { parent }),
  x: 0,
  y: 0,
  width: 100,
  height: 50,
  shapes: [],
  label: id,
  findings: [],
  markers: [],
});

const items = [
  item('vnet', 'container'),
  item('subnet', 'container', 'vnet'),
  item('vm', 'node', 'subnet'),
  item('other', 'node', 'vnet'),
];
const kinds: Readonly<Record<string, ResourceKind>> = { vnet: 'virtual-network' };
const nodes = toFlow({ x: 0, y: 0, width: 0, height: 0, items, edges: [] }, ({ id }) => ({
  kind: kinds[id],
}));
const itemOf = new Map(items.map((one) => [one.id, one]));

const attended = (attentions: Partial<Attentions>) =>
  attendedNodes(nodes, itemOf, {
    selected: [],
    through: new Set(),
    flash: [],
    marks: new Map(),
    ...attentions,
  });
const withAttention = (attentions: Partial<Attentions>) =>
  attended(attentions).flatMap(({ id, data }) => (data.attention ? [id] : []));
const ids = (...all: string[]) => all as ResourceId[];
const changed = { tone: 'changed', words: [] } as const;

describe('attendedNodes', () => {
  it('gives back what it was given where nothing asks for attention', () => {
    expect(attended({})).toBe(nodes);
  });

  it('marks what is selected, and leaves every other node the object that it was', () => {
    const now = attended({ selected: ids('vm') });
    expect(now.filter((node, at) => node !== nodes[at]).map(({ id }) => id)).toEqual(['vm']);
    expect(now.find(({ id }) => id === 'vm')).toMatchObject({ selected: false });
    expect(now.find(({ id }) => id === 'vm')?.className).toContain('is-selected');
  });

  it('marks what shows something selected that has no place of its own', () => {
    const through = attended({ selected: ids('zone'), through: new Set(['vm']) }).filter(({ className }) =>
      className?.includes('is-selected-through'),
    );
    expect(through.map(({ id, selected }) => [id, selected])).toEqual([['vm', undefined]]);
  });

  it('has React Flow drag several that are selected together', () => {
    const together = attended({ selected: ids('vm', 'other') }).filter(({ selected }) => selected);
    expect(together.map(({ id }) => id)).toEqual(['vm', 'other']);
  });

  it('says what a preview does to an item, and that what lies in it stays in front of the veil', () => {
    expect(withAttention({ marks: new Map([['subnet', changed]]) })).toEqual(['subnet', 'vm']);
  });

  it('leaves alone what lies in a network that is pointed out: its ground is below all of it', () => {
    expect(withAttention({ flash: ids('vnet') })).toEqual(['vnet']);
  });
});

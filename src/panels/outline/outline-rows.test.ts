import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, type Resource, type ResourceId } from '#model';
import { outlineRows } from './outline-rows.ts';

const id = (text: string) => text as ResourceId;
const region = (name: string, parent?: string): Resource => ({
  id: id(name),
  kind: 'region',
  name,
  ...(parent === undefined ? {} : { parent: id(parent) }),
});
const design = (...resources: Resource[]): Design => ({ ...emptyDesign('d'), resources });
const lines = (of: Design, ...closed: string[]) =>
  outlineRows(of, new Set(closed.map(id))).map(({ level, name }) => `${level} ${name}`);

describe('the outline', () => {
  it('puts what lies in a container below it', () =>
    expect(lines(design(region('b', 'a'), region('a'), region('c', 'b')))).toEqual(['1 a', '2 b', '3 c']));

  it('puts peerings after the subnets', () => {
    const inNetwork = (kind: 'subnet' | 'virtual-network-peering', name: string) =>
      ({ id: id(name), kind, name, parent: id('a'), addressPrefixes: [] }) as unknown as Resource;
    const rows = outlineRows(
      design(
        region('a'),
        inNetwork('subnet', 's1'),
        inNetwork('virtual-network-peering', 'p'),
        inNetwork('subnet', 's2'),
      ),
      new Set(),
    );
    expect(rows.map((row) => row.id)).toEqual(['a', 's1', 's2', 'p']);
  });

  it('hides what lies in a closed container', () =>
    expect(lines(design(region('a'), region('b', 'a')), 'a')).toEqual(['1 a']));

  it('shows what lies in a container that is not there', () =>
    expect(lines(design(region('a', 'gone')))).toEqual(['1 a']));

  it('shows each resource of a loop once', () =>
    expect(lines(design(region('a', 'b'), region('b', 'a')))).toEqual(['1 a', '1 b']));

  it('puts notes after what lies beside them, those on nothing last', () => {
    const notes = [
      { id: id('n1'), text: 'Free' },
      { id: id('n2'), text: 'Why\nso', attachedTo: id('a') },
    ];
    const noted = { ...design(region('a'), region('b', 'a'), region('c')), notes };
    expect(lines(noted)).toEqual(['1 a', '2 b', '2 Why…', '1 c', '1 Free']);
    expect(lines(noted, 'a')).toEqual(['1 a', '1 c', '1 Free']);
    expect(outlineRows(noted, new Set()).map(({ position, siblings }) => `${position}/${siblings}`)).toEqual([
      '1/3',
      '1/2',
      '2/2',
      '2/3',
      '3/3',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findOfKind, findResource } from '#model';
import { design } from '#testing';
import { freeForNetwork, freeForSubnet, freePrefixesOf, usableIn } from './free-space.ts';

const built = design()
  .virtualNetwork('hub', '10.0.0.0/24')
  .subnet('one', 'hub', '10.0.0.0/26')
  .subnet('two', 'hub', '10.0.0.128/25')
  .build();
const byName = (name: string) => {
  const found = built.resources.find((one) => one.name === name);
  if (!found) throw new Error(`No ${name}`);
  return found;
};

describe('free prefixes', () => {
  it('of a subnet lie in its network beside the other subnets, its own range among them', () => {
    const space = freeForSubnet(built, byName('one'));
    expect(space?.of).toBe('hub');
    expect(space && freePrefixesOf(space).map(({ prefix }) => prefix)).toEqual([
      '10.0.0.0/25',
      '10.0.0.0/26',
      '10.0.0.0/27',
      '10.0.0.0/28',
      '10.0.0.0/29',
    ]);
  });

  it('say what Azure leaves of them', () => expect(usableIn({ prefix: '10.0.0.0/29', size: 8 })).toBe(3));

  it('of a network overlap no other network', () => {
    const [first] = freePrefixesOf(freeForNetwork(built));
    expect(first).toEqual({ prefix: '10.1.0.0/16', size: 65_536 });
    expect(freePrefixesOf(freeForNetwork(built, byName('hub').id))[0]?.prefix).toBe('10.0.0.0/16');
  });

  it('are none for a subnet outside of any network', () => {
    const hub = findOfKind(built, byName('hub').id, 'virtual-network');
    const lone = { ...byName('one'), parent: undefined };
    expect(findResource(built, hub?.id)).toBeDefined();
    const alone = { ...built, resources: [lone as never] };
    expect(freeForSubnet(alone, lone as never)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { adapt } from './adapt.ts';
import { blueprints } from './blueprints.ts';
import { addedTo, takesOf } from './takes.ts';

const designOf = (id: string, changes: Parameters<typeof adapt>[1] = {}) => {
  const blueprint = blueprints.find((one) => one.id === id);
  const adapted = blueprint && adapt(blueprint, changes);
  if (!adapted || 'fault' in adapted) throw new Error(`${id} cannot be made`);
  return adapted.design;
};

const counts = (id: string) => Object.fromEntries(takesOf(designOf(id)).map((take) => [take.id, take.count]));

describe('what a design takes', () => {
  it('is the same rows for all, so that two can be compared', () => {
    const rows = blueprints.map(({ id }) => takesOf(designOf(id)).map((take) => take.what));
    for (const row of rows) expect(row).toEqual(rows[0]);
  });

  it('counts addresses of endpoints by their members', () => {
    const endpoints = takesOf(designOf('one-network')).find(({ id }) => id === 'endpoints');
    // Workspace 4, blob, file and vault 1 each, registry 2, private link scope 11.
    expect(endpoints).toMatchObject({ count: 6, note: 'with 20 addresses' });
  });

  it('doubles endpoints and zones where networks are not peered', () => {
    const [one, two] = [counts('one-network'), counts('isolated-network')];
    expect(two.endpoints).toBe(2 * (one.endpoints ?? 0));
    expect(two.zones).toBe(2 * (one.zones ?? 0));
  });

  it('leaves no addresses to computes in a managed network, and no firewall rules', () => {
    expect(counts('managed-network')).toMatchObject({ 'firewall-rules': 0, hosts: 0, networks: 1 });
    expect(counts('managed-network-approved-outbound').hosts).toBeGreaterThan(0);
    expect(counts('managed-network').addresses).toBeLessThan(counts('one-network').addresses ?? 0);
  });
});

describe('what another design adds', () => {
  it('is told by ids that stay the same over adaptations', () => {
    const before = designOf('hub-and-spoke-firewall');
    const after = designOf('hub-and-spoke-firewall', { onPremises: true });
    const added = addedTo(before, after).map(({ name }) => name);
    expect(added).toEqual(expect.arrayContaining(['On-premises', 'ergw-hub', 'GatewaySubnet']));
    expect(added).not.toContain('mlw-isolated');
  });

  it('is nothing where nothing differs', () => {
    expect(addedTo(designOf('recommended'), designOf('recommended'))).toEqual([]);
  });
});

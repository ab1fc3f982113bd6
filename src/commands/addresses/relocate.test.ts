import { describe, expect, it } from 'vitest';
import { findOfKind, findResource, type ResourceId } from '#model';
import { design } from '#testing';
import { relocated, replanned } from './relocate.ts';

const id = (text: string) => text as ResourceId;

const start = () =>
  design()
    .virtualNetwork('one', '10.0.0.0/16')
    .subnet('training', 'one', '10.0.0.0/24')
    .subnet('scoring', 'one', '10.0.1.0/24')
    .virtualNetwork('two', '10.1.0.0/16')
    .subnet('taken', 'two', '10.1.0.0/24')
    .add('kubernetes-cluster', 'aks', 'training', {
      agentPoolProfiles: [{ name: 'pool', count: 3, subnet: 'training', podSubnet: 'scoring' }],
    })
    .add('network-virtual-appliance', 'nva', 'training', { privateIPAddress: '10.0.0.9' })
    .build();

const moved = (ids: readonly string[], container: string, from = start()) => {
  const outcome = relocated(from, ids.map(id), id(container));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.design;
};

describe('relocated', () => {
  it('takes the node pools of a cluster along to the other subnet', () => {
    const cluster = findOfKind(moved(['aks'], 'scoring'), id('aks'), 'kubernetes-cluster');
    expect(cluster?.parent).toBe('scoring');
    expect(cluster?.agentPoolProfiles[0]).toMatchObject({ subnet: 'scoring', podSubnet: 'scoring' });
  });

  it('leaves a static address behind that the other subnet cannot give', () => {
    const machine = findResource(moved(['nva'], 'scoring'), id('nva'));
    expect(machine).toMatchObject({ parent: 'scoring' });
    expect(machine).not.toHaveProperty('privateIPAddress');
  });

  it('comes of several together as of one after another, and tells the first refusal', () => {
    const one = moved(['aks'], 'scoring');
    expect(moved(['aks', 'nva'], 'scoring')).toEqual(moved(['nva'], 'scoring', one));
    const refused = relocated(start(), [id('nva'), id('one')], id('scoring'));
    expect(refused).toMatchObject({ ok: false, reason: expect.stringContaining('irtual network') });
    expect(moved(['aks', 'nva'], 'training', start()).resources).toEqual(start().resources);
  });

  it('gives a subnet in another network the next free prefix, and what lies in it the same place there', () => {
    const there = moved(['training'], 'two');
    expect(findResource(there, id('training'))).toMatchObject({
      parent: 'two',
      addressPrefixes: ['10.1.1.0/24'],
    });
    expect(findResource(there, id('nva'))).toMatchObject({ privateIPAddress: '10.1.1.9' });
    expect(replanned(start(), there)).toBe('training has 10.1.1.0/24 now.');
  });

  it('moves several at once, each with what lies in it', () => {
    const there = moved(['training', 'nva', 'scoring'], 'two');
    expect(findResource(there, id('nva'))?.parent).toBe('training');
    expect(findResource(there, id('scoring'))).toMatchObject({ addressPrefixes: ['10.1.2.0/24'] });
  });

  it('says why it cannot be, and changes nothing', () => {
    const refused = (ids: readonly string[], container: string) => {
      const outcome = relocated(start(), ids.map(id), id(container));
      return outcome.ok ? 'no reason' : outcome.reason;
    };
    expect(refused(['training'], 'taken')).toContain('Subnet lies in a virtual network');
    expect(refused(['one'], 'training')).toContain('lies in a region');
    const full = design()
      .virtualNetwork('one', '10.0.0.0/16')
      .subnet('large', 'one', '10.0.0.0/20')
      .virtualNetwork('two', '10.1.0.0/24')
      .build();
    const outcome = relocated(full, [id('large')], id('two'));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('no room for 10.0.0.0/20') });
  });
});

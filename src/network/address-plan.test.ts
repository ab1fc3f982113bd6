import { describe, expect, it } from 'vitest';
import { type DesignBuilder, design } from '#testing';
import { addressPlan, useText } from './index.ts';

const base = design()
  .virtualNetwork('vnet', '10.0.0.0/24')
  .subnet('snet-a', 'vnet', '10.0.0.0/26')
  .subnet('snet-b', 'vnet', '10.0.0.128/28')
  .add('compute-cluster', 'train', 'snet-a', { minNodeCount: 2, maxNodeCount: 40 })
  .add('serverless-compute', 'serverless', 'snet-a', { plannedNodeCount: 10 });

const planOf = (builder: DesignBuilder) => addressPlan(builder.build());
const subnetsOf = (builder: DesignBuilder) => planOf(builder).flatMap(({ subnets }) => subnets);

describe('the address plan', () => {
  it('counts what is used while nothing has grown, and when everything has', () => {
    expect(subnetsOf(base)[0]).toMatchObject({ capacity: 59, usedNow: 2, planned: 50, free: 9, short: 0 });
  });

  it('names the next free prefix as large as the subnet, or as its contents need', () => {
    expect(subnetsOf(base).map((one) => one.nextFreePrefix)).toEqual(['10.0.0.64/26', '10.0.0.64/28']);
    const [full] = subnetsOf(base.set('train', { maxNodeCount: 60 }));
    expect(full).toMatchObject({ short: 11, free: 0 });
    expect(full).not.toHaveProperty('nextFreePrefix');
  });

  it('names the largest free prefix of a network, a /24 at most, and none where it is full', () => {
    expect(planOf(base)).toMatchObject([{ size: 256, allotted: 80, nextFreePrefix: '10.0.0.64/26' }]);
    const [full] = planOf(base.set('snet-a', { addressPrefixes: ['10.0.0.0/24'] }));
    expect(full).not.toHaveProperty('nextFreePrefix');
  });

  it('names subnets that hold the same addresses', () => {
    const [, other] = subnetsOf(base.set('snet-b', { addressPrefixes: ['10.0.0.32/28'] }));
    expect(other?.overlaps).toEqual(['snet-a']);
  });

  it('leaves out what is not shown, and reads what is no prefix as nothing', () => {
    expect(planOf(base.set('vnet', { presence: 'not-shown' }))).toEqual([]);
    expect(subnetsOf(base.set('snet-b', { addressPrefixes: ['none'] }))[1]).toMatchObject({
      size: 0,
      capacity: 0,
    });
  });

  it('lists on-premises networks without subnets', () => {
    const office = base.add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['192.168.0.0/24'],
    });
    expect(planOf(office)[1]).toMatchObject({ kind: 'on-premises-network', size: 256, subnets: [] });
  });

  it('says a result once', () => {
    expect(useText({ label: 'aks', count: 93, arithmetic: '(2 + 1) × (1 + 30)' })).toBe(
      'aks 93 = (2 + 1) × (1 + 30)',
    );
    expect(useText({ label: 'train', count: 40, arithmetic: '40 nodes at most' })).toBe(
      'train 40 nodes at most',
    );
    expect(useText({ label: 'vm', count: 1 })).toBe('vm 1');
  });
});

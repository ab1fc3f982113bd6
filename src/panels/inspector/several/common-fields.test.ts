import { describe, expect, it } from 'vitest';
import type { ResourceOf } from '#model';
import { design } from '#testing';
import { setting } from '../setting.ts';
import { commonFieldsOf, commonValueAt } from './common-fields.ts';

const base = design()
  .virtualNetwork('hub', '10.0.0.0/16')
  .subnet('one', 'hub', '10.0.1.0/24')
  .subnet('two', 'hub', '10.0.2.0/24')
  .build();
const subnets = base.resources.filter((one): one is ResourceOf<'subnet'> => one.kind === 'subnet');

describe('commonFieldsOf', () => {
  it('gives what resources of one kind can share, and leaves out what each has alone', () => {
    const paths = commonFieldsOf(subnets).map(({ path }) => path);
    expect(paths).toContain('networkSecurityGroup');
    expect(paths).not.toContain('addressPrefixes');
  });

  it('leaves out what does not count for each of them', () => {
    const factories = design().inRegion('data-factory', 'one').inRegion('data-factory', 'two').build();
    const [one, two] = factories.resources.filter(({ kind }) => kind === 'data-factory');
    if (!one || !two) throw new Error('The design has no data factories');
    const paths = commonFieldsOf([one, two]).map(({ path }) => path);
    expect(paths).toContain('publicNetworkAccess');
    expect(paths).not.toContain('networkAcls.defaultAction');
  });

  it('gives nothing for resources of different kinds', () => {
    expect(commonFieldsOf(base.resources)).toEqual([]);
  });
});

describe('setting a property', () => {
  it('sets a property of all of them, which then agree', () => {
    const change = setting(subnets, 'defaultOutboundAccess', false);
    if (typeof change === 'string') throw new Error(change);
    const after = change(base).resources.filter((one) => one.kind === 'subnet');
    expect(commonValueAt(after, 'defaultOutboundAccess')).toEqual({ value: false, isMixed: false });
  });

  it('says which one cannot have the value', () => {
    expect(setting(subnets, 'defaultOutboundAccess', 'perhaps')).toMatch(/^one cannot have that: /);
  });
});

it('several things that do not agree are mixed', () => {
  expect(commonValueAt(subnets, 'addressPrefixes')).toEqual({ isMixed: true });
});

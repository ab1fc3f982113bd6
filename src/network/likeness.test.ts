import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, securityRule } from '#testing';
import { deriveNetwork } from './index.ts';

const tracesOf = (builder: DesignBuilder, ...sources: readonly string[]) => {
  const network = deriveNetwork(builder.build());
  return sources.map((from) =>
    network.trace({
      from: from as ResourceId,
      to: { serviceTag: 'AzureActiveDirectory', hosts: ['login.microsoftonline.com'] },
      protocol: 'Tcp',
      port: 443,
    }),
  );
};

/** Two machines, which are given 10.0.1.4 and 10.0.1.5. */
const twoMachines = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: true })
    .add('compute-instance', 'ci-one', 'snet', { enableNodePublicIp: false })
    .add('compute-instance', 'ci-two', 'snet', { enableNodePublicIp: false });

const denying = (source: string) =>
  twoMachines().securityGroup('nsg', [securityRule(100, 'Deny', 'Outbound', source, '*')], 'snet');

describe('machines of one subnet', () => {
  it('share one trace where nothing tells them apart', () => {
    const [one, two] = tracesOf(denying('10.0.1.0/24'), 'ci-one', 'ci-two');
    expect(one?.verdict).toBe('denied');
    expect(two).toBe(one);
  });

  it('are judged each by itself where a rule names the address of one', () => {
    const [one, two] = tracesOf(denying('10.0.1.4/32'), 'ci-one', 'ci-two');
    expect([one?.verdict, two?.verdict]).toEqual(['denied', 'delivered']);
  });

  it('are judged each by itself where a rule names a range that ends between them', () => {
    const [one, two] = tracesOf(denying('10.0.1.0-10.0.1.4'), 'ci-one', 'ci-two');
    expect([one?.verdict, two?.verdict]).toEqual(['denied', 'delivered']);
  });

  it('are told each by its own name where one has a public address', () => {
    const [one, two] = tracesOf(
      twoMachines().set('ci-two', { enableNodePublicIp: true }),
      'ci-one',
      'ci-two',
    );
    const waysOut = [one, two].map((trace) => trace?.hops.find(({ place }) => place === 'Internet')?.by);
    expect(waysOut).toEqual(['default outbound access of snet', 'the public IP address of ci-two']);
  });
});

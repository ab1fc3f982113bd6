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

/** A cluster of eight nodes, which are given 10.0.1.4 to 10.0.1.11, of which a rule denies some. */
const cluster = (source: string, target = '*') =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: true })
    .add('compute-cluster', 'cpu', 'snet', { enableNodePublicIp: false, maxNodeCount: 8 })
    .securityGroup('nsg', [securityRule(100, 'Deny', 'Outbound', source, target)], 'snet');

describe('a cluster', () => {
  it.each([
    ['the addresses of all its nodes', '10.0.1.0/24', 'denied'],
    ['the address of its last node', '10.0.1.11/32', 'denied'],
    ['addresses in the middle', '10.0.1.6-10.0.1.7', 'denied'],
    ['the address after its last', '10.0.1.12/32', 'delivered'],
    ['the address before its first', '10.0.1.3/32', 'delivered'],
  ])('is stopped where a rule denies any of its nodes: %s', (_, source, verdict) => {
    expect(tracesOf(cluster(source), 'cpu')[0]?.verdict).toBe(verdict);
  });

  it('is told apart by its nodes where a rule does', () => {
    const [trace] = tracesOf(cluster('10.0.1.8-10.0.1.9'), 'cpu');
    expect(trace?.hops[0]?.text).toBe(
      'cpu has several addresses: 10.0.1.4, 10.0.1.8, 10.0.1.10. What follows is the way from 10.0.1.8. Packets from 10.0.1.4, 10.0.1.10 get there.',
    );
  });

  it('is not judged by an address among its own that another has', () => {
    const [trace] = tracesOf(
      cluster('10.0.1.6/32').add('dns-server', 'dns', 'snet', { ipAddress: '10.0.1.6' }),
      'cpu',
    );
    expect(trace?.verdict).toBe('delivered');
  });

  it('is like no other whose last nodes meet another rule', () => {
    const [one, two] = tracesOf(
      cluster('10.0.1.12/32').add('compute-cluster', 'gpu', 'snet', {
        enableNodePublicIp: false,
        maxNodeCount: 8,
      }),
      'cpu',
      'gpu',
    );
    expect([one?.verdict, two?.verdict]).toEqual(['delivered', 'denied']);
  });
});

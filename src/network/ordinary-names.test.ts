import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design } from '#testing';
import { deriveNetwork } from './index.ts';

const pypi = 'pypi.org';
const ubuntu = 'archive.ubuntu.com';
const blob = 'other.blob.core.windows.net';

const network = () =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16', { dnsServers: ['10.0.9.4'] })
    .subnet('snet', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: true })
    .subnet('dns', 'vnet', '10.0.9.0/24')
    .add('compute-instance', 'ci', 'snet', { enableNodePublicIp: false });
const served = (conditionalForwarders: readonly { domainName: string; targets: readonly string[] }[] = []) =>
  network().add('dns-server', 'server', 'dns', {
    ipAddress: '10.0.9.4',
    forwarders: ['168.63.129.16'],
    conditionalForwarders,
  });

const verdictOf = (builder: DesignBuilder, host: string, ...more: readonly string[]) =>
  deriveNetwork(builder.build()).fateOf({
    from: 'ci' as ResourceId,
    to: { hosts: [host, ...more] },
    protocol: 'Tcp',
    port: 443,
  }).verdict;

describe('public names, of which one stands for many', () => {
  it('are all found where the server forwards all names', () => {
    for (const host of [pypi, ubuntu, blob]) expect(verdictOf(served(), host)).toBe('delivered');
  });

  it('are all lost where no server answers', () => {
    for (const host of [pypi, ubuntu, blob]) expect(verdictOf(network(), host)).toBe('no-name');
  });

  it.each<[what: string, hides: DesignBuilder]>([
    ['a forwarder to nowhere', served([{ domainName: 'Pypi.org.', targets: ['10.0.9.99'] }])],
    ['a linked private zone', served().privateDnsZone('pypi.org', 'vnet')],
  ])('are asked for one by one where %s holds some', (_, hides) => {
    expect(verdictOf(hides, pypi)).toBe('no-name');
    expect(verdictOf(hides, ubuntu)).toBe('delivered');
    expect(verdictOf(hides, ubuntu, pypi)).toBe('no-name');
  });

  it('are asked for one by one where a zone for private twins of a service leads some of them astray', () => {
    const zone = 'privatelink.blob.core.windows.net';
    const linked = served().privateDnsZone('pypi.org', 'vnet').privateDnsZone(zone, 'vnet');
    expect(verdictOf(linked, blob)).toBe('delivered');
    const recordSets = [{ name: 'other', type: 'CNAME', values: ['gone.pypi.org'] }];
    expect(verdictOf(linked.set(zone, { recordSets }), blob)).toBe('no-name');
  });
});

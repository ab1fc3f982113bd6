import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, type Resource, type ResourceId } from '#model';
import { candidatesFor } from './legality.ts';

const id = (text: string) => text as ResourceId;
const at = (name: string, kind: string, parent?: string, more: object = {}) =>
  ({ id: name, kind, name, ...(parent === undefined ? {} : { parent }), ...more }) as unknown as Resource;

const design: Design = {
  ...emptyDesign('d'),
  resources: [
    at('west', 'region'),
    at('east', 'region'),
    at('one', 'virtual-network', 'west', { addressPrefixes: [] }),
    at('two', 'virtual-network', 'west', { addressPrefixes: [] }),
    at('snet', 'subnet', 'one', { addressPrefixes: [] }),
    at('other', 'subnet', 'two', { addressPrefixes: [] }),
    at('peer', 'virtual-network-peering', 'one'),
    at('far', 'network-security-group', 'east', { securityRules: [] }),
    at('near', 'network-security-group', 'west', { securityRules: [] }),
    at('inbound', 'dns-resolver-endpoint', 'snet', { direction: 'inbound' }),
    at('rules', 'dns-forwarding-ruleset', 'west'),
    at('aks', 'kubernetes-cluster', 'snet', { agentPoolProfiles: [] }),
  ],
};

const offered = (path: string, kinds: Parameters<typeof candidatesFor>[1], holder: string) =>
  candidatesFor(path, kinds, id(holder), design).map(({ resource, refusal }) => [resource.name, refusal]);

describe('what a property may name', () => {
  it('is offered first, and what Azure refuses stands last with the reason', () =>
    expect(offered('networkSecurityGroup', ['network-security-group'], 'snet')).toEqual([
      ['near', undefined],
      ['far', 'in another region'],
    ]));

  it('is never the network itself for a peering', () =>
    expect(offered('remoteVirtualNetwork', ['virtual-network'], 'peer')).toEqual([
      ['two', undefined],
      ['one', 'the network itself'],
    ]));

  it('lies in the network of the cluster for a node pool', () =>
    expect(offered('subnet', ['subnet'], 'aks')).toEqual([
      ['snet', undefined],
      ['other', 'in another virtual network'],
    ]));

  it('is an outbound endpoint for a ruleset', () =>
    expect(offered('outboundEndpoints', ['dns-resolver-endpoint'], 'rules')).toEqual([
      ['inbound', 'an inbound endpoint'],
    ]));

  it('is anything of its kind where Azure does not care', () =>
    expect(offered('uses', ['subnet'], 'peer')).toEqual([
      ['snet', undefined],
      ['other', undefined],
    ]));
});

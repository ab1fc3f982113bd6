import { describe, expect, it } from 'vitest';
import { edits, type ResourceId } from '#model';
import { design } from '#testing';
import { diffLines } from './diff-lines.ts';

const rule = {
  name: 'Allow-AzureMachineLearning',
  priority: 150,
  direction: 'Outbound' as const,
  access: 'Allow' as const,
  protocol: 'Udp',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['AzureMachineLearning'],
  destinationPortRanges: ['5831'],
};
const route = { name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' as const };

const before = design()
  .inRegion('network-security-group', 'nsg', { securityRules: [] })
  .inRegion('route-table', 'rt', { routes: [] })
  .build();

describe('the lines of a diff', () => {
  it('read a security rule as its table does', () => {
    const after = edits.updateResource(before, 'nsg' as ResourceId, 'network-security-group', {
      securityRules: [rule],
    });
    const text = 'nsg, Outbound 150: Allow UDP 5831 to AzureMachineLearning, from VirtualNetwork';
    expect(diffLines(before, after)).toEqual([{ sign: '+', text }]);
    expect(diffLines(after, before)).toEqual([{ sign: '−', text }]);
  });

  it.each([
    ['10.0.0.4', 'rt, route 0.0.0.0/0 to 10.0.0.4'],
    [undefined, 'rt, route 0.0.0.0/0 to VirtualAppliance'],
  ])('read a route as its table does, with next hop %s', (address, text) => {
    const after = edits.updateResource(before, 'rt' as ResourceId, 'route-table', {
      routes: [{ ...route, ...(address === undefined ? {} : { nextHopIpAddress: address }) }],
    });
    expect(diffLines(before, after)).toEqual([{ sign: '+', text }]);
  });
});

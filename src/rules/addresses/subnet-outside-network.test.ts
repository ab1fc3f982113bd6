import { describe, expect, it } from 'vitest';
import { findOfKind, type ResourceId, resourcesOfKind } from '#model';
import { design, securityRule, testRule } from '#testing';
import { moveSubnets } from './move-subnets.ts';
import { subnetOutsideNetwork } from './subnet-outside-network.ts';

const subnet = (prefix: string) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet', 'vnet', prefix);

testRule(subnetOutsideNetwork, {
  valid: {
    'a subnet inside': { design: subnet('10.0.3.0/24'), passes: 1 },
    'a network of which only the id is known': {
      design: subnet('10.9.0.0/24').set('vnet', { presence: 'not-shown' }),
    },
  },
  invalid: {
    'a network whose address space has moved': {
      design: design()
        .virtualNetwork('vnet', '10.2.0.0/16')
        .subnet('snet-b', 'vnet', '10.1.1.0/24')
        .subnet('snet-a', 'vnet', '10.1.0.0/26'),
      findings: [
        {
          at: ['snet-a', 'vnet'],
          message: 'outside',
          text: 'snet-a is 10.1.0.0/26, outside vnet (10.2.0.0/16)',
          fix: 'Move the subnets into 10.2.0.0/16',
        },
        {
          at: ['snet-b', 'vnet'],
          message: 'outside',
          text: 'snet-b is 10.1.1.0/24, outside vnet (10.2.0.0/16)',
          fix: 'Move the subnets into 10.2.0.0/16',
        },
      ],
    },
    'a subnet outside': {
      design: subnet('10.9.0.0/24'),
      findings: [
        {
          at: ['snet', 'vnet'],
          message: 'outside',
          text: 'snet is 10.9.0.0/24, outside vnet (10.0.0.0/16)',
          fix: 'Make it 10.0.0.0/24',
        },
      ],
    },
  },
});

describe('moving the subnets of a network into its space', () => {
  const moved = (space: string) => {
    const before = design()
      .virtualNetwork('vnet', space)
      .subnet('snet-b', 'vnet', '10.1.1.0/24')
      .subnet('snet-a', 'vnet', '10.1.0.0/26')
      .securityGroup('nsg', [securityRule(100, 'Allow', 'Inbound', '10.1.0.0/26', '10.9.0.0/16')])
      .build();
    const subnets = resourcesOfKind(before, 'subnet');
    const network = findOfKind(before, 'vnet' as ResourceId, 'virtual-network');
    const fix = network && moveSubnets(before, network, subnets);
    const after = fix?.apply(before, () => 'new' as ResourceId);
    return {
      prefixes: after && resourcesOfKind(after, 'subnet').map(({ addressPrefixes }) => addressPrefixes[0]),
      rule: after && resourcesOfKind(after, 'network-security-group')[0]?.securityRules?.[0],
    };
  };

  it('keeps sizes, order and distances, and follows in what names the addresses', () => {
    const { prefixes, rule } = moved('10.2.0.0/16');
    expect(prefixes).toEqual(['10.2.1.0/24', '10.2.0.0/26']);
    expect(JSON.stringify(rule)).toContain('10.2.0.0/26');
    expect(JSON.stringify(rule)).toContain('10.9.0.0/16');
  });

  it('leaves what lies in none of them, such as public addresses', () => {
    const before = design()
      .virtualNetwork('vnet', '10.0.0.0/8')
      .subnet('snet-a', 'vnet', '172.16.1.0/24')
      .subnet('snet-b', 'vnet', '172.16.2.0/24')
      .securityGroup('nsg', [securityRule(100, 'Allow', 'Outbound', '172.16.0.0/16', '172.217.1.1')])
      .build();
    const network = findOfKind(before, 'vnet' as ResourceId, 'virtual-network');
    const fix = network && moveSubnets(before, network, resourcesOfKind(before, 'subnet'));
    const after = fix?.apply(before, () => 'new' as ResourceId);
    const [group] = after ? resourcesOfKind(after, 'network-security-group') : [];
    expect(group?.securityRules[0]).toMatchObject({
      sourceAddressPrefixes: ['10.16.0.0/16'],
      destinationAddressPrefixes: ['172.217.1.1'],
    });
  });

  it('puts them one after the other where the space is smaller, and gives up where they do not fit', () => {
    expect(moved('10.2.0.0/23').prefixes).toEqual(['10.2.1.0/24', '10.2.0.0/26']);
    expect(moved('10.2.0.0/24').prefixes).toBeUndefined();
  });
});

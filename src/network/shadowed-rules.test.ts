import { describe, expect, it } from 'vitest';
import type { ResourceId, SecurityRule } from '#model';
import { design, securityRule } from '#testing';
import { deriveNetwork } from './index.ts';

/** The rules that can never decide, each with what stands before it. */
const shadowed = (...rules: SecurityRule[]) =>
  deriveNetwork(design().inRegion('network-security-group', 'nsg', { securityRules: rules }).build())
    .shadowedRulesOf('nsg' as ResourceId, 'Outbound')
    .map(({ rule, by }) => `${rule.priority} by ${by.map((one) => one.priority).join(' and ')}`);

const rule = (
  priority: number,
  source: string,
  destination: string,
  ports = '443',
  protocol = 'Tcp',
  also: Partial<SecurityRule> = {},
): SecurityRule => ({
  ...securityRule(priority, 'Allow', 'Outbound', source, destination, ports, protocol),
  ...also,
});
const everything = rule(100, '*', '*', '*', '*');
const ends = (priority: number, sources: string[], destinations: string[]) =>
  rule(priority, '*', '*', '443', 'Tcp', {
    sourceAddressPrefixes: sources,
    destinationAddressPrefixes: destinations,
  });

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview: the first match ends. */
describe('a shadowed rule', () => {
  it.each<[string, readonly SecurityRule[], readonly string[]]>([
    ['comes after one that holds everything', [everything, rule(200, '*', 'Storage')], ['200 by 100']],
    ['is found by priority, not by order', [rule(200, '*', 'Storage'), everything], ['200 by 100']],
    ['is not one that comes before', [{ ...everything, priority: 300 }, rule(200, '*', 'Storage')], []],
    [
      'holds a prefix in a wider one',
      [rule(100, '*', '10.0.0.0/8'), rule(200, '*', '10.1.0.0/16')],
      ['200 by 100'],
    ],
    ['is not wider than those before', [rule(100, '*', '10.1.0.0/16'), rule(200, '*', '10.0.0.0/8')], []],
    [
      'is held by two halves together',
      [rule(100, '*', '10.0.0.0/9'), rule(150, '*', '10.128.0.0/9'), rule(200, '*', '10.0.0.0/8')],
      ['200 by 100 and 150'],
    ],
    [
      'is held by ports together',
      [rule(100, '*', '*', '1-443'), rule(150, '*', '*', '444-65535'), rule(200, '*', '*', '80,8000-9000')],
      ['200 by 100 and 150'],
    ],
    ['keeps a port of its own', [rule(100, '*', '*', '443'), rule(200, '*', '*', '443,445')], []],
    [
      'is of one protocol under any',
      [rule(100, '*', '*', '443', '*'), rule(200, '*', '*', '443', 'Udp')],
      ['200 by 100'],
    ],
    ['is not of any protocol under one', [rule(100, '*', '*'), rule(200, '*', '*', '443', '*')], []],
    [
      'names a region of a tag that comes before',
      [rule(100, '*', 'Storage'), rule(200, '*', 'Storage.westeurope')],
      ['200 by 100'],
    ],
    [
      'is not a tag of which only a region comes before',
      [rule(100, '*', 'Storage.westeurope'), rule(200, '*', 'Storage')],
      [],
    ],
    [
      'is not a tag beside a prefix, whose addresses no design holds',
      [rule(100, '*', '20.0.0.0/6'), rule(200, '*', 'Storage')],
      [],
    ],
    [
      'has each of its ends held, the one by this rule and the other by that',
      [
        ends(100, ['10.0.0.0/24'], ['Storage']),
        ends(150, ['*'], ['Sql']),
        ends(200, ['10.0.0.4'], ['Storage', 'Sql']),
      ],
      ['200 by 100 and 150'],
    ],
    [
      'is not one whose source ports reach further',
      [
        rule(100, '*', '*', '443', 'Tcp', { sourcePortRanges: ['1-1000'] }),
        rule(200, '*', '*', '443', 'Tcp'),
      ],
      [],
    ],
    ['is not held by IPv6 rules', [rule(100, '*', '::/0'), rule(200, '*', '10.0.0.0/8')], []],
    ['is not held across directions', [{ ...everything, direction: 'Inbound' }, rule(200, '*', '*')], []],
  ])('%s', (_, rules, expected) => expect(shadowed(...rules)).toEqual(expected));

  it('is matched by the application security group that it names', () => {
    const member = (priority: number, group: string) =>
      rule(priority, '*', '*', '443', 'Tcp', {
        destinationAddressPrefixes: [],
        destinationApplicationSecurityGroups: [group as ResourceId],
      });
    expect(shadowed(member(100, 'asg-one'), member(200, 'asg-one'))).toEqual(['200 by 100']);
    expect(shadowed(member(100, 'asg-one'), member(200, 'asg-other'))).toEqual([]);
  });

  it('is never one of Azure’s own', () => expect(shadowed(everything)).toEqual([]));
});

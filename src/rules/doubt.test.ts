import { describe, expect, it } from 'vitest';
import { catalogEntries, doubtOf, type Sourced } from '#catalog';
import { isolatedWorkspace, securityRule } from '#testing';
import { check } from './check.ts';

type Doubtful = { -readonly [K in keyof Sourced]: Sourced[K] };

/** What is found while no page confirms any entry of the catalogue. */
function inDoubt<T>(find: () => T): T {
  const confirmed = Object.values(catalogEntries)
    .flat()
    .filter((entry) => entry.isUnverified !== true) as Doubtful[];
  for (const entry of confirmed) entry.isUnverified = true;
  try {
    return find();
  } finally {
    for (const entry of confirmed) delete entry.isUnverified;
  }
}

/** Violates what rests on entries of the catalogue, rule by rule; names differ, for outcomes are kept over edits. */
const faulty = (mark: string) =>
  isolatedWorkspace()
    .virtualNetwork(`vnet-faulty-${mark}`, '172.17.0.0/16')
    .subnet('GatewaySubnet', `vnet-faulty-${mark}`, '172.17.1.0/30')
    .subnet('AzureBastionSubnet', `vnet-faulty-${mark}`, '172.17.2.0/26', {
      routeTable: `rt-bastion-${mark}`,
    })
    .subnet(`snet-computes-${mark}`, `vnet-faulty-${mark}`, '172.17.3.0/24')
    .inRegion('route-table', `rt-bastion-${mark}`, { routes: [] })
    .add('virtual-machine', `vm-${mark}`, 'GatewaySubnet')
    .add('compute-instance', `ci-open-${mark}`, `snet-computes-${mark}`, {
      workspace: 'mlw-research',
      enableNodePublicIp: true,
    })
    .securityGroup(`nsg-gateway-${mark}`, [], 'GatewaySubnet')
    .securityGroup(
      `nsg-computes-${mark}`,
      [
        securityRule(100, 'Deny', 'Outbound', '*', 'AzureActiveDirectory', '443', 'Tcp'),
        securityRule(110, 'Allow', 'Outbound', '*', '*'),
      ],
      `snet-computes-${mark}`,
    )
    .build();

/** Rules whose verdict rests on an entry of the catalogue. */
const resting = [
  'forbidden-address-range',
  'network-security-group-not-allowed',
  'required-inbound-missing',
  'required-outbound-blocked',
  'route-table-not-allowed',
  'subnet-name-fixed',
  'subnet-too-small',
];

describe('what no page confirms', () => {
  const findings = inDoubt(() => check(faulty('doubted'), { today: '2026-11-23' }).findings).filter(
    ({ rule, verdict }) => resting.includes(rule) && verdict === 'failed',
  );

  it('is an error once a page does', () => {
    const errors = check(faulty('confirmed'), { today: '2026-11-23' }).findings.filter(
      ({ rule, severity }) => resting.includes(rule) && severity === 'error',
    );
    expect([...new Set(errors.map(({ rule }) => rule))].sort()).toEqual(resting);
  });

  it('is still found', () => {
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(resting);
  });

  it.each(findings)('is a warning of $rule that says so', ({ severity, text, evidence }) => {
    expect(severity).toBe('warning');
    expect(text).toMatch(/ \(no source confirms it\)$/);
    expect(evidence).toContain(doubtOf({ isUnverified: true }));
  });
});

describe('rules that read the tables of the catalogue', () => {
  const sources = import.meta.glob<string>('./**/*.ts', { query: '?raw', import: 'default', eager: true });
  /** Entries whose facts may be in doubt; zones are handed out only where a page confirms them. */
  const tables =
    /\b(fixedSubnetOf|fixedSubnets|delegatedSubnets|forbiddenPrefixes|requiredInbound|requiredOutbound|requiredSubnetOutbound|platformLimits|placementRules|trustedAccess|settings|firewallTiers|managedNetworkModes|serviceEndpoints)\b/;
  /** Files that read a table only to leave something out, or whose verdict does not rest on what they read. */
  const harmless: Readonly<Record<string, string>> = {
    './estate.ts': 'passes over subnets with a fixed name',
    './outbound/openings.ts': 'opens what a finding has judged, and that hands on the doubt',
    './outbound/route-through.ts': 'leads no route into subnets that take none',
  };
  const readers = Object.entries(sources).filter(
    ([path, text]) =>
      !path.endsWith('.test.ts') && tables.test(/import \{([^}]*)\} from '#catalog'/.exec(text)?.[1] ?? ''),
  );

  it.each(readers)('%s hands on the doubt of what it reads', (path, text) => {
    const handsOn = /\bdoubtOf\(/.test(text);
    expect(handsOn !== path in harmless, `${path}: ${harmless[path] ?? 'doubtOf is missing'}`).toBe(true);
  });

  it('are these at least', () => expect(readers.length).toBeGreaterThanOrEqual(10));
});

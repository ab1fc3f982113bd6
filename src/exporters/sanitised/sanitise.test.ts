import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../testing/fixed-seed.ts';
import { blueprints } from '#blueprints';
import { type Design, designSchema, type ResourceId } from '#model';
import { parseLoosePrefix, prefixContains, prefixesOverlap } from '#network';
import { check } from '#rules';
import { isolatedWorkspace, reviewEstate } from '#testing';
import { writeDesign } from '../json/write-design.ts';
import { addressMap } from './address-map.ts';
import { knownLabels } from './known-labels.ts';
import { readKey, restore } from './restore.ts';
import { sanitise } from './sanitise.ts';

const today = '2026-11-23';

/** An estate as Azure spells it: resource ids, tags, regions written out, acceptances. */
function azureEstate(): Design {
  const id = (type: string, name: string) =>
    `/subscriptions/8d6f1c52-1111-2222-3333-444455556666/resourceGroups/RG-Fraud-Prod/providers/${type}/${name}`;
  const built = reviewEstate()
    .set('stml', { azureId: id('Microsoft.Storage/storageAccounts', 'stml'), tags: { owner: 'Fraud team' } })
    .set('vnet-ml', { azureId: id('Microsoft.Network/virtualNetworks', 'VNET-ML') })
    .set('stml', {
      networkAcls: {
        defaultAction: 'Deny',
        ipRules: ['203.0.113.7'],
        resourceAccessRules: [id('Microsoft.X/y', '*')],
      },
    })
    .set('ruleset', {
      forwardingRules: [
        { name: 'corp', domainName: 'fraud.contoso.example.', targetDnsServers: ['10.50.0.10'] },
      ],
    })
    .build();
  const [finding] = check(built, { today }).findings.filter(({ verdict }) => verdict === 'failed');
  return {
    ...built,
    notes: [
      {
        id: 'n1' as ResourceId,
        text: 'Ask Ada of Contoso\nabout 10.0.0.4',
        attachedTo: 'stml' as ResourceId,
      },
      { id: 'n2' as ResourceId, text: 'stml' },
    ],
    accepted: finding
      ? [
          {
            fingerprint: finding.fingerprint,
            reason: 'Fraud pilot',
            owner: 'Ada Lovelace',
            expires: '2027-01-31',
          },
        ]
      : [],
  };
}

const designs: readonly (readonly [string, Design])[] = [
  ['an estate of Azure', azureEstate()],
  ['an isolated workspace', isolatedWorkspace().build()],
  ...blueprints.map((blueprint) => [blueprint.id, blueprint.build()] as const),
];

/** Findings without words: what is wrong where, in the design's own order of resources. */
const judged = (design: Design): readonly string[] => {
  const placeOf = new Map<string, number>(design.resources.map(({ id }, at) => [id, at]));
  const places = (ids: readonly string[]) => ids.map((id) => placeOf.get(id)).sort();
  const { findings, passed, summary } = check(design, { today });
  return [
    JSON.stringify(summary),
    ...findings
      .map(({ rule, severity, verdict, at, accepted }) =>
        JSON.stringify([rule, severity, verdict, places(at), accepted !== undefined]),
      )
      .sort(),
    ...passed.map(({ rule, at }) => JSON.stringify([rule, places(at)])).sort(),
  ];
};

describe.each(designs)('%s, sanitised', (_, design) => {
  const { design: sanitised, replaced } = sanitise(design, today);

  it('is a design that is judged the same', () => {
    expect(designSchema.safeParse(sanitised).error).toBeUndefined();
    expect(judged(sanitised)).toEqual(judged(design));
  });

  it('comes back byte by byte with its key', () => {
    const key = readKey(JSON.stringify({ isoplanKey: 1, replaced }));
    expect(writeDesign(restore(JSON.parse(writeDesign(sanitised)) as Design, key ?? {}))).toBe(
      writeDesign(design),
    );
  });

  it('gives every resource another id, and another name where Azure gives none a meaning', () => {
    sanitised.resources.forEach((resource, at) => {
      const before = design.resources[at];
      expect(resource.id).not.toBe(before?.id);
      const hasMeaning =
        resource.kind === 'private-dns-zone' || /^(azure|gateway).*subnet$/i.test(resource.name);
      if (!hasMeaning && !knownLabels.has(resource.name)) expect(resource.name).not.toBe(before?.name);
    });
  });
});

describe('what only one design has', () => {
  it('is replaced wherever it stands', () => {
    const text = writeDesign(sanitise(azureEstate(), today).design);
    for (const secret of [
      'fraud',
      'contoso',
      '8d6f1c52',
      'ada lovelace',
      '203.0.113.7',
      '10.2.1.0',
      'westeurope',
    ])
      expect(text.toLowerCase()).not.toContain(secret);
    for (const kept of [
      'AzureFirewallSubnet',
      'privatelink.blob.core.windows.net',
      'AzureActiveDirectory',
      'pypi.org',
    ])
      expect(text).toContain(kept);
  });
});

describe('moved addresses', () => {
  const prefix = fc
    .tuple(
      fc.constantFrom(10, 172, 192, 20),
      fc.nat(255),
      fc.nat(255),
      fc.nat(255),
      fc.integer({ min: 9, max: 32 }),
    )
    .map(([a, b, c, d, length]) => {
      const size = 2 ** (32 - length);
      const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
      return `${[24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join('.')}/${length}`;
    });

  it('keep their sizes, what they contain and what they overlap', () => {
    fc.assert(
      fc.property(prefix, prefix, fc.array(prefix, { maxLength: 4 }), (one, other, whole) => {
        const map = addressMap('seed', whole);
        const parsed = (text: string) => parseLoosePrefix(text) ?? { first: 0, last: 0, length: 0 };
        const [a, b] = [parsed(one), parsed(other)];
        const [x, y] = [parsed(map(one) ?? ''), parsed(map(other) ?? '')];
        expect([x.length, y.length]).toEqual([a.length, b.length]);
        expect(prefixContains(map(one) ?? '', map(other) ?? '')).toBe(prefixContains(one, other));
        expect(prefixesOverlap(map(one) ?? '', map(other) ?? '')).toBe(prefixesOverlap(one, other));
      }),
    );
  });

  it.each(['10.0.0.0/8', '172.16.0.0/12', '168.63.129.16', '0.0.0.0/0', '172.17.0.0/16'])(
    '%s stays',
    (text) => {
      expect(addressMap('seed', [])(text)).toBe(text);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { blueprints } from '#blueprints';
import type { Design, Resource, ResourceKind } from '#model';
import { check } from './check.ts';

const today = '2026-11-23';

/** Lists that an export may leave out, which say nothing while they are absent. */
const lists: readonly (readonly [ResourceKind, string])[] = [
  ['private-endpoint', 'privateDnsZoneGroups'],
  ['private-dns-zone', 'virtualNetworkLinks'],
  ['firewall-policy', 'ruleCollectionGroups'],
  ['azure-monitor-private-link-scope', 'scopedResources'],
  ['managed-online-endpoint', 'deployments'],
];

const incomplete = (design: Design): Design => ({
  ...design,
  source: { format: 'azure-export', complete: false },
});

const without = (design: Design, kind: ResourceKind, property: string): Design => ({
  ...design,
  resources: design.resources.map((one) =>
    one.kind === kind
      ? (Object.fromEntries(Object.entries(one).filter(([key]) => key !== property)) as Resource)
      : one,
  ),
});

/** Of a kind only its ids are known. */
const notShown = (design: Design, kind: ResourceKind): Design => ({
  ...design,
  resources: design.resources.map((one) =>
    one.kind === kind ? { ...one, presence: 'not-shown' } : one,
  ) as never,
});

const askedOf = (design: Design) =>
  new Map(
    check(design, { today }).findings.flatMap(({ verdict, rule, missing }) =>
      verdict === 'cannot-tell' ? [[`${rule}: ${missing?.fact}`, missing?.fact ?? ''] as const] : [],
    ),
  );

/** Errors of the stripped design that the whole one does not have: absence taken for a fact. */
const raisedBy = (stripped: Design, whole: Design) => {
  const keysOf = (design: Design) =>
    check(design, { today }).findings.flatMap(({ verdict, severity, rule, at }) =>
      verdict === 'failed' && severity === 'error' ? [`${rule} at ${at[0]}`] : [],
    );
  const known = new Set(keysOf(whole));
  return keysOf(stripped).filter((key) => !known.has(key));
};

const cases = blueprints.flatMap(({ id, build }) => {
  const design = build();
  const has = (kind: ResourceKind) => design.resources.some((one) => one.kind === kind);
  return [
    ...lists
      .filter(([kind, property]) => design.resources.some((one) => one.kind === kind && property in one))
      .map(([kind, property]) => ({
        title: `${id} without ${property} of ${kind}`,
        design,
        stripped: incomplete(without(design, kind, property)),
      })),
    ...(['network-security-group', 'route-table', 'firewall-policy', 'storage-account'] as const)
      .filter(has)
      .map((kind) => ({
        title: `${id} with no ${kind} shown`,
        design,
        stripped: incomplete(notShown(design, kind)),
      })),
  ];
});

describe('what a document does not show', () => {
  it.each(cases)('is asked for in $title, and once it is filled in nothing is', ({ design, stripped }) => {
    const asked = askedOf(stripped);
    for (const fact of asked.values()) expect(fact).toMatch(/^(the|what|whether|how|which|where) \S/);
    // The same document with the fact filled in, and said to be whole, leaves nothing open.
    expect([...askedOf(design).keys()]).toEqual([]);
    expect(raisedBy(stripped, design)).toEqual([]);
  });

  it('is asked for wherever the goals make it matter', () => {
    const silent = cases.filter(({ stripped }) => askedOf(stripped).size === 0).map(({ title }) => title);
    // A public workspace may have public services, and deployments in a managed network have no way of their own.
    const harmless =
      /^(public-workspace (without|with no storage)|public-workspace-exfiltration-prevention with no storage|managed-network(-approved-outbound)? without)/;
    expect(silent.filter((title) => !harmless.test(title))).toEqual([]);
  });

  it.each(['network-security-group', 'route-table'] as const)(
    'is fetched by a command where every %s is known by its id alone',
    (kind) => {
      const asked = blueprints.flatMap(({ build }) => {
        const design = notShown(build(), kind);
        const resources = design.resources.map((one) =>
          one.kind === kind ? { ...one, azureId: `/subscriptions/s/${one.id}` } : one,
        );
        return check(incomplete({ ...design, resources }), { today }).findings.flatMap(({ missing }) =>
          /^the (rules|routes) of/.test(missing?.fact ?? '') ? [missing?.command] : [],
        );
      });
      expect(asked.length).toBeGreaterThan(0);
      for (const command of asked)
        expect(command).toMatch(/^az resource show --ids "\/subscriptions\/s\/.+" --output json$/);
    },
  );
});

describe('what to do where it cannot be told', () => {
  it('is to write the rule anew where the doubt is what a tag in it holds', () => {
    const whole = blueprints.find(({ id }) => id === 'recommended-exfiltration-prevention')?.build();
    const denied = whole && {
      ...whole,
      resources: whole.resources.map((one) =>
        one.name === 'nsg-training' && one.kind === 'network-security-group'
          ? {
              ...one,
              securityRules: [
                ...(one.securityRules ?? []),
                {
                  name: 'deny-web',
                  priority: 110,
                  direction: 'Outbound',
                  access: 'Deny',
                  protocol: 'Tcp',
                  sourceAddressPrefixes: ['*'],
                  sourcePortRanges: ['*'],
                  destinationAddressPrefixes: ['Internet'],
                  destinationPortRanges: ['443'],
                } as const,
              ],
            }
          : one,
      ),
    };
    const found = denied && check(denied, { today }).findings.find((one) => one.verdict === 'cannot-tell');
    expect(found?.missing?.fact).toMatch(/^whether VirtualNetwork of rule allow-private-endpoints /);
    expect(found?.text).toMatch(
      /: the tag VirtualNetwork of allow-private-endpoints of nsg-training may take in public addresses, since Azure counts the prefixes of routes into it, at times 0\.0\.0\.0\/0 too$/,
    );
    expect(found?.remedy).toBe(
      'Write into allow-private-endpoints of nsg-training the addresses that are meant, such as the prefixes of your networks, in place of the tag VirtualNetwork.',
    );
  });
});

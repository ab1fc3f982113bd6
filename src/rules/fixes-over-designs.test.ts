import { describe, expect, it } from 'vitest';
import { blueprints, exercises } from '#blueprints';
import { compareDesigns, type Design, edits, kindInSentence, type ResourceId, resourcesOfKind } from '#model';
import { check, runRules } from './check.ts';
import type { Finding } from './finding.ts';
import { applyFix, carryOut, tryFix } from './fixes.ts';
import { isTold } from './told-names.ts';

const today = '2026-11-23';

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}` as ResourceId;
  };
};

const failuresOf = (design: Design) =>
  check(design, { today }).findings.filter(({ verdict }) => verdict === 'failed');

const keyOf = ({ rule, at: [first] }: Finding) => `${rule} at ${first}`;

const errorsOf = (design: Design) => failuresOf(design).filter(({ severity }) => severity === 'error');

/** Every offer of every finding. */
const offersOf = (design: Design) =>
  failuresOf(design).flatMap((finding) =>
    finding.fixes.map(({ title }, index) => ({ finding, index, title })),
  );

const designs = [...blueprints, ...exercises].map(({ id, build }) => ({ id, design: build() }));

describe.each(designs.filter(({ design }) => offersOf(design).length > 0))(
  'the fixes that $id is offered',
  ({ design }) => {
    const before = new Set(errorsOf(design).map(keyOf));
    const text = JSON.stringify(design);

    it.each(offersOf(design))('“$title” settles its finding and raises no error', ({ finding, index }) => {
      const fixed = applyFix(design, finding.fingerprint, index, counter(), today);
      if (!fixed) throw new Error('The fix is not offered');
      expect(failuresOf(fixed).map(({ fingerprint }) => fingerprint)).not.toContain(finding.fingerprint);
      const raised = errorsOf(fixed).filter((one) => !before.has(keyOf(one)));
      expect(raised.map(keyOf)).toEqual([]);
      // Once settled it is not offered again, so that a second click changes nothing.
      expect(applyFix(fixed, finding.fingerprint, index, counter(), today)).toBeUndefined();
      expect(JSON.stringify(design)).toBe(text);
    });
  },
);

describe('a fix that calls for others', () => {
  it('tells every change that is made, its own first', () => {
    const built = designs.find(({ id }) => id === 'hub-and-spoke-firewall')?.design;
    if (!built) throw new Error('No hub and spoke');
    const tried = built.resources
      .filter(({ kind }) => kind === 'private-endpoint' || kind === 'private-dns-zone')
      .map(({ id }) => edits.removeResource(built, id))
      .flatMap((design) =>
        offersOf(design).map(({ finding, index }) => ({
          own: finding.fixes[index]?.changes ?? [],
          all: tryFix(design, finding.fingerprint, index, counter(), today)?.changes ?? [],
        })),
      );
    expect(tried.length).toBeGreaterThan(0);
    for (const { own, all } of tried) expect(all.slice(0, own.length)).toEqual(own);
    expect(tried.some(({ own, all }) => all.length > own.length)).toBe(true);
  });
});

/** By which words people know that a property changes; any other is told by its own name. */
const wordsOfProperty: Readonly<Record<string, RegExp>> = {
  virtualNetworkLinks: /\blink/i,
  privateDnsZoneGroups: /\bregister/i,
  networkSecurityGroup: /\battach/i,
  routeTable: /\battach/i,
  serviceEndpointPolicies: /\battach/i,
  securityRules: /\b(allow|rule)/i,
  ruleCollections: /\b(allow|rule)/i,
  ruleCollectionGroups: /\b(allow|rule)/i,
  routes: /\b(route|remove)/i,
  addressPrefixes: /\bprefix/i,
  publicNetworkAccess: /\bpublic network access/,
  allowVirtualNetworkAccess: /\bAllow access to the remote network/,
  allowGatewayTransit: /\bgateway transit/,
  useRemoteGateways: /\bremote gateway/,
  defaultOutboundAccess: /\bdefault outbound access/,
  privateEndpointNetworkPolicies: /\bprivate endpoint network policy/,
  imageBuildCompute: /\bimage build compute/,
  v1LegacyMode: /\bv1 legacy mode/,
  adminUserEnabled: /\badmin user/,
  quarantinePolicy: /\bquarantine policy/,
  dataEndpointEnabled: /\bdata endpoints/,
  sshPublicAccess: /\bpublic SSH access/,
  enableNodePublicIp: /\bno public IP address/,
  serverlessComputeNoPublicIP: /\bno public IP address/,

  delegations: /\bdelegation/i,
  dnsSettings: /\bDNS (settings|proxy)/,
};

describe('the words of a fix', () => {
  const of = (id: string) => {
    const found = designs.find((one) => one.id === id)?.design;
    if (!found) throw new Error(`No ${id}`);
    return found;
  };
  const kindsApart = new Set(['private-endpoint', 'private-dns-zone', 'azure-firewall', 'route-table']);
  const hub = of('hub-and-spoke-firewall');
  const damaged = hub.resources
    .filter(({ kind }) => kindsApart.has(kind))
    .map(({ id }) => edits.removeResource(hub, id));
  // Zones are linked to the hub alone, where a firewall asks them for everybody.
  const unlinked: Design = {
    ...hub,
    resources: hub.resources
      .filter(({ kind, name }) => kind !== 'private-endpoint' || !/blob|vault/.test(name))
      .map((one) =>
        one.kind === 'private-dns-zone'
          ? { ...one, virtualNetworkLinks: one.virtualNetworkLinks?.slice(0, 1) ?? [] }
          : one,
      ),
  };

  it.each([
    ...designs.map(({ id, design }) => [id, design] as const),
    ...damaged.map((design, at) => [`the hub, damaged ${at}`, design] as const),
    ['the hub, where zones lack a network', unlinked] as const,
  ])('name every kind of change that it makes itself in %s', (_, design) => {
    const untold = runRules(design, { today }).settled.flatMap(({ finding, fixes }) =>
      finding.verdict !== 'failed'
        ? []
        : fixes.flatMap(({ title, changes, apply }) => {
            const { added, removed, changed } = compareDesigns(design, apply(design, counter()));
            const said = [title, ...changes].join('\n');
            const silent = [
              ...[...added, ...removed].filter(
                ({ kind, name }) =>
                  ![
                    name,
                    kindInSentence(kind),
                    `${kindInSentence(kind)}s`,
                    kind.split('-').at(-1) ?? '',
                  ].some((one) => isTold(said, one)),
              ),
            ].map(({ name }) => name);
            const properties = changed.flatMap(({ changes: own }) =>
              own.map(({ property }) => property.split('/')[0] ?? ''),
            );
            const unsaid = properties.filter(
              (one) => !(wordsOfProperty[one]?.test(said) ?? said.includes(one)),
            );
            return [...silent, ...unsaid].map((what) => `${title}: ${what}`);
          }),
    );
    expect(untold).toEqual([]);
  });

  it('name the network that a zone comes to be linked to, on the button, too', () => {
    const titles = offersOf(unlinked).map(({ title }) => title);
    expect(titles).toContainEqual(expect.stringMatching(/^Add the blob endpoint, and link its zone to /));
  });
});

describe('the steps of a fix', () => {
  it.each(designs)('name all that it adds, changes and removes in $id', ({ design }) => {
    const subnets = design.resources.filter(({ kind }) => kind === 'subnet');
    const emptied = subnets.map(({ id }) => edits.removeResource(design, id));
    for (const built of [design, ...emptied])
      for (const { finding } of offersOf(built)) {
        const order = { what: 'one', fingerprint: finding.fingerprint, offer: 0 } as const;
        const fixed = carryOut(built, order, counter(), { today });
        const { added, changed, removed } = compareDesigns(built, fixed.design);
        const said = fixed.changes.join('\n');
        const untold = [
          ...[...added, ...removed].filter(
            ({ kind, name }) =>
              ![name, kindInSentence(kind), `${kindInSentence(kind)}s`].some((one) => isTold(said, one)),
          ),
          ...changed.map(({ after }) => after).filter(({ name }) => !isTold(said, name)),
        ];
        expect(untold.map(({ name }) => `${finding.fixes[0]?.title}: ${name}`)).toEqual([]);
      }
  });

  it('name the zones that endpoints bring with them', () => {
    const built = designs.find(({ id }) => id === 'one-network')?.design;
    const found = built && offersOf(built).find(({ title }) => title.startsWith('Add the queue'));
    if (!built || !found) throw new Error('No such fix');
    const order = { what: 'one', fingerprint: found.finding.fingerprint, offer: found.index } as const;
    expect(carryOut(built, order, counter(), { today }).changes).toContainEqual(
      expect.stringMatching(
        /registered in privatelink\.queue\.core\.windows\.net, which is new and linked to vnet-ml$/,
      ),
    );
  });
});

describe('what pressing a missing part brings', () => {
  const partsOf = new Set(['route-table', 'network-security-group', 'private-endpoint', 'private-dns-zone']);
  const gone = designs.flatMap(({ id, design }) => {
    const parts = design.resources.filter(({ kind }) => partsOf.has(kind)).slice(0, 4);
    const tables = resourcesOfKind(design, 'route-table');
    return [
      ...parts.map((one) => ({
        id: `${id} without ${one.name}`,
        design: edits.removeResource(design, one.id),
      })),
      {
        id: `${id} without any route table`,
        design: tables.reduce((left, one) => edits.removeResource(left, one.id), design),
      },
    ];
  });

  it.each(gone)('is told on it in $id', ({ design }) => {
    const untold = offersOf(design)
      .filter(({ finding, index }) => finding.ghosts.length > 0 && index === 0)
      .flatMap(({ finding, title }) => {
        const order = { what: 'one', fingerprint: finding.fingerprint, offer: 0 } as const;
        const { added } = compareDesigns(design, carryOut(design, order, counter(), { today }).design);
        const said = [title, ...(finding.fixes[0]?.changes ?? [])].join('\n');
        return added
          .filter(
            ({ kind, name }) =>
              ![name, kindInSentence(kind), `${kindInSentence(kind)}s`].some((one) => isTold(said, one)),
          )
          .map(({ name }) => `${title}: ${name}`);
      });
    expect(untold).toEqual([]);
  });
});

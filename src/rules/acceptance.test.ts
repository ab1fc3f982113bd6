import { describe, expect, it } from 'vitest';
import { exercises } from '#blueprints';
import { importFiles } from '#importers';
import { type Design, edits, type Resource, type ResourceId } from '#model';
import { design, isolatedWorkspace } from '#testing';
import { check } from './check.ts';
import type { Finding } from './finding.ts';
import { defineRule } from './rule.ts';

const today = '2026-11-23';
const acceptance = { reason: 'Tests only', owner: 'Ada' };

const findingsOf = (built: Design, on = today) => check(built, { today: on }).findings;
const fingerprintsOf = (built: Design) =>
  findingsOf(built)
    .map(({ fingerprint }) => fingerprint)
    .sort();

function accepted(built: Design, wanted: (finding: Finding) => boolean, expires?: string) {
  const found = findingsOf(built).find(wanted);
  if (!found) throw new Error('Nothing of that kind was found');
  const { fingerprint } = found;
  const until = expires === undefined ? {} : { expires };
  return { fingerprint, built: edits.acceptFinding(built, { ...acceptance, fingerprint, ...until }) };
}

const find = (built: Design, fingerprint: string, on = today) =>
  findingsOf(built, on).find((finding) => finding.fingerprint === fingerprint);

const smallRegistry = () => isolatedWorkspace().set('crml', { sku: 'Standard' });
const isFailed = ({ verdict }: Finding) => verdict === 'failed';

/** Azure gives these names a meaning, or people resolve them. */
const hasMeaning = ({ kind, name }: Resource) =>
  kind === 'region' || kind === 'private-dns-zone' || /Subnet$/.test(name);

const allRenamed = (built: Design): Design =>
  built.resources
    .filter((one) => !hasMeaning(one))
    .reduce((at, { id, kind, name }) => edits.updateResource(at, id, kind, { name: `z-${name}` }), built);

describe('an accepted finding', () => {
  it.each([
    ['on the day it expires', '2026-12-31', 'accepted'],
    ['the day after', '2027-01-01', 'lapsed'],
  ] as const)('counts until it expires: %s', (_, on, as) => {
    const { built, fingerprint } = accepted(smallRegistry().build(), isFailed, '2026-12-31');
    const found = find(built, fingerprint, on);
    expect(found?.[as]).toMatchObject(acceptance);
    expect(found?.[as === 'accepted' ? 'lapsed' : 'accepted']).toBeUndefined();
    const { summary } = check(built, { today: on });
    expect([summary.errors, summary.accepted]).toEqual(as === 'accepted' ? [0, 1] : [1, 0]);
  });

  it('is open again once its acceptance is revoked', () => {
    const before = smallRegistry().build();
    const { built, fingerprint } = accepted(before, isFailed);
    expect(check(edits.revokeAcceptance(built, fingerprint), { today })).toEqual(check(before, { today }));
    expect(edits.revokeAcceptance(before, 'none')).toBe(before);
  });

  it('may be one that is not decided, which then counts as accepted only', () => {
    const before = smallRegistry()
      .set('pe-stml-blob', { privateDnsZoneGroups: undefined })
      .incomplete()
      .build();
    const { built } = accepted(before, ({ verdict }) => verdict === 'cannot-tell');
    const [open, after] = [check(before, { today }).summary, check(built, { today }).summary];
    expect(after).toEqual({ ...open, cannotTell: open.cannotTell - 1, accepted: 1 });
  });

  it('returns when its facts change', () => {
    const full = (nodes: number) =>
      design()
        .virtualNetwork('vnet', '10.0.0.0/16')
        .subnet('snet', 'vnet', '10.0.0.0/28')
        .privateEndpoints(nodes, 'snet')
        .build();
    const isFull = ({ rule }: Finding) => rule === 'subnet-exhausted';
    const { fingerprint } = accepted(full(12), isFull);
    expect(find(full(12), fingerprint)).toBeDefined();
    expect(find(full(13), fingerprint)).toBeUndefined();
    expect(findingsOf(full(13)).some(isFull)).toBe(true);
  });
});

describe('a fingerprint', () => {
  it('is of the rule, the resources and the facts, never of the wording', () => {
    const built = design().virtualNetwork('vnet', '10.0.0.0/16').build();
    const worded = (words: string, count: number) =>
      defineRule({
        id: 'made-up',
        category: 'Subnets',
        title: words,
        holds: words,
        remedy: words,
        explanation: { why: words, sources: [] },
        severity: () => 'note',
        messages: { one: (facts: { count: number }) => `${words} ${facts.count}` },
        *check() {
          yield { at: 'vnet' as ResourceId, message: 'one', facts: { count }, evidence: words };
        },
      })
        .check(built)
        .failed.map(({ fingerprint }) => fingerprint);
    expect(worded('Other words', 1)).toEqual(worded('Some words', 1));
    expect(worded('Some words', 2)).not.toEqual(worded('Some words', 1));
  });

  it.each(exercises.map((one) => [one.id, one] as const))(
    'outlives new names of all resources and another order of them, and is one of a kind: %s',
    (_, exercise) => {
      const built = exercise.build();
      const before = fingerprintsOf(built);
      expect(before.length).toBeGreaterThan(0);
      expect(new Set(before).size).toBe(before.length);
      // Host names of services follow their names: a rule that lets one through may miss it afterwards.
      expect(fingerprintsOf(allRenamed(built))).toEqual(expect.arrayContaining(before));
      expect(fingerprintsOf({ ...built, resources: built.resources.toReversed() })).toEqual(before);
    },
  );

  it('is the same in a newer export of the same estate', () => {
    const network = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network';
    const row = (properties: object, id: string, type: string) => ({
      id: `${network}/${id}`,
      name: id.split('/').at(-1),
      type,
      location: 'westeurope',
      properties,
    });
    const spoke = (name: string) =>
      row(
        { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets: [], virtualNetworkPeerings: [] },
        `virtualNetworks/${name}`,
        'Microsoft.Network/virtualNetworks',
      );
    const peering = {
      name: 'to-two',
      properties: {
        peeringState: 'Disconnected',
        remoteVirtualNetwork: { id: `${network}/virtualNetworks/two` },
      },
    };
    const one = spoke('one');
    const peered = { ...one, properties: { ...one.properties, virtualNetworkPeerings: [peering] } };
    const newer = [
      spoke('three'),
      { ...spoke('two'), tags: { env: 'test' } },
      { ...peered, id: peered.id.toUpperCase() },
    ];
    const opened = (rows: readonly object[]) => {
      const result = importFiles([{ name: 'export.json', text: JSON.stringify(rows) }]);
      if (!result.ok) throw new Error(result.error);
      return fingerprintsOf(result.design);
    };
    const before = opened([peered, spoke('two')]);
    expect(before.length).toBeGreaterThan(0);
    expect(opened(newer)).toEqual(expect.arrayContaining(before));
  });
});

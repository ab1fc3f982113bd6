import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, designSchema, type Resource, resourceKinds, resourceSchemas } from '#model';
import { design, isolatedWorkspace } from '#testing';
import { check } from './check.ts';
import { applyFix, carryOut, fixSteps } from './fixes.ts';

const today = '2026-11-23';
const newIds = () => {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}` as Resource['id'];
  };
};

const twoFaults = () => isolatedWorkspace().remove('pe-stml-file').set('crml', { sku: 'Standard' });
const firstError = (built: Design) => {
  const found = check(built, { today }).findings[0];
  if (!found) throw new Error('Nothing was found');
  return found;
};

describe('a check', () => {
  it('lists what is worst first and what is not decided last', () => {
    const { findings } = check(
      twoFaults().set('pe-stml-blob', { privateDnsZoneGroups: undefined }).incomplete().build(),
      {
        today,
      },
    );
    const ranks = findings.map(({ verdict, severity }) =>
      verdict === 'cannot-tell' ? 3 : ['error', 'warning', 'note'].indexOf(severity),
    );
    expect(ranks).toEqual([...ranks].sort());
    expect(ranks).toContain(3);
  });

  it('reports one missing fact once, with every place that lacks it and every command', () => {
    const built = ['pe-stml-blob', 'pe-stml-file']
      .reduce(
        (builder, id) =>
          builder.set(id, { privateDnsZoneGroups: undefined, azureId: `/subscriptions/s/${id}` }),
        isolatedWorkspace(),
      )
      .incomplete()
      .build();
    const found = check(built, { today }).findings.filter(({ rule }) => rule === 'private-dns-zone-missing');
    expect(found.map(({ at }) => at)).toEqual([['pe-stml-blob', 'pe-stml-file']]);
    expect(found[0]?.missing?.command?.split('\n')).toHaveLength(2);
    expect(found[0]?.text).toBe(
      'Private endpoint is not registered in DNS? Cannot tell for pe-stml-blob and pe-stml-file: the document does not show the DNS zone groups of private endpoints',
    );
  });

  it('tells places of one name apart by what holds them', () => {
    const built = isolatedWorkspace()
      .virtualNetwork('vnet-other', '10.9.0.0/16')
      .subnet('snet-other', 'vnet-other', '10.9.0.0/24')
      .set('pe-stml-blob', { privateDnsZoneGroups: undefined })
      .add('private-endpoint', 'twin', 'snet-other', {
        name: 'pe-stml-blob',
        target: 'stml',
        groupIds: ['blob'],
      })
      .incomplete()
      .build();
    const found = check(built, { today }).findings.find(({ rule }) => rule === 'private-dns-zone-missing');
    expect(found?.text).toContain('for snet-endpoints/pe-stml-blob and snet-other/pe-stml-blob:');
  });

  it('counts an accepted finding only among the accepted, until it expires', () => {
    const { fingerprint } = firstError(twoFaults().build());
    const accepted = twoFaults().accept(fingerprint, '2026-12-31').build();
    expect(check(accepted, { today }).summary).toMatchObject({ errors: 1, accepted: 1 });
    expect(check(accepted, { today }).findings[0]?.accepted?.owner).toBe('Ada');
    expect(check(accepted, { today: '2027-01-01' }).summary).toMatchObject({ errors: 2, accepted: 0 });
  });

  it('knows a finding again after the resource is renamed', () => {
    const renamed = isolatedWorkspace().set('crml', { sku: 'Standard', name: 'crprod' }).build();
    const { fingerprint } = firstError(isolatedWorkspace().set('crml', { sku: 'Standard' }).build());
    expect(check(renamed, { today }).findings.map((one) => one.fingerprint)).toContain(fingerprint);
  });

  it('gives plain data that crosses a worker’s border', () => {
    const result = check(twoFaults().build(), { today });
    expect(structuredClone(result)).toEqual(result);
  });

  it('lists names that count in the order in which people count', () => {
    const builder = [10, 2, 1].reduce(
      (one, at) =>
        one
          .subnet(`snet-${at}`, 'vnet', `10.0.${at}.0/24`)
          .add('virtual-machine', `vm-${at}`, `snet-${at}`, {}),
      design().virtualNetwork('vnet', '10.0.0.0/16'),
    );
    const { findings } = check(builder.build(), { today });
    expect(
      findings.flatMap(({ rule, text }) =>
        rule === 'network-security-group-missing' ? [text.split(' ')[0]] : [],
      ),
    ).toEqual(['snet-1', 'snet-2', 'snet-10']);
  });

  it('finds the same whatever the order of the resources', () => {
    const plain = (built: Design) =>
      check(built, { today }).findings.map(({ rule, at, text }) => ({ rule, at, text }));
    expect(plain(twoFaults().reversed().build())).toEqual(plain(twoFaults().build()));
  });
});

const allErrors = { what: 'all', severity: 'error' } as const;

describe('a fix', () => {
  it('is applied by the fingerprint of its finding', () => {
    const built = isolatedWorkspace().remove('pe-stml-file').build();
    const { fingerprint } = firstError(built);
    const fixed = applyFix(built, fingerprint, 0, newIds(), today);
    expect(fixed && check(fixed, { today }).summary.errors).toBe(0);
    expect(applyFix(built, 'none', 0, newIds(), today)).toBeUndefined();
    expect(applyFix(built, fingerprint, 7, newIds(), today)).toBeUndefined();
  });

  it('can be made of every error that offers one', () => {
    const { design: fixed } = carryOut(twoFaults().build(), allErrors, newIds(), { today });
    expect(check(fixed, { today }).summary.errors).toBe(0);
    expect(() => designSchema.parse(fixed)).not.toThrow();
  });

  it('leaves a design alone in which nothing can be fixed', () => {
    const built = design().build();
    expect(carryOut(built, allErrors, newIds(), { today }).design).toBe(built);
    const gone = { what: 'one', fingerprint: 'none', offer: 0 } as const;
    expect(carryOut(built, gone, newIds(), { today })).toEqual({ design: built, changes: [] });
  });

  it('can be made of certain findings, whatever is no longer found', () => {
    const built = twoFaults().build();
    const { fingerprint } = firstError(built);
    const order = { what: 'these', fingerprints: ['none', fingerprint] } as const;
    const { design: fixed, changes } = carryOut(built, order, newIds(), { today });
    expect(fixed).toEqual(applyFix(built, fingerprint, 0, newIds(), today));
    expect(changes).not.toEqual([]);
  });

  it('tells after each step of many which part is done, and never that all is before the end', () => {
    const steps = [...fixSteps(twoFaults().build(), allErrors, newIds(), { today })];
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(steps.every((part) => part > 0 && part < 1)).toBe(true);
  });
});

/** A value for every property of a kind, ids among the few that the design has. */
const anyId = fc.integer({ min: 0, max: 11 }).map((at) => `id-${at}`);
const samples: Readonly<Record<string, unknown>> = {
  addressPrefixes: ['10.0.0.0/24'],
  dnsServers: ['10.0.0.4', '168.63.129.16'],
  serviceEndpoints: [{ service: 'Microsoft.Storage' }],
};

const anyResource = (at: number) =>
  fc
    .record({
      kind: fc.constantFrom(...resourceKinds),
      parent: fc.option(anyId, { nil: undefined }),
      references: fc.array(anyId, { minLength: 1, maxLength: 3 }),
      absent: fc.boolean(),
    })
    .map(({ kind, parent, references, absent }): Resource | undefined => {
      const [one = 'id-0'] = references;
      const candidate: Record<string, unknown> = {
        id: `id-${at}`,
        kind,
        name: `n${at % 5}`,
        ...(parent ? { parent } : {}),
      };
      const shape = resourceSchemas[kind].def.innerType.shape as Record<
        string,
        { safeParse(value: unknown): { success: boolean } }
      >;
      const guesses = [
        samples,
        one,
        references,
        [],
        3,
        true,
        'Enabled',
        'x',
        [{ name: 'a', virtualNetwork: one }],
      ];
      for (const [key, schema] of Object.entries(shape)) {
        if (key in candidate || key === 'presence' || key === 'tags') continue;
        const guess = [samples[key], ...guesses.slice(1)].find(
          (value) => value !== undefined && schema.safeParse(value).success,
        );
        if (guess !== undefined && (!absent || !schema.safeParse(undefined).success)) candidate[key] = guess;
      }
      const parsed = resourceSchemas[kind].safeParse(candidate);
      return parsed.success ? (parsed.data as Resource) : undefined;
    });

const anyDesign = fc
  .tuple(fc.tuple(...Array.from({ length: 12 }, (_, at) => anyResource(at))), fc.boolean())
  .map(([resources, complete]) => ({
    ...design().build(),
    source: { format: 'azure-export' as const, complete },
    resources: resources.filter((one) => one !== undefined),
  }));

describe('on any design', () => {
  it('no rule throws, and the result is the same twice', () => {
    fc.assert(
      fc.property(anyDesign, (any) => {
        const built = designSchema.parse(any) as Design;
        const { resources } = built;
        const again = { ...built, resources: [...resources] };
        expect(check(again, { today })).toEqual(check(built, { today }));
      }),
      { numRuns: 150 },
    );
  });

  it('no fix breaks the design', () => {
    fc.assert(
      fc.property(anyDesign, (any) => {
        const built = designSchema.parse(any) as Design;
        for (const { fingerprint, fixes } of check(built, { today }).findings)
          for (const at of fixes.keys())
            expect(() => designSchema.parse(applyFix(built, fingerprint, at, newIds(), today))).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});

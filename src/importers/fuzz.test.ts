import fc from 'fast-check';
import { expect, it } from 'vitest';
import { designSchema, kinds, resourceKinds } from '#model';
import { importFiles } from './import-files.ts';

/** Keys and words that the importers look at, so that chance reaches their insides. */
const keys = [
  'id',
  'name',
  'type',
  'kind',
  'location',
  'sku',
  'tags',
  'properties',
  'resources',
  'subnets',
  'subnet',
  'virtualNetworkPeerings',
  'securityRules',
  'routes',
  'ipConfigurations',
  'privateEndpoint',
  'networkAcls',
  'privateEndpointConnections',
  'privateLinkServiceConnections',
  'privateLinkServiceId',
  'groupIds',
  'data',
  'value',
  'columns',
  'rows',
  'managedNetwork',
  'outboundRules',
  'isolationMode',
  'computeType',
  'resourceId',
  'priority',
  'agentPoolProfiles',
  'ruleCollectionGroups',
  'ruleCollections',
  'rules',
  'serverlessComputeSettings',
  '__proto__',
  'schemaVersion',
  'layout',
  'goals',
  'accepted',
  'parent',
  'addressPrefixes',
  'constructor',
];
const scope = '/subscriptions/s/resourceGroups/r/providers';
const types = [
  ...resourceKinds.flatMap((kind) => kinds[kind].armType ?? []),
  'Microsoft.MachineLearningServices/workspaces/computes',
  'Microsoft.Network/privateDnsZones/A',
  'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
  'Microsoft.Odd/things',
];
const idOf = (type: string, names: readonly string[]) => {
  const [namespace, ...words] = type.split('/');
  return [scope, namespace, ...words.flatMap((word, at) => [word, names[at] ?? 'x'])].join('/');
};
const id = fc
  .tuple(fc.constantFrom(...types), fc.array(fc.constantFrom('a', 'b', 'A'), { minLength: 3, maxLength: 3 }))
  .map(([type, names]) => idOf(type, names));
const leaf = fc.oneof(
  fc.constantFrom(
    'Enabled',
    'disabled',
    'Allow',
    'AmlCompute',
    'AKS',
    'NatRule',
    '10.0.0.0/8',
    '',
    'westeurope',
  ),
  fc.constantFrom(...resourceKinds),
  id,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 5 }),
);
const { tree } = fc.letrec<{ tree: unknown; object: object }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
}));
const row = fc
  .tuple(id, fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 8 }), tree)
  .map(([spelled, type, properties, extra]) => ({
    id: spelled,
    type,
    name: 'a/b',
    properties,
    resources: extra,
  }));

it('answers any JSON with a valid design or one sentence', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(tree, fc.array(row, { maxLength: 5 })), fc.boolean(), (value, complete) => {
      const result = importFiles([{ name: 'f', text: JSON.stringify(value) }], { complete });
      if (result.ok) expect(designSchema.safeParse(result.design).error).toBeUndefined();
      else {
        expect(result.error).not.toMatch(/could not be read/);
        expect(result.error.split('\n')).toHaveLength(1);
      }
    }),
    { numRuns: 400 },
  );
});

it('opens any list of rows alike in any order', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: (one) => one.id.toLowerCase(), maxLength: 6 }), (rows) => {
      const of = (list: readonly unknown[]) => {
        const result = importFiles([{ name: 'f', text: JSON.stringify(list) }]);
        return result.ok ? JSON.stringify(result.design) : result.error;
      };
      expect(of(rows.map((one) => ({ ...one, resources: [] })).reverse())).toBe(
        of(rows.map((one) => ({ ...one, resources: [] }))),
      );
    }),
    { numRuns: 150 },
  );
});

it('answers any text with one sentence', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => text.slice(0, -1)),
      ),
      (text) => {
        const result = importFiles([{ name: 'f', text }]);
        if (!result.ok) expect(result.error).not.toMatch(/could not be read/);
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../import-files.ts';

const scope = '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-sea/providers';
const network = (path: string) => `${scope}/Microsoft.Network/${path}`;
const spoke = network('virtualNetworks/spoke');
const zone = network('privateDnsZones/privatelink.blob.core.windows.net');
const policy = network('firewallPolicies/policy');
const workspace = `${scope}/Microsoft.MachineLearningServices/workspaces/mlw`;
const account = `${scope}/Microsoft.Storage/storageAccounts/st`;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const row = (id: string, properties: Row['properties']): Row => {
  const steps = id.split('/providers/')[1]?.split('/') ?? [];
  return {
    id,
    name: steps.at(-1) ?? '',
    type: [steps[0], ...steps.slice(1).filter((_, at) => at % 2 === 0)].join('/'),
    location: 'northeurope',
    properties,
  };
};

const subnets = ['training', 'endpoints', 'jump'].map((name, at) => ({
  id: `${spoke}/subnets/${name}`,
  name,
  properties: { addressPrefix: `10.1.${at}.0/24`, defaultOutboundAccess: false },
}));

/** Everything but the subnets, which a file may hold in their network or beside it. */
const rows: readonly Row[] = [
  row(`${zone}/virtualNetworkLinks/to-spoke`, { virtualNetwork: { id: spoke } }),
  row(`${zone}/A/st`, { aRecords: [{ ipv4Address: '10.1.1.4' }] }),
  row(zone, { numberOfRecordSets: 2 }),
  row(policy, { ruleCollectionGroups: [{ id: `${policy}/ruleCollectionGroups/out` }] }),
  row(`${policy}/ruleCollectionGroups/out`, {
    priority: 200,
    ruleCollections: [{ name: 'all', priority: 100, action: { type: 'Allow' }, rules: [] }],
  }),
  row(account, { publicNetworkAccess: 'Disabled' }),
  row(network('privateEndpoints/pe'), {
    subnet: { id: `${spoke}/subnets/endpoints` },
    privateLinkServiceConnections: [{ properties: { privateLinkServiceId: account, groupIds: ['blob'] } }],
  }),
  row(network('privateEndpoints/pe/privateDnsZoneGroups/default'), {
    privateDnsZoneConfigs: [{ properties: { privateDnsZoneId: zone } }],
  }),
  row(workspace, { storageAccount: account, publicNetworkAccess: 'Disabled' }),
  row(`${workspace}/computes/cpu`, {
    computeType: 'AmlCompute',
    properties: {
      subnet: { id: `${spoke}/subnets/training` },
      scaleSettings: { maxNodeCount: 4 },
      enableNodePublicIp: false,
    },
  }),
];

const columns = ['id', 'name', 'type', 'location', 'properties'] as const;

/** What Azure's tools put around rows. */
const shapes: readonly ((held: readonly Row[]) => unknown)[] = [
  (held) => held,
  (value) => ({ value }),
  (data) => ({ count: data.length, data }),
  (held) => ({
    data: {
      columns: columns.map((name) => ({ name })),
      rows: held.map((one) => columns.map((name) => one[name])),
    },
  }),
];

const mostFiles = 4;
const split = fc.record({
  files: fc.array(fc.nat(mostFiles - 1), { minLength: 20, maxLength: 20 }),
  nested: fc.array(fc.boolean(), { minLength: subnets.length, maxLength: subnets.length }),
  shape: fc.array(fc.constantFrom(...shapes), { minLength: mostFiles, maxLength: mostFiles }),
  isReversed: fc.boolean(),
});

const opened = (files: readonly unknown[], complete: boolean) => {
  const result = importFiles(
    files.map((file, at) => ({ name: `${at}.json`, text: JSON.stringify(file) })),
    { complete },
  );
  if (!result.ok) throw new Error(result.error);
  return { design: result.design, notes: result.notes };
};

const spokeWith = (inside: readonly (typeof subnets)[number][]) =>
  row(spoke, { addressSpace: { addressPrefixes: ['10.1.0.0/16'] }, subnets: inside });

describe('an estate', () => {
  it.each([true, false])('is the same however it is split over files (complete: %s)', (complete) => {
    const whole = opened([[spokeWith(subnets), ...rows]], complete);
    expect(whole.notes).toEqual([]);
    fc.assert(
      fc.property(split, ({ files, nested, shape, isReversed }) => {
        const beside = subnets.filter((_, at) => nested[at] === false);
        const all = [
          spokeWith(subnets.filter((_, at) => nested[at] === true)),
          ...beside.map(({ id, properties }) => row(id, properties)),
          ...rows,
        ];
        const ordered = isReversed ? all.toReversed() : all;
        const parts = shape.map((shaped, file) => shaped(ordered.filter((_, at) => files[at] === file)));
        expect(opened(parts, complete)).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});

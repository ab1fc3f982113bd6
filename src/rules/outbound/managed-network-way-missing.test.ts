import { expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, design, type Properties, testRule } from '#testing';
import { managedNetworkWayMissing } from './managed-network-way-missing.ts';

const closed = { publicNetworkAccess: 'Disabled' } as const;
type Managed = NonNullable<Properties<'workspace'>['managedNetwork']>;
type Rules = NonNullable<Managed['outboundRules']>;

const endpointTo = (destination: string, subresourceTarget: string): Rules[number] => ({
  name: `${destination}-${subresourceTarget}`,
  type: 'PrivateEndpoint',
  destination,
  subresourceTarget,
});

/** A closed workspace with a cluster in its managed network. */
const managed = (
  outboundRules: Rules | undefined,
  isolationMode: Managed['isolationMode'] = 'AllowOnlyApprovedOutbound',
): DesignBuilder =>
  design()
    .inRegion('storage-account', 'stml', closed)
    .inRegion('key-vault', 'kv-ml', closed)
    .inRegion('workspace', 'mlw', {
      storageAccount: 'stml',
      keyVault: 'kv-ml',
      ...closed,
      managedNetwork: { isolationMode, ...(outboundRules ? { outboundRules } : {}) },
    })
    .inRegion('compute-cluster', 'cpu', { workspace: 'mlw', maxNodeCount: 2 });

const withBatch = (builder: DesignBuilder): DesignBuilder =>
  builder.inRegion('batch-endpoint', 'scoring', { workspace: 'mlw' });

testRule(managedNetworkWayMissing, {
  valid: {
    'a network that makes what its cluster needs': { design: managed([]), passes: 1 },
    'rules for queue and table beside a batch endpoint': {
      design: withBatch(managed([endpointTo('stml', 'queue'), endpointTo('stml', 'table')])),
      passes: 1,
    },
    'a network that lets everything out, to open storage': {
      design: withBatch(managed([], 'AllowInternetOutbound')).set('stml', { publicNetworkAccess: 'Enabled' }),
      passes: 1,
    },
    'no managed network': { design: managed([], 'Disabled') },
  },
  invalid: {
    'a batch endpoint without rules for queue and table': {
      design: withBatch(managed([])),
      findings: [
        {
          at: ['mlw', 'stml'],
          message: 'noRule',
          text: 'The managed network of mlw has no private endpoint for queue and table of stml, which cpu needs',
          fix: 'Add a private endpoint rule for queue and table of stml',
        },
      ],
    },
    'the same where the internet is allowed and the account is closed': {
      design: withBatch(managed([endpointTo('stml', 'queue')], 'AllowInternetOutbound')),
      findings: [
        {
          at: ['mlw', 'stml'],
          message: 'noRule',
          text: 'The managed network of mlw has no private endpoint for table of stml, which cpu needs',
          fix: 'Add a private endpoint rule for table of stml',
        },
      ],
    },
    'a rule that denies a tag which the computes need': {
      design: managed([
        { name: 'no-arm', type: 'ServiceTag', destination: 'AzureResourceManager', action: 'Deny' },
      ]),
      findings: [
        {
          at: 'mlw',
          message: 'denied',
          text: 'The managed network of mlw drops TCP 443 to AzureResourceManager, which cpu needs',
        },
      ],
    },
    'a rule to the key vault that failed': {
      design: managed([{ ...endpointTo('kv-ml', 'vault'), status: 'Failed' }]),
      findings: [
        {
          at: ['mlw', 'kv-ml'],
          message: 'noRule',
          text: 'The managed network of mlw has no private endpoint for vault of kv-ml, which cpu needs',
          fix: 'Add a private endpoint rule for vault of kv-ml',
        },
      ],
    },
  },
  undecided: {
    'rules that an export does not list': {
      design: withBatch(managed(undefined)).incomplete(),
      missing: ['the outbound rules of the managed network of mlw'],
    },
  },
});

it('removes of the rules that failed only those to the service, and says so', () => {
  const failed = { status: 'Failed' } as const;
  const rules = [
    { ...endpointTo('kv-ml', 'vault'), ...failed },
    { ...endpointTo('stml', 'blob'), ...failed },
  ];
  const built = managed(rules).build();
  const fix = managedNetworkWayMissing
    .check(built)
    .failed.flatMap(({ fixes }) => fixes)
    .find(({ title }) => title.includes('kv-ml'));
  expect(fix?.changes).toEqual([
    'Remove outbound rule kv-ml-vault of mlw',
    'Add an outbound rule of mlw for a private endpoint to vault of kv-ml',
  ]);
  const workspace = fix?.apply(built, () => 'new' as ResourceId).resources.find(({ id }) => id === 'mlw');
  expect(workspace).toMatchObject({
    managedNetwork: { outboundRules: [rules[1], { destination: 'kv-ml', subresourceTarget: 'vault' }] },
  });
});

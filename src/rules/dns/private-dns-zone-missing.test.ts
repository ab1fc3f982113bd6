import { expect, it } from 'vitest';
import { isolatedWorkspace, testRule } from '#testing';
import { check } from '../check.ts';
import { privateDnsZoneMissing } from './private-dns-zone-missing.ts';

const apiOnly = [{ name: 'default', privateDnsZones: ['privatelink.api.azureml.ms'] }];

/** An endpoint at 10.0.2.20 and on that is in no zone group, and the records that somebody wrote for it. */
const byHand = (
  endpoint: string,
  records: Readonly<Record<string, readonly (readonly [string, string])[]>>,
) =>
  Object.entries(records).reduce(
    (built, [zone, sets]) =>
      built.set(zone, { recordSets: sets.map(([name, value]) => ({ name, type: 'A', values: [value] })) }),
    isolatedWorkspace().set(endpoint, {
      privateDnsZoneGroups: [],
      ipConfigurations: [20, 21, 22].map((last) => ({
        memberName: `${last}`,
        privateIPAddress: `10.0.2.${last}`,
      })),
    }),
  );
const api = 'privatelink.api.azureml.ms';
const notebooks = 'privatelink.notebooks.azure.net';
const vaults = 'privatelink.vaultcore.azure.net';
const id = 'guid.workspace.westeurope';

/** Records by hand for a workspace with an online endpoint, which is called by one of them. */
const withEndpoint = (called: readonly [string, string]) =>
  byHand('pe-mlw-amlworkspace', {
    [api]: [[id, '10.0.2.20'], [`${id}.cert`, '10.0.2.20'], called],
    [notebooks]: [['ml-mlw-westeurope-guid.westeurope', '10.0.2.21']],
  }).inRegion('managed-online-endpoint', 'score', { workspace: 'mlw', publicNetworkAccess: 'Disabled' });

/** A vault endpoint at 10.0.2.20 whose zone group names a zone in which no record leads to it. */
const gone = (records: readonly (readonly [string, string])[]) =>
  isolatedWorkspace()
    .set('pe-kv-ml-vault', {
      ipConfigurations: [{ memberName: 'default', privateIPAddress: '10.0.2.20' }],
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: [vaults], zonesWithoutRecords: [vaults] }],
    })
    .set(vaults, { recordSets: records.map(([name, value]) => ({ name, type: 'A', values: [value] })) });
const goneText =
  'privatelink.vaultcore.azure.net lacks records of pe-kv-ml-vault, although its zone group names the zone: names of kv-ml lead elsewhere or nowhere';

/** An account of AI services in the workspace's network, registered in some of the zones of its kind. */
const account = (accountKind: string, ...zones: readonly string[]) =>
  zones
    .reduce((built, zone) => built.privateDnsZone(zone, 'vnet-ml'), isolatedWorkspace())
    .add('ai-services', 'ai-ml', undefined, { accountKind, publicNetworkAccess: 'Disabled' })
    .add('private-endpoint', 'pe-ai', 'snet-training', {
      target: 'ai-ml',
      groupIds: ['account'],
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: zones }],
    });
const openAiZone = 'privatelink.openai.azure.com';

/** Two endpoints of the workspace in one network, each registered in the zones that are given. */
const twoEndpoints = (first: readonly string[], second: readonly string[], subnet = 'snet-training') =>
  isolatedWorkspace()
    .set('pe-mlw-amlworkspace', { privateDnsZoneGroups: [{ name: 'default', privateDnsZones: first }] })
    .virtualNetwork('vnet-other', '10.9.0.0/16')
    .subnet('snet-other', 'vnet-other', '10.9.0.0/24')
    .add('private-endpoint', 'pe-more', subnet, {
      target: 'mlw',
      groupIds: ['amlworkspace'],
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: second }],
    });

testRule(privateDnsZoneMissing, {
  valid: {
    'two endpoints of one workspace that share its zones between them': {
      design: twoEndpoints([api], [notebooks]),
      passes: 6,
    },
    'an account of kind OpenAI, whose names lie in one zone alone': {
      design: account('OpenAI', openAiZone),
      passes: 6,
    },
    'a zone of a wrong name without records, which is another finding': {
      design: isolatedWorkspace()
        .privateDnsZone('privatelink.vault.azure.net', 'vnet-ml')
        .set('pe-kv-ml-vault', {
          privateDnsZoneGroups: [
            {
              name: 'default',
              privateDnsZones: ['privatelink.vault.azure.net'],
              zonesWithoutRecords: ['privatelink.vault.azure.net'],
            },
          ],
        }),
      passes: 4,
    },
    'a record that leads to another endpoint of the same vault': {
      design: gone([['kv-ml', '10.0.2.40']]).add('private-endpoint', 'pe-more', 'snet-training', {
        target: 'kv-ml',
        groupIds: ['vault'],
        privateDnsZoneGroups: [{ name: 'default', privateDnsZones: [vaults] }],
        ipConfigurations: [{ memberName: 'default', privateIPAddress: '10.0.2.40' }],
      }),
      passes: 6,
    },
    'records by hand for all names of a workspace': {
      design: byHand('pe-mlw-amlworkspace', {
        [api]: [
          [id, '10.0.2.20'],
          [`${id}.cert`, '10.0.2.20'],
        ],
        [notebooks]: [['ml-mlw-westeurope-guid.westeurope', '10.0.2.21']],
      }),
    },
    'records by hand of a workspace with an online endpoint, a wildcard for its callers among them': {
      design: withEndpoint(['*.guid.inference.westeurope', '10.0.2.22']),
    },
    'a record by hand for the one online endpoint there is': {
      design: withEndpoint(['score.guid.inference.westeurope', '10.0.2.22']),
    },
    'a wildcard by hand': { design: byHand('pe-kv-ml-vault', { [vaults]: [['*', '10.0.2.20']] }) },
    'a record by hand into the subnet of an endpoint whose address nobody tells': {
      design: byHand('pe-kv-ml-vault', { [vaults]: [['kv-ml', '10.0.2.30']] }).set('pe-kv-ml-vault', {
        ipConfigurations: undefined,
      }),
    },
    'endpoints that are registered in all their zones': { design: isolatedWorkspace(), passes: 5 },
    'a record written by hand': {
      design: isolatedWorkspace()
        .set('pe-kv-ml-vault', {
          privateDnsZoneGroups: [],
          ipConfigurations: [{ memberName: 'default', privateIPAddress: '10.0.2.20' }],
        })
        .set('privatelink.vaultcore.azure.net', {
          recordSets: [{ name: 'kv-ml', type: 'A', values: ['10.0.2.20'] }],
        }),
    },
  },
  invalid: {
    'two endpoints of one workspace, neither of which is in the zone for notebooks: told once': {
      design: twoEndpoints([api], []),
      findings: [
        {
          at: ['pe-more', 'mlw'],
          message: 'unregistered',
          text: 'mlw resolves to its public address: pe-more is not registered in privatelink.notebooks.azure.net',
          fix: 'Register in privatelink.notebooks.azure.net',
        },
      ],
    },
    'two endpoints of one workspace in networks of their own: each needs its zones': {
      design: twoEndpoints([api, notebooks], [], 'snet-other'),
      findings: [
        {
          at: ['pe-more', 'mlw'],
          message: 'unregistered',
          text: 'mlw resolves to its public address: pe-more is not registered in privatelink.api.azureml.ms and privatelink.notebooks.azure.net',
        },
      ],
    },
    'an account of kind AIServices in one of its three zones': {
      design: account('AIServices', openAiZone),
      findings: [
        {
          at: ['pe-ai', 'ai-ml'],
          message: 'partly',
          text: 'pe-ai is not registered in privatelink.cognitiveservices.azure.com and privatelink.services.ai.azure.com: part of ai-ml resolves to its public address',
        },
      ],
    },
    'a record that was changed since the zone group wrote it': {
      design: gone([['kv-ml', '10.0.9.9']]),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml', vaults],
          message: 'recordGone',
          text: goneText,
          fix: 'Register in privatelink.vaultcore.azure.net again',
        },
      ],
    },
    'a zone that still holds some of the names': {
      design: byHand('pe-mlw-amlworkspace', {
        [api]: [[`${id}.cert`, '10.0.2.20']],
        [notebooks]: [['ml-mlw-westeurope-guid.westeurope', '10.0.2.21']],
      }).set('pe-mlw-amlworkspace', {
        privateDnsZoneGroups: [
          { name: 'default', privateDnsZones: [api, notebooks], zonesWithoutRecords: [api] },
        ],
      }),
      findings: [
        {
          at: ['pe-mlw-amlworkspace', 'mlw', api],
          message: 'recordGone',
          text: 'privatelink.api.azureml.ms lacks records of pe-mlw-amlworkspace, although its zone group names the zone: names of mlw lead elsewhere or nowhere',
        },
      ],
    },
    'a record that was deleted since': {
      design: gone([]),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml', vaults],
          message: 'recordGone',
          text: goneText,
          fix: 'Register in privatelink.vaultcore.azure.net again',
        },
      ],
    },
    'a record by hand under another name': {
      design: byHand('pe-kv-ml-vault', { [vaults]: [['kv-old', '10.0.2.20']] }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'unrecorded',
          text: 'Records by hand in privatelink.vaultcore.azure.net do not give all names of kv-ml the address of pe-kv-ml-vault',
          fix: 'Register in privatelink.vaultcore.azure.net',
        },
      ],
    },
    'a record by hand that leads elsewhere': {
      design: byHand('pe-kv-ml-vault', { [vaults]: [['kv-ml', '10.0.9.9']] }),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'unrecorded',
          text: 'Records by hand in privatelink.vaultcore.azure.net do not give all names of kv-ml the address of pe-kv-ml-vault',
        },
      ],
    },
    'records by hand of a workspace that lack the names of its online endpoints': {
      design: withEndpoint(['other.guid.inference.westeurope', '10.0.2.22']),
      findings: [
        {
          at: ['pe-mlw-amlworkspace', 'mlw'],
          message: 'unrecorded',
          text: 'Records by hand in privatelink.api.azureml.ms do not give all names of mlw the address of pe-mlw-amlworkspace',
        },
      ],
    },
    'records by hand of a workspace that lack one of its names': {
      design: byHand('pe-mlw-amlworkspace', {
        [api]: [[id, '10.0.2.20']],
        [notebooks]: [['ml-mlw-westeurope-guid.westeurope', '10.0.2.21']],
      }),
      findings: [
        {
          at: ['pe-mlw-amlworkspace', 'mlw'],
          message: 'unrecorded',
          text: 'Records by hand in privatelink.api.azureml.ms do not give all names of mlw the address of pe-mlw-amlworkspace',
        },
      ],
    },
    'a workspace endpoint without the zone of notebooks': {
      design: isolatedWorkspace().set('pe-mlw-amlworkspace', { privateDnsZoneGroups: apiOnly }),
      findings: [
        {
          at: ['pe-mlw-amlworkspace', 'mlw'],
          message: 'partly',
          text: 'pe-mlw-amlworkspace is not registered in privatelink.notebooks.azure.net: part of mlw resolves to its public address',
          fix: 'Register in privatelink.notebooks.azure.net',
        },
      ],
    },
    'an endpoint without a zone group, and its zone nowhere': {
      design: isolatedWorkspace()
        .set('pe-stml-blob', { privateDnsZoneGroups: [] })
        .remove('privatelink.blob.core.windows.net'),
      findings: [
        {
          at: ['pe-stml-blob', 'stml'],
          message: 'unregistered',
          text: 'stml resolves to its public address: pe-stml-blob is not registered in privatelink.blob.core.windows.net',
        },
      ],
    },
    'a zone group that names a zone which the whole estate does not hold': {
      design: isolatedWorkspace()
        .set('privatelink.vaultcore.azure.net', { presence: 'not-shown', virtualNetworkLinks: undefined })
        .wholeExport(),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml'],
          message: 'unregistered',
          text: 'kv-ml resolves to its public address: pe-kv-ml-vault is not registered in privatelink.vaultcore.azure.net',
          fix: 'Register in privatelink.vaultcore.azure.net',
        },
      ],
    },
  },
  undecided: {
    'an endpoint that only its service tells of': {
      design: isolatedWorkspace()
        .set('pe-stml-blob', { presence: 'not-shown', target: undefined, privateDnsZoneGroups: undefined })
        .set('stml', {
          privateEndpointConnections: [{ privateEndpoint: 'pe-stml-blob', groupIds: ['blob'] }],
        })
        .wholeExport(),
      missing: ['the DNS zone groups of private endpoints'],
    },
    'zone groups that Resource Graph does not list': {
      design: isolatedWorkspace().set('pe-stml-blob', { privateDnsZoneGroups: undefined }).incomplete(),
      missing: ['the DNS zone groups of private endpoints'],
    },
  },
});

it('draws as missing only zones that are not there', () => {
  const drawnFor = (built: ReturnType<typeof isolatedWorkspace>) =>
    check(built.build(), { today: '2026-11-23' })
      .findings.filter(({ rule }) => rule === privateDnsZoneMissing.id)
      .flatMap(({ ghosts }) => ghosts.map(({ name }) => name));
  expect(drawnFor(isolatedWorkspace().remove(vaults))).toEqual([vaults]);
  expect(drawnFor(isolatedWorkspace().set('pe-kv-ml-vault', { privateDnsZoneGroups: [] }))).toEqual([]);
});

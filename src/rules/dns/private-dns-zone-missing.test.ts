import { isolatedWorkspace, testRule } from '#testing';
import { privateDnsZoneMissing } from './private-dns-zone-missing.ts';

const apiOnly = [{ name: 'default', privateDnsZones: ['privatelink.api.azureml.ms'] }];

testRule(privateDnsZoneMissing, {
  valid: {
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

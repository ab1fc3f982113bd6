import { isolatedWorkspace, testRule } from '#testing';
import { privateDnsZoneWrong } from './private-dns-zone-wrong.ts';

const misnamed = () =>
  isolatedWorkspace()
    .remove('privatelink.vaultcore.azure.net')
    .privateDnsZone('privatelink.vault.azure.net', 'vnet-ml')
    .set('pe-kv-ml-vault', {
      privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['privatelink.vault.azure.net'] }],
    });

testRule(privateDnsZoneWrong, {
  valid: {
    'endpoints in the zones that their names need': { design: isolatedWorkspace(), passes: 5 },
    'an endpoint without a zone group, which is missing rather than wrong': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { privateDnsZoneGroups: [] }),
    },
    'a zone whose name differs in case': {
      design: isolatedWorkspace().set('privatelink.azurecr.io', { name: 'PrivateLink.AzureCR.io' }),
    },
  },
  invalid: {
    'a vault endpoint in privatelink.vault.azure.net': {
      design: misnamed(),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml', 'privatelink.vault.azure.net'],
          message: 'wrong',
          text: 'kv-ml resolves to its public address: pe-kv-ml-vault is registered in privatelink.vault.azure.net, but the name needs privatelink.vaultcore.azure.net',
          fix: 'Register in privatelink.vaultcore.azure.net',
        },
      ],
    },
    'the zones of the public cloud in US Government': {
      design: isolatedWorkspace()
        .goals({ cloud: 'us-government' })
        .remove('pe-stml-file', 'pe-stml-blob', 'pe-mlw-amlworkspace', 'pe-crml-registry'),
      findings: [
        {
          at: ['pe-kv-ml-vault', 'kv-ml', 'privatelink.vaultcore.azure.net'],
          message: 'wrong',
          text: 'kv-ml resolves to its public address: pe-kv-ml-vault is registered in privatelink.vaultcore.azure.net, but the name needs privatelink.vaultcore.usgovcloudapi.net',
        },
      ],
    },
  },
  undecided: {
    'a zone group that an export does not list': {
      design: isolatedWorkspace().set('pe-kv-ml-vault', { privateDnsZoneGroups: undefined }).incomplete(),
      missing: ['the DNS zone groups of private endpoints'],
    },
  },
});

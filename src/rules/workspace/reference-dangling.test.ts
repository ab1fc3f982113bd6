import { isolatedWorkspace, testRule } from '#testing';
import { referenceDangling } from './reference-dangling.ts';

const withRule = (subnet: string) =>
  isolatedWorkspace().set('stml', {
    networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'], virtualNetworkRules: [subnet] },
  });

/** An endpoint of a service in a subscription that nobody exports. */
const ofPartner = (connectionStatus: 'Approved' | 'Disconnected') =>
  isolatedWorkspace()
    .set('vnet-ml', { azureId: '/subscriptions/1/resourceGroups/a/providers/b/c/vnet-ml' })
    .add('storage-account', 'stpartner', undefined, {
      presence: 'not-shown',
      azureId: '/subscriptions/2/resourceGroups/a/providers/b/c/stpartner',
    })
    .privateEndpoint('stpartner', 'blob', 'snet-training', ['privatelink.blob.core.windows.net'], {
      connectionStatus,
    })
    .wholeExport();

testRule(referenceDangling, {
  valid: {
    'an approved endpoint of a service of a partner': { design: ofPartner('Approved') },
    'a design in which everything named exists': { design: isolatedWorkspace() },
    'a rule for a subnet that exists': { design: withRule('snet-training') },
    'a rule for a subnet outside an incomplete export': { design: withRule('snet-elsewhere').incomplete() },
    'a peering to a network of virtual WAN, in a subscription of Microsoft': {
      design: isolatedWorkspace()
        .set('vnet-ml', { azureId: '/subscriptions/1/resourceGroups/a/providers/b/c/vnet-ml' })
        .add('virtual-network', 'HV_hub', undefined, {
          addressPrefixes: [],
          presence: 'not-shown',
          azureId: '/subscriptions/2/resourceGroups/a/providers/b/c/HV_hub',
        })
        .add('virtual-network-peering', 'to-hub', 'vnet-ml', { remoteVirtualNetwork: 'HV_hub' })
        .wholeExport(),
    },
    'an endpoint elsewhere that a service lists as connected': {
      design: isolatedWorkspace()
        .set('stml', { privateEndpointConnections: [{ privateEndpoint: 'pe-elsewhere' }] })
        .wholeExport(),
    },
    'a subnet that a design says exists elsewhere': {
      design: withRule('snet-elsewhere').add('subnet', 'snet-elsewhere', undefined, {
        presence: 'not-shown',
      }),
    },
  },
  invalid: {
    'an endpoint whose partner ended the connection': {
      design: ofPartner('Disconnected'),
      findings: [
        {
          at: 'pe-stpartner-blob',
          message: 'dangling',
          severity: 'error',
          text: 'pe-stpartner-blob names stpartner, which does not exist',
        },
      ],
    },
    'a network rule for a subnet that is not there': {
      design: withRule('snet-gone'),
      findings: [
        {
          at: 'stml',
          message: 'dangling',
          severity: 'error',
          text: 'stml names snet-gone, which does not exist',
        },
      ],
    },
    'a route table that is not there': {
      design: isolatedWorkspace().set('snet-training', { routeTable: 'rt-gone' }),
      findings: [
        {
          at: 'snet-training',
          message: 'unjudged',
          severity: 'warning',
          text: 'snet-training names rt-gone, which does not exist: what it decides cannot be judged',
        },
      ],
    },
    'a workspace whose storage account and key vault only an id tells of': {
      design: isolatedWorkspace()
        .remove('pe-stml-blob', 'pe-stml-file', 'pe-kv-ml-vault')
        .set('stml', { presence: 'not-shown' })
        .set('kv-ml', { presence: 'not-shown' })
        .wholeExport(),
      findings: [
        {
          at: 'mlw',
          message: 'unjudged',
          severity: 'warning',
          text: 'mlw names kv-ml and stml, which do not exist: what they decide cannot be judged',
        },
      ],
    },
    'a peering to a network that is in none of the files': {
      design: isolatedWorkspace()
        .add('virtual-network', 'vnet-gone', undefined, { addressPrefixes: [], presence: 'not-shown' })
        .add('virtual-network-peering', 'to-gone', 'vnet-ml', { remoteVirtualNetwork: 'vnet-gone' })
        .wholeExport(),
      findings: [
        {
          at: 'to-gone',
          message: 'unjudged',
          severity: 'warning',
          text: 'to-gone names vnet-gone, which does not exist: what it decides cannot be judged',
        },
      ],
    },
    'an address of a NAT gateway that is not there': {
      design: isolatedWorkspace().remove('pip-nat'),
      findings: [
        {
          at: 'nat-ml',
          message: 'several',
          severity: 'note',
          text: 'nat-ml names pip-nat, which does not exist',
        },
      ],
    },
  },
});

import { design, testRule } from '#testing';
import { studioStorageEndpointMissing } from './studio-storage-endpoint-missing.ts';

const blobZone = 'privatelink.blob.core.windows.net';
const fileZone = 'privatelink.file.core.windows.net';

/** A workspace with a managed network and an endpoint for people; its storage is closed or open. */
const managed = (publicNetworkAccess: 'Enabled' | 'Disabled' = 'Disabled') =>
  design()
    .virtualNetwork('vnet-people', '10.0.0.0/16')
    .subnet('snet-endpoints', 'vnet-people', '10.0.1.0/24')
    .inRegion('storage-account', 'stml', { publicNetworkAccess })
    .inRegion('workspace', 'mlw', {
      storageAccount: 'stml',
      publicNetworkAccess: 'Disabled',
      managedNetwork: { isolationMode: 'AllowInternetOutbound' },
    });
const reached = (publicNetworkAccess?: 'Enabled' | 'Disabled') =>
  managed(publicNetworkAccess).privateEndpoint('mlw', 'amlworkspace', 'snet-endpoints');
const blob = () => reached().privateEndpoint('stml', 'blob', 'snet-endpoints', [blobZone]);

testRule(studioStorageEndpointMissing, {
  valid: {
    'both endpoints': {
      design: blob().privateEndpoint('stml', 'file', 'snet-endpoints', [fileZone]),
      passes: 1,
    },
    'storage that is open': { design: reached('Enabled'), passes: 0 },
    'a workspace that nobody reaches privately': { design: managed(), passes: 0 },
    'a workspace without a managed network': {
      design: reached().set('mlw', { managedNetwork: undefined }),
      passes: 0,
    },
  },
  invalid: {
    'no endpoint at all': {
      design: reached(),
      findings: [
        {
          at: ['stml', 'mlw'],
          message: 'missing',
          text: 'People cannot open notebooks of mlw in studio: stml has no blob and file endpoint in a network of theirs',
          severity: 'warning',
          fix: 'Add the blob and file endpoints',
        },
      ],
    },
    'blob only': {
      design: blob(),
      findings: [
        {
          at: ['stml', 'mlw'],
          message: 'missing',
          text: 'People cannot open notebooks of mlw in studio: stml has no file endpoint in a network of theirs',
          fix: 'Add the file endpoint',
        },
      ],
    },
  },
  undecided: {
    'an export that may lack endpoints': {
      design: reached().incomplete(),
      missing: ["the private endpoints of stml in people's networks"],
    },
  },
});

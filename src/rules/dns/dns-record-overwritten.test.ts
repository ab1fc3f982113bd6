import { isolatedWorkspace, testRule } from '#testing';
import { dnsRecordOverwritten } from './dns-record-overwritten.ts';

const second = (zones: readonly string[]) =>
  isolatedWorkspace().add('private-endpoint', 'pe-second', 'snet-training', {
    target: 'stml',
    groupIds: ['blob'],
    privateDnsZoneGroups: [{ name: 'default', privateDnsZones: zones }],
  });

testRule(dnsRecordOverwritten, {
  valid: {
    'one endpoint for each sub-resource': { design: isolatedWorkspace() },
    'one endpoint whose group names a zone twice': {
      design: isolatedWorkspace().set('pe-stml-blob', {
        privateDnsZoneGroups: [
          {
            name: 'default',
            privateDnsZones: ['privatelink.blob.core.windows.net', 'privatelink.blob.core.windows.net'],
          },
        ],
      }),
    },
    'a second endpoint that is registered nowhere': { design: second([]) },
  },
  invalid: {
    'two endpoints in one zone': {
      design: second(['privatelink.blob.core.windows.net']),
      findings: [
        {
          at: ['pe-second', 'pe-stml-blob', 'privatelink.blob.core.windows.net'],
          message: 'overwritten',
          severity: 'warning',
          text: 'pe-second and pe-stml-blob write the same record for stml in privatelink.blob.core.windows.net',
          fix: 'Share pe-stml-blob, and remove pe-second',
        },
      ],
    },
    'an endpoint in a network that is not joined, which cannot do without it': {
      design: isolatedWorkspace()
        .virtualNetwork('apart', '10.77.0.0/16')
        .subnet('snet-apart', 'apart', '10.77.0.0/24')
        .add('private-endpoint', 'pe-apart', 'snet-apart', {
          target: 'stml',
          groupIds: ['blob'],
          privateDnsZoneGroups: [{ name: 'default', privateDnsZones: ['privatelink.blob.core.windows.net'] }],
        }),
      findings: [
        {
          at: ['pe-apart', 'pe-stml-blob', 'privatelink.blob.core.windows.net'],
          message: 'overwritten',
          text: 'pe-apart and pe-stml-blob write the same record for stml in privatelink.blob.core.windows.net',
          fix: undefined,
        },
      ],
    },
  },
});

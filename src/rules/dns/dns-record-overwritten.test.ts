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
        },
      ],
    },
  },
});

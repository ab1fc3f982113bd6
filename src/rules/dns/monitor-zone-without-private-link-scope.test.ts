import { design, testRule } from '#testing';
import { monitorZoneWithoutPrivateLinkScope } from './monitor-zone-without-private-link-scope.ts';

const zone = 'privatelink.monitor.azure.com';
const linked = () => design().virtualNetwork('vnet-hub', '10.0.0.0/16').privateDnsZone(zone, 'vnet-hub');

testRule(monitorZoneWithoutPrivateLinkScope, {
  valid: {
    'a zone that is linked nowhere': { design: design().privateDnsZone(zone) },
    'a scope with an endpoint': {
      design: linked()
        .subnet('snet', 'vnet-hub', '10.0.0.0/24')
        .add('azure-monitor-private-link-scope', 'ampls')
        .add('private-endpoint', 'pe-monitor', 'snet', { target: 'ampls', groupIds: ['azuremonitor'] }),
      passes: 1,
    },
    'records written by hand': {
      design: linked().set(zone, { recordSets: [{ name: 'api', type: 'A', values: ['10.0.0.4'] }] }),
      passes: 1,
    },
  },
  invalid: {
    'a linked zone with nothing behind it': {
      design: linked(),
      findings: [
        {
          at: zone,
          message: 'empty',
          severity: 'warning',
          text: 'Azure Monitor does not resolve in vnet-hub: privatelink.monitor.azure.com is linked, but no private link scope has an endpoint',
        },
      ],
    },
  },
  undecided: {
    'an endpoint that may lie outside the export': {
      design: linked().incomplete(),
      missing: ['private endpoints of Azure Monitor Private Link Scopes'],
    },
  },
});

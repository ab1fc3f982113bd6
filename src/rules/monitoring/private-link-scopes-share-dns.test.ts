import { design, testRule } from '#testing';
import { privateLinkScopesShareDns } from './private-link-scopes-share-dns.ts';

const zone = 'privatelink.monitor.azure.com';
const two = () =>
  design()
    .virtualNetwork('vnet-a', '10.0.0.0/16')
    .subnet('snet-a', 'vnet-a', '10.0.0.0/24')
    .virtualNetwork('vnet-b', '10.1.0.0/16')
    .subnet('snet-b', 'vnet-b', '10.1.0.0/24')
    .inRegion('azure-monitor-private-link-scope', 'ampls-a')
    .inRegion('azure-monitor-private-link-scope', 'ampls-b')
    .privateEndpoint('ampls-a', 'azuremonitor', 'snet-a', [zone]);

testRule(privateLinkScopesShareDns, {
  valid: {
    'two scopes, each with a zone of its own': {
      design: two()
        .add('private-dns-zone', 'zone-b', undefined, { virtualNetworkLinks: [] })
        .set('zone-b', { name: zone })
        .privateEndpoint('ampls-b', 'azuremonitor', 'snet-b', ['zone-b']),
      passes: 2,
    },
    'two endpoints of one scope': {
      design: two().add('private-endpoint', 'pe-again', 'snet-b', {
        target: 'ampls-a',
        groupIds: ['azuremonitor'],
        privateDnsZoneGroups: [{ name: 'default', privateDnsZones: [zone] }],
      }),
      passes: 1,
    },
  },
  invalid: {
    'two scopes in one zone': {
      design: two().privateEndpoint('ampls-b', 'azuremonitor', 'snet-b', [zone]),
      findings: [
        {
          at: ['pe-ampls-a-azuremonitor', 'pe-ampls-b-azuremonitor', zone],
          message: 'shared',
          text: `ampls-a and ampls-b write the same records in ${zone}`,
        },
      ],
    },
  },
});

import { isolatedWorkspace, testRule } from '#testing';
import { privateDnsZoneNotLinked } from './private-dns-zone-not-linked.ts';

const links = (...networks: readonly string[]) => ({
  virtualNetworkLinks: networks.map((virtualNetwork) => ({ name: virtualNetwork, virtualNetwork })),
});

const withHub = () =>
  isolatedWorkspace()
    .virtualNetwork('vnet-hub', '10.1.0.0/16')
    .subnet('snet-dns', 'vnet-hub', '10.1.0.0/28')
    .peering('vnet-hub', 'vnet-ml')
    .add('dns-server', 'dns-hub', 'snet-dns', { ipAddress: '10.1.0.4', forwarders: ['168.63.129.16'] })
    .set('vnet-ml', { dnsServers: ['10.1.0.4'] });

const hubZones = [
  'privatelink.api.azureml.ms',
  'privatelink.azurecr.io',
  'privatelink.blob.core.windows.net',
  'privatelink.file.core.windows.net',
  'privatelink.notebooks.azure.net',
  'privatelink.vaultcore.azure.net',
];

testRule(privateDnsZoneNotLinked, {
  valid: {
    'zones that are linked to the network of the computes': { design: isolatedWorkspace(), passes: 6 },
    'zones that are linked to the hub whose DNS server the network asks': {
      design: hubZones.reduce((builder, zone) => builder.set(zone, links('vnet-hub')), withHub()),
      passes: 6,
    },
  },
  invalid: {
    'a zone without a link': {
      design: isolatedWorkspace().set('privatelink.azurecr.io', links()),
      findings: [
        {
          at: ['privatelink.azurecr.io', 'vnet-ml'],
          message: 'notLinked',
          text: 'privatelink.azurecr.io is not linked to vnet-ml: crml resolves to a public address there',
          fix: 'Link the zone to vnet-ml',
        },
      ],
    },
    'a zone that is linked to the asking network but not to that of its DNS server': {
      design: hubZones
        .filter((zone) => zone !== 'privatelink.azurecr.io')
        .reduce((builder, zone) => builder.set(zone, links('vnet-hub')), withHub()),
      findings: [
        {
          at: ['privatelink.azurecr.io', 'vnet-hub'],
          message: 'notLinked',
          text: 'privatelink.azurecr.io is not linked to vnet-hub: crml resolves to a public address there',
        },
      ],
    },
    'an empty zone of the same name that is linked instead, which no second one can join': {
      design: isolatedWorkspace()
        .set('privatelink.azurecr.io', links())
        .add('private-dns-zone', 'twin', undefined, { name: 'privatelink.azurecr.io', ...links('vnet-ml') }),
      findings: [
        {
          at: ['privatelink.azurecr.io', 'vnet-ml'],
          message: 'notLinked',
          text: 'privatelink.azurecr.io is not linked to vnet-ml: crml resolves to a public address there',
        },
      ],
    },
  },
  undecided: {
    'links that an export does not list': {
      design: isolatedWorkspace()
        .set('privatelink.azurecr.io', { virtualNetworkLinks: undefined })
        .incomplete(),
      missing: ['the virtual network links of private DNS zones'],
    },
  },
});

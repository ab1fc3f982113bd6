import { design, testRule } from '#testing';
import { privateEndpointBypassesRoute } from './private-endpoint-bypasses-route.ts';

const routed = (
  addressPrefix: string,
  privateEndpointNetworkPolicies?: 'NetworkSecurityGroupEnabled' | 'RouteTableEnabled',
) =>
  design()
    .virtualNetwork('vnet', '10.0.0.0/16')
    .subnet('snet', 'vnet', '10.0.1.0/24')
    .subnet('AzureFirewallSubnet', 'vnet', '10.0.9.0/26')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { privateIPAddress: '10.0.9.4' })
    .subnet('snet-endpoints', 'vnet', '10.0.2.0/24', {
      ...(privateEndpointNetworkPolicies ? { privateEndpointNetworkPolicies } : {}),
    })
    .inRegion('storage-account', 'stml')
    .privateEndpoint('stml', 'blob', 'snet-endpoints')
    .routeTable(
      'rt',
      [{ name: 'inspect', addressPrefix, nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.9.4' }],
      'snet',
    );

testRule(privateEndpointBypassesRoute, {
  valid: {
    'a default route, which is not meant for endpoints': { design: routed('0.0.0.0/0'), passes: 0 },
    'a route for the whole network, meant for its machines too': { design: routed('10.0.0.0/16'), passes: 0 },
    'a route for one endpoint': { design: routed('10.0.2.4/32'), passes: 0 },
    'a subnet that lets route tables count': {
      design: routed('10.0.2.0/24', 'RouteTableEnabled'),
      passes: 1,
    },
  },
  invalid: {
    'a route for the subnet of the endpoints': {
      design: routed('10.0.2.0/24'),
      findings: [
        {
          at: ['rt', 'snet-endpoints'],
          message: 'unheeded',
          text: 'inspect of rt sends 10.0.2.0/24 to an appliance, but pe-stml-blob in snet-endpoints is reached past it',
          severity: 'warning',
          fix: 'Let route tables count',
        },
      ],
    },
    'the same where security groups alone count': {
      design: routed('10.0.2.0/25', 'NetworkSecurityGroupEnabled'),
      findings: [
        {
          at: ['rt', 'snet-endpoints'],
          message: 'unheeded',
          text: 'inspect of rt sends 10.0.2.0/25 to an appliance, but pe-stml-blob in snet-endpoints is reached past it',
          fix: 'Let route tables count',
        },
      ],
    },
  },
});

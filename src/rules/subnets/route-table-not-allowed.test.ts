import { design, testRule } from '#testing';
import { routeTableNotAllowed } from './route-table-not-allowed.ts';

const toAppliance = [
  {
    name: 'default',
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: '10.9.0.4',
  } as const,
];
const subnet = (name: string) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet(name, 'vnet', '10.0.0.0/26');
const firewall = (properties: object) =>
  subnet('AzureFirewallSubnet')
    .subnet('AzureFirewallManagementSubnet', 'vnet', '10.0.1.0/26')
    .add('azure-firewall', 'afw', 'AzureFirewallSubnet', properties)
    .routeTable('rt', toAppliance, 'AzureFirewallSubnet');

testRule(routeTableNotAllowed, {
  valid: {
    'a tunnelled firewall with a management configuration': {
      design: firewall({ managementSubnet: 'AzureFirewallManagementSubnet' }),
      passes: 1,
    },
    'a gateway subnet whose table has no default route': {
      design: subnet('GatewaySubnet').routeTable('rt', [], 'GatewaySubnet'),
      passes: 1,
    },
    'any table on a subnet of any name': { design: subnet('snet').routeTable('rt', toAppliance, 'snet') },
  },
  invalid: {
    'an application gateway behind a firewall': {
      design: subnet('snet-web')
        .add('application-gateway', 'agw', 'snet-web')
        .routeTable('rt', toAppliance, 'snet-web'),
      findings: [
        {
          at: ['snet-web', 'rt'],
          message: 'balancer',
          text: 'rt sends the default route of snet-web elsewhere, which agw does not support',
          fix: 'Detach the route table',
        },
      ],
    },
    'a Bastion subnet with a table': {
      design: subnet('AzureBastionSubnet').routeTable('rt', [], 'AzureBastionSubnet'),
      findings: [
        {
          at: ['AzureBastionSubnet', 'rt'],
          message: 'none',
          text: 'AzureBastionSubnet has route table rt, but may have none',
          fix: 'Detach the route table',
        },
      ],
    },
    'a gateway subnet with a default route': {
      design: subnet('GatewaySubnet').routeTable('rt', toAppliance, 'GatewaySubnet'),
      findings: [
        {
          at: ['GatewaySubnet', 'rt'],
          message: 'defaultRoute',
          text: 'rt sends the default route of GatewaySubnet elsewhere, which cuts its service off',
        },
      ],
    },
    'a tunnelled firewall without a management configuration': {
      design: firewall({}),
      findings: [
        {
          at: ['AzureFirewallSubnet', 'rt'],
          message: 'firewall',
          text: 'rt tunnels AzureFirewallSubnet, but afw has no management configuration',
        },
      ],
    },
  },
  undecided: {
    'a table whose routes are not shown': {
      design: subnet('GatewaySubnet')
        .routeTable('rt', [], 'GatewaySubnet')
        .set('rt', { presence: 'not-shown' }),
      missing: ['the routes of rt'],
    },
  },
});

import { design, testRule } from '#testing';
import { gatewayTransitRefused } from './gateway-transit-refused.ts';

const hubAndSpoke = (allowGatewayTransit: boolean) =>
  design()
    .virtualNetwork('vnet-hub', '10.0.0.0/16')
    .subnet('GatewaySubnet', 'vnet-hub', '10.0.0.0/27')
    .add('virtual-network-gateway', 'vgw-hub', 'GatewaySubnet')
    .virtualNetwork('vnet-spoke', '10.1.0.0/16')
    .add('virtual-network-peering', 'to-spoke', 'vnet-hub', {
      remoteVirtualNetwork: 'vnet-spoke',
      allowGatewayTransit,
    })
    .add('virtual-network-peering', 'to-hub', 'vnet-spoke', {
      remoteVirtualNetwork: 'vnet-hub',
      useRemoteGateways: true,
    });

testRule(gatewayTransitRefused, {
  valid: {
    'a hub that allows gateway transit': { design: hubAndSpoke(true), passes: 1 },
    'a hub that is not shown': { design: hubAndSpoke(false).set('vnet-hub', { presence: 'not-shown' }) },
  },
  invalid: {
    'a hub that does not allow gateway transit': {
      design: hubAndSpoke(false),
      findings: [
        {
          at: ['to-spoke', 'to-hub'],
          message: 'notAllowed',
          text: 'vnet-spoke uses the gateway of vnet-hub, but to-spoke does not allow gateway transit',
          fix: 'Allow gateway transit',
        },
      ],
    },
    'a spoke with a gateway of its own': {
      design: hubAndSpoke(true)
        .subnet('GatewaySubnet', 'vnet-spoke', '10.1.0.0/27')
        .add('virtual-network-gateway', 'vgw-spoke', 'vnet-spoke/GatewaySubnet'),
      findings: [
        {
          at: ['to-hub', 'vgw-spoke'],
          message: 'ownGateway',
          text: 'vnet-spoke uses the gateway of vnet-hub although it has vgw-spoke of its own',
          fix: 'Use the own gateway',
        },
      ],
    },
  },
});

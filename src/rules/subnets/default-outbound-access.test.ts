import { design, isolatedWorkspace, testRule } from '#testing';
import { defaultOutboundAccess } from './default-outbound-access.ts';

const one = (properties: object) =>
  design().virtualNetwork('vnet', '10.0.0.0/16').subnet('snet-work', 'vnet', '10.0.0.0/24', properties);

testRule(defaultOutboundAccess, {
  valid: {
    'private subnets': { design: one({ defaultOutboundAccess: false }), passes: 1 },
    'a subnet with a NAT gateway': {
      design: one({ natGateway: 'nat' }).inRegion('nat-gateway', 'nat'),
      passes: 1,
    },
    'a subnet that Azure keeps for a service': {
      design: design().virtualNetwork('vnet', '10.0.0.0/16').subnet('GatewaySubnet', 'vnet', '10.0.0.0/27'),
    },
  },
  invalid: {
    'subnets in which the property is not set': {
      design: one({}).subnet('snet-more', 'vnet', '10.0.1.0/24', { defaultOutboundAccess: true }),
      findings: [
        {
          at: ['snet-more', 'snet-work'],
          message: 'notOff',
          severity: 'note',
          text: 'vnet leaves default outbound access on in snet-more and snet-work',
          fix: 'Turn default outbound access off',
        },
      ],
    },
    'computes that have no other way out': {
      design: isolatedWorkspace().set('snet-training', {
        natGateway: undefined,
        defaultOutboundAccess: undefined,
      }),
      findings: [
        {
          at: ['snet-training', 'ci-research', 'cpu-cluster'],
          message: 'reliedUpon',
          severity: 'warning',
          text: 'ci-research and cpu-cluster in snet-training have no way out but default outbound access, which new networks lack',
        },
      ],
    },
  },
});

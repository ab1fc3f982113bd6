import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { requiredInboundMissing } from './required-inbound-missing.ts';

const publicInstance = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  isolatedWorkspace()
    .set('ci-research', { enableNodePublicIp: true })
    .securityGroup('nsg-in', rules, 'snet-training');
const allow = (source: string) => securityRule(200, 'Allow', 'Inbound', source, '*', '44224', 'Tcp');

const gateway = (skuTier: string, ports: string) =>
  isolatedWorkspace()
    .subnet('snet-gateway', 'vnet-ml', '10.0.9.0/24')
    .add('application-gateway', 'agw', 'snet-gateway', { skuTier })
    .securityGroup(
      'nsg-gateway',
      [securityRule(100, 'Allow', 'Inbound', 'GatewayManager', '*', ports)],
      'snet-gateway',
    );
const bastion = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  isolatedWorkspace()
    .subnet('AzureBastionSubnet', 'vnet-ml', '10.0.8.0/26')
    .add('bastion', 'bastion', 'AzureBastionSubnet')
    .securityGroup('nsg-bastion', rules, 'AzureBastionSubnet');

/** Bastion with a public address, which Azure may manage. */
const publicBastion = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  bastion(securityRule(100, 'Allow', 'Inbound', 'GatewayManager', '*', '443', 'Tcp'), ...rules)
    .inRegion('public-ip-address', 'pip-bastion', {})
    .set('bastion', { publicIPAddresses: ['pip-bastion'] });

testRule(requiredInboundMissing, {
  valid: {
    'Bastion for browsers of one’s own office': {
      design: publicBastion(securityRule(110, 'Allow', 'Inbound', '198.51.100.0/24', '*', '443', 'Tcp')),
      passes: 3,
    },
    'computes without public IP addresses': { design: isolatedWorkspace() },
    'a rule for the service tag': { design: publicInstance(allow('azuremachinelearning')), passes: 1 },
    'a rule for the whole internet': { design: publicInstance(allow('Internet')), passes: 1 },
    'an application gateway of the first generation with the ports of its own': {
      design: gateway('Standard_Small', '65503-65534'),
      passes: 2,
    },
    'Bastion whose hosts and probes Azure’s own rules let in': {
      design: bastion(securityRule(100, 'Allow', 'Inbound', 'GatewayManager', '*', '443', 'Tcp')),
      passes: 3,
    },
    'a deny of somebody else’s subnet above it': {
      design: publicInstance(
        securityRule(150, 'Deny', 'Inbound', '*', '10.77.0.0/24', '*'),
        allow('AzureMachineLearning'),
      ),
      passes: 1,
    },
    'probes, whom a deny of the internet does not hold': {
      design: bastion(
        securityRule(100, 'Allow', 'Inbound', 'GatewayManager', '*', '443', 'Tcp'),
        securityRule(200, 'Deny', 'Inbound', 'Internet', '*'),
      ),
      passes: 3,
    },
    'a subnet without a security group': {
      design: publicInstance().set('snet-training', { networkSecurityGroup: undefined }),
    },
  },
  invalid: {
    'Bastion with a public address that no browser gets to': {
      design: publicBastion(),
      findings: [
        {
          at: ['nsg-bastion', 'bastion'],
          message: 'shutOut',
          text: 'nsg-bastion shuts out Internet on TCP 443, which bastion needs',
        },
      ],
    },
    'an application gateway of the second generation with the ports of the first': {
      design: gateway('WAF_v2', '65503-65534'),
      findings: [
        {
          at: ['nsg-gateway', 'agw'],
          message: 'shutOut',
          text: 'nsg-gateway shuts out GatewayManager on TCP 65200-65535, which agw needs',
        },
      ],
    },
    'Bastion whose hosts a rule of one’s own keeps apart': {
      design: bastion(
        securityRule(100, 'Allow', 'Inbound', 'GatewayManager', '*', '443', 'Tcp'),
        securityRule(110, 'Allow', 'Inbound', 'AzureLoadBalancer', '*', '443', 'Tcp'),
        securityRule(4000, 'Deny', 'Inbound', '*', '*'),
      ),
      findings: [
        {
          at: ['nsg-bastion', 'bastion'],
          message: 'shutOut',
          text: 'nsg-bastion shuts out VirtualNetwork on 8080, 5701, which bastion needs',
        },
      ],
    },
    'default rules only, behind a default route that the tag VirtualNetwork might hold': {
      design: publicInstance().routeTable(
        'rt',
        [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }],
        'snet-training',
      ),
      findings: [
        {
          at: ['nsg-in', 'ci-research'],
          message: 'mayShutOut',
          severity: 'warning',
          text: 'nsg-in may shut out AzureMachineLearning on TCP 44224, which ci-research needs',
          fix: 'Allow AzureMachineLearning on 44224',
        },
      ],
    },
    'a rule that denies all, whatever the tag VirtualNetwork holds': {
      design: publicInstance(securityRule(4000, 'Deny', 'Inbound', '*', '*')).routeTable(
        'rt',
        [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'None' }],
        'snet-training',
      ),
      findings: [
        {
          at: ['nsg-in', 'ci-research'],
          message: 'shutOut',
          severity: 'error',
          text: 'nsg-in shuts out AzureMachineLearning on TCP 44224, which ci-research needs',
        },
      ],
    },
    'default rules only, which deny the rest': {
      design: publicInstance(),
      findings: [
        {
          at: ['nsg-in', 'ci-research'],
          message: 'shutOut',
          text: 'nsg-in shuts out AzureMachineLearning on TCP 44224, which ci-research needs',
          fix: 'Allow AzureMachineLearning on 44224',
        },
      ],
    },
    'a rule that lets it into other subnets only': {
      design: publicInstance(
        securityRule(200, 'Allow', 'Inbound', 'AzureMachineLearning', '10.77.0.0/24', '44224', 'Tcp'),
      ),
      findings: [
        {
          at: ['nsg-in', 'ci-research'],
          message: 'shutOut',
          severity: 'error',
          text: 'nsg-in shuts out AzureMachineLearning on TCP 44224, which ci-research needs',
        },
      ],
    },
    'an application gateway with the first ports of the range alone': {
      design: gateway('WAF_v2', '65200-65300'),
      findings: [
        {
          at: ['nsg-gateway', 'agw'],
          message: 'shutOut',
          text: 'nsg-gateway shuts out GatewayManager on TCP 65200-65535, which agw needs',
        },
      ],
    },
    'a deny above the rule that allows it': {
      design: publicInstance(
        securityRule(150, 'Deny', 'Inbound', '*', '*', '40000-50000'),
        allow('AzureMachineLearning'),
      ),
      findings: [
        {
          at: ['nsg-in', 'ci-research'],
          message: 'shutOut',
          text: 'nsg-in shuts out AzureMachineLearning on TCP 44224, which ci-research needs',
        },
      ],
    },
  },
  undecided: {
    'a rule that lists public prefixes instead of the tag': {
      design: publicInstance(allow('20.42.0.0/16')),
      missing: ['whether 20.42.0.0/16 of rule Allow-Inbound-200 in nsg-in holds AzureMachineLearning'],
    },
    'a security group that is not shown': {
      design: publicInstance().set('nsg-in', { presence: 'not-shown' }),
      missing: ['the rules of nsg-in'],
    },
  },
});

import { isolatedWorkspace, securityRule, testRule } from '#testing';
import { requiredInboundMissing } from './required-inbound-missing.ts';

const publicInstance = (...rules: readonly ReturnType<typeof securityRule>[]) =>
  isolatedWorkspace()
    .set('ci-research', { enableNodePublicIp: true })
    .securityGroup('nsg-in', rules, 'snet-training');
const allow = (source: string) => securityRule(200, 'Allow', 'Inbound', source, '*', '44224', 'Tcp');

testRule(requiredInboundMissing, {
  valid: {
    'computes without public IP addresses': { design: isolatedWorkspace() },
    'a rule for the service tag': { design: publicInstance(allow('azuremachinelearning')), passes: 1 },
    'a rule for the whole internet': { design: publicInstance(allow('Internet')), passes: 1 },
    'a subnet without a security group': {
      design: publicInstance().set('snet-training', { networkSecurityGroup: undefined }),
    },
  },
  invalid: {
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
      missing: ['whether rule Allow-Inbound-200 admits the addresses of AzureMachineLearning'],
    },
    'a security group that is not shown': {
      design: publicInstance().set('nsg-in', { presence: 'not-shown' }),
      missing: ['the rules of nsg-in'],
    },
  },
});

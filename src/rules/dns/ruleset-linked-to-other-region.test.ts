import { design, testRule } from '#testing';
import { rulesetLinkedToOtherRegion } from './ruleset-linked-to-other-region.ts';

const linked = (...networks: readonly string[]) =>
  design()
    .virtualNetwork('near', '10.0.0.0/16')
    .add('region', 'northeurope')
    .add('virtual-network', 'far', 'northeurope', { addressPrefixes: ['10.1.0.0/16'] })
    .inRegion('dns-forwarding-ruleset', 'rules', { virtualNetworkLinks: networks });

testRule(rulesetLinkedToOtherRegion, {
  valid: {
    'a ruleset that is linked to a network of its region': { design: linked('near'), passes: 1 },
    'a ruleset that is linked to nothing': { design: linked() },
  },
  invalid: {
    'a ruleset that is linked to a network of another region as well': {
      design: linked('near', 'far'),
      findings: [
        {
          at: ['rules', 'far'],
          message: 'elsewhere',
          text: 'rules in westeurope is linked to far in northeurope',
          fix: 'Remove the link',
        },
      ],
    },
  },
  undecided: {
    'a ruleset whose links no file lists': {
      design: linked('near').set('rules', { virtualNetworkLinks: undefined }).incomplete(),
      missing: ['the links of the ruleset'],
    },
  },
});

import { design, testRule } from '#testing';
import { dnsForwardsPrivatelinkSuffix } from './dns-forwards-privatelink-suffix.ts';

const server = (...domains: readonly string[]) =>
  design()
    .add('on-premises-network', 'office')
    .add('dns-server', 'dns-office', 'office', {
      conditionalForwarders: domains.map((domainName) => ({ domainName, targets: ['10.0.0.4'] })),
    });
const ruleset = (...domains: readonly string[]) =>
  design().inRegion('dns-forwarding-ruleset', 'rules', {
    forwardingRules: domains.map((domainName) => ({
      name: domainName,
      domainName,
      targetDnsServers: ['10.0.0.4'],
    })),
  });

testRule(dnsForwardsPrivatelinkSuffix, {
  valid: {
    'a server that forwards the public suffix': { design: server('blob.core.windows.net'), passes: 1 },
    'a server that forwards both': {
      design: server('blob.core.windows.net', 'privatelink.blob.core.windows.net.'),
    },
    'a ruleset of public suffixes': { design: ruleset('blob.core.windows.net.') },
  },
  invalid: {
    'a server that forwards the private suffix alone': {
      design: server('privatelink.vaultcore.azure.net'),
      findings: [
        {
          at: 'dns-office',
          message: 'privatelink',
          severity: 'warning',
          text: 'dns-office forwards privatelink.vaultcore.azure.net; clients ask for vault.azure.net',
          fix: 'Forward the public suffixes',
        },
      ],
    },
    'a ruleset of private suffixes': {
      design: ruleset('privatelink.azurecr.io.'),
      findings: [
        {
          at: 'rules',
          message: 'privatelink',
          text: 'rules forwards privatelink.azurecr.io; clients ask for azurecr.io',
        },
      ],
    },
  },
});

import { design, testRule } from '#testing';
import { managedNetworkRuleRefused } from './managed-network-rule-refused.ts';

const workspace = (mode: string, type: string, destination: string, portRanges?: string) =>
  design().inRegion('workspace', 'mlw', {
    managedNetwork: {
      isolationMode: mode,
      outboundRules: [{ name: 'to-there', type, destination, ...(portRanges ? { portRanges } : {}) }],
    },
  } as never);
const endpointRule = (subresourceTarget: string) =>
  design().inRegion('workspace', 'mlw', {
    managedNetwork: {
      isolationMode: 'AllowOnlyApprovedOutbound',
      outboundRules: [
        {
          name: 'to-there',
          type: 'PrivateEndpoint',
          destination: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv',
          subresourceTarget,
        },
      ],
    },
  });
const approved = 'AllowOnlyApprovedOutbound';

testRule(managedNetworkRuleRefused, {
  valid: {
    'a private endpoint for a sub-resource of its service': { design: endpointRule('vault'), passes: 1 },
    'a host name under approved outbound': {
      design: workspace(approved, 'FQDN', 'pypi.org', '443'),
      passes: 1,
    },
    'a service tag under approved outbound': {
      design: workspace(approved, 'ServiceTag', 'DataFactory', '443,8443'),
      passes: 1,
    },
    'a private endpoint where the internet is allowed': {
      design: workspace('AllowInternetOutbound', 'PrivateEndpoint', 'stlake'),
      passes: 1,
    },
    'a host that only looks like storage': {
      design: workspace(approved, 'FQDN', 'blob.core.windows.net.example.org'),
      passes: 1,
    },
  },
  invalid: {
    'a private endpoint for a sub-resource of another service': {
      design: endpointRule('blob'),
      findings: [
        {
          at: 'mlw',
          message: 'subResource',
          text: 'to-there of mlw asks for blob of a service that offers vault',
          fix: 'Remove to-there',
        },
      ],
    },
    'a host name where the internet is allowed': {
      design: workspace('AllowInternetOutbound', 'FQDN', 'pypi.org'),
      findings: [
        {
          at: 'mlw',
          message: 'mode',
          text: 'to-there of mlw is for a host name, which AllowInternetOutbound does not offer',
          fix: 'Remove to-there',
        },
      ],
    },
    'a host name of storage': {
      design: workspace(approved, 'FQDN', '*.blob.core.windows.net'),
      findings: [
        {
          at: 'mlw',
          message: 'storage',
          text: 'to-there of mlw names *.blob.core.windows.net: a rule for a host name may not name storage',
          fix: 'Remove to-there',
        },
      ],
    },
    'a host name on another port': {
      design: workspace(approved, 'FQDN', 'db.example.org', '443, 5432'),
      findings: [
        {
          at: 'mlw',
          message: 'ports',
          text: 'to-there of mlw is for port 5432: a rule for a host name opens 80 and 443 alone',
          fix: 'Limit to-there to ports 80 and 443',
        },
      ],
    },
  },
});

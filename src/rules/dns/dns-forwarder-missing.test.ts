import type { ResourceId } from '#model';
import { isolatedWorkspace, testRule } from '#testing';
import { dnsForwarderMissing } from './dns-forwarder-missing.ts';

const withServer = (properties: object) =>
  isolatedWorkspace()
    .subnet('snet-dns', 'vnet-ml', '10.0.3.0/28', { defaultOutboundAccess: false })
    .securityGroup('nsg-dns', [], 'snet-dns')
    .add('dns-server', 'dns-ml', 'snet-dns', { ipAddress: '10.0.3.4', ...properties })
    .set('vnet-ml', { dnsServers: ['10.0.3.4'] });

const onPremises = (conditionalForwarders: readonly ReturnType<typeof forward>[]) =>
  withServer({ forwarders: ['168.63.129.16'] })
    .add('virtual-network-gateway', 'vgw', 'snet-dns')
    .add('on-premises-network', 'office', undefined, { addressPrefixes: ['10.50.0.0/16'], gateways: ['vgw'] })
    .add('dns-server', 'dns-office', 'office', { ipAddress: '10.50.0.10', conditionalForwarders })
    .add('client', 'Engineers', 'office', { uses: ['mlw'] });

/** People of an office behind a gateway, of whose DNS servers no more is drawn than is said. */
const asking = (dnsServers?: readonly string[]) =>
  withServer({ forwarders: ['168.63.129.16'] })
    .add('virtual-network-gateway', 'vgw', 'snet-dns')
    .add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['10.50.0.0/16'],
      gateways: ['vgw'],
      ...(dnsServers ? { dnsServers } : {}),
    })
    .add('client', 'Engineers', 'office', { uses: ['mlw'] });

const forward = (domainName: string, target: string) => ({ domainName, targets: [target] });
// Of the two suffixes for compute instances one is enough, and aznbcontent.net stays public.
const allSuffixes = [
  'api.azureml.ms',
  'notebooks.azure.net',
  'instances.azureml.ms',
  'inference.ml.azure.com',
  'azurecr.io',
  'blob.core.windows.net',
  'file.core.windows.net',
  'vault.azure.net',
];

/** A ruleset that is linked to the workspace's network and forwards a domain to an address that nothing has. */
const withRuleset = (domainName: string) =>
  isolatedWorkspace().inRegion('dns-forwarding-ruleset', 'rules', {
    forwardingRules: [{ name: 'away', domainName, targetDnsServers: ['10.99.0.36'] }],
    virtualNetworkLinks: ['vnet-ml' as ResourceId],
  });

testRule(dnsForwarderMissing, {
  valid: {
    'a ruleset for names of one’s own': { design: withRuleset('corp.example.') },
    'a network that asks Azure DNS': { design: isolatedWorkspace() },
    'a server that forwards everything to Azure DNS': {
      design: withServer({ forwarders: ['168.63.129.16'] }),
      passes: 1,
    },
    'a server that no network of the workspace asks': {
      design: withServer({}).set('vnet-ml', { dnsServers: undefined }),
    },
    'an on-premises server that forwards to the server in Azure': {
      design: onPremises(allSuffixes.map((suffix) => forward(suffix, '10.0.3.4'))),
      passes: 2,
    },
    'an office whose people ask the server in Azure themselves': { design: asking(['10.0.3.4']), passes: 1 },
    'an office without a DNS server, whose people do not use the workspace': {
      design: asking().set('Engineers', { uses: [] }),
    },
  },
  invalid: {
    'an office of people who use the workspace, in which nothing forwards': {
      design: asking(),
      findings: [
        {
          at: 'office',
          message: 'unforwarded',
          severity: 'error',
          text: 'No DNS server of office forwards api.azureml.ms, azurecr.io and 7 more to Azure: services keep their public addresses there',
        },
      ],
    },
    'an office that asks Azure DNS itself, which answers only in Azure': {
      design: asking(['168.63.129.16']),
      findings: [
        {
          at: 'office',
          message: 'unforwarded',
          text: 'No DNS server of office forwards api.azureml.ms, azurecr.io and 7 more to Azure: services keep their public addresses there',
        },
      ],
    },
    'an office that asks an outbound endpoint, which takes no queries': {
      design: asking(['10.0.5.4'])
        .subnet('snet-outbound', 'vnet-ml', '10.0.5.0/28')
        .add('dns-private-resolver', 'resolver', 'vnet-ml')
        .add('dns-resolver-endpoint', 'out', 'snet-outbound', {
          resolver: 'resolver',
          direction: 'outbound',
          privateIpAddress: '10.0.5.4',
        }),
      findings: [
        {
          at: 'office',
          message: 'unforwarded',
          text: 'No DNS server of office forwards api.azureml.ms, azurecr.io and 7 more to Azure: services keep their public addresses there',
        },
      ],
    },
    'a ruleset that catches public names of the workspace’s storage': {
      design: withRuleset('core.windows.net.'),
      findings: [
        {
          at: 'rules',
          message: 'misled',
          severity: 'error',
          text: 'rules forwards blob.core.windows.net and file.core.windows.net to 10.99.0.36, which nothing has: nobody answers',
        },
      ],
    },
    'a server that asks a public one beside Azure DNS': {
      design: withServer({ forwarders: ['168.63.129.16', '8.8.8.8'] }),
      findings: [
        {
          at: 'dns-ml',
          message: 'alsoPublic',
          severity: 'warning',
          text: 'dns-ml asks 8.8.8.8 too, outside Azure: whenever the others are slow, services keep their public addresses',
        },
      ],
    },
    'a server that forwards a suffix to a public one before Azure DNS': {
      design: withServer({
        forwarders: ['168.63.129.16'],
        conditionalForwarders: [{ domainName: 'windows.net', targets: ['8.8.8.8', '168.63.129.16'] }],
      }),
      findings: [
        {
          at: 'dns-ml',
          message: 'firstPublic',
          severity: 'error',
          text: 'dns-ml asks 8.8.8.8 before its other servers, outside Azure: services keep their public addresses',
        },
      ],
    },
    'an office that asks a public server beside its own': {
      design: onPremises(allSuffixes.map((suffix) => forward(suffix, '10.0.3.4'))).set('office', {
        dnsServers: ['10.50.0.10', '8.8.8.8'],
      }),
      findings: [
        {
          at: 'office',
          message: 'alsoPublic',
          severity: 'warning',
          text: 'office asks 8.8.8.8 too, outside Azure: whenever the others are slow, services keep their public addresses',
        },
      ],
    },
    'an on-premises server that forwards to an address that nothing has': {
      design: onPremises(allSuffixes.map((suffix) => forward(suffix, '10.0.3.9'))),
      findings: [
        {
          at: 'office',
          message: 'nobody',
          severity: 'error',
          text: 'office asks 10.0.3.9 for names, which nothing has: nobody answers',
        },
      ],
    },
    'an on-premises server that forwards to a server in a network without a gateway': {
      design: onPremises(allSuffixes.map((suffix) => forward(suffix, '10.9.0.4')))
        .virtualNetwork('vnet-far', '10.9.0.0/24')
        .subnet('snet-far', 'vnet-far', '10.9.0.0/28')
        .add('dns-server', 'dns-far', 'snet-far', { ipAddress: '10.9.0.4', forwarders: ['168.63.129.16'] }),
      findings: [
        {
          at: 'office',
          message: 'unanswered',
          severity: 'error',
          text: 'office gets no answer for api.azureml.ms, azurecr.io and 6 more: no gateway leads from office to vnet-far: the DNS server 10.9.0.4 is not reached',
        },
      ],
    },
    'a server that forwards to another in a network that is not peered': {
      design: withServer({ forwarders: ['10.9.0.4'] })
        .virtualNetwork('vnet-far', '10.9.0.0/24')
        .subnet('snet-far', 'vnet-far', '10.9.0.0/28')
        .add('dns-server', 'dns-far', 'snet-far', { ipAddress: '10.9.0.4', forwarders: ['168.63.129.16'] }),
      findings: [
        {
          at: ['vnet-ml', 'nsg-dns'],
          message: 'unanswered',
          severity: 'error',
          text: 'vnet-ml gets no answer for api.azureml.ms, azurecr.io and 7 more: rule DenyAllOutBound (65500) of nsg-dns denies UDP 53 to 10.9.0.4: the DNS server 10.9.0.4 is not reached',
        },
      ],
    },
    'a network that asks a public DNS server': {
      design: isolatedWorkspace().set('vnet-ml', { dnsServers: ['8.8.8.8', '8.8.4.4'] }),
      findings: [
        {
          at: 'vnet-ml',
          message: 'publicServer',
          severity: 'error',
          text: 'vnet-ml asks 8.8.4.4 and 8.8.8.8 for names, outside Azure: services keep their public addresses',
        },
      ],
    },
    'a network that asks a public DNS server where Azure DNS does not answer in time': {
      design: isolatedWorkspace().set('vnet-ml', { dnsServers: ['168.63.129.16', '8.8.8.8'] }),
      findings: [
        {
          at: 'vnet-ml',
          message: 'alsoPublic',
          severity: 'warning',
          text: 'vnet-ml asks 8.8.8.8 too, outside Azure: whenever the others are slow, services keep their public addresses',
          fix: 'Remove 8.8.8.8',
        },
      ],
    },
    'a network that asks a public DNS server before Azure DNS': {
      design: isolatedWorkspace().set('vnet-ml', { dnsServers: ['8.8.8.8', '168.63.129.16'] }),
      findings: [
        {
          at: 'vnet-ml',
          message: 'firstPublic',
          severity: 'error',
          text: 'vnet-ml asks 8.8.8.8 before its other servers, outside Azure: services keep their public addresses',
          fix: 'Remove 8.8.8.8',
        },
      ],
    },
    'an address of its own space that nothing has, although offices lie behind a gateway': {
      design: isolatedWorkspace()
        .subnet('GatewaySubnet', 'vnet-ml', '10.0.9.0/27')
        .add('virtual-network-gateway', 'vgw', 'GatewaySubnet')
        .set('vnet-ml', { dnsServers: ['10.0.200.4'] }),
      findings: [
        {
          at: 'vnet-ml',
          message: 'nobody',
          text: 'vnet-ml asks 10.0.200.4 for names, which nothing has: nobody answers',
        },
      ],
    },
    'a whole design whose network asks an address that nothing has': {
      design: isolatedWorkspace().set('vnet-ml', { dnsServers: ['10.99.0.36'] }),
      findings: [
        {
          at: 'vnet-ml',
          message: 'nobody',
          text: 'vnet-ml asks 10.99.0.36 for names, which nothing has: nobody answers',
        },
      ],
    },
    'a network that asks a firewall whose DNS proxy is off': {
      design: isolatedWorkspace()
        .subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.4.0/26')
        .inRegion('firewall-policy', 'afwp', { dnsSettings: { enableProxy: false } })
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' })
        .set('vnet-ml', { dnsServers: ['10.0.4.4'] }),
      findings: [
        {
          at: ['afwp', 'afw', 'vnet-ml'],
          message: 'proxyOff',
          text: 'vnet-ml asks afw (10.0.4.4) for names, but its DNS proxy is off: nobody answers',
          fix: 'Turn the DNS proxy on',
        },
      ],
    },
    'a server without forwarders': {
      design: withServer({}),
      findings: [
        {
          at: 'dns-ml',
          message: 'missing',
          text: 'dns-ml does not forward api.azureml.ms, azurecr.io and 7 more to Azure DNS',
        },
      ],
    },
    'a server that forwards all but one suffix': {
      design: withServer({
        conditionalForwarders: allSuffixes
          .filter((suffix) => suffix !== 'file.core.windows.net')
          .map((suffix) => forward(suffix, '168.63.129.16')),
      }),
      findings: [
        {
          at: 'dns-ml',
          message: 'missing',
          text: 'dns-ml does not forward file.core.windows.net to Azure DNS',
          fix: 'Forward 3 suffixes to 168.63.129.16',
        },
      ],
    },
    'an on-premises server that asks Azure DNS itself, which answers only in Azure': {
      design: onPremises(
        allSuffixes.map((suffix) =>
          forward(suffix, suffix === 'notebooks.azure.net' ? '168.63.129.16' : '10.0.3.4'),
        ),
      ),
      findings: [
        {
          at: 'dns-office',
          message: 'missing',
          text: 'dns-office does not forward notebooks.azure.net to Azure DNS',
          fix: 'Forward notebooks.azure.net to 10.0.3.4',
        },
      ],
    },
  },
  undecided: {
    'an office whose DNS servers an incomplete design does not show': {
      design: asking().incomplete(),
      missing: ['the DNS servers of office'],
    },
    'a firewall whose policy is not shown': {
      design: isolatedWorkspace()
        .subnet('AzureFirewallSubnet', 'vnet-ml', '10.0.4.0/26')
        .inRegion('firewall-policy', 'afwp', { presence: 'not-shown' })
        .add('azure-firewall', 'afw', 'AzureFirewallSubnet', { firewallPolicy: 'afwp' })
        .set('vnet-ml', { dnsServers: ['10.0.4.4'] })
        .incomplete(),
      missing: ['what the DNS server at 10.0.4.4 forwards'],
    },
    'a server of which only the address is known': {
      design: isolatedWorkspace()
        .set('vnet-ml', { dnsServers: ['10.99.0.36'] })
        .incomplete(),
      missing: ['what the DNS server at 10.99.0.36 forwards'],
    },
  },
});

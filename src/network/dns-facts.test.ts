import { describe, expect, it } from 'vitest';
import type { ResourceId } from '#model';
import { type DesignBuilder, securityRule, spoke } from '#testing';
import { deriveNetwork } from './index.ts';

const {
  azureDns,
  base,
  blobHost,
  blobZone,
  firewall,
  inbound,
  link,
  monitorZone,
  office,
  record,
  ruleset,
  served,
  server,
} = spoke;

const resolve = (builder: DesignBuilder, from = 'ci', host = blobHost) =>
  deriveNetwork(builder.build()).resolve(from as ResourceId, host);

interface Case {
  readonly is: string;
  /** Page that it follows. */
  readonly page: string;
  readonly of: DesignBuilder;
  readonly from?: string;
  readonly host?: string;
  readonly outcome: string;
  readonly addresses?: readonly string[];
}

const check = ({ of, from, host, outcome, addresses }: Case) => {
  const answer = resolve(of, from, host);
  expect(answer.outcome, JSON.stringify(answer.hops, undefined, 1)).toBe(outcome);
  if (addresses) expect(answer.addresses).toEqual(addresses);
};

const noGroup = { privateDnsZoneGroups: [] };

const chain: readonly Case[] = [
  {
    is: '1: Azure DNS answers from inside a virtual network only: an office that forwards to it gets nothing',
    page: 'how-to-custom-dns, private-endpoint-dns',
    of: office(served(['hub']), [azureDns]),
    from: 'ada',
    outcome: 'no-answer',
  },
  {
    is: '2: the link that counts is on the network of the last server: linked to the asker alone is public',
    page: 'how-to-custom-dns, private-endpoint-dns',
    of: server(served(['spoke'], ['10.0.1.10']), 'dns', '10.0.1.10', { forwarders: [azureDns] }),
    outcome: 'public-address',
  },
  {
    is: '2: linked to the network of the last server alone is private',
    page: 'how-to-custom-dns, private-endpoint-dns',
    of: server(served(['hub'], ['10.0.1.10']), 'dns', '10.0.1.10', { forwarders: [azureDns] }),
    outcome: 'private-address',
  },
  {
    is: '3: with servers of its own a network’s linked zones count for nothing unless they forward back',
    page: 'private-dns-privatednszone, how-to-custom-dns',
    of: server(served(['hub', 'spoke'], ['10.0.1.10']), 'dns', '10.0.1.10', {}),
    outcome: 'public-address',
  },
  {
    is: '4: without any endpoint the public name is no alias, whatever zone is linked',
    page: 'private-endpoint-dns',
    of: base().privateDnsZone(blobZone, 'spoke'),
    outcome: 'public-address',
  },
  {
    is: '4: names of Azure Monitor are aliases always: without a scope the linked zone hides them',
    page: 'private-link-security of Azure Monitor',
    of: base().privateDnsZone(monitorZone, 'spoke'),
    host: 'api.monitor.azure.com',
    outcome: 'no-such-name',
  },
  {
    is: '4: also where a scope is drawn that has no endpoint',
    page: 'private-link-security of Azure Monitor',
    of: base().privateDnsZone(monitorZone, 'spoke').add('azure-monitor-private-link-scope', 'ampls'),
    host: 'api.monitor.azure.com',
    outcome: 'no-such-name',
  },
  {
    is: '4: without the zone names of Azure Monitor stay public',
    page: 'private-link-security of Azure Monitor',
    of: base(),
    host: 'westeurope-5.in.ai.monitor.azure.com',
    outcome: 'public-address',
  },
  {
    is: '5: a linked zone without the record says that the name does not exist, even with an endpoint elsewhere',
    page: 'private-endpoint-dns, storage-private-endpoints',
    of: served(['spoke']).set('pe-stml-blob', noGroup),
    outcome: 'no-such-name',
  },
  {
    is: '6: a link with NxDomainRedirect falls back to the public answer',
    page: 'private-dns-fallback',
    of: served(['spoke'])
      .set('pe-stml-blob', noGroup)
      .set(blobZone, { virtualNetworkLinks: [link('spoke', { resolutionPolicy: 'NxDomainRedirect' })] }),
    outcome: 'public-address',
  },
  {
    is: '6: in zones that are no privatelink zones the policy does nothing',
    page: 'private-dns-fallback',
    of: base()
      .privateDnsZone('core.windows.net', 'spoke')
      .set('core.windows.net', {
        virtualNetworkLinks: [link('spoke', { resolutionPolicy: 'NxDomainRedirect' })],
      }),
    outcome: 'no-such-name',
  },
  {
    is: '7: without the zone the answer is public',
    page: 'private-endpoint-dns',
    of: base().privateEndpoint('stml', 'blob', 'endpoints'),
    outcome: 'public-address',
  },
  {
    is: '8: machines of a network that is linked with registration have a record of their name',
    page: 'private-dns-privatednszone',
    of: base()
      .add('virtual-machine', 'vm-jump', 'snet')
      .privateDnsZone('contoso.internal', 'hub')
      .set('contoso.internal', {
        virtualNetworkLinks: [link('spoke', { registrationEnabled: true })],
      }),
    host: 'vm-jump.contoso.internal',
    outcome: 'private-address',
    addresses: ['10.1.1.5'],
  },
  {
    is: '8: without registration they have none',
    page: 'private-dns-privatednszone',
    of: base().add('virtual-machine', 'vm-jump', 'snet').privateDnsZone('contoso.internal', 'spoke'),
    host: 'vm-jump.contoso.internal',
    outcome: 'no-such-name',
  },
  {
    is: '11: the firewall’s proxy asks in the name of its own network',
    page: 'private-endpoint-dns, Terraform quickstart 301',
    of: firewall({ dnsSettings: { enableProxy: true } }, served(['hub'], ['10.0.3.4'])),
    outcome: 'private-address',
  },
  {
    is: '11: a policy without DNS settings has its parent’s',
    page: 'firewall policy overview',
    of: firewall({ firewallPolicy: 'child' }, served(['hub'], ['10.0.3.4']))
      .inRegion('firewall-policy', 'parent', { dnsSettings: { enableProxy: true } })
      .inRegion('firewall-policy', 'child', { basePolicy: 'parent' }),
    outcome: 'private-address',
  },
  {
    is: '11: a policy with DNS settings has its own',
    page: 'firewall policy overview',
    of: firewall({ firewallPolicy: 'child' }, served(['hub'], ['10.0.3.4']))
      .inRegion('firewall-policy', 'parent', { dnsSettings: { enableProxy: true } })
      .inRegion('firewall-policy', 'child', { basePolicy: 'parent', dnsSettings: { enableProxy: false } }),
    outcome: 'no-answer',
  },
  {
    is: '11: a firewall of the Basic tier has no DNS proxy, whatever its settings say',
    page: 'firewall SKUs',
    of: firewall({ skuTier: 'Basic', dnsSettings: { enableProxy: true } }, served(['hub'], ['10.0.3.4'])),
    outcome: 'no-answer',
  },
  {
    is: '11: a proxy that asks servers of its own sees the zones of theirs',
    page: 'Azure Firewall DNS settings',
    of: server(
      firewall({ dnsSettings: { enableProxy: true, servers: ['10.0.1.10'] } }, served(['hub'], ['10.0.3.4'])),
      'dns',
      '10.0.1.10',
      { forwarders: [azureDns] },
    ),
    outcome: 'private-address',
  },
];

const resolver: readonly Case[] = [
  {
    is: 'custom servers come before everything: rulesets of the asker’s network are not asked',
    page: 'dns-private-resolver-overview',
    of: ruleset(
      server(inbound(served(['hub'], ['10.0.1.10'])), 'dns', '10.0.1.10', {}),
      'rules',
      ['spoke'],
      ['blob.core.windows.net.', ['10.0.2.4']],
    ),
    outcome: 'public-address',
  },
  {
    is: 'a linked zone of the name itself comes before a rule',
    page: 'dns-private-resolver-overview',
    of: ruleset(
      base()
        .privateDnsZone('contoso.internal', 'spoke')
        .set('contoso.internal', { recordSets: [record('db', 'A', '10.1.2.9')] }),
      'rules',
      ['spoke'],
      ['contoso.internal.', ['10.9.9.9']],
    ),
    host: 'db.contoso.internal',
    outcome: 'private-address',
    addresses: ['10.1.2.9'],
  },
  {
    is: 'a rule comes before the public name and its alias',
    page: 'dns-private-resolver-overview',
    of: ruleset(served(['spoke']), 'rules', ['spoke'], ['blob.core.windows.net.', ['8.8.8.8']]),
    outcome: 'public-address',
  },
  {
    is: 'the longest suffix of a ruleset wins',
    page: 'dns-private-resolver-overview',
    of: ruleset(
      inbound(served(['hub'])),
      'rules',
      ['spoke'],
      ['.', ['8.8.8.8']],
      ['blob.core.windows.net.', ['10.0.2.4']],
      ['windows.net.', ['8.8.4.4']],
    ),
    outcome: 'private-address',
  },
  {
    is: 'a rule for all names passes over those that are reserved for Azure services',
    page: 'private-resolver-endpoints-rulesets: rule processing',
    of: ruleset(served(['spoke']), 'rules', ['spoke'], ['.', ['8.8.8.8']]),
    outcome: 'private-address',
  },
  {
    is: 'so a zone that is linked elsewhere alone is not found by it',
    page: 'private-resolver-endpoints-rulesets: rule processing',
    of: ruleset(inbound(served(['hub'])), 'rules', ['spoke'], ['.', ['10.0.2.4']]),
    outcome: 'public-address',
  },
  {
    is: 'a rule for a reserved domain itself holds its names',
    page: 'private-resolver-endpoints-rulesets: rule processing',
    of: ruleset(inbound(served(['hub'])), 'rules', ['spoke'], ['windows.net.', ['10.0.2.4']]),
    outcome: 'private-address',
  },
  {
    is: 'a rule for all names forwards those of others',
    page: 'private-resolver-endpoints-rulesets: rule processing',
    of: ruleset(
      server(served(['spoke']), 'dead', '10.0.1.66', { forwarders: ['10.0.1.66'] }),
      'rules',
      ['spoke'],
      ['.', ['10.0.1.66']],
    ),
    host: 'pypi.org',
    outcome: 'no-answer',
  },
  {
    is: 'whether a rule for the privatelink zone holds the alias is stated nowhere',
    page: 'private-endpoint-dns-integration: forward the public suffix',
    of: ruleset(inbound(served(['hub'])), 'rules', ['spoke'], [`${blobZone}.`, ['10.0.2.4']]),
    outcome: 'cannot-tell',
  },
  {
    is: 'it does not matter where the zone is linked',
    page: 'private-endpoint-dns-integration',
    of: ruleset(inbound(served(['hub', 'spoke'])), 'rules', ['spoke'], [`${blobZone}.`, ['10.0.2.4']]),
    outcome: 'private-address',
  },
  {
    is: 'a disabled rule forwards nothing',
    page: 'dns-private-resolver-overview',
    of: ruleset(
      inbound(served(['hub'])),
      'rules',
      ['spoke'],
      ['blob.core.windows.net.', ['10.0.2.4'], 'Disabled'],
    ),
    outcome: 'public-address',
  },
  {
    is: 'the longest suffix of several rulesets wins',
    page: 'dns-private-resolver-overview',
    of: ruleset(
      ruleset(inbound(served(['hub'])), 'wide', ['spoke'], ['windows.net.', ['8.8.8.8']]),
      'narrow',
      ['spoke'],
      ['blob.core.windows.net.', ['10.0.2.4']],
    ),
    outcome: 'private-address',
  },
  {
    is: 'the rule’s server is asked from the outbound endpoint: the linked network need not be peered',
    page: 'private-resolver-endpoints-rulesets',
    of: ruleset(
      inbound(served(['hub']))
        .remove('hub-to-spoke', 'spoke-to-hub')
        .subnet('outbound', 'hub', '10.0.4.0/28')
        .add('dns-resolver-endpoint', 'out', 'outbound', { resolver: 'resolver', direction: 'outbound' }),
      'rules',
      ['spoke'],
      ['blob.core.windows.net.', ['10.0.2.4']],
    ).set('rules', { outboundEndpoints: ['out'] }),
    outcome: 'private-address',
  },
  {
    is: 'a rule that leads back to a network with the same rule runs in a circle',
    page: 'private-resolver-endpoints-rulesets',
    of: ruleset(
      inbound(served(['hub'])),
      'rules',
      ['hub', 'spoke'],
      ['blob.core.windows.net.', ['10.0.2.4']],
    ),
    outcome: 'no-answer',
  },
  {
    is: 'the second server of a rule is asked where the first does not answer',
    page: 'private-resolver-endpoints-rulesets',
    of: ruleset(
      server(inbound(served(['hub'])), 'dead', '10.0.1.66', { forwarders: ['10.0.1.66'] }),
      'rules',
      ['spoke'],
      ['blob.core.windows.net.', ['10.0.1.66', '10.0.2.4']],
    ),
    outcome: 'private-address',
  },
  {
    is: 'an outbound endpoint takes no queries',
    page: 'dns-private-resolver-overview',
    of: served(['hub'], ['10.0.4.4'])
      .subnet('outbound', 'hub', '10.0.4.0/28')
      .add('dns-resolver-endpoint', 'out', 'outbound', {
        direction: 'outbound',
        privateIpAddress: '10.0.4.4',
      }),
    outcome: 'no-answer',
  },
  {
    is: 'an office reaches the inbound endpoint through its gateway',
    page: 'how-to-custom-dns',
    of: office(inbound(served(['hub'])), ['10.0.2.4']),
    from: 'ada',
    outcome: 'private-address',
  },
  {
    is: 'without a gateway it does not',
    page: 'how-to-custom-dns',
    of: office(inbound(served(['hub'])), ['10.0.2.4']).set('office', { gateways: [] }),
    from: 'ada',
    outcome: 'no-answer',
  },
  {
    is: 'a security group before the inbound endpoint holds the office’s queries back',
    page: 'network-security-groups-overview',
    of: office(inbound(served(['hub'])), ['10.0.2.4']).securityGroup(
      'nsg',
      [securityRule(100, 'Deny', 'Inbound', '*', '*', '53', 'Udp')],
      'inbound',
    ),
    from: 'ada',
    outcome: 'no-answer',
  },
];

describe('resolution, line by line (6.3)', () => {
  it.each(chain)('$is ($page)', check);
});

describe('the private resolver and its rulesets (6.4)', () => {
  it.each(resolver)('$is ($page)', check);
});

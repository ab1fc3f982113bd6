import { describe, expect, it } from 'vitest';
import { edits, type ResourceId } from '#model';
import { type DesignBuilder, design, type Properties, securityRule } from '#testing';
import { deriveNetwork } from './index.ts';

const id = (text: string) => text as ResourceId;
const blobZone = 'privatelink.blob.core.windows.net';
const blobHost = 'stml.blob.core.windows.net';

/** A hub for names and a spoke with a compute, a storage account and its blob endpoint. */
const base = (dnsServers: readonly string[] = []): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('snet-dns', 'hub', '10.0.1.0/24')
    .virtualNetwork('spoke', '10.1.0.0/16', dnsServers.length > 0 ? { dnsServers } : {})
    .subnet('snet', 'spoke', '10.1.1.0/24')
    .subnet('endpoints', 'spoke', '10.1.2.0/24')
    .peering('hub', 'spoke')
    .inRegion('storage-account', 'stml')
    .add('compute-instance', 'ci', 'snet');

const served = (networks: readonly string[], dnsServers: readonly string[] = []) =>
  base(dnsServers)
    .privateDnsZone(blobZone, ...networks)
    .privateEndpoint('stml', 'blob', 'endpoints', [blobZone]);
const resolve = (builder: DesignBuilder, from = 'ci', host = blobHost) =>
  deriveNetwork(builder.build()).resolve(id(from), host);

describe('Azure DNS', () => {
  it('answers with the endpoint’s address where the zone is linked', () => {
    expect(resolve(served(['spoke']))).toMatchObject({
      outcome: 'private-address',
      addresses: ['10.1.2.4'],
      endpoint: 'pe-stml-blob',
    });
  });

  it('answers publicly where the zone is linked elsewhere', () => {
    const { outcome, hops } = resolve(served(['hub']));
    expect(outcome).toBe('public-address');
    expect(hops.at(-1)).toMatchObject({
      at: blobZone,
      text: expect.stringContaining('is not linked to spoke'),
    });
  });

  it('answers publicly where the service has no endpoint, linked zone or not', () => {
    expect(resolve(base().privateDnsZone(blobZone, 'spoke')).outcome).toBe('public-address');
  });

  it('knows no such name where the zone is linked and the endpoint writes no record', () => {
    const noGroup = served(['spoke']).set('pe-stml-blob', { privateDnsZoneGroups: [] });
    expect(resolve(noGroup).outcome).toBe('no-such-name');
  });

  it('knows no such name where only another sub-resource has an endpoint', () => {
    const onlyFile = base().privateDnsZone(blobZone, 'spoke').privateEndpoint('stml', 'file', 'endpoints');
    expect(resolve(onlyFile).outcome).toBe('no-such-name');
  });

  it('falls back to the public answer where the link says so', () => {
    const fallback = served(['spoke'])
      .set('pe-stml-blob', { privateDnsZoneGroups: [] })
      .set(blobZone, {
        virtualNetworkLinks: [{ name: 'l', virtualNetwork: 'spoke', resolutionPolicy: 'NxDomainRedirect' }],
      });
    expect(resolve(fallback).outcome).toBe('public-address');
  });

  it('answers with a record that was written by hand', () => {
    const manual = served(['spoke'])
      .set('pe-stml-blob', { privateDnsZoneGroups: [] })
      .set(blobZone, { recordSets: [{ name: 'stml', type: 'A', values: ['10.1.2.4'] }] });
    expect(resolve(manual)).toMatchObject({ outcome: 'private-address', endpoint: 'pe-stml-blob' });
  });

  it('answers publicly where the zone has another name than the vault’s', () => {
    const wrong = 'privatelink.vault.azure.net';
    const vault = base()
      .inRegion('key-vault', 'kv')
      .privateDnsZone(wrong, 'spoke')
      .privateEndpoint('kv', 'vault', 'endpoints', [wrong]);
    expect(resolve(vault, 'ci', 'kv.vault.azure.net').outcome).toBe('public-address');
  });

  it('gives each name of a workspace the address of its member', () => {
    const zones = ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'];
    const workspace = base()
      .inRegion('workspace', 'mlw')
      .privateEndpoint('mlw', 'amlworkspace', 'endpoints', zones);
    const at = (host: string) => resolve(workspace, 'ci', host).addresses;
    expect(at('0f1e2d3c.workspace.westeurope.api.azureml.ms')).toEqual(['10.1.2.4']);
    expect(at('ml-mlw-westeurope-0f1e2d3c.westeurope.notebooks.azure.net')).toEqual(['10.1.2.5']);
    expect(at('score.westeurope.inference.ml.azure.com')).toEqual(['10.1.2.6']);
    expect(at('ci.westeurope.instances.azureml.ms')).toEqual(['10.1.2.4']);
  });

  it('leaves names of others public', () => {
    expect(resolve(served(['spoke']), 'ci', 'pypi.org').outcome).toBe('public-address');
  });
});

describe('what an export does not show', () => {
  const group = { privateDnsZoneGroups: undefined };

  it('of a zone group leaves it undecided, with the command', () => {
    const { outcome, missing } = resolve(served(['spoke']).set('pe-stml-blob', group).incomplete());
    expect(outcome).toBe('cannot-tell');
    expect(missing[0]?.fact).toBe('the DNS zone group of pe-stml-blob');
    expect(missing[0]?.command).toContain('/privateDnsZoneGroups?');
  });

  it('of a zone group is none where everything is shown', () => {
    expect(resolve(served(['spoke']).set('pe-stml-blob', group)).outcome).toBe('no-such-name');
  });

  it('of a zone leaves it undecided', () => {
    const noZone = served(['spoke']).remove(blobZone);
    expect(resolve(noZone.incomplete()).outcome).toBe('cannot-tell');
  });

  it('of a zone’s links leaves it undecided', () => {
    const noLinks = served(['spoke']).set(blobZone, { virtualNetworkLinks: undefined });
    expect(resolve(noLinks.incomplete()).missing[0]?.command).toContain('/virtualNetworkLinks?');
    expect(resolve(noLinks).outcome).toBe('public-address');
  });

  it('does not hide a zone that is shown, written to, and not linked', () => {
    expect(resolve(served(['hub']).incomplete()).outcome).toBe('public-address');
  });
});

describe('custom DNS servers', () => {
  const server = (properties: Properties<'dns-server'>) =>
    served(['hub'], ['10.0.1.10']).add('dns-server', 'dns', 'snet-dns', {
      ipAddress: '10.0.1.10',
      ...properties,
    });

  it.each([
    [
      'forward every name to Azure: the link that counts is that of their network',
      { forwarders: ['168.63.129.16'] },
      'private-address',
    ],
    [
      'forward by the longest suffix that they know, whatever its place in the list',
      {
        conditionalForwarders: [
          { domainName: 'core.windows.net', targets: ['8.8.8.8'] },
          { domainName: 'blob.core.windows.net', targets: ['168.63.129.16'] },
          { domainName: 'windows.net', targets: ['8.8.8.8'] },
        ],
      },
      'private-address',
    ],
    [
      'forward the public suffix',
      { conditionalForwarders: [{ domainName: 'blob.core.windows.net', targets: ['168.63.129.16'] }] },
      'private-address',
    ],
    [
      'forward a wider suffix',
      { conditionalForwarders: [{ domainName: 'windows.net.', targets: ['168.63.129.16'] }] },
      'private-address',
    ],
    [
      'forward another suffix only',
      { conditionalForwarders: [{ domainName: 'vault.azure.net', targets: ['168.63.129.16'] }] },
      'public-address',
    ],
    ['have no forwarder', {}, 'public-address'],
    [
      'follow the alias by root hints and forward privatelink',
      { conditionalForwarders: [{ domainName: blobZone, targets: ['168.63.129.16'] }] },
      'private-address',
    ],
    [
      'forward to public servers, which never see private zones',
      { forwarders: ['8.8.8.8'] },
      'public-address',
    ],
    ['forward to themselves', { forwarders: ['10.0.1.10'] }, 'no-answer'],
  ] as const)('%s', (_, properties, outcome) => expect(resolve(server(properties)).outcome).toBe(outcome));

  it('that are nowhere give no answer where everything is shown, and leave it undecided elsewhere', () => {
    const nowhere = served(['spoke'], ['10.0.1.99']);
    expect(resolve(nowhere)).toMatchObject({ outcome: 'no-answer', cause: 'spoke' });
    const { outcome, missing } = resolve(nowhere.incomplete());
    expect(outcome).toBe('cannot-tell');
    expect(missing[0]?.fact).toBe('what the DNS server at 10.0.1.99 forwards');
  });

  it('in a network that is not peered give no answer', () => {
    const apart = server({ forwarders: ['168.63.129.16'] }).remove('hub-to-spoke', 'spoke-to-hub');
    expect(resolve(apart).outcome).toBe('no-answer');
  });

  it('that a security group cuts off give no answer', () => {
    const cut = server({ forwarders: ['168.63.129.16'] }).securityGroup(
      'nsg',
      [securityRule(100, 'Deny', 'Outbound', '*', '*')],
      'snet',
    );
    expect(resolve(cut).outcome).toBe('no-answer');
    expect(resolve(cut).hops.at(-1)).toMatchObject({ at: 'nsg', outcome: 'blocks' });
  });

  it('behind the inbound endpoint of a resolver see the zones of its network', () => {
    const resolver = served(['hub'], ['10.0.2.4'])
      .subnet('inbound', 'hub', '10.0.2.0/28')
      .add('dns-private-resolver', 'resolver', 'hub')
      .add('dns-resolver-endpoint', 'in', 'inbound', { resolver: 'resolver', direction: 'inbound' });
    expect(resolve(resolver)).toMatchObject({ outcome: 'private-address', endpoint: 'pe-stml-blob' });
  });

  const firewall = (enableProxy: boolean) =>
    served(['hub'], ['10.0.3.4'])
      .subnet('AzureFirewallSubnet', 'hub', '10.0.3.0/26')
      .inRegion('firewall-policy', 'policy', { dnsSettings: { enableProxy } })
      .add('azure-firewall', 'fw', 'AzureFirewallSubnet', { firewallPolicy: 'policy' });

  it('may be a firewall with its DNS proxy on', () => {
    expect(resolve(firewall(true)).outcome).toBe('private-address');
    expect(resolve(firewall(false))).toMatchObject({ outcome: 'no-answer' });
  });
});

describe('forwarding rulesets', () => {
  const ruleset = (links: readonly string[] | undefined, domainName = 'blob.core.windows.net.') =>
    served(['hub'])
      .subnet('inbound', 'hub', '10.0.2.0/28')
      .add('dns-resolver-endpoint', 'in', 'inbound', { direction: 'inbound' })
      .inRegion('dns-forwarding-ruleset', 'rules', {
        forwardingRules: [{ name: 'azure', domainName, targetDnsServers: ['10.0.2.4'] }],
        ...(links === undefined ? {} : { virtualNetworkLinks: links }),
      });

  it('that are linked send the name to where the zone is linked', () => {
    expect(resolve(ruleset(['spoke'])).outcome).toBe('private-address');
    expect(resolve(ruleset(['hub'])).outcome).toBe('public-address');
    expect(resolve(ruleset(['spoke'], 'corp.example.')).outcome).toBe('public-address');
  });

  it('whose links are not listed leave it undecided only for names that they hold', () => {
    expect(resolve(ruleset(undefined).incomplete()).missing[0]?.fact).toContain('ruleset rules');
    expect(resolve(ruleset(undefined, 'corp.example.').incomplete()).outcome).toBe('public-address');
  });
});

describe('names asked on premises', () => {
  const office = (properties: Properties<'dns-server'>) =>
    served(['hub'])
      .subnet('inbound', 'hub', '10.0.2.0/28')
      .add('dns-resolver-endpoint', 'in', 'inbound', { direction: 'inbound' })
      .add('on-premises-network', 'office', undefined, {
        addressPrefixes: ['192.168.0.0/16'],
        dnsServers: ['192.168.0.10'],
        gateways: ['gateway'],
      })
      .subnet('GatewaySubnet', 'hub', '10.0.255.0/27')
      .add('virtual-network-gateway', 'gateway', 'GatewaySubnet')
      .add('dns-server', 'dns-office', 'office', { ipAddress: '192.168.0.10', ...properties })
      .add('client', 'ada', 'office');
  const forwarding = (domainName: string, target: string) =>
    office({ conditionalForwarders: [{ domainName, targets: [target] }] });

  it.each([
    ['without forwarders are public', office({}), 'public-address'],
    [
      'forwarded to the resolver are private',
      forwarding('blob.core.windows.net', '10.0.2.4'),
      'private-address',
    ],
    [
      'forwarded straight to Azure DNS get no answer',
      forwarding('blob.core.windows.net', '168.63.129.16'),
      'no-answer',
    ],
  ] as const)('%s', (_, builder, outcome) => expect(resolve(builder, 'ada').outcome).toBe(outcome));

  it('are public for a client on the internet', () => {
    const client = served(['spoke']).add('internet', 'Internet').add('client', 'eve', 'Internet');
    expect(resolve(client, 'eve').outcome).toBe('public-address');
  });
});

describe('A DNS server at an address that nothing has', () => {
  it('may be what a subnet lists and the document no longer shows', () => {
    const card = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/card';
    const built = base(['10.0.1.9'])
      .subnet('GatewaySubnet', 'hub', '10.0.3.0/27')
      .add('virtual-network-gateway', 'vgw', 'GatewaySubnet')
      .add('network-interface', 'card', undefined, {
        azureId: card,
        ipConfigurations: [{ name: 'a', subnet: 'snet-dns', privateIPAddress: '10.0.1.5' }],
      })
      .set('snet-dns', { ipConfigurations: [`${card}/ipConfigurations/a`] })
      .build();
    const whole = { ...built, source: { ...built.source, format: 'azure-export' as const, complete: true } };
    const outcomeIn = (at: typeof whole) => deriveNetwork(at).resolve(id('ci'), blobHost).outcome;
    expect(outcomeIn(whole)).toBe('no-answer');
    expect(outcomeIn({ ...whole, resources: edits.removeResource(whole, id('card')).resources })).toBe(
      'cannot-tell',
    );
  });
});

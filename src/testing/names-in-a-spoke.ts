import { type DesignBuilder, design, type Properties } from './design-builder.ts';

/** A design for questions about names: a hub for servers, a spoke that asks. Azure DNS itself: */
export const azureDns = '168.63.129.16';
export const blobZone = 'privatelink.blob.core.windows.net';
export const blobHost = 'stml.blob.core.windows.net';
export const monitorZone = 'privatelink.monitor.azure.com';

/** A hub for names, a spoke with a compute, and a storage account with a blob endpoint in the spoke. */
export const base = (dnsServers: readonly string[] = []): DesignBuilder =>
  design()
    .virtualNetwork('hub', '10.0.0.0/16')
    .subnet('snet-dns', 'hub', '10.0.1.0/24')
    .virtualNetwork('spoke', '10.1.0.0/16', dnsServers.length > 0 ? { dnsServers } : {})
    .subnet('snet', 'spoke', '10.1.1.0/24')
    .subnet('endpoints', 'spoke', '10.1.2.0/24')
    .peering('hub', 'spoke')
    .inRegion('storage-account', 'stml')
    .add('compute-instance', 'ci', 'snet');

export const served = (networks: readonly string[], dnsServers: readonly string[] = []) =>
  base(dnsServers)
    .privateDnsZone(blobZone, ...networks)
    .privateEndpoint('stml', 'blob', 'endpoints', [blobZone]);

export const server = (
  builder: DesignBuilder,
  name: string,
  address: string,
  properties: Properties<'dns-server'>,
) => builder.add('dns-server', name, 'snet-dns', { ipAddress: address, ...properties });

export const firewall = (properties: Properties<'azure-firewall'>, builder: DesignBuilder) =>
  builder
    .subnet('AzureFirewallSubnet', 'hub', '10.0.3.0/26')
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', properties);

/** An office behind a gateway of the hub, whose server forwards storage names. */
export const office = (
  builder: DesignBuilder,
  targets: readonly string[],
  domainName = 'blob.core.windows.net',
) =>
  builder
    .subnet('GatewaySubnet', 'hub', '10.0.255.0/27')
    .add('virtual-network-gateway', 'gateway', 'GatewaySubnet')
    .add('on-premises-network', 'office', undefined, {
      addressPrefixes: ['192.168.0.0/16'],
      dnsServers: ['192.168.0.10'],
      gateways: ['gateway'],
    })
    .add('dns-server', 'dns-office', 'office', {
      ipAddress: '192.168.0.10',
      conditionalForwarders: [{ domainName, targets }],
    })
    .add('client', 'ada', 'office');

export const inbound = (builder: DesignBuilder) =>
  builder
    .subnet('inbound', 'hub', '10.0.2.0/28')
    .add('dns-private-resolver', 'resolver', 'hub')
    .add('dns-resolver-endpoint', 'in', 'inbound', { resolver: 'resolver', direction: 'inbound' });

export const ruleset = (
  builder: DesignBuilder,
  name: string,
  links: readonly string[],
  ...rules: readonly (readonly [domainName: string, targets: readonly string[], state?: 'Disabled'])[]
) =>
  builder.inRegion('dns-forwarding-ruleset', name, {
    virtualNetworkLinks: links,
    forwardingRules: rules.map(([domainName, targetDnsServers, state], at) => ({
      name: `rule-${at}`,
      domainName,
      targetDnsServers,
      ...(state ? { forwardingRuleState: state } : {}),
    })),
  });

export /** A record set of a zone. */
const record = (name: string, type: string, ...values: readonly string[]) => ({ name, type, values });
export const link = (virtualNetwork: string, properties: object = {}) => ({
  name: `to-${virtualNetwork}`,
  virtualNetwork,
  ...properties,
});

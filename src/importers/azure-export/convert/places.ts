import { parentOf } from '../arm-id.ts';
import type { Converter, Reading } from '../conversion.ts';
import { unique } from '../estate.ts';
import type { Part } from '../part.ts';

/** Prefixes that can be read as such; others are reported. */
function prefixesOf(part: Part, name: string): readonly string[] | undefined {
  return part.texts(name)?.filter((prefix) => {
    const isPrefix = /^[\da-f.:]+(\/\d{1,3})?$/i.test(prefix.trim());
    if (!isPrefix) part.report(name, `“${prefix}” is not an address prefix`);
    return isPrefix;
  });
}

export const virtualNetwork: Converter = ({ row, estate, properties }) => {
  // Subnets are rows of their own: what is none of them is told here.
  properties.parts('subnets');
  return {
    kind: 'virtual-network',
    addressPrefixes:
      prefixesOf(properties.part('addressSpace'), 'addressPrefixes') ?? estate.remoteSpaceOf(row.id) ?? [],
    dnsServers: properties.part('dhcpOptions').texts('dnsServers'),
    virtualNetworkPeerings: peeringsListed(properties),
  };
};

/** Ids of the peerings that a network lists; `undefined` where one does not tell what it leads to, so that more is not known. */
function peeringsListed(properties: Reading['properties']): readonly string[] | undefined {
  const all = properties.parts('virtualNetworkPeerings');
  const isWhole = all?.every((one) => one.inner().id('remoteVirtualNetwork') !== undefined);
  return isWhole === true ? properties.ids('virtualNetworkPeerings') : undefined;
}

/** The resource that a child's own id says it belongs to. */
export const ownerOf = ({ row, refer }: Reading) => refer('id', parentOf(row.id)?.spelled);

export const subnet: Converter = (reading) => {
  const { properties, refer, referAll } = reading;
  return {
    kind: 'subnet',
    parent: ownerOf(reading),
    addressPrefixes: unique([
      ...(prefixesOf(properties, 'addressPrefix') ?? []),
      ...(prefixesOf(properties, 'addressPrefixes') ?? []),
    ]),
    networkSecurityGroup: refer(
      'networkSecurityGroup',
      properties.id('networkSecurityGroup'),
      'network-security-group',
    ),
    routeTable: refer('routeTable', properties.id('routeTable'), 'route-table'),
    natGateway: refer('natGateway', properties.id('natGateway'), 'nat-gateway'),
    serviceEndpoints: properties.parts('serviceEndpoints')?.flatMap((endpoint) => {
      const service = endpoint.text('service');
      const locations = endpoint.texts('locations');
      return service === undefined ? [] : [{ service, ...(locations && { locations }) }];
    }),
    serviceEndpointPolicies: referAll(
      'serviceEndpointPolicies',
      properties.ids('serviceEndpointPolicies'),
      'service-endpoint-policy',
    ),
    delegations: properties
      .parts('delegations')
      ?.flatMap((delegation) => delegation.inner().text('serviceName') ?? []),
    privateEndpointNetworkPolicies: properties.oneOf('privateEndpointNetworkPolicies', [
      'Disabled',
      'Enabled',
      'NetworkSecurityGroupEnabled',
      'RouteTableEnabled',
    ]),
    privateLinkServiceNetworkPolicies: properties.oneOf('privateLinkServiceNetworkPolicies', [
      'Disabled',
      'Enabled',
    ]),
    defaultOutboundAccess: properties.flag('defaultOutboundAccess'),
    ipConfigurations: properties.ids('ipConfigurations'),
  };
};

/**
 * What a peering leads to, where that is less than the network at its other end has: it joins chosen subnets, or was not
 * synchronised since the network grew.
 */
function partReached({ estate, properties }: Reading): readonly string[] | undefined {
  const known = properties.part('remoteAddressSpace').texts('addressPrefixes');
  const remote = estate.resolve(properties.id('remoteVirtualNetwork') ?? '', 'virtual-network');
  const chosen = properties.flag('peerCompleteVnets') === false ? properties.texts('remoteSubnetNames') : [];
  const subnets = (chosen ?? []).map(
    (name) => remote && estate.rows.get(`${remote.key}/subnets/${name.toLowerCase()}`),
  );
  if (subnets.length > 0 && subnets.every((one) => one !== undefined))
    return unique(
      subnets.flatMap((one) => {
        const part = estate.partOf(one);
        return [...(part.texts('addressPrefix') ?? []), ...(part.texts('addressPrefixes') ?? [])];
      }),
    );
  const row = remote && estate.rows.get(remote.key);
  const space = row && estate.partOf(row).part('addressSpace').texts('addressPrefixes');
  if (!known?.length || !space) return undefined;
  return space.every((prefix) => known.includes(prefix)) ? undefined : known;
}

export const virtualNetworkPeering: Converter = (reading) => {
  const { properties, refer } = reading;
  const remoteVirtualNetwork = refer(
    'remoteVirtualNetwork',
    properties.id('remoteVirtualNetwork'),
    'virtual-network',
  );
  if (remoteVirtualNetwork === undefined) {
    properties.report('remoteVirtualNetwork', 'a peering without a remote virtual network joins nothing');
    return undefined;
  }
  return {
    kind: 'virtual-network-peering',
    parent: ownerOf(reading),
    remoteVirtualNetwork,
    allowVirtualNetworkAccess: properties.flag('allowVirtualNetworkAccess'),
    allowForwardedTraffic: properties.flag('allowForwardedTraffic'),
    allowGatewayTransit: properties.flag('allowGatewayTransit'),
    useRemoteGateways: properties.flag('useRemoteGateways'),
    // A word that is none of these is not Connected: only that lets packets pass.
    peeringState:
      properties.oneOf('peeringState', ['Initiated', 'Connected', 'Disconnected']) ??
      (properties.has('peeringState') ? 'Disconnected' : undefined),
    remoteAddressSpace: partReached(reading),
  };
};

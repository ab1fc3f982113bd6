import { recordTypes } from '../arm-types.ts';
import type { Converter, Reading } from '../conversion.ts';
import { type connectionStates, stateOf, unique } from '../estate.ts';
import type { Part } from '../part.ts';
import { ownerOf } from './places.ts';

/** Addresses by member: chosen ones, else those of the network interface that Azure made. */
function endpointAddresses({ row, estate, properties }: Reading) {
  const chosen = properties.parts('ipConfigurations') ?? [];
  const made = estate
    .interfacesOf(row.id)
    .flatMap((one) => estate.partOf(one).parts('ipConfigurations') ?? []);
  const addresses = (chosen.length > 0 ? chosen : made).flatMap((item) => {
    const inner = item.inner();
    const link = inner.part('privateLinkConnectionProperties');
    const privateIPAddress = inner.text('privateIPAddress');
    const memberName =
      inner.text('memberName') ??
      link.text('requiredMemberName') ??
      inner.text('groupId') ??
      link.text('groupId');
    return privateIPAddress === undefined
      ? []
      : [{ memberName: memberName ?? item.text('name') ?? '', privateIPAddress }];
  });
  if (addresses.length > 0) return addresses;
  // An endpoint without a zone group says itself which names want which address.
  const told = (properties.parts('customDnsConfigs') ?? []).flatMap((item) =>
    (item.texts('ipAddresses') ?? []).map((privateIPAddress) => ({
      memberName: item.text('fqdn') ?? '',
      privateIPAddress,
    })),
  );
  return told.length > 0 ? told : undefined;
}

type ConnectionState = (typeof connectionStates)[number] | undefined;

/** An endpoint and its service both tell the state of their connection; traffic needs the approval of both. */
const worseOf = (own: ConnectionState, ofService: ConnectionState): ConnectionState =>
  own === undefined || own === 'Approved' ? (ofService ?? own) : own;

/**
 * Whether a zone holds the records that its group says it wrote; also where its records are not listed, or not to their end.
 * Where the group does not say, an address of the endpoint has to be in the zone, and every one in the only zone.
 */
function isRecordedIn(
  { estate }: Reading,
  group: ZoneGroup,
  spelled: string,
  told: readonly Part[],
): boolean {
  const zone = estate.resolve(spelled, 'private-dns-zone');
  const records = zone ? estate.childRows(zone, ...recordTypes, 'soa') : [];
  if (!zone || records.length === 0 || estate.isUnfinished(zone)) return true;
  const held = records
    .filter(({ id }) => id.type.endsWith('/a'))
    .map((record) => ({
      name: record.id.names.at(-1)?.toLowerCase(),
      addresses: recordValues(estate.partOf(record), 'A'),
    }));
  const expected = told.flatMap((one) => {
    const name = one.text('recordSetName')?.toLowerCase();
    const addresses = (one.texts('ipAddresses') ?? []).filter(isIpv4);
    return name === undefined || addresses.length === 0 ? [] : [{ name, addresses }];
  });
  if (expected.length > 0)
    return expected.every(({ name, addresses }) =>
      addresses.every((address) => held.some((one) => one.name === name && one.addresses.includes(address))),
    );
  if (group.addresses.length === 0) return true;
  const isHeld = (address: string) => held.some(({ addresses }) => addresses.includes(address));
  return group.zones.length === 1 ? group.addresses.every(isHeld) : group.addresses.some(isHeld);
}

/** Zones that a group names, and the addresses of its endpoint. */
interface ZoneGroup {
  readonly zones: readonly string[];
  readonly addresses: readonly string[];
}

const isIpv4 = (address: string): boolean => !address.includes(':');

export const privateEndpoint: Converter = (reading) => {
  const { row, estate, properties, refer, referAll } = reading;
  const connections = [
    ...(properties.parts('privateLinkServiceConnections') ?? []),
    ...(properties.parts('manualPrivateLinkServiceConnections') ?? []),
  ].map((item) => item.inner());
  const [connection] = connections;
  const known = estate.connectionOf(row.id);
  const groupIds = unique(connections.flatMap((one) => one.texts('groupIds') ?? []));
  const interfaceSubnets = estate
    .interfacesOf(row.id)
    .flatMap((one) => estate.partOf(one).parts('ipConfigurations') ?? [])
    .map((item) => item.inner().id('subnet'));
  const groups = properties.ids('applicationSecurityGroups');
  const connectionStatus = worseOf(
    connection && stateOf(connection.part('privateLinkServiceConnectionState')),
    known?.status,
  );
  const ipConfigurations = endpointAddresses(reading);
  const addresses = (ipConfigurations ?? []).map(({ privateIPAddress }) => privateIPAddress).filter(isIpv4);
  return {
    kind: 'private-endpoint',
    parent: refer('subnet', properties.id('subnet') ?? interfaceSubnets[0], 'subnet'),
    target:
      refer('privateLinkServiceId', connection?.text('privateLinkServiceId')) ??
      (connection ? undefined : known?.target),
    groupIds: groupIds.length > 0 ? groupIds : (known?.groupIds ?? []),
    connectionStatus,
    ipConfigurations,
    privateDnsZoneGroups: estate.list(row, 'privateDnsZoneGroups')?.map((group) => {
      const configs = (group.inner().parts('privateDnsZoneConfigs') ?? []).flatMap((item) => {
        const zone = item.inner().text('privateDnsZoneId');
        return zone === undefined ? [] : [{ zone, told: item.inner().parts('recordSets') ?? [] }];
      });
      const zones = configs.map(({ zone }) => zone);
      const bare =
        connectionStatus === 'Approved'
          ? configs
              .filter(({ zone, told }) => !isRecordedIn(reading, { zones, addresses }, zone, told))
              .map(({ zone }) => zone)
          : [];
      return {
        name: group.text('name') ?? '',
        privateDnsZones: referAll('privateDnsZoneId', zones, 'private-dns-zone') ?? [],
        ...(bare.length > 0 && {
          zonesWithoutRecords: referAll('privateDnsZoneId', bare, 'private-dns-zone') ?? [],
        }),
      };
    }),
    applicationSecurityGroups: groups?.length
      ? referAll('applicationSecurityGroups', groups, 'application-security-group')
      : undefined,
  };
};

const virtualNetworkOf = (reading: Reading, link: Part) =>
  reading.refer('virtualNetworkLinks.virtualNetwork', link.inner().id('virtualNetwork'), 'virtual-network');

export const privateDnsZone: Converter = (reading) => ({
  kind: 'private-dns-zone',
  virtualNetworkLinks: reading.estate.list(reading.row, 'virtualNetworkLinks')?.flatMap((item) => {
    const link = item.inner();
    const virtualNetwork = virtualNetworkOf(reading, item);
    const registrationEnabled = link.flag('registrationEnabled');
    const resolutionPolicy = link.oneOf('resolutionPolicy', ['Default', 'NxDomainRedirect']);
    if (!virtualNetwork) return [];
    return [
      {
        name: item.text('name') ?? '',
        virtualNetwork,
        ...(registrationEnabled !== undefined && { registrationEnabled }),
        ...(resolutionPolicy && { resolutionPolicy }),
      },
    ];
  }),
  recordSets: recordSetsOf(reading),
});

/** Records as they are; nothing where nobody listed them, or not all of them: then none is known to be missing. */
function recordSetsOf({ estate, row, properties }: Reading) {
  const isListed = estate.childRows(row.id, ...recordTypes, 'soa').length > 0;
  if (!(isListed || properties.has('recordSets')) || estate.isUnfinished(row.id)) return undefined;
  return estate.list(row, 'recordSets', ...recordTypes, 'soa')?.flatMap((item) => {
    const type = (item.text('type') ?? '').split('/').at(-1)?.toUpperCase() ?? '';
    if (type === 'SOA' || item.inner().flag('isAutoRegistered') === true) return [];
    return [{ name: item.text('name') ?? '', type, values: recordValues(item.inner(), type) }];
  });
}

function recordValues(record: Part, type: string): readonly string[] {
  const each = (property: string, name: string) =>
    (record.parts(property) ?? []).flatMap((one) => one.text(name) ?? []);
  if (type === 'A') return each('aRecords', 'ipv4Address');
  if (type === 'AAAA') return each('aaaaRecords', 'ipv6Address');
  if (type === 'CNAME') {
    const cname = record.part('cnameRecord').text('cname');
    return cname === undefined ? [] : [cname];
  }
  if (type === 'MX') return each('mxRecords', 'exchange');
  if (type === 'PTR') return each('ptrRecords', 'ptrdname');
  if (type === 'SRV') return each('srvRecords', 'target');
  return (record.parts('txtRecords') ?? []).map((one) => (one.texts('value') ?? []).join(''));
}

export const dnsPrivateResolver: Converter = ({ properties, refer }) => ({
  kind: 'dns-private-resolver',
  parent: refer('virtualNetwork', properties.id('virtualNetwork'), 'virtual-network'),
});

export const dnsResolverEndpoint: Converter = (reading) => {
  const { row, properties, refer } = reading;
  const direction = row.id.type.endsWith('/inboundendpoints') ? 'inbound' : 'outbound';
  const configuration = (properties.parts('ipConfigurations') ?? [])[0]?.inner();
  return {
    kind: 'dns-resolver-endpoint',
    parent: refer('subnet', properties.id('subnet') ?? configuration?.id('subnet'), 'subnet'),
    resolver: ownerOf(reading),
    direction,
    privateIpAddress: configuration?.text('privateIpAddress'),
  };
};

export const dnsForwardingRuleset: Converter = (reading) => {
  const { row, estate, properties, referAll } = reading;
  return {
    kind: 'dns-forwarding-ruleset',
    outboundEndpoints: referAll(
      'dnsResolverOutboundEndpoints',
      properties.ids('dnsResolverOutboundEndpoints'),
      'dns-resolver-endpoint',
    ),
    forwardingRules: estate.list(row, 'forwardingRules')?.flatMap((item) => {
      const rule = item.inner();
      const domainName = rule.text('domainName');
      const forwardingRuleState = rule.oneOf('forwardingRuleState', ['Enabled', 'Disabled']);
      if (domainName === undefined) return [];
      return [
        {
          name: item.text('name') ?? '',
          domainName,
          ...(forwardingRuleState && { forwardingRuleState }),
          targetDnsServers: (rule.parts('targetDnsServers') ?? []).flatMap(
            (one) => one.text('ipAddress') ?? [],
          ),
        },
      ];
    }),
    virtualNetworkLinks: estate
      .list(row, 'virtualNetworkLinks')
      ?.flatMap((item) => virtualNetworkOf(reading, item) ?? []),
  };
};

export const azureMonitorPrivateLinkScope: Converter = ({ row, estate, properties, refer }) => {
  const modes = properties.part('accessModeSettings');
  const access = ['Open', 'PrivateOnly'] as const;
  return {
    kind: 'azure-monitor-private-link-scope',
    scopedResources: estate
      .list(row, 'scopedResources')
      ?.flatMap((item) => refer('scopedResources', item.inner().text('linkedResourceId')) ?? []),
    ingestionAccessMode: modes.oneOf('ingestionAccessMode', access),
    queryAccessMode: modes.oneOf('queryAccessMode', access),
  };
};

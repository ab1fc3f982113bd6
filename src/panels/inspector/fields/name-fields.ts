import { privateLinkServiceOf } from '#catalog';
import { addressesInWords, recordWritersOf } from '#drawing';
import { type Design, type ResourceKind, resourceKinds, resourcesOfKind } from '#model';
import { deriveNetwork } from '#network';
import { connectionStatus } from './connection-rows.ts';
import {
  choice,
  type Field,
  flag,
  freePartName,
  list,
  reference,
  references,
  requiredReference,
  rows,
  text,
  textOf,
  twoColumns,
  whileEmpty,
} from './field.ts';

/** Kinds that a private endpoint can serve: those of the catalogue, and any other that has a sub-resource. */
const targets: readonly ResourceKind[] = resourceKinds.filter(
  (kind) => kind === 'private-link-service' || privateLinkServiceOf(kind) !== undefined,
);

const accessModes = ['Open', ['PrivateOnly', 'Private only']] as const;
const firstNetwork = (design: Design) => resourcesOfKind(design, 'virtual-network')[0]?.id;

/** Fields of private endpoints and of everything that answers names. */
export const nameFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  'private-endpoint': [
    reference('target', 'Private link resource', ...targets),
    list('groupIds', 'Target sub-resources', 'any', 'For example blob'),
    connectionStatus('connectionStatus', 'Connection status'),
    rows('privateDnsZoneGroups', 'Private DNS zone group', {
      isUnlistedWhenAbsent: true,
      noun: 'zone group',
      columns: twoColumns,
      headsOf: () => ['Name', 'Zones'],
      cells: (part) => [
        textOf(part.name),
        Array.isArray(part.privateDnsZones)
          ? part.privateDnsZones.length === 1
            ? '1 zone'
            : `${part.privateDnsZones.length} zones`
          : '',
      ],
      fields: () => [
        text('name', 'Name'),
        references('privateDnsZones', 'Private DNS zones', 'private-dns-zone'),
        references('zonesWithoutRecords', 'Zones without its records', 'private-dns-zone'),
      ],
      additions: [
        {
          title: 'Add zone group',
          make: (_, present) => (present.length > 0 ? undefined : { name: 'default', privateDnsZones: [] }),
        },
      ],
    }),
    rows('ipConfigurations', 'IP configurations', {
      noun: 'configuration',
      absentOf: (design, { id }) => {
        const addresses = deriveNetwork(design).addressesOf(id);
        return {
          words: addresses.length === 0 ? 'The next free' : `The next free: ${addressesInWords(addresses)}`,
        };
      },
      columns: twoColumns,
      headsOf: () => ['Member', 'IP address'],
      cells: (part) => [textOf(part.memberName), textOf(part.privateIPAddress)],
      fields: () => [
        text('memberName', 'Member name'),
        text('privateIPAddress', 'Private IP address', 'address'),
      ],
      additions: [
        {
          title: 'Add static configuration',
          make: () => ({ memberName: 'default', privateIPAddress: '10.0.0.4' }),
        },
      ],
    }),
    references('applicationSecurityGroups', 'Application security groups', 'application-security-group'),
  ],
  'private-dns-zone': [
    rows('virtualNetworkLinks', 'Virtual network links', {
      isUnlistedWhenAbsent: true,
      noun: 'link',
      columns: twoColumns,
      headsOf: () => ['Virtual network', 'Name'],
      cells: (part, nameOf) => [nameOf(part.virtualNetwork), textOf(part.name)],
      fields: () => [
        text('name', 'Name'),
        requiredReference('virtualNetwork', 'Virtual network', 'virtual-network'),
        flag('registrationEnabled', 'Auto-registration', 'Off'),
        choice(
          'resolutionPolicy',
          'Resolution policy',
          [
            ['Default', 'No such name'],
            ['NxDomainRedirect', 'Ask the internet'],
          ],
          'No such name',
        ),
      ],
      additions: [
        {
          title: 'Add link',
          make: (design, present) => {
            const linked = new Set(present.map((part) => part.virtualNetwork));
            const network =
              resourcesOfKind(design, 'virtual-network').find((one) => !linked.has(one.id))?.id ??
              firstNetwork(design);
            return network && { name: freePartName(present, 'link'), virtualNetwork: network };
          },
        },
      ],
    }),
    rows('recordSets', 'Record sets', {
      isUnlistedWhenAbsent: true,
      noun: 'record set',
      absentOf: (design, zone) => {
        if (zone.kind !== 'private-dns-zone') return undefined;
        const from = recordWritersOf(design, zone).map(({ id }) => id);
        return {
          words: from.length === 1 ? '1 by a zone group' : `${from.length} by zone groups`,
          from,
        };
      },
      columns: 'minmax(0, 1fr) 40px minmax(0, 1fr)',
      headsOf: () => ['Name', 'Type', 'Values'],
      cells: (part) => [textOf(part.name), textOf(part.type), textOf(part.values)],
      fields: () => [
        text('name', 'Name'),
        choice('type', 'Type', ['A', 'AAAA', 'CNAME', 'TXT']),
        list('values', 'Values'),
      ],
      additions: [{ title: 'Add record set', make: () => ({ name: '@', type: 'A', values: [] }) }],
    }),
  ],
  'dns-server': [
    text('ipAddress', 'IP address', 'address'),
    rows('conditionalForwarders', 'Conditional forwarders', {
      noun: 'forwarder',
      columns: 'minmax(0, 1fr) 84px',
      headsOf: () => ['Domain name', 'DNS servers'],
      cells: (part) => [textOf(part.domainName), textOf(part.targets)],
      fields: () => [text('domainName', 'Domain name'), list('targets', 'Target DNS servers', 'address')],
      additions: [{ title: 'Add forwarder', make: () => ({ domainName: 'api.azureml.ms', targets: [] }) }],
    }),
    whileEmpty('Root servers by default', list('forwarders', 'Forwarders', 'address')),
    reference('virtualMachine', 'Virtual machine', 'virtual-machine'),
  ],
  'dns-resolver-endpoint': [
    reference('resolver', 'DNS Private Resolver', 'dns-private-resolver'),
    choice('direction', 'Direction', [
      ['inbound', 'Inbound'],
      ['outbound', 'Outbound'],
    ]),
    whileEmpty('First usable by default', text('privateIpAddress', 'Private IP address', 'address')),
  ],
  'dns-forwarding-ruleset': [
    references('outboundEndpoints', 'Outbound endpoints', 'dns-resolver-endpoint'),
    references('virtualNetworkLinks', 'Virtual network links', 'virtual-network'),
    rows('forwardingRules', 'Forwarding rules', {
      isUnlistedWhenAbsent: true,
      noun: 'rule',
      columns: 'minmax(0, 1fr) 84px',
      headsOf: () => ['Domain name', 'DNS servers'],
      cells: (part) => [textOf(part.domainName), textOf(part.targetDnsServers)],
      fields: () => [
        text('name', 'Name'),
        text('domainName', 'Domain name'),
        list('targetDnsServers', 'Target DNS servers', 'address'),
        choice('forwardingRuleState', 'Rule state', ['Enabled', 'Disabled'], 'Enabled'),
      ],
      additions: [
        {
          title: 'Add rule',
          make: (_, present) => ({
            name: freePartName(present, 'rule'),
            domainName: 'contoso.com.',
            targetDnsServers: [],
          }),
        },
      ],
    }),
  ],
  'azure-monitor-private-link-scope': [
    references('scopedResources', 'Scoped resources', 'application-insights', 'log-analytics'),
    choice('ingestionAccessMode', 'Ingestion access mode', accessModes, 'Open'),
    choice('queryAccessMode', 'Query access mode', accessModes, 'Open'),
  ],
};

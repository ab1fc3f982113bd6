import { privateLinkServiceOf } from '#catalog';
import { type Design, type ResourceKind, resourceKinds, resourcesOfKind } from '#model';
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
    list('groupIds', 'Target sub-resources', 'any', 'None, for example blob'),
    connectionStatus('connectionStatus', 'Connection status'),
    rows('privateDnsZoneGroups', 'Private DNS zone group', {
      isUnlistedWhenAbsent: true,
      noun: 'zone group',
      columns: 'minmax(0, 1fr) auto',
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
      absent: 'Azure gives the next free addresses: the drawing shows which these would be now.',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
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
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part, nameOf) => [nameOf(part.virtualNetwork), textOf(part.name)],
      fields: () => [
        text('name', 'Name'),
        requiredReference('virtualNetwork', 'Virtual network', 'virtual-network'),
        flag('registrationEnabled', 'Auto-registration', 'Off'),
        choice(
          'resolutionPolicy',
          'Resolution policy',
          [
            ['Default', 'Default: no such name'],
            ['NxDomainRedirect', 'NxDomainRedirect: ask the internet'],
          ],
          'Default: no such name',
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
      columns: 'minmax(0, 1fr) 30px minmax(0, 1fr)',
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
      columns: 'minmax(0, 1.5fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.domainName), textOf(part.targets)],
      fields: () => [text('domainName', 'Domain name'), list('targets', 'Target DNS servers', 'address')],
      additions: [{ title: 'Add forwarder', make: () => ({ domainName: 'api.azureml.ms', targets: [] }) }],
    }),
    list('forwarders', 'Forwarders', 'address', 'Public root servers, not set'),
    reference('virtualMachine', 'Virtual machine', 'virtual-machine'),
  ],
  'dns-resolver-endpoint': [
    reference('resolver', 'DNS Private Resolver', 'dns-private-resolver'),
    choice('direction', 'Direction', [
      ['inbound', 'Inbound'],
      ['outbound', 'Outbound'],
    ]),
    text('privateIpAddress', 'Private IP address', 'address', 'First usable, not set'),
  ],
  'dns-forwarding-ruleset': [
    references('outboundEndpoints', 'Outbound endpoints', 'dns-resolver-endpoint'),
    references('virtualNetworkLinks', 'Virtual network links', 'virtual-network'),
    rows('forwardingRules', 'Forwarding rules', {
      isUnlistedWhenAbsent: true,
      noun: 'rule',
      // Two servers are the rule.
      columns: 'minmax(0, 1fr) minmax(0, 1.5fr)',
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

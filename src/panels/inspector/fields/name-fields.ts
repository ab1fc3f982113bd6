import { privateLinkServiceOf } from '#catalog';
import { type Design, type ResourceKind, resourceKinds, resourcesOfKind } from '#model';
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
    reference('target', 'Serves', ...targets),
    list('groupIds', 'Sub-resources', 'any', 'None, for example blob'),
    choice('connectionStatus', 'Connection', ['Approved', 'Pending', 'Rejected', 'Disconnected'], 'Approved'),
    rows('privateDnsZoneGroups', 'DNS zone group', {
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
      fields: () => [text('name', 'Name'), references('privateDnsZones', 'Zones', 'private-dns-zone')],
      additions: [
        {
          title: 'Add zone group',
          make: (_, present) => (present.length > 0 ? undefined : { name: 'default', privateDnsZones: [] }),
        },
      ],
    }),
    rows('ipConfigurations', 'Static addresses', {
      noun: 'address',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.memberName), textOf(part.privateIPAddress)],
      fields: () => [text('memberName', 'Member'), text('privateIPAddress', 'Private IP', 'address')],
      additions: [
        {
          title: 'Add static address',
          make: () => ({ memberName: 'default', privateIPAddress: '10.0.0.4' }),
        },
      ],
    }),
    references('applicationSecurityGroups', 'Application groups', 'application-security-group'),
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
        flag('registrationEnabled', 'Auto registration', 'Off'),
        choice(
          'resolutionPolicy',
          'When not found',
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
    rows('recordSets', 'Records written by hand', {
      isUnlistedWhenAbsent: true,
      noun: 'record',
      columns: 'minmax(0, 1fr) 30px minmax(0, 1fr)',
      cells: (part) => [textOf(part.name), textOf(part.type), textOf(part.values)],
      fields: () => [
        text('name', 'Name'),
        choice('type', 'Type', ['A', 'AAAA', 'CNAME', 'TXT']),
        list('values', 'Values'),
      ],
      additions: [{ title: 'Add record', make: () => ({ name: '@', type: 'A', values: [] }) }],
    }),
  ],
  'dns-server': [
    text('ipAddress', 'IP address', 'address'),
    rows('conditionalForwarders', 'Conditional forwarders', {
      noun: 'forwarder',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.domainName), textOf(part.targets)],
      fields: () => [text('domainName', 'Domain'), list('targets', 'Asks', 'address')],
      additions: [{ title: 'Add forwarder', make: () => ({ domainName: 'api.azureml.ms', targets: [] }) }],
    }),
    list('forwarders', 'All other names', 'address', 'Public root servers'),
    reference('virtualMachine', 'Runs on', 'virtual-machine'),
  ],
  'dns-resolver-endpoint': [
    reference('resolver', 'Resolver', 'dns-private-resolver'),
    choice('direction', 'Direction', [
      ['inbound', 'Inbound'],
      ['outbound', 'Outbound'],
    ]),
    text('privateIpAddress', 'Private IP', 'address', 'First usable'),
  ],
  'dns-forwarding-ruleset': [
    references('outboundEndpoints', 'Outbound endpoints', 'dns-resolver-endpoint'),
    references('virtualNetworkLinks', 'Linked networks', 'virtual-network'),
    rows('forwardingRules', 'Forwarding rules', {
      isUnlistedWhenAbsent: true,
      noun: 'rule',
      columns: 'minmax(0, 1fr) minmax(0, 1fr)',
      cells: (part) => [textOf(part.domainName), textOf(part.targetDnsServers)],
      fields: () => [
        text('name', 'Name'),
        text('domainName', 'Domain'),
        list('targetDnsServers', 'Asks', 'address'),
        choice('forwardingRuleState', 'State', ['Enabled', 'Disabled'], 'Enabled'),
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
    references('scopedResources', 'Resources', 'application-insights', 'log-analytics'),
    choice('ingestionAccessMode', 'Ingestion', accessModes, 'Open'),
    choice('queryAccessMode', 'Queries', accessModes, 'Open'),
  ],
};

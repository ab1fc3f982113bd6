import { protocolInWords } from '#model';
import {
  choice,
  type Field,
  freePartName,
  list,
  number,
  type Part,
  references,
  rows,
  text,
  textOf,
} from './field.ts';
import { anything, nextPriority } from './rule-rows.ts';

const sources: readonly Field[] = [
  text('name', 'Name'),
  list('sourceAddresses', 'Source', 'any', 'Prefix or *'),
  references('sourceIpGroups', 'Source IP groups', 'ip-group'),
];

const networkRuleFields: readonly Field[] = [
  ...sources,
  list('ipProtocols', 'Protocols', 'any', 'TCP, UDP, ICMP or Any'),
  list('destinationAddresses', 'Destination', 'any', 'Prefix, tag or *'),
  references('destinationIpGroups', 'Destination IP groups', 'ip-group'),
  list('destinationFqdns', 'Destination FQDNs'),
  list('destinationPorts', 'Destination ports', 'ports'),
];

const protocols = rows('protocols', 'Protocols', {
  noun: 'protocol',
  columns: 'minmax(0, 1fr) 60px',
  headsOf: () => ['Protocol', 'Port'],
  cells: (part) => [protocolInWords(textOf(part.protocolType)), textOf(part.port)],
  fields: () => [
    choice(
      'protocolType',
      'Protocol type',
      ['Http', 'Https', 'Mssql'].map((value) => [value, protocolInWords(value)] as const),
    ),
    number('port', 'Port', undefined, [1, 65_535]),
  ],
  additions: [{ title: 'Add protocol', make: () => ({ protocolType: 'Https', port: 443 }) }],
});

const applicationRuleFields: readonly Field[] = [
  ...sources,
  list('targetFqdns', 'Target FQDNs', 'any', 'For example *.example.com'),
  list('fqdnTags', 'FQDN tags'),
  list('targetUrls', 'Target URLs'),
  list('webCategories', 'Web categories'),
  protocols,
];

const natRuleFields: readonly Field[] = [
  ...sources,
  list('ipProtocols', 'Protocols', 'any', 'TCP or UDP'),
  list('destinationAddresses', 'Destination', 'any', 'Public address'),
  list('destinationPorts', 'Destination ports', 'ports'),
  text('translatedAddress', 'Translated address', 'address'),
  text('translatedFqdn', 'Translated FQDN'),
  text('translatedPort', 'Translated port', 'ports'),
];

const fieldsOfType: Readonly<Record<string, readonly Field[]>> = {
  NetworkRule: networkRuleFields,
  ApplicationRule: applicationRuleFields,
  NatRule: natRuleFields,
};

/** As what the firewall does has it: protocols with their ports. */
const howOf = ({ ruleType, protocols, ipProtocols, destinationPorts }: Part): string =>
  ruleType === 'ApplicationRule'
    ? (Array.isArray(protocols) ? protocols : [])
        .map(({ protocolType, port }) => `${protocolInWords(textOf(protocolType))} ${textOf(port)}`.trim())
        .join(', ')
    : `${(Array.isArray(ipProtocols) ? ipProtocols : []).map(protocolInWords).join(', ')} ${textOf(destinationPorts)}`;

/** Azure keeps rules of one type in a collection. */
const isOnly = (type: string) => (present: readonly Part[]) =>
  present.every(({ ruleType }) => ruleType === type);

const firewallRules = rows('rules', 'Rules', {
  noun: 'rule',
  order: 'place',
  columns: 'minmax(0, 1fr) 70px',
  headsOf: () => ['Name', 'Ports'],
  cells: (rule) => [textOf(rule.name), howOf(rule)],
  below: (rule) =>
    rule.ruleType === 'ApplicationRule'
      ? textOf([rule.targetFqdns, rule.fqdnTags].flat().filter(Boolean))
      : anything(
          [rule.destinationAddresses, rule.destinationFqdns].flat().filter((one) => one !== undefined),
        ),
  fields: (rule) => fieldsOfType[textOf(rule.ruleType)] ?? networkRuleFields,
  additions: [
    {
      title: 'Add network rule',
      short: 'Network',
      fits: isOnly('NetworkRule'),
      make: (_, present) => ({
        ruleType: 'NetworkRule',
        name: freePartName(present, 'rule'),
        sourceAddresses: ['*'],
        ipProtocols: ['TCP'],
        destinationAddresses: ['AzureMachineLearning'],
        destinationPorts: ['443'],
      }),
    },
    {
      title: 'Add application rule',
      short: 'Application',
      fits: isOnly('ApplicationRule'),
      make: (_, present) => ({
        ruleType: 'ApplicationRule',
        name: freePartName(present, 'rule'),
        sourceAddresses: ['*'],
        protocols: [{ protocolType: 'Https', port: 443 }],
        targetFqdns: ['mcr.microsoft.com'],
      }),
    },
    {
      title: 'Add NAT rule',
      short: 'NAT',
      fits: isOnly('NatRule'),
      make: (_, present) => ({
        ruleType: 'NatRule',
        name: freePartName(present, 'rule'),
        sourceAddresses: ['*'],
        ipProtocols: ['TCP'],
        destinationAddresses: [],
        destinationPorts: ['443'],
      }),
    },
  ],
});

/** Least and greatest priority of a collection and of a group. */
const priorities = [100, 65_000] as const;

/** Rule collections, of a classic firewall or of a group. */
export const ruleCollections = rows('ruleCollections', 'Rule collections', {
  noun: 'collection',
  order: 'priority',
  columns: '46px minmax(0, 1fr) 36px',
  headsOf: () => ['Priority', 'Name', 'Action'],
  cells: (collection) => [textOf(collection.priority), textOf(collection.name), textOf(collection.action)],
  fields: () => [
    text('name', 'Name'),
    number('priority', 'Priority', undefined, priorities),
    choice('action', 'Action', ['Allow', 'Deny', 'DNAT']),
    firewallRules,
  ],
  additions: [
    {
      title: 'Add collection',
      make: (_, present) => ({
        name: freePartName(present, 'collection'),
        priority: nextPriority(present, 100, 200, priorities[1]),
        action: 'Allow',
        rules: [],
      }),
    },
  ],
});

/** The rule collection groups of a firewall policy. */
export const ruleCollectionGroups = rows('ruleCollectionGroups', 'Rule collection groups', {
  isUnlistedWhenAbsent: true,
  noun: 'group',
  order: 'priority',
  columns: '46px minmax(0, 1fr)',
  headsOf: () => ['Priority', 'Name'],
  cells: (group) => [textOf(group.priority), textOf(group.name)],
  fields: () => [
    text('name', 'Name'),
    number('priority', 'Priority', undefined, priorities),
    ruleCollections,
  ],
  additions: [
    {
      title: 'Add group',
      make: (_, present) => ({
        name: freePartName(present, 'group'),
        priority: nextPriority(present, 100, 200, priorities[1]),
        ruleCollections: [],
      }),
    },
  ],
});

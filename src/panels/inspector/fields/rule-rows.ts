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

const anything = (value: unknown): string => {
  const words = textOf(value);
  return words === '*' || words === '' ? 'any' : words;
};

const nextPriority = (present: readonly Part[], step = 10, first = 100): number => {
  const taken = present.map((part) => (typeof part.priority === 'number' ? part.priority : 0));
  const wanted = Math.max(first - step, ...taken.filter((priority) => priority < 4000)) + step;
  return Math.min(wanted, 4096);
};

const securityRuleFields: readonly Field[] = [
  text('name', 'Name'),
  number('priority', 'Priority'),
  choice('direction', 'Direction', ['Inbound', 'Outbound']),
  choice('access', 'Access', ['Allow', 'Deny']),
  choice('protocol', 'Protocol', ['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', ['*', 'Any']]),
  list('sourceAddressPrefixes', 'Source', 'any', 'Prefix, tag or *'),
  list('sourcePortRanges', 'Source ports', 'ports'),
  list('destinationAddressPrefixes', 'Destination', 'any', 'Prefix, tag or *'),
  list('destinationPortRanges', 'Destination ports', 'ports'),
  references('sourceApplicationSecurityGroups', 'Source groups', 'application-security-group'),
  references('destinationApplicationSecurityGroups', 'Destination groups', 'application-security-group'),
];

const securityRule = (direction: 'Inbound' | 'Outbound') => (_: unknown, present: readonly Part[]) => ({
  name: freePartName(present, 'rule'),
  priority: nextPriority(present.filter((part) => part.direction === direction)),
  direction,
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['VirtualNetwork'],
  destinationPortRanges: ['443'],
});

/** The rules of a security group, as the portal's table has them. */
export const securityRules = rows('securityRules', 'Security rules', {
  noun: 'rule',
  columns: '32px minmax(0, 1fr) minmax(0, 76px) 36px',
  groupOf: (rule) => textOf(rule.direction),
  cells: (rule) => [
    textOf(rule.priority),
    anything(rule.direction === 'Inbound' ? rule.sourceAddressPrefixes : rule.destinationAddressPrefixes),
    anything(rule.destinationPortRanges),
    textOf(rule.access),
  ],
  fields: () => securityRuleFields,
  additions: [
    { title: 'Add outbound rule', make: securityRule('Outbound') },
    { title: 'Add inbound rule', make: securityRule('Inbound') },
  ],
});

/** The routes of a route table. */
export const routes = rows('routes', 'Routes', {
  noun: 'route',
  columns: 'minmax(0, 1fr) minmax(0, 1fr)',
  cells: (route) => [
    textOf(route.addressPrefix),
    route.nextHopIpAddress === undefined ? textOf(route.nextHopType) : textOf(route.nextHopIpAddress),
  ],
  fields: () => [
    text('name', 'Name'),
    text('addressPrefix', 'Prefix', 'any', 'Prefix or service tag'),
    choice('nextHopType', 'Next hop', [
      ['VirtualAppliance', 'Virtual appliance'],
      ['VirtualNetworkGateway', 'Virtual network gateway'],
      ['VnetLocal', 'Virtual network'],
      'Internet',
      'None',
    ]),
    text('nextHopIpAddress', 'Hop address', 'address'),
  ],
  additions: [
    {
      title: 'Add route',
      make: (_, present) => ({
        name: freePartName(present, 'route'),
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
      }),
    },
  ],
});

const networkRuleFields: readonly Field[] = [
  text('name', 'Name'),
  list('sourceAddresses', 'Source', 'any', 'Prefix or *'),
  references('sourceIpGroups', 'Source IP groups', 'ip-group'),
  list('ipProtocols', 'Protocols', 'any', 'TCP, UDP, ICMP or Any'),
  list('destinationAddresses', 'Destination', 'any', 'Prefix, tag or *'),
  references('destinationIpGroups', 'Destination IP groups', 'ip-group'),
  list('destinationFqdns', 'Destination hosts'),
  list('destinationPorts', 'Ports', 'ports'),
];

const applicationRuleFields: readonly Field[] = [
  text('name', 'Name'),
  list('sourceAddresses', 'Source', 'any', 'Prefix or *'),
  references('sourceIpGroups', 'Source IP groups', 'ip-group'),
  list('targetFqdns', 'Hosts', 'any', '*.example.com'),
  list('fqdnTags', 'FQDN tags'),
  list('targetUrls', 'URLs'),
  list('webCategories', 'Web categories'),
];

const natRuleFields: readonly Field[] = [
  text('name', 'Name'),
  list('sourceAddresses', 'Source'),
  list('ipProtocols', 'Protocols'),
  list('destinationAddresses', 'Destination'),
  list('destinationPorts', 'Ports', 'ports'),
  text('translatedAddress', 'Translated to', 'address'),
  text('translatedPort', 'Translated port'),
];

const fieldsOfType: Readonly<Record<string, readonly Field[]>> = {
  NetworkRule: networkRuleFields,
  ApplicationRule: applicationRuleFields,
  NatRule: natRuleFields,
};

const firewallRules = rows('rules', 'Rules', {
  noun: 'rule',
  columns: 'minmax(0, 1fr) minmax(0, 1.2fr)',
  cells: (rule) => [
    textOf(rule.name),
    rule.ruleType === 'ApplicationRule'
      ? textOf([rule.targetFqdns, rule.fqdnTags].flat().filter(Boolean))
      : [
          anything(
            [rule.destinationAddresses, rule.destinationFqdns].flat().filter((one) => one !== undefined),
          ),
          textOf(rule.destinationPorts),
        ].join(' : '),
  ],
  fields: (rule) => fieldsOfType[textOf(rule.ruleType)] ?? networkRuleFields,
  additions: [
    {
      title: 'Add network rule',
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
      make: (_, present) => ({
        ruleType: 'ApplicationRule',
        name: freePartName(present, 'rule'),
        sourceAddresses: ['*'],
        protocols: [{ protocolType: 'Https', port: 443 }],
        targetFqdns: ['mcr.microsoft.com'],
      }),
    },
  ],
});

/** Rule collections, of a classic firewall or of a group. */
export const ruleCollections = rows('ruleCollections', 'Rule collections', {
  noun: 'collection',
  columns: '46px minmax(0, 1fr) 40px',
  cells: (collection) => [textOf(collection.priority), textOf(collection.name), textOf(collection.action)],
  fields: () => [
    text('name', 'Name'),
    number('priority', 'Priority'),
    choice('action', 'Action', ['Allow', 'Deny', 'DNAT']),
    firewallRules,
  ],
  additions: [
    {
      title: 'Add collection',
      make: (_, present) => ({
        name: freePartName(present, 'collection'),
        priority: nextPriority(present, 100, 200),
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
  columns: '46px minmax(0, 1fr)',
  cells: (group) => [textOf(group.priority), textOf(group.name)],
  fields: () => [text('name', 'Name'), number('priority', 'Priority'), ruleCollections],
  additions: [
    {
      title: 'Add group',
      make: (_, present) => ({
        name: freePartName(present, 'group'),
        priority: nextPriority(present, 100, 200),
        ruleCollections: [],
      }),
    },
  ],
});

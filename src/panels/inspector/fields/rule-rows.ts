import { protocolInWords } from '#model';
import { onlyNextHop } from '#rules';
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
  twoColumns,
} from './field.ts';

/** What an empty list or `*` means. */
export const anything = (value: unknown): string => {
  const words = textOf(value);
  return words === '*' || words === '' ? 'any' : words;
};

/** Rules for everything stand here and beyond, behind all others. */
const catchAll = 4000;

/** A priority that is free: the next after the last one before the rules for everything, or as near to it as there is one. */
export const nextPriority = (present: readonly Part[], step = 10, first = 100, last = 4096): number => {
  const taken = new Set(present.map((part) => (typeof part.priority === 'number' ? part.priority : 0)));
  const before = [...taken].filter((priority) => priority < catchAll);
  const end = Math.min(last + 1, ...[...taken].filter((priority) => priority >= catchAll));
  const wanted = Math.min(Math.max(first - step, ...before) + step, end - 1);
  for (let priority = wanted; priority >= first; priority -= 1) if (!taken.has(priority)) return priority;
  for (let priority = wanted; priority < last; priority += 1) if (!taken.has(priority)) return priority;
  return last;
};

/** Least and greatest priority of a rule that people write. */
const priorities = [100, 4096] as const;

/** Two rules of a direction cannot have one priority. */
const priorityTaken = (parts: readonly Part[]): string | undefined => {
  const taken = new Map<string, unknown>();
  for (const { direction, priority, name } of parts) {
    const key = `${textOf(direction)} ${textOf(priority)}`;
    if (taken.has(key)) return `Priority ${textOf(priority)} is taken by ${textOf(taken.get(key))}.`;
    taken.set(key, name);
  }
  return undefined;
};

const ruleFields = (...access: Parameters<typeof choice>[2]): readonly Field[] => [
  text('name', 'Name'),
  number('priority', 'Priority', undefined, priorities),
  choice('direction', 'Direction', ['Inbound', 'Outbound']),
  choice('access', 'Action', access),
  choice('protocol', 'Protocol', [
    ...['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah'].map((value) => [value, protocolInWords(value)] as const),
    ['*', 'Any'],
  ]),
  list('sourceAddressPrefixes', 'Source', 'any', 'Prefix, tag or *'),
  list('sourcePortRanges', 'Source port ranges', 'ports'),
  list('destinationAddressPrefixes', 'Destination', 'any', 'Prefix, tag or *'),
  list('destinationPortRanges', 'Destination port ranges', 'ports'),
];

const securityRuleFields: readonly Field[] = [
  ...ruleFields('Allow', 'Deny'),
  references(
    'sourceApplicationSecurityGroups',
    'Source application security groups',
    'application-security-group',
  ),
  references(
    'destinationApplicationSecurityGroups',
    'Destination application security groups',
    'application-security-group',
  ),
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

/** As the effective rules have it: what is said of ports is TCP. */
const portsOf = (rule: Part): string => {
  const ports = anything(rule.destinationPortRanges);
  return rule.protocol === 'Udp' ? `UDP ${ports}` : ports;
};

const byDirection = {
  noun: 'rule',
  order: 'priority',
  faultOf: priorityTaken,
  groupOf: (rule: Part) => textOf(rule.direction),
  headsOf: (rule: Part) => [
    'Priority',
    rule.direction === 'Inbound' ? 'Inbound from' : 'Outbound to',
    'Ports',
    'Action',
  ],
  cells: (rule: Part) => [
    textOf(rule.priority),
    anything(rule.direction === 'Inbound' ? rule.sourceAddressPrefixes : rule.destinationAddressPrefixes),
    portsOf(rule),
    rule.access === 'AlwaysAllow' ? 'Always allow' : textOf(rule.access),
  ],
  additions: [
    { title: 'Add outbound rule', short: 'Outbound', make: securityRule('Outbound') },
    { title: 'Add inbound rule', short: 'Inbound', make: securityRule('Inbound') },
  ],
} as const;

/** The rules of a security group, as the portal's table has them. */
export const securityRules = rows('securityRules', 'Security rules', {
  ...byDirection,
  columns: '44px minmax(0, 1fr) 56px 36px',
  fields: () => securityRuleFields,
});

/** What Azure Virtual Network Manager decides before any security group is asked. */
export const adminRules = rows('rules', 'Security admin rules', {
  ...byDirection,
  columns: '44px minmax(0, 1fr) 56px 38px',
  fields: () => ruleFields('Allow', ['AlwaysAllow', 'Always allow'], 'Deny'),
  additions: byDirection.additions.toReversed(),
});

const nextHopTypes = [
  ['VirtualAppliance', 'Virtual appliance'],
  ['VirtualNetworkGateway', 'Virtual network gateway'],
  ['VnetLocal', 'Virtual network'],
  ['Internet', 'Internet'],
  ['None', 'None'],
] as const;

const nextHopTitle = (type: unknown): string =>
  nextHopTypes.find(([value]) => value === type)?.[1] ?? textOf(type);

/** Where new routes lead first, in this order. */
const newPrefixes = ['0.0.0.0/0', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as const;

/** A prefix to which the table does not lead yet. */
const freePrefix = (present: readonly Part[]): string | undefined =>
  [...newPrefixes, ...present.map((_, at) => `10.${at}.0.0/16`)].find((prefix) =>
    present.every(({ addressPrefix }) => addressPrefix !== prefix),
  );

/** Two routes to one prefix, which Azure refuses. */
const prefixTaken = (present: readonly Part[]): string | undefined => {
  const twice = present.find((route, at) =>
    present.some((other, place) => place < at && other.addressPrefix === route.addressPrefix),
  );
  return twice && `Another route of the table leads to ${textOf(twice.addressPrefix)} already.`;
};

/** The routes of a route table. */
export const routes = rows('routes', 'Routes', {
  noun: 'route',
  faultOf: prefixTaken,
  columns: twoColumns,
  headsOf: () => ['Address prefix', 'Next hop'],
  cells: (route) => [
    textOf(route.addressPrefix),
    route.nextHopIpAddress === undefined ? nextHopTitle(route.nextHopType) : textOf(route.nextHopIpAddress),
  ],
  fields: () => [
    text('name', 'Name'),
    text('addressPrefix', 'Address prefix', 'any', 'Prefix or service tag'),
    choice('nextHopType', 'Next hop type', nextHopTypes),
    text('nextHopIpAddress', 'Next hop IP address', 'address'),
  ],
  additions: [
    {
      title: 'Add route',
      make: (design, present) => {
        const address = onlyNextHop(design);
        return {
          name: freePartName(present, 'route'),
          addressPrefix: freePrefix(present),
          nextHopType: 'VirtualAppliance',
          ...(address === undefined ? {} : { nextHopIpAddress: address }),
        };
      },
    },
  ],
});

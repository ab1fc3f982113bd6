import fc from 'fast-check';
import type { Design, SecurityRule } from '#model';
import { deriveNetwork } from '#network';
import { placeOf } from './document.ts';
import { type Draw, draws, maybe, one, some } from './draw.ts';
import { Drawing } from './drawing.ts';
import type { Answer, Part } from './part.ts';
import { type Filtering, type Packet, securityGroupsAt } from './security-groups.ts';
import type { End } from './words.ts';

/*
 * Left out, since the facts do not settle them:
 * - private addresses outside the VirtualNetwork tag: whether the Internet tag means them;
 * - a service's tag in another region than the design's, and host names: which tags they lie in;
 * - source ports: a question has none.
 */
const machines = {
  'vm-a': { subnet: 'snet-a', address: '10.0.0.4' },
  'vm-a2': { subnet: 'snet-a', address: '10.0.0.9' },
  'vm-b': { subnet: 'snet-b', address: '10.0.0.20' },
  'vm-peer': { subnet: 'snet-peer', address: '10.1.0.5' },
} as const;
const names = Object.keys(machines) as (keyof typeof machines)[];
const addresses = names.map((name) => machines[name].address);
const publicAddresses = ['20.30.40.50', '52.1.2.3'];
const tags = ['Storage', 'AzureActiveDirectory', 'AzureMonitor'];
const groups = ['asg-web', 'asg-data'];
const ports = [80, 443, 445, 5831];

const prefixes = [
  ...addresses,
  ...addresses.map((address) => `${address}/32`),
  ...['10.0.0.0/24', '10.0.0.0/28', '10.0.0.16/28', '10.1.0.0/16', '10.0.0.0/8', '10.0.0.8/29'],
  ...['192.168.0.0/16', '52.0.0.0/8', '20.30.40.50', '0.0.0.0/0'],
];
const words = (g: Draw, isSource: boolean) =>
  g(fc.integer, { min: 0, max: 9 }) < 4
    ? [one(g, ['*', 'VirtualNetwork', 'Internet', 'AzureLoadBalancer'])]
    : isSource || g(fc.boolean)
      ? some(g, prefixes, 3)
      : [one(g, [...tags, 'Storage.westeurope', 'AzureCloud', 'AzureMonitor.westeurope'])];

const directions = ['Inbound', 'Outbound'] as const;
const portWords = ['*', '*', '443', '80', '445', '400-450', '1-1024', '5000-6000', '81-442', '0-65535'];

const end = (g: Draw, isSource: boolean) =>
  maybe(g, 0.15)
    ? { words: [], groups: some(g, groups, 2).map(Drawing.id) }
    : { words: words(g, isSource), groups: [] };

function securityRule(g: Draw, at: number): SecurityRule {
  const [source, destination] = [end(g, true), end(g, false)];
  return {
    name: `rule-${at}`,
    // Unique, and not in the order of the list.
    priority: 100 + g(fc.integer, { min: 0, max: 99 }) * 10 + at,
    direction: one(g, directions),
    access: one(g, ['Allow', 'Allow', 'Deny']),
    protocol: one(g, ['*', '*', 'Tcp', 'Udp', 'Icmp']),
    sourceAddressPrefixes: source.words,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: destination.words,
    destinationPortRanges: some(g, portWords, 3),
    sourceApplicationSecurityGroups: source.groups,
    destinationApplicationSecurityGroups: destination.groups,
  };
}

const denyAll = (direction: SecurityRule['direction']): SecurityRule => ({
  name: `deny-${direction}`,
  priority: 4096,
  direction,
  access: 'Deny',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
});

const securityGroups = ['nsg-1', 'nsg-2', 'nsg-3'];
const attached = (g: Draw) =>
  maybe(g, 0.6) ? { networkSecurityGroup: Drawing.id(one(g, securityGroups)) } : {};

/** Two peered networks whose machines reach each other and the internet but for their security groups. */
function designOf(g: Draw): Design {
  const drawing = new Drawing()
    .add('region', 'westeurope', undefined, {})
    .add('virtual-network', 'vnet', 'westeurope', { addressPrefixes: ['10.0.0.0/24'] })
    .add('virtual-network', 'vnet-peer', 'westeurope', { addressPrefixes: ['10.1.0.0/24'] })
    .add('virtual-network-peering', 'there', 'vnet', { remoteVirtualNetwork: 'vnet-peer' })
    .add('virtual-network-peering', 'back', 'vnet-peer', { remoteVirtualNetwork: 'vnet' })
    .add('public-ip-address', 'pip', 'westeurope', {})
    .add('nat-gateway', 'nat', 'westeurope', { publicIPAddresses: ['pip'] });
  for (const group of groups) drawing.add('application-security-group', group, 'westeurope', {});
  for (const [name, network, prefix] of [
    ['snet-a', 'vnet', '10.0.0.0/28'],
    ['snet-b', 'vnet', '10.0.0.16/28'],
    ['snet-peer', 'vnet-peer', '10.1.0.0/28'],
  ] as const)
    drawing.add('subnet', name, network, { addressPrefixes: [prefix], natGateway: 'nat', ...attached(g) });
  for (const name of names) {
    const { subnet, address } = machines[name];
    const configuration = {
      name: 'primary',
      subnet,
      privateIPAddress: address,
      applicationSecurityGroups: some(g, groups, 2).filter(() => maybe(g, 0.6)),
    };
    drawing
      .add('network-interface', `nic-${name}`, subnet, { ipConfigurations: [configuration], ...attached(g) })
      .add('virtual-machine', name, subnet, { networkInterfaces: [`nic-${name}`] });
  }
  for (const group of securityGroups) {
    const count = g(fc.integer, { min: 0, max: 8 });
    const securityRules = [
      ...Array.from({ length: count }, (_, at) => securityRule(g, at)),
      ...directions.filter(() => maybe(g, 0.5)).map(denyAll),
    ];
    drawing.add('network-security-group', group, 'westeurope', { securityRules });
  }
  return drawing.design();
}

interface Question {
  readonly from: string;
  readonly to: { readonly machine: string } | { readonly address: string } | { readonly tag: string };
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

function question(g: Draw): Question {
  const from = one(g, names);
  const kind = g(fc.integer, { min: 0, max: 4 });
  const others = names.filter((name) => name !== from);
  const to =
    kind < 2
      ? { machine: one(g, others) }
      : kind === 2
        ? { address: machines[one(g, others)].address }
        : kind === 3
          ? { address: one(g, publicAddresses) }
          : { tag: one(g, tags) };
  return { from, to, protocol: one(g, ['Tcp', 'Tcp', 'Udp']), port: one(g, ports) };
}

function expected(design: Design, { from, to, protocol, port }: Question): string {
  const source = placeOf(design, from);
  const targetName =
    'machine' in to
      ? to.machine
      : names.find((name) => 'address' in to && machines[name].address === to.address);
  const target = targetName && placeOf(design, targetName);
  if (!source) throw new Error(`${from} lies nowhere`);
  const endOf = (place: NonNullable<typeof source>): End => ({
    address: place.address,
    groups: place.applicationSecurityGroups,
  });
  const destination: End = target
    ? endOf(target)
    : 'tag' in to
      ? to
      : { address: 'address' in to ? to.address : '' };
  const packet: Packet = { source: endOf(source), destination, protocol, port };
  const filterings: readonly Filtering[] = [
    ...securityGroupsAt(design, source, 'Outbound', packet),
    ...(target ? securityGroupsAt(design, target, 'Inbound', packet) : []),
  ];
  const denying = filterings.filter(({ access }) => access === 'Deny').map(({ by }) => by);
  const isOpen = filterings.some(({ access }) => access === 'maybe');
  return answer(denying.length > 0 ? 'denied' : isOpen ? 'cannot-tell' : 'delivered', denying);
}

const answer = (verdict: string, blockers: readonly string[]) =>
  [verdict, ...[...new Set(blockers)].sort()].join(' ');

const cases = draws((g) => {
  const design = designOf(g);
  const questions = Array.from({ length: 10 }, () => question(g));
  return {
    subject: { design, questions },
    answers: (): readonly Answer[] => {
      const network = deriveNetwork(design);
      return questions.map((asked) => {
        const { from, to, protocol, port } = asked;
        const destination =
          'machine' in to ? { resource: Drawing.id(to.machine) } : 'tag' in to ? { serviceTag: to.tag } : to;
        const trace = network.trace({ from: Drawing.id(from), to: destination, protocol, port });
        return {
          question: JSON.stringify(asked),
          oracle: expected(design, asked),
          engine: answer(trace.verdict, trace.blockers),
        };
      });
    },
  };
});

/** Packets through the security groups of subnets and interfaces. */
export const securityGroupsPart: Part = {
  name: 'network security groups',
  unit: 'packets',
  outcomes: ['delivered', 'denied'],
  perCase: 10,
  cases,
};

import fc from 'fast-check';
import type { Design, FirewallRule, RuleCollection } from '#model';
import { deriveNetwork } from '#network';
import { find } from './document.ts';
import { type Draw, draws, maybe, one, some } from './draw.ts';
import { Drawing } from './drawing.ts';
import { firewallDecides, type Request } from './firewall.ts';
import type { Answer, Part } from './part.ts';

/*
 * Left out, since the facts do not settle them:
 * - which names lie behind which tag or address: a case asks for names or for tags and addresses, and its rules
 *   have no public prefixes or tags where names are asked for alone;
 * - application rules for any name and a packet to a bare address; FQDN tags, URLs, web categories, TLS inspection;
 * - threat intelligence, whose lists no design holds.
 */
const machines = { 'vm-a': '10.1.0.5', 'vm-a2': '10.1.0.9', 'vm-b': '10.1.0.20' } as const;
const names = Object.keys(machines) as (keyof typeof machines)[];
const ports = [80, 443, 443, 445];
const tags = ['Storage', 'AzureActiveDirectory', 'AzureMonitor'];
const hosts = ['x.com', 'a.x.com', 'b.a.x.com', 'ax.com', 'y.org', 'www.y.org'];
const patterns = ['x.com', '*.x.com', 'a.x.com', '*.a.x.com', '*.com', 'y.org', '*.y.org', 'www.y.org'];
const publicAddresses = ['20.30.40.50', '52.1.2.3'];

const sources = [
  '*',
  '10.1.0.0/24',
  '10.1.0.0/28',
  '10.1.0.5',
  '10.1.0.9/32',
  '10.1.0.16/28',
  '192.168.0.0/16',
];
const privateWords = ['10.2.0.0/24', '10.2.0.5', '10.0.0.0/8', '10.2.0.0/29', '192.168.0.0/16'];
const publicWords = ['20.0.0.0/8', '52.1.2.3', '20.30.40.0/24', ...tags, 'Storage.westeurope', 'AzureCloud'];
const asIds = (ids: readonly string[]) => ids.map(Drawing.id);

const from = (g: Draw) =>
  maybe(g, 0.2)
    ? { sourceAddresses: [], sourceIpGroups: asIds(['group-sources']) }
    : { sourceAddresses: some(g, sources, 2) };

function networkRule(g: Draw, asksNames: boolean): FirewallRule {
  const words = ['*', ...privateWords, ...(asksNames ? [] : publicWords)];
  const destination =
    asksNames && maybe(g, 0.6)
      ? { destinationAddresses: [], destinationFqdns: some(g, hosts, 2) }
      : maybe(g, 0.15)
        ? { destinationAddresses: [], destinationIpGroups: asIds(['group-destinations']) }
        : { destinationAddresses: some(g, words, 4) };
  return {
    ruleType: 'NetworkRule',
    name: 'network',
    ...from(g),
    ...destination,
    ipProtocols: one(g, [['TCP'], ['TCP'], ['UDP'], ['Any'], ['Any'], ['TCP', 'UDP'], ['ICMP']]),
    destinationPorts: one(g, [['*'], ['*'], ['443'], ['80', '443'], ['400-450'], ['1-1024'], ['445']]),
  };
}

const applicationRule = (g: Draw, asksNames: boolean): FirewallRule => ({
  ruleType: 'ApplicationRule',
  name: 'application',
  ...(maybe(g, 0.2) ? { sourceAddresses: [] } : from(g)),
  protocols: one(g, [
    [{ protocolType: 'Https', port: 443 }],
    [
      { protocolType: 'Https', port: 443 },
      { protocolType: 'Http', port: 80 },
    ],
    [{ protocolType: 'Http', port: 80 }],
  ]),
  targetFqdns: some(g, asksNames ? [...patterns, '*'] : patterns, 3),
});

/** Priorities unique, and not in the order of the list. */
const priorities = (g: Draw, count: number) =>
  Array.from({ length: count }, (_, at) => 100 + g(fc.integer, { min: 0, max: 9 }) * 100 + at);

function collections(g: Draw, most: number, asksNames: boolean): readonly RuleCollection[] {
  const count = g(fc.integer, { min: 1, max: most });
  return priorities(g, count).map((priority, at) => {
    const rule = maybe(g, 0.5) ? networkRule : applicationRule;
    return {
      name: `collection-${at}`,
      priority,
      action: one(g, ['Allow', 'Allow', 'Allow', 'Deny']),
      rules: Array.from({ length: g(fc.integer, { min: 1, max: 4 }) }, () => rule(g, asksNames)),
    };
  });
}

const policy = (g: Draw, asksNames: boolean) => ({
  ruleCollectionGroups: priorities(g, g(fc.integer, { min: 1, max: 2 })).map((priority, at) => ({
    name: `group-${at}`,
    priority,
    ruleCollections: collections(g, 4, asksNames),
  })),
  dnsSettings: { enableProxy: maybe(g, 0.7) },
});

/** Everything that leaves the spoke goes to the hub's firewall, and its answers come back that way. */
function designOf(g: Draw, asksNames: boolean): Design {
  const rules = one(g, ['policy', 'policy', 'parent', 'classic']);
  const toFirewall = { nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' } as const;
  const drawing = new Drawing()
    .add('region', 'westeurope', undefined, {})
    .add('public-ip-address', 'pip', 'westeurope', {})
    .add('ip-group', 'group-sources', 'westeurope', { ipAddresses: some(g, sources.slice(1), 2) })
    .add('ip-group', 'group-destinations', 'westeurope', { ipAddresses: some(g, privateWords, 2) })
    .add('virtual-network', 'hub', 'westeurope', { addressPrefixes: ['10.0.0.0/24'] })
    .add('virtual-network', 'spoke', 'westeurope', { addressPrefixes: ['10.1.0.0/24'] })
    .add('virtual-network', 'other', 'westeurope', { addressPrefixes: ['10.2.0.0/24'] })
    .add('subnet', 'AzureFirewallSubnet', 'hub', { addressPrefixes: ['10.0.0.0/26'] })
    .add('azure-firewall', 'fw', 'AzureFirewallSubnet', {
      skuTier: 'Standard',
      privateIPAddress: '10.0.0.4',
      publicIPAddresses: ['pip'],
      ...(rules === 'classic'
        ? { ruleCollections: collections(g, 5, asksNames), dnsSettings: { enableProxy: maybe(g, 0.7) } }
        : { firewallPolicy: 'policy' }),
    });
  if (rules !== 'classic')
    drawing.add('firewall-policy', 'policy', 'westeurope', {
      ...policy(g, asksNames),
      ...(rules === 'parent' ? { basePolicy: 'parent' } : {}),
    });
  if (rules === 'parent') drawing.add('firewall-policy', 'parent', 'westeurope', policy(g, asksNames));
  drawing
    .add('route-table', 'rt-spoke', 'westeurope', {
      routes: [
        { name: 'all', addressPrefix: '0.0.0.0/0', ...toFirewall },
        { name: 'other', addressPrefix: '10.2.0.0/24', ...toFirewall },
      ],
    })
    .add('route-table', 'rt-other', 'westeurope', {
      routes: [{ name: 'spoke', addressPrefix: '10.1.0.0/24', ...toFirewall }],
    })
    .add('subnet', 'snet-a', 'spoke', { addressPrefixes: ['10.1.0.0/28'], routeTable: 'rt-spoke' })
    .add('subnet', 'snet-b', 'spoke', { addressPrefixes: ['10.1.0.16/28'], routeTable: 'rt-spoke' })
    .add('subnet', 'snet-other', 'other', { addressPrefixes: ['10.2.0.0/28'], routeTable: 'rt-other' });
  for (const [name, subnet, address] of [
    ['vm-a', 'snet-a', machines['vm-a']],
    ['vm-a2', 'snet-a', machines['vm-a2']],
    ['vm-b', 'snet-b', machines['vm-b']],
    ['vm-other', 'snet-other', '10.2.0.5'],
  ] as const)
    drawing
      .add('network-interface', `nic-${name}`, subnet, {
        ipConfigurations: [{ name: 'primary', subnet, privateIPAddress: address }],
      })
      .add('virtual-machine', name, subnet, { networkInterfaces: [`nic-${name}`] });
  for (const spoke of ['spoke', 'other'])
    drawing
      .add('virtual-network-peering', `hub-to-${spoke}`, 'hub', {
        remoteVirtualNetwork: spoke,
        allowForwardedTraffic: true,
      })
      .add('virtual-network-peering', `${spoke}-to-hub`, spoke, {
        remoteVirtualNetwork: 'hub',
        allowForwardedTraffic: true,
      });
  return drawing.design();
}

type Target =
  | { readonly machine: 'vm-other' }
  | { readonly address: string }
  | { readonly tag?: string; readonly hosts?: readonly string[] };

function targetOf(g: Draw, asksNames: boolean): Target {
  if (asksNames) return { hosts: some(g, hosts, 2) };
  if (maybe(g, 0.25)) return one(g, [{ machine: 'vm-other' }, { address: '10.2.0.5' }]);
  if (maybe(g, 0.35)) return { address: one(g, publicAddresses) };
  // A tag alone, or with names behind it: either may be opened.
  return { tag: one(g, tags), ...(maybe(g, 0.4) ? { hosts: some(g, hosts, 2) } : {}) };
}

interface Question {
  readonly from: keyof typeof machines;
  readonly to: Target;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

/** A destination of several names is reached when each of them is. */
function expected(design: Design, { from, to, protocol, port }: Question): string {
  const firewall = find(design, 'azure-firewall', 'fw');
  if (!firewall) throw new Error('No firewall');
  const destinations: readonly Request['destination'][] =
    'machine' in to
      ? [{ address: '10.2.0.5' }]
      : 'address' in to
        ? [to]
        : (to.hosts ?? [undefined]).map((host) => ({
            ...(to.tag === undefined ? {} : { tag: to.tag }),
            ...(host === undefined ? {} : { host }),
          }));
  const decisions = destinations.map((destination) =>
    firewallDecides(design, firewall, { source: machines[from], destination, protocol, port }),
  );
  const denying = decisions.filter(({ access }) => access === 'Deny').map(({ by }) => by);
  if (denying.length > 0) return ['denied', ...[...new Set(denying)].sort()].join(' ');
  return decisions.some(({ access }) => access === 'maybe') ? 'cannot-tell' : 'delivered';
}

const cases = draws((g) => {
  const asksNames = maybe(g, 0.5);
  const design = designOf(g, asksNames);
  const questions = Array.from({ length: 10 }, () => ({
    from: one(g, names),
    to: targetOf(g, asksNames),
    protocol: one(g, ['Tcp', 'Tcp', 'Tcp', 'Udp']),
    port: one(g, ports),
  }));
  return {
    subject: { design, questions },
    answers: (): readonly Answer[] => {
      const network = deriveNetwork(design);
      return questions.map((asked) => {
        const { from, to, protocol, port } = asked;
        const destination =
          'machine' in to
            ? { resource: Drawing.id(to.machine) }
            : 'address' in to
              ? to
              : { ...(to.tag ? { serviceTag: to.tag } : {}), ...(to.hosts ? { hosts: to.hosts } : {}) };
        const trace = network.trace({ from: Drawing.id(from), to: destination, protocol, port });
        return {
          question: JSON.stringify(asked),
          oracle: expected(design, asked),
          engine: [trace.verdict, ...[...trace.blockers].sort()].join(' '),
        };
      });
    },
  };
});

/** Packets and names through a firewall with a policy, a parent's policy, or rules of its own. */
export const firewallPart: Part = {
  name: 'Azure Firewall',
  unit: 'packets',
  outcomes: ['delivered', 'denied'],
  perCase: 10,
  cases,
};

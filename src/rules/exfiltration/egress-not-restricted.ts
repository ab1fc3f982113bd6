import { findOfKind, flatMapped, type ResourceId } from '#model';
import { commonWays, type Hop, type PacketQuery } from '#network';
import { hasManagedNetwork, letsDataOut, missingComputes, workspacesWithoutComputes } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { cannotTell, defineRule, passed, type RuleContext } from '../rule.ts';
import {
  type Reach,
  reachesOfStrangers,
  reachesOnOtherPorts,
  reachOfAnyDnsServer,
  reachOfInternet,
  senderSubnets,
  whatHolds,
} from './reach.ts';

/** What should have held the packet back: the firewall on its way, else the security group, else the subnet itself. */
function guardOf({ design, network }: RuleContext, subnet: ResourceId): ResourceId {
  const egress = network.egressOf(subnet);
  if ((egress.by === 'firewall' || egress.by === 'appliance') && egress.resource) {
    const firewall = findOfKind(design, egress.resource, 'azure-firewall');
    return firewall?.firewallPolicy ?? egress.resource;
  }
  return findOfKind(design, subnet, 'subnet')?.networkSecurityGroup ?? subnet;
}

interface Open {
  readonly guard: ResourceId;
  readonly subnets: ResourceId[];
  readonly hops: readonly Hop[];
  readonly ports: number[];
  readonly protocol: 'Tcp' | 'Udp';
  readonly end: string | undefined;
  readonly further: readonly number[] | undefined;
}

type Way = Pick<PacketQuery, 'protocol' | 'port'>;

const commonPorts: ReadonlySet<number> = new Set(commonWays.map(({ port }) => port));

const isCommon = ({ protocol, port }: Way): boolean => protocol === 'Tcp' && commonPorts.has(port);

/** A way out of a subnet. */
interface WayOut {
  readonly reach: Reach;
  /** Only to names that end so. */
  readonly end?: string;
  /** All of its protocol that are open besides the common ones; the packet is sent to the first. */
  readonly further?: readonly number[];
}

/** By TCP to any place, else in queries to any DNS server and on other ports; that those go to one server is no doubt. */
function waysAnywhere(context: RuleContext, subnet: ResourceId): readonly WayOut[] {
  const reach = reachOfInternet(context, subnet);
  if (reach?.is !== 'held') return reach ? [{ reach }] : [];
  const queries = reachOfAnyDnsServer(context, subnet);
  const others = [
    ...(queries?.is === 'reached' ? [{ reach: queries }] : []),
    ...flatMapped(['Tcp', 'Udp'] as const, (protocol) => furtherWay(context, subnet, protocol) ?? []),
  ];
  return others.length > 0 ? others : [{ reach }];
}

function furtherWay(context: RuleContext, subnet: ResourceId, protocol: Way['protocol']): WayOut | undefined {
  const all = reachesOnOtherPorts(context, subnet);
  const packets = flatMapped(all, (reach) => (reach.is === 'reached' ? reach.packet : []))
    .filter((packet) => packet.protocol === protocol)
    .sort((one, other) => one.port - other.port);
  const [packet] = packets;
  return packet && { reach: { is: 'reached', packet }, further: packets.map(({ port }) => port) };
}

/** To any place, and to every end of names that anybody can register; those say no more where all common ways are open. */
function waysOut(context: RuleContext, subnet: ResourceId): readonly WayOut[] {
  const anywhere = waysAnywhere(context, subnet);
  const isOpen = anywhere.some(({ reach }) => reach.is === 'reached' && isCommon(reach.packet));
  return isOpen || anywhere.length === 0 ? anywhere : [...anywhere, ...reachesOfStrangers(context, subnet)];
}

export const egressNotRestricted = defineRule({
  id: 'egress-not-restricted',
  category: 'Exfiltration',
  severity: () => 'error',
  title: 'Computes can send data anywhere',
  holds: 'Computes can send data to approved places only',
  remedy:
    'Allow what Azure Machine Learning requires by service tag or host name, and deny the rest: in a firewall that the default route leads to, or in the security group. There is no ready fix: which other places your code needs is yours to say, and a rule that denies the rest cuts them off.',
  messages: {
    byGroup: (f: { guard: string; subnets: string }) =>
      `Computes in ${f.subnets} can send data anywhere: ${f.guard} lets everything out`,
    unguarded: (f: { subnets: string }) =>
      `Computes in ${f.subnets} can send data anywhere: nothing filters what leaves`,
    byPort: (f: { guard: string; subnets: string; way: string }) =>
      `Computes in ${f.subnets} can send data anywhere by ${f.way}: ${f.guard} lets it out to any place`,
    byName: (f: { guard: string; subnets: string; end: string }) =>
      `Computes in ${f.subnets} can send data to any name that ends in ${f.end}, which anybody can register: ${f.guard} lets it out`,
    byQueries: (f: { guard: string; subnets: string }) =>
      `Computes in ${f.subnets} can send data anywhere inside DNS queries: ${f.guard} lets UDP 53 out to any server`,
  },

  *check(context) {
    const { design, network } = context;
    if (letsDataOut(context)) return;
    for (const workspace of workspacesWithoutComputes(context).filter((one) => !hasManagedNetwork(one)))
      yield missingComputes(workspace);
    const open = new Map<string, Open>();
    for (const subnet of senderSubnets(context).keys()) {
      const reaches = waysOut(context, subnet);
      const missing = flatMapped(reaches, ({ reach }) => (reach.is === 'unknown' ? reach.missing : []));
      for (const one of new Map(missing.map((fact) => [fact.fact, fact])).values())
        yield cannotTell(subnet, one);
      const [anywhere] = reaches;
      if (anywhere?.reach.is === 'held' && reaches.every(({ reach }) => reach.is === 'held'))
        yield passed(subnet, whatHolds(context, anywhere.reach.packet));
      for (const { reach, end, further } of reaches) {
        if (reach.is !== 'reached') continue;
        const guard = guardOf(context, subnet);
        const { protocol, port } = reach.packet;
        const key = `${end ?? `${protocol} ${further?.join() ?? ''}`} ${guard}`;
        const { hops } = network.trace(reach.packet);
        const entry = open.get(key) ?? { guard, subnets: [], hops, ports: [], protocol, end, further };
        entry.subnets.push(subnet);
        entry.ports.push(port);
        open.set(key, entry);
      }
    }
    for (const { guard, subnets, hops, ports, protocol, end, further } of open.values()) {
      const names = listed(subnets.map((id) => labelOf(design, id)).sort(inOrder));
      const isUnguarded = subnets.includes(guard);
      const opened = (further ?? [Math.min(...ports)]).map(String);
      const way = `${protocol.toUpperCase()} ${listed(opened, opened.length)}`;
      const found = {
        at: [...new Set([guard, ...subnets])],
        hops,
        evidence: [
          `${way} to a place nobody approved is delivered`,
          ...hops.map(({ place, text }) => `${place}: ${text}`),
        ],
      };
      if (end !== undefined)
        yield {
          ...found,
          message: 'byName',
          remedy: 'Name the hosts or the domains that are needed.',
          facts: { guard: labelOf(design, guard), subnets: names, end },
        };
      else if (further)
        yield {
          ...found,
          message: 'byPort',
          // Time servers, which are asked this way, take little.
          severity: protocol === 'Udp' ? 'warning' : 'error',
          remedy: `Name the addresses or hosts that the ${further.length === 1 ? 'port is' : 'ports are'} opened for.`,
          facts: { guard: labelOf(design, guard), subnets: names, way },
        };
      else if (protocol === 'Udp')
        yield {
          ...found,
          message: 'byQueries',
          remedy: 'Let queries out to the DNS servers that you use, and to no other place.',
          facts: { guard: labelOf(design, guard), subnets: names },
        };
      else if (isUnguarded) yield { ...found, message: 'unguarded', facts: { subnets: names } };
      else yield { ...found, message: 'byGroup', facts: { guard: labelOf(design, guard), subnets: names } };
    }
  },
});

import { findOfKind, flatMapped, type ResourceId, type ResourceOf } from '#model';
import { type Destination, furtherSubnetsOf, type MissingFact, type PacketQuery } from '#network';
import { designQuestion, ruleQuestion } from '../context.ts';
import { computesInSubnets, isShown, type MachineLearningCompute, shownOfKind } from '../estate.ts';
import type { RuleContext } from '../rule.ts';

/** Subnets with computes of Azure Machine Learning, each with one of every way that its computes leave by. */
export const computeSubnets = ({
  design,
}: RuleContext): ReadonlyMap<ResourceId, readonly MachineLearningCompute[]> => computesBySubnet(design);

const computesBySubnet = designQuestion((design) => {
  const found = new Map<ResourceId, MachineLearningCompute[]>();
  for (const { compute, subnet } of computesInSubnets(design)) {
    if (!isShown(subnet)) continue;
    const known = found.get(subnet.id);
    if (known) known.push(compute);
    else found.set(subnet.id, [compute]);
  }
  return found;
});

/** What runs people's code in a subnet: clusters that are attached to a workspace do so too. */
export type Sender = MachineLearningCompute | ResourceOf<'kubernetes-cluster'>;

/** Subnets from which people's code sends, each with everything in it that runs such code. */
export const senderSubnets = (context: RuleContext): ReadonlyMap<ResourceId, readonly Sender[]> =>
  sendersBySubnet(context, 'all');

const sendersBySubnet = ruleQuestion((context, _: 'all') => {
  const { design, network } = context;
  const found = new Map<ResourceId, readonly Sender[]>(computeSubnets(context));
  for (const cluster of shownOfKind(design, 'kubernetes-cluster')) {
    if (!cluster.workspaces?.length) continue;
    const first = network.subnetOf(cluster.id);
    // Nodes count although all pods have a subnet of their own: pods in the network of their host send from there.
    for (const subnet of new Set([first, ...furtherSubnetsOf(cluster, first)]))
      if (subnet !== undefined && isShown(findOfKind(design, subnet, 'subnet')))
        found.set(subnet, [...(found.get(subnet) ?? []), cluster]);
  }
  return found;
});

/** In no service tag, and a host that no rule names: only what is open to everything leads there. */
const nobody: Destination = { serviceTag: 'a place nobody approved', hosts: ['not-approved.example'] };

const strangersStorage: Destination = {
  serviceTag: 'Storage',
  hosts: ['not-approved.blob.core.windows.net'],
};

/** How a packet goes. */
type Way = Pick<PacketQuery, 'protocol' | 'port'>;

/** Ways by which data leaves most easily. */
const ways: readonly Way[] = [443, 80, 22].map((port) => ({ protocol: 'Tcp', port }));

type Origin = Pick<PacketQuery, 'from' | 'fromSubnet' | 'fromAddress'>;

/** Of each sender of a subnet every address that may meet another fate: one that gets there is enough. */
const originsIn = ruleQuestion((context, subnet: ResourceId): readonly (readonly Origin[])[] => {
  const { network } = context;
  return (senderSubnets(context).get(subnet) ?? []).map(({ id }) => {
    const from = network.subnetOf(id) === subnet ? { from: id } : { from: id, fromSubnet: subnet };
    const divided = network.dividedAddresses(from);
    return divided.length === 0 ? [from] : divided.map((fromAddress) => ({ ...from, fromAddress }));
  });
});

/** How data could leave, or what does not get there, or what is missing to tell. */
export type Reach =
  | { readonly is: 'reached' | 'held'; readonly packet: PacketQuery }
  | { readonly is: 'unknown'; readonly missing: readonly MissingFact[] };

function reach(
  context: RuleContext,
  subnet: ResourceId,
  to: Destination,
  tried: readonly Way[],
): Reach | undefined {
  let held: PacketQuery | undefined;
  let missing: readonly MissingFact[] | undefined;
  for (const origins of originsIn(context, subnet))
    for (const way of tried)
      for (const origin of origins) {
        // The copy comes last: to add properties to one takes longer than to make the rest.
        const query = { to, protocol: way.protocol, port: way.port, ...origin };
        const fate = context.network.fateOf(query);
        if (fate.verdict === 'delivered') return { is: 'reached', packet: query };
        if (fate.verdict === 'cannot-tell') missing ??= fate.missing;
        held ??= query;
      }
  if (missing && missing.length > 0) return { is: 'unknown', missing };
  return held && { is: 'held', packet: held };
}

/** What holds a packet back, in words. */
export const whatHolds = ({ network }: RuleContext, packet: PacketQuery): string =>
  network.trace(packet).hops.find(({ outcome }) => outcome === 'blocks')?.text ?? 'Held back';

/** Of all that runs people's code in a subnet. */
const reachFrom = (to: Destination, tried: readonly Way[]) =>
  ruleQuestion((context, subnet: ResourceId): Reach | undefined => reach(context, subnet, to, tried));

/** Whether packets of a subnet get to a place on the internet that nobody approved. */
export const reachOfInternet = reachFrom(nobody, ways);

/** Whether packets get to names that anybody can register, for all that these end in; by ways that lead nowhere else. */
export const reachesOfStrangers = ruleQuestion((context, subnet: ResourceId) =>
  flatMapped(context.network.strangersNames(), ({ name, end, ports }) => {
    const ways = ports
      .map((port) => ({ protocol: 'Tcp' as const, port }))
      .filter((way) => reach(context, subnet, nobody, [way])?.is !== 'reached');
    const found = reach(context, subnet, { ...nobody, hosts: [name] }, ways);
    return found === undefined ? [] : { reach: found, end };
  }),
);

/** The same on each port that some rule opens to any place. */
export const reachesOnOtherPorts = ruleQuestion((context, subnet: ResourceId): readonly Reach[] =>
  flatMapped(context.network.furtherWays(), (way) => reach(context, subnet, nobody, [way]) ?? []),
);

/** Whether queries get to any DNS server there is: data leaves in the names that are asked for. */
export const reachOfAnyDnsServer = reachFrom(nobody, [{ protocol: 'Udp', port: 53 }]);

/** Whether packets get to a storage account that nobody approved. */
export const reachOfStorage = reachFrom(strangersStorage, [{ protocol: 'Tcp', port: 443 }]);

/** The service endpoint for storage of a subnet, and whether a policy narrows it. */
export function storageEndpointOf({ design }: RuleContext, subnet: ResourceId) {
  const found = findOfKind(design, subnet, 'subnet');
  const endpoint = found?.serviceEndpoints?.find(({ service }) =>
    /^microsoft\.storage(\.global)?$/i.test(service),
  );
  return { endpoint, policies: found?.serviceEndpointPolicies ?? [] };
}

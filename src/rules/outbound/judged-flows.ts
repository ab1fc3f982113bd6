import { azureDnsAddress } from '#catalog';
import { findOfKind, findResource, type ResourceId } from '#model';
import { prefixContains, type RequiredFlow, type Trace } from '#network';
import { endpointsOf, machineLearningComputes, virtualNetworkOf, wantsPrivate } from '../estate.ts';
import { labelOf, listed } from '../labels.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The way that is judged. Where the name of the design's own service does not lead to its endpoint, the rules for DNS
 * say so: here only the way to the endpoint counts, since opening the way to its public address would settle nothing.
 */
export function judgedTrace(context: RuleContext, flow: RequiredFlow): Trace | undefined {
  const { design, network } = context;
  const { resource, groupId } = flow.to;
  const trace = network.trace(flow);
  if (resource === undefined || trace.verdict === 'delivered') return trace;
  const endpoints = endpointsOf(design, resource).filter((one) =>
    one.groupIds.some((group) => group.toLowerCase() === groupId?.toLowerCase()),
  );
  const end = trace.hops.at(-1)?.at;
  const reached = endpoints.find(({ id }) => id === end);
  const isNamed = trace.verdict !== 'cannot-tell' && trace.verdict !== 'no-name';
  if (reached && isNamed) return trace;
  const home = virtualNetworkOf(design, network, flow.from);
  const near = endpoints.find(({ id }) => virtualNetworkOf(design, network, id) === home);
  const nearest = reached ?? near ?? endpoints[0];
  const [address] = nearest ? network.addressesOf(nearest.id) : [];
  if (address !== undefined) return network.trace({ ...flow, to: { address } });
  // Refused at its public end: only an endpoint helps, for which there is a rule of its own.
  return wantsPrivate(context) && trace.blockers.includes(resource) ? undefined : trace;
}

/**
 * Queries of computes to the DNS servers of their network, where all of these lie in it or in a peered one: how packets
 * get to any other is not known.
 */
export function nameFlows({ design, network }: RuleContext): readonly (readonly RequiredFlow[])[] {
  return machineLearningComputes(design).flatMap(({ id }) => {
    const home = virtualNetworkOf(design, network, id);
    const own = findOfKind(design, home, 'virtual-network');
    const servers = own?.dnsServers ?? [];
    if (!own || servers.length === 0 || servers.includes(azureDnsAddress)) return [];
    const prefixes = [own.id, ...network.peersOf(own.id)].flatMap(
      (near: ResourceId) => findOfKind(design, near, 'virtual-network')?.addressPrefixes ?? [],
    );
    const isNear = (address: string) => prefixes.some((prefix) => prefixContains(prefix, address));
    if (!servers.every(isNear)) return [];
    return [
      servers.map((address) => ({
        id: `${id} → ${address} udp/53`,
        from: id,
        to: { address },
        protocol: 'Udp' as const,
        port: 53,
        purpose: `the DNS servers of ${own.name}`,
        access: 'not-classified' as const,
      })),
    ];
  });
}

/** Where packets to the design's own services end although no filter holds them back. */
export interface DeadEnd {
  readonly at: ResourceId;
  /** As the second half of a sentence. */
  readonly reason: string;
}

/** Networks that nothing joins, a peering that holds packets back, or a service that refuses them at its public end. */
export function deadEndOf(
  { design, network }: RuleContext,
  { from, to }: RequiredFlow,
  { verdict, blockers }: Trace,
): DeadEnd | undefined {
  if (to.resource === undefined || (verdict !== 'no-route' && verdict !== 'service-refused'))
    return undefined;
  for (const at of blockers) {
    const found = findResource(design, at);
    if (found?.kind === 'virtual-network') {
      const homes = endpointsOf(design, to.resource).map(({ id }) => virtualNetworkOf(design, network, id));
      const apart = [...new Set(homes)].filter((id) => id !== undefined && id !== at);
      const others = apart.map((id) => labelOf(design, id)).sort();
      if (others.length > 0)
        return { at, reason: `no route leads from ${labelOf(design, at)} to ${listed(others)}` };
    }
    if (found?.kind === 'virtual-network-peering')
      return { at, reason: `peering ${found.name} does not let it pass` };
    if (at === to.resource && verdict === 'service-refused' && from !== at)
      return { at, reason: 'no private endpoint leads to it, and its public end refuses the traffic' };
  }
  return undefined;
}

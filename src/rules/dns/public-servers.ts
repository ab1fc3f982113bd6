import { type Design, edits, findOfKind, findResource, type ResourceId } from '#model';
import type { RuleContext } from '../rule.ts';
import { type Chain, targetsFor } from './chain.ts';

/** The servers that a network, an office or a DNS server asks. */
interface Asking {
  readonly id: ResourceId;
  readonly servers: readonly string[];
}

/** Of those that ask for a suffix the ones that ask public servers beside others that lead to Azure DNS. */
export function askingPublicToo(
  { design }: RuleContext,
  asker: ResourceId,
  { servers, dead }: Chain,
  suffix: string,
): readonly (Asking & { readonly strays: readonly string[] })[] {
  if (dead.length === 0) return [];
  const network =
    findOfKind(design, asker, 'virtual-network') ?? findOfKind(design, asker, 'on-premises-network');
  const all: readonly Asking[] = [
    { id: asker, servers: network?.dnsServers ?? [] },
    ...servers.map((server) => ({ id: server.id, servers: targetsFor(server, suffix) })),
  ];
  return all
    .map((one) => ({
      ...one,
      strays: one.servers.filter((server) =>
        dead.some(({ address, firewall }) => !firewall && address === server),
      ),
    }))
    .filter(({ servers: asked, strays }) => strays.length > 0 && strays.length < asked.length);
}

/** The design in which something asks none of some addresses any more. */
export function askingNoMore(before: Design, id: ResourceId, strays: readonly string[]): Design {
  const isKept = (address: string) => !strays.includes(address);
  // Who would ask nobody at all asks as before.
  const keptOf = (servers: readonly string[]) => (servers.some(isKept) ? servers.filter(isKept) : servers);
  const found = findResource(before, id);
  if (found?.kind !== 'dns-server')
    return found?.kind === 'virtual-network' || found?.kind === 'on-premises-network'
      ? edits.updateResource(before, id, found.kind, { dnsServers: found.dnsServers?.filter(isKept) })
      : before;
  return edits.updateResource(before, id, 'dns-server', {
    forwarders: found.forwarders && keptOf(found.forwarders),
    conditionalForwarders: found.conditionalForwarders?.map((one) => ({
      ...one,
      targets: keptOf(one.targets),
    })),
  });
}

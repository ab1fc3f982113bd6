import { requiredOutbound } from '#catalog';
import { type Design, enclosing, goalsOf } from '#model';
import type { Network, PacketQuery, Trace } from '#network';
import { shortened } from './one-line.ts';
import { type NamedDestination, type NamedSource, readDestination, readSource } from './read-place.ts';
import { UsageFault } from './usage-fault.ts';

/** A packet to follow, and the words for it. */
export interface NamedPacket {
  readonly query: PacketQuery;
  readonly source: NamedSource;
  readonly destination: NamedDestination;
  /** `TCP 443`. */
  readonly kind: string;
}

interface PacketOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly protocol?: string | undefined;
  readonly port?: string | undefined;
}

/** Checks what needs no file first, so that its fault is told at once. */
export function readPort({ protocol = 'tcp', port = '443' }: PacketOptions) {
  const wanted = protocol.trim().toLowerCase();
  if (wanted !== 'tcp' && wanted !== 'udp')
    throw new UsageFault(`--protocol ${shortened(protocol)}: write tcp or udp.`);
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  if (number < 1 || number > 65_535)
    throw new UsageFault(`--port ${shortened(port)}: write one port from 1 to 65535.`);
  return { protocol: wanted === 'tcp' ? 'Tcp' : 'Udp', port: number } as const;
}

export function readPacket(design: Design, options: PacketOptions): NamedPacket {
  const { protocol, port } = readPort(options);
  const source = readSource(design, options.from);
  const destination = readDestination(design, options.to);
  return {
    query: {
      from: source.resource.id,
      ...(source.deployment === undefined ? {} : { deployment: source.deployment }),
      to: destination.to,
      protocol,
      port,
    },
    source,
    destination,
    kind: `${protocol.toUpperCase()} ${port}`,
  };
}

/**
 * The packet's fate. A firewall may open a service tag by host names: where the tag itself does not get through, what
 * Azure Machine Learning needs behind it is asked for, and the trace says so.
 */
export function followPacket(network: Network, { query }: NamedPacket): Trace {
  const trace = network.trace(query);
  const { serviceTag } = query.to;
  if (serviceTag === undefined || trace.verdict === 'delivered') return trace;
  const hosts = hostsBehind(network, query, serviceTag);
  if (hosts.length === 0) return trace;
  const byHosts = network.trace({ ...query, to: { ...query.to, hosts } });
  if (byHosts.verdict !== 'delivered') return trace;
  const assumption = `${serviceTag} is taken as the hosts that Azure Machine Learning needs of it: ${hosts.join(', ')}.`;
  return { ...byHosts, assumptions: [assumption, ...byHosts.assumptions] };
}

function hostsBehind(
  { design, subnetOf }: Network,
  { from, to, protocol, port }: PacketQuery,
  serviceTag: string,
): readonly string[] {
  const region = to.region ?? enclosing(design, subnetOf(from) ?? from, 'region')?.name.toLowerCase() ?? '*';
  const needs = requiredOutbound.filter(
    (one) =>
      one.serviceTag === serviceTag &&
      one.isOptional !== true &&
      (one.protocol === 'Any' || one.protocol === protocol) &&
      one.ports.includes(port),
  );
  const hosts = needs.flatMap((one) => one.hosts[goalsOf(design).cloud]);
  return [...new Set(hosts.map((host) => host.replaceAll('{region}', region)))];
}

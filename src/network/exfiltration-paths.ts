import { findOfKind, findResource, flatMapped, type ResourceId, resourcesOfKind } from '#model';
import { chooseRoute } from './choose-route.ts';
import { egressOfSubnet, hasPublicAddress } from './egress.ts';
import { estateQuestion, furtherSubnetsOf } from './estate.ts';
import {
  aimAtStranger,
  anywhere,
  type ExfiltrationAim,
  exfiltrationAims,
} from './exfiltration-destinations.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { hostedBy, hostedPlaceOf, isHosted, workspaceOf } from './hosted-sources.ts';
import { likenessOf } from './likeness.ts';
import { joinedKey } from './memo.ts';
import type { ExfiltrationFate, ExfiltrationPath, Fate, Hop, PacketQuery, Trace } from './network.ts';
import { furtherWays } from './open-ways.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { type Sender, senderFor, senderOf } from './sender.ts';
import { strangersNames } from './strangers-names.ts';
import { fateAnew, traceQuery } from './trace-query.ts';

/** Where data starts from: things that send alike, the first of which is traced. */
interface Start {
  readonly place: ResourceId;
  readonly sources: readonly ResourceId[];
  readonly deployment?: string;
  /** The place, where it is one of pods alone. */
  readonly fromSubnet?: ResourceId;
}

/** Every way by which data could be written to a place that nobody approved, open or not, place by place. */
export const exfiltrationFates = groundQuestion((ground, _: 'all'): readonly ExfiltrationFate[] =>
  flatMapped(startsOf(ground), (start) => fatesFrom(ground, start)),
);

const fatesFrom = groundQuestion(
  (ground, start: Start): readonly ExfiltrationFate[] => {
    const { place, deployment, sources } = start;
    const from = sources[0] ?? place;
    const origins = originsOf(ground, start);
    // Several things in one subnet may each have a way of their own.
    const name = [place, ...(from === place ? [] : [from]), ...(deployment ? [deployment] : [])].join('/');
    return aimsOf(ground.estate, 'all').map((aim) => fateOf(ground, start, origins, name, aim));
  },
  ({ place, deployment, sources }) => joinedKey(place, deployment, ...sources),
);

/** What sends, and from which of its addresses, where that makes a difference. */
interface Origin extends Pick<PacketQuery, 'from' | 'fromAddress' | 'fromSubnet'> {
  readonly sender: Sender;
}

/** One of all sources of a subnet that no rule and no route tells apart; of any other place the first. */
function originsOf(ground: Ground, { place, sources, fromSubnet }: Start): readonly Origin[] {
  const [first = place] = sources;
  if (fromSubnet !== undefined) {
    const sender = senderFor(ground, { from: first, fromSubnet });
    return sender.divided.length === 0
      ? [{ from: first, fromSubnet, sender }]
      : sender.divided.map((fromAddress) => ({ from: first, fromSubnet, fromAddress, sender }));
  }
  const isSubnet = findOfKind(ground.estate.design, place, 'subnet') !== undefined;
  const alike = isSubnet ? new Set(sources.map((id) => likenessOf(ground, id))) : [first];
  return flatMapped([...alike], (from): readonly Origin[] => {
    const sender = senderOf(ground, from);
    return sender.divided.length === 0
      ? [{ from, sender }]
      : sender.divided.map((fromAddress) => ({ from, fromAddress, sender }));
  });
}

/** With the ways by which this design lets something out to any place. */
const aimsOf = estateQuestion((estate, _: 'all'): readonly ExfiltrationAim[] => {
  const further = furtherWays(estate, 'all').map((way) => ({ to: anywhere, ...way }));
  const known = exfiltrationAims(estate.goals.cloud).map((aim) =>
    aim.destination.id === 'internet' ? { ...aim, packets: [...aim.packets, ...further] } : aim,
  );
  return [...known, ...strangersNames(estate, 'all').map(aimAtStranger)];
});

function startsOf(ground: Ground): readonly Start[] {
  const { estate } = ground;
  const { design } = estate;
  const computes = [
    ...resourcesOfKind(design, 'compute-instance'),
    ...resourcesOfKind(design, 'compute-cluster'),
    ...resourcesOfKind(design, 'serverless-compute'),
    ...resourcesOfKind(design, 'kubernetes-cluster'),
  ].filter(({ presence }) => presence === undefined);
  const inSubnets = new Map<string, { readonly place: ResourceId; readonly sources: ResourceId[] }>();
  const open: Start[] = [];
  for (const compute of computes) {
    const { id } = compute;
    const subnet = estate.subnetOf(id);
    // A public address of its own is another way out; a cluster of Kubernetes may have one of its own too.
    const isOwn = hasPublicAddress(estate, compute) || compute.kind === 'kubernetes-cluster';
    if (subnet !== undefined && estate.isShown(subnet)) {
      const key = joinedKey(subnet, isOwn ? id : undefined);
      const known = inSubnets.get(key);
      if (known) known.sources.push(id);
      else inSubnets.set(key, { place: subnet, sources: [id] });
    } else if (isHosted(estate, compute) && hostedPlaceOf(estate, id)?.is === 'open')
      open.push({ place: id, sources: [id] });
  }
  const ofPods = flatMapped(resourcesOfKind(design, 'kubernetes-cluster'), ({ id, presence, ...cluster }) =>
    presence === undefined
      ? furtherSubnetsOf(cluster, estate.subnetOf(id))
          .filter((subnet) => estate.isShown(subnet))
          .map((fromSubnet): Start => ({ place: fromSubnet, sources: [id], fromSubnet }))
      : [],
  );
  const workspaces = resourcesOfKind(design, 'workspace').filter(
    ({ id }) => hostedPlaceOf(estate, id)?.is === 'managed-network',
  );
  return [
    ...inSubnets.values(),
    ...ofPods,
    ...workspaces.map(({ id }): Start => {
      const sources = hostedBy(estate, id);
      return { place: id, sources: sources.length > 0 ? sources : [id] };
    }),
    ...open,
    ...flatMapped(
      resourcesOfKind(design, 'managed-online-endpoint'),
      ({ id, deployments }): readonly Start[] => {
        if (hostedPlaceOf(estate, id)?.is !== 'deployments') return [];
        if (deployments === undefined && !estate.isComplete) return [{ place: id, sources: [id] }];
        return (deployments ?? []).map(({ name }) => ({ place: id, sources: [id], deployment: name }));
      },
    ),
  ];
}

function fateOf(
  ground: Ground,
  { place, deployment, sources }: Start,
  origins: readonly Origin[],
  name: string,
  { destination, packets }: ExfiltrationAim,
): ExfiltrationFate {
  const from = sources[0] ?? place;
  const ofDeployment = deployment === undefined ? undefined : { deployment };
  let open: PacketQuery | undefined;
  let unknown: PacketQuery | undefined;
  let first: PacketQuery | undefined;
  let missing: Fate['missing'] = [];
  for (const { to, protocol, port } of packets) {
    for (const { sender, from: source, fromAddress, fromSubnet } of origins) {
      const plain: PacketQuery = { from: source, to, protocol, port, ...ofDeployment };
      const ofPods = fromSubnet === undefined ? plain : { ...plain, fromSubnet };
      const query = fromAddress === undefined ? ofPods : { ...ofPods, fromAddress };
      const fate = fateAnew(ground, query, sender);
      first ??= query;
      if (fate.verdict === 'cannot-tell' && unknown === undefined) {
        unknown = query;
        missing = fate.missing;
      }
      if (fate.verdict === 'delivered') open ??= query;
    }
    if (open) break;
  }
  return {
    id: `${name} → ${destination.id}`,
    place,
    ...ofDeployment,
    sources,
    destination,
    state: open ? 'open' : unknown ? 'cannot-tell' : 'closed',
    packet: open ?? unknown ?? first ?? { from, to: {}, protocol: 'Tcp', port: 443 },
    missing: open ? [] : missing,
  };
}

/** A way with the story of its packet, and what decides over it. */
export const exfiltrationPath = (ground: Ground, fate: ExfiltrationFate): ExfiltrationPath => {
  const { state, packet, place, destination } = fate;
  const trace = traceQuery(ground, packet);
  const decidedBy = state === 'open' ? openerOf(ground, trace) : deciderOf(trace);
  return {
    ...fate,
    hops: trace.hops,
    ...(state === 'open' ? wayOf(ground, place, packet) : {}),
    ...(decidedBy ? { decidedBy } : {}),
    assumptions: trace.assumptions,
    reasons: state !== 'closed' && destination.serviceTag === 'Storage' ? reasonsOf(ground, packet.from) : [],
  };
};

/** What stops a packet, or what is not known of its way. */
const deciderOf = ({ hops, verdict }: Trace): Hop | undefined =>
  hops.find(({ outcome }) => outcome === (verdict === 'cannot-tell' ? 'unknown' : 'blocks'));

/** Kinds whose rules let a packet out, the one that should have held it back first. */
const guards = [
  ['firewall-policy', 'azure-firewall'],
  ['service-endpoint-policy'],
  ['workspace', 'managed-online-endpoint'],
  ['network-security-group', 'security-admin-rules'],
  ['subnet'],
] as const;

/** What opens the way: the firewall on it, else the policy of its service endpoint, else the security group, else the subnet. */
function openerOf({ estate }: Ground, { hops }: Trace): Hop | undefined {
  for (const kinds of guards) {
    const hop = hops.findLast(({ at, place }) => {
      if (place === 'Internet') return false;
      const kind = findResource(estate.design, at)?.kind;
      return kind !== undefined && kinds.some((one) => one === kind);
    });
    if (hop) return hop;
  }
  return hops.at(-1);
}

function wayOf({ estate }: Ground, place: ResourceId, { to }: PacketQuery): Pick<ExfiltrationPath, 'way'> {
  if (findOfKind(estate.design, place, 'subnet') === undefined) return { way: 'managed-network' };
  const region = to.region ?? estate.regionOf(place);
  const route = chooseRoute(estate, place, {
    label: to.serviceTag ?? '',
    isPrivate: false,
    ...(to.serviceTag === undefined ? {} : { serviceTag: to.serviceTag }),
    ...(region === undefined ? {} : { region }),
  });
  return route?.nextHopType === 'VirtualNetworkServiceEndpoint'
    ? { way: 'service-endpoint' }
    : { way: egressOfSubnet(estate, place).by };
}

/** Registries whose layers come from any storage account: whoever pulls from them needs all of storage open. */
function reasonsOf({ estate }: Ground, from: ResourceId): ExfiltrationPath['reasons'] {
  const { design } = estate;
  const source = findResource(design, from);
  const workspace = source && 'workspace' in source ? workspaceOf(estate, source) : undefined;
  const registry = findOfKind(design, workspace?.containerRegistry, 'container-registry');
  if (!registry || registry.presence !== undefined || registry.dataEndpointEnabled === true) return [];
  if (privateEndpointsOf(design, registry.id).connections.length > 0) return [];
  const text = `${registry.name} has no dedicated data endpoints: its layers are pulled from *.blob.core.windows.net.`;
  return [{ at: registry.id, text }];
}

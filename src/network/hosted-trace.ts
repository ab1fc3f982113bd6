import { azureDnsAddress, privateLinkServiceOf } from '#catalog';
import { findResource, type ResourceId, type ResourceOf } from '#model';
import { type Aim, publicPlaceOf } from './aim.ts';
import { arriveInPublic } from './arrival.ts';
import { askedService } from './asked-service.ts';
import { isPrivateAddress, parseAddress } from './cidr.ts';
import { type Answer, DnsWalk } from './dns-walk.ts';
import { missingFact } from './dns-zones.ts';
import type { Ground } from './ground.ts';
import { type HostedPlace, hostedPlaceOf, isClosed, servedToDeployments } from './hosted-sources.ts';
import type { Journey } from './journey.ts';
import { endpointRuleFor, managedNetworkOf, rulesFor } from './managed-network.ts';
import type { Destination, ManagedNetwork, MissingFact, PacketQuery } from './network.ts';
import { serviceKeyOf, type Target } from './target.ts';

/** What a network of Microsoft lets its computes reach. */
interface Hosting {
  /** For people. */
  readonly name: string;
  /** Where it can be changed. */
  readonly at: ResourceId;
  /** The private endpoint that leads to a service, in words. */
  endpointTo(resource: ResourceId, groupId: string): string | undefined;
  /** What lets a packet out to a public place: a rule in words, or why nothing does, or what would tell. */
  readonly outbound: (
    to: Destination,
    query: PacketQuery,
  ) => { readonly rule: string } | { readonly refusal: string } | { readonly doubt: string };
  /** Further endpoints and rules may exist. */
  readonly missing?: MissingFact;
}

/** As `sendPacket`, for a source that runs in a network of Microsoft: only its own rules count on the way. */
export const sendHosted = (
  ground: Ground,
  journey: Journey,
  query: PacketQuery,
  place: HostedPlace,
): Journey => {
  const hosting = hostingOf(ground, place, query.deployment);
  if ('fact' in hosting)
    return journey.lack(hosting, {
      at: query.from,
      place: ground.estate.nameOf(query.from),
      by: 'what is not shown',
    });
  return follow(ground, journey, query, hosting);
};

/** What a name is, asked in such a network: the services it has endpoints to are private, all others public. */
export const resolveHosted = (ground: Ground, place: HostedPlace, host: string): Answer => {
  const walk = new DnsWalk(host);
  const { estate } = ground;
  const hosting = hostingOf(ground, place, undefined);
  if ('fact' in hosting) return walk.toUnknown('a network of Microsoft', hosting);
  const [known] = ground.hosts.findAll(walk.asked);
  const endpoint = known && hosting.endpointTo(known.resource.id, known.groupId);
  if (endpoint !== undefined) {
    walk.pass(
      hosting.name,
      endpoint,
      `${hosting.name} answers with the address of its ${endpoint}.`,
      hosting.at,
    );
    return walk.toPrivate([], undefined);
  }
  if (known && hosting.missing) return walk.toUnknown(hosting.name, hosting.missing, hosting.at);
  const text = known
    ? `${hosting.name} has no private endpoint to ${estate.nameOf(known.resource.id)}: ${walk.asked} is a public address.`
    : `${walk.asked} is a public name.`;
  return walk.toPublic(hosting.name, azureDnsAddress, text, known && hosting.at);
};

function hostingOf(
  { estate }: Ground,
  place: HostedPlace,
  deployment: string | undefined,
): Hosting | MissingFact {
  if (place.is === 'open') return openHosting(place.holder, estate.nameOf(place.compute.id));
  if (place.is === 'deployments') return deploymentHosting({ estate }, place.endpoint, deployment);
  const network = managedNetworkOf(estate, place.holder.id);
  return network
    ? managedHosting(network, place.holder)
    : { fact: `the managed network of ${place.holder.name}` };
}

const openHosting = ({ id, name }: ResourceOf<'workspace'>, compute: string): Hosting => ({
  name: `the network that Microsoft gives ${compute}`,
  at: id,
  endpointTo: () => undefined,
  outbound: () => ({ rule: `no managed network of ${name}: everything leaves` }),
});

const managedHosting = (network: ManagedNetwork, { id, name }: ResourceOf<'workspace'>): Hosting => ({
  name: `the managed network of ${name}`,
  at: id,
  endpointTo: (resource, groupId) => endpointRuleFor(network, resource, groupId),
  outbound: (to, query) => {
    if (network.isolationMode === 'AllowInternetOutbound') return { rule: 'AllowInternetOutbound' };
    const found = rulesFor(network, to, query);
    const place = to.serviceTag ?? to.hosts?.[0] ?? to.address ?? 'the internet';
    if ('denial' in found) return { refusal: `outbound rule ${found.denial} of ${name} denies ${place}` };
    if ('doubt' in found) return { doubt: `whether outbound rule ${found.doubt} of ${name} holds ${place}` };
    return 'lacking' in found
      ? { refusal: `no outbound rule of ${name} allows ${found.lacking}` }
      : { rule: `outbound rule ${found.names.join(', ')}` };
  },
  ...(network.missing === undefined ? {} : { missing: network.missing }),
});

type Endpoint = ResourceOf<'managed-online-endpoint'>;

/** Legacy egress, deployment by deployment: three private endpoints and nothing else, or whatever is public. */
function deploymentHosting(
  { estate }: Pick<Ground, 'estate'>,
  endpoint: Endpoint,
  name: string | undefined,
): Hosting | MissingFact {
  if (endpoint.deployments === undefined && !estate.isComplete)
    return missingFact(
      estate,
      `the deployments of ${endpoint.name}`,
      'managed-online-endpoint.deployments',
      endpoint.id,
    );
  const all = (endpoint.deployments ?? []).filter((one) => name === undefined || one.name === name);
  const [first] = all;
  if (!first)
    return {
      fact:
        name === undefined ? `a deployment of ${endpoint.name}` : `deployment ${name} of ${endpoint.name}`,
    };
  if (all.some((one) => isClosed(one) !== isClosed(first)))
    return { fact: `which deployment of ${endpoint.name} sends it` };
  if (!isClosed(first))
    return {
      name: `deployment ${first.name} of ${endpoint.name}`,
      at: endpoint.id,
      endpointTo: () => undefined,
      outbound: () => ({ rule: 'egressPublicNetworkAccess Enabled' }),
    };
  const served = servedToDeployments(estate, endpoint);
  return {
    name: `deployment ${first.name} of ${endpoint.name}`,
    at: endpoint.id,
    endpointTo: (resource, groupId) =>
      served.some(({ target, groupId: group }) => target === resource && group === groupId.toLowerCase())
        ? `private endpoint to ${estate.nameOf(resource)} (${groupId})`
        : undefined,
    outbound: () => ({
      refusal: `egressPublicNetworkAccess of ${first.name} is Disabled: it reaches the workspace, the blobs of its default storage and its registry, and nothing else`,
    }),
  };
}

function follow(ground: Ground, journey: Journey, query: PacketQuery, hosting: Hosting): Journey {
  const { estate } = ground;
  const named = findResource(estate.design, query.to.resource);
  const to = (named && publicPlaceOf(named)) ?? query.to;
  const service = askedService(ground, to);
  const endpoint = service && hosting.endpointTo(service.resource.id, service.groupId);
  if (service && endpoint !== undefined) {
    journey.assume(
      () =>
        `The connection of the ${endpoint} of ${hosting.name} is taken as Approved: its status is not shown.`,
    );
    return journey.pass(() => ({
      at: hosting.at,
      place: hosting.name,
      by: endpoint,
      text: `The ${endpoint} leads to ${estate.nameOf(service.resource.id)}.`,
    }));
  }
  if (isInCustomersNetwork(ground, to, service !== undefined))
    return journey.block('no-route', {
      at: hosting.at,
      place: hosting.name,
      by: hosting.name,
      text: `No route leads from ${hosting.name} into networks of the customer.`,
    });
  const target = targetOf(ground, query.from, to, service);
  if (typeof target === 'string')
    return journey.lack({ fact: target }, { place: 'Destination', by: 'what is not shown' });
  return leave(ground, journey, { ...query, to }, hosting, target);
}

/** A private address, or something that has one there: no such network is joined to any of the customer's. */
function isInCustomersNetwork(
  { estate }: Ground,
  { resource, address }: Destination,
  isService: boolean,
): boolean {
  if (resource !== undefined) {
    const found = findResource(estate.design, resource);
    return found !== undefined && !isService && publicPlaceOf(found) === undefined;
  }
  const value = address === undefined ? undefined : parseAddress(address);
  return value !== undefined && isPrivateAddress(value);
}

type Service = NonNullable<ReturnType<typeof askedService>>;

/** The public end of a destination, or the fact that is missing to know it. */
function targetOf(
  { estate }: Ground,
  from: ResourceId,
  to: Destination,
  service: Service | undefined,
): Target | string {
  const region = to.region ?? estate.regionOf(service?.resource.id ?? from);
  const inRegion = region === undefined ? {} : { region };
  if (service) {
    const { resource, groupId, host, door } = service;
    const { serviceTag } = privateLinkServiceOf(serviceKeyOf(resource)) ?? {};
    return {
      label: `${resource.name} (${groupId})`,
      isPrivate: false,
      ...(serviceTag === undefined ? {} : { serviceTag }),
      ...inRegion,
      ...(host === undefined ? {} : { host }),
      service: { resource: door ?? resource, groupId, ...(door ? { endpointsOf: resource.id } : {}) },
    };
  }
  const { serviceTag, hosts = [], address, resource } = to;
  const value = address === undefined ? undefined : parseAddress(address);
  if (address !== undefined && value === undefined) return `what ${address} is: it is no IPv4 address`;
  const label = serviceTag ?? address ?? (hosts.length > 0 ? hosts.join(', ') : estate.nameOf(resource));
  return {
    label,
    isPrivate: false,
    ...inRegion,
    ...(value === undefined ? {} : { address: value }),
    ...(serviceTag === undefined ? {} : { serviceTag }),
  };
}

function leave(
  ground: Ground,
  journey: Journey,
  query: PacketQuery,
  hosting: Hosting,
  target: Target,
): Journey {
  const { protocol, port, from } = query;
  const what = `${protocol.toUpperCase()} ${port} to ${target.label}`;
  const place = { at: hosting.at, place: hosting.name };
  const answer = hosting.outbound(destinationOf(query.to, target), query);
  if ('rule' in answer)
    journey.pass(() => ({
      ...place,
      by: answer.rule,
      text: `${hosting.name} lets ${what} out: ${answer.rule}.`,
    }));
  else if ('doubt' in answer) journey.lack({ fact: answer.doubt }, { ...place, by: 'what is not shown' });
  else if (hosting.missing) journey.lack(hosting.missing, { ...place, by: answer.refusal });
  else
    journey.block('denied', {
      ...place,
      by: answer.refusal,
      text: `${hosting.name} drops ${what}: ${answer.refusal}.`,
    });
  const aim: Aim = { hosts: [] };
  const packet = {
    from: { label: ground.estate.nameOf(from), isPrivate: true, owner: from },
    to: target,
    protocol,
    port,
  };
  return arriveInPublic(ground, journey, packet, aim, { isByServiceEndpoint: false });
}

/** What rules see of a destination: of a service its tag and its host name. */
const destinationOf = (to: Destination, { host, serviceTag, region }: Target): Destination => ({
  ...to,
  ...(region === undefined ? {} : { region }),
  ...(serviceTag === undefined ? {} : { serviceTag }),
  ...(host === undefined ? {} : { hosts: [host] }),
});

/** The answer to a name that a source in a network of Microsoft asks for. */
export const hostedAnswer = (ground: Ground, from: ResourceId, host: string): Answer | undefined => {
  const place = hostedPlaceOf(ground.estate, from);
  return place && resolveHosted(ground, place, host);
};

import { privateLinkServiceOf } from '#catalog';
import { findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { type AskedService, askedService } from './asked-service.ts';
import { isPrivateAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { resolveName } from './dns.ts';
import type { Answer } from './dns-walk.ts';
import { machineOf } from './egress.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { memoForGood, onceForPart } from './memo.ts';
import { addressAtEndpoint } from './named-destinations.ts';
import type { Destination, Hop, MissingFact, PacketQuery } from './network.ts';
import { isLost, isOrdinaryName } from './ordinary-names.ts';
import { numberOf } from './parcel.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import type { Sender } from './sender.ts';
import { serviceKeyOf, type Target } from './target.ts';

/** A destination once its name is resolved. */
export interface Aim {
  readonly target?: Target;
  /** Every host name that has to be reachable; a firewall is asked for each. */
  readonly hosts: readonly string[];
  readonly answer?: Answer;
  /** Where it cannot be told what is meant. */
  readonly missing?: MissingFact;
}

/** Where a packet goes: resolves the name from where the source stands. */
export const aimAt = (ground: Ground, { from, to }: PacketQuery, sender: Sender): Aim => {
  const isPublic = to.resource === undefined && to.address === undefined;
  // Of ordinary names none is a service's here.
  if (isPublic && hasOrdinaryNames(ground, to) && sender.hasOrdinaryAnswers) return publicAim(to, sender);
  const asked = askedService(ground, to);
  if (asked) return aimAtService(ground, from, asked);
  if (to.resource !== undefined) return aimAtResource(ground, from, to.resource, sender);
  if (to.address !== undefined) return aimAtAddress(ground, from, to.address);
  return aimAtPublic(ground, from, to, sender);
};

const publicAim = (to: Destination, { region }: Sender): Aim => publicAims(to)(to.region ?? region);

function aimAtPublic(ground: Ground, from: ResourceId, to: Destination, sender: Sender): Aim {
  const aim = publicAim(to, sender);
  const lost = to.serviceTag === 'Internet' ? undefined : lostName(ground, from, to, sender);
  return lost === undefined ? aim : { ...aim, answer: lost };
}

/** By the region of who asks: the same aim for all of them. */
const publicAims = onceForPart((to: Destination) =>
  memoForGood((region: string | undefined): Aim => {
    const { serviceTag, hosts = [] } = to;
    const [host] = hosts;
    return {
      hosts,
      target: {
        label: serviceTag ?? hosts.join(', '),
        isPrivate: false,
        ...(serviceTag === undefined ? {} : { serviceTag }),
        ...(region === undefined ? {} : { region }),
        ...(host === undefined ? {} : { host }),
        ...(to.isForeign === true ? { isForeign: true } : {}),
      },
    };
  }),
);

/** Stands for whatever a wildcard stands for. */
const anyLabel = 'any';

const nameIn = (host: string): string => (host.includes('*') ? host.replace('*', anyLabel) : host);

/** Whether each of a destination's names is one like any other. */
const hasOrdinaryNames = groundQuestion(
  (ground, { hosts = [] }: Destination): boolean =>
    hosts.every((host) => isOrdinaryName(ground, nameIn(host))),
  numberOf,
);

/**
 * The first of public names that nobody answers for, or that a linked private zone hides. Of names behind a wildcard a
 * zone may hold some. What a server that is not shown answers is judged where the names of the design's services are.
 */
function lostName(
  ground: Ground,
  from: ResourceId,
  to: Destination,
  { hasOrdinaryAnswers }: Sender,
): Answer | undefined {
  if (hasOrdinaryAnswers && hasOrdinaryNames(ground, to)) return undefined;
  for (const host of to.hosts ?? []) {
    const name = nameIn(host);
    if (hasOrdinaryAnswers && isOrdinaryName(ground, name)) continue;
    const answer = resolveName(ground, from, name);
    if (answer.outcome === 'no-answer' || (answer.outcome === 'no-such-name' && !host.includes('*')))
      return answer;
  }
  return undefined;
}

function aimAtAddress(ground: Ground, from: ResourceId, text: string): Aim {
  const address = parseAddress(text);
  if (address === undefined)
    return { hosts: [], missing: { fact: `what ${text} is: it is no IPv4 address` } };
  const { estate, addresses, peerings } = ground;
  const own = estate.virtualNetworkOf(from);
  const reach = own === undefined ? undefined : [own, ...peerings.peersOf(own)];
  const owners = addresses.ownersOf(address);
  const near = owners.find((id) => {
    const network = estate.virtualNetworkOf(id);
    return reach === undefined || (network !== undefined && reach.includes(network));
  });
  const owner = near ?? owners[0];
  const isPrivate = isPrivateAddress(address) || owner !== undefined;
  return {
    hosts: [],
    target: {
      label: text,
      address,
      isPrivate,
      ...(owner === undefined ? {} : { owner: machineOf(estate, owner) }),
    },
  };
}

function aimAtResource(ground: Ground, from: ResourceId, id: ResourceId, sender: Sender): Aim {
  const resource = findResource(ground.estate.design, id);
  if (!resource) return { hosts: [], missing: { fact: `the resource ${id}` } };
  const place = publicPlaceOf(resource);
  if (place) return aimAtPublic(ground, from, place, sender);
  return aimAtMachine(ground, resource);
}

/** The public place that stands for a resource without names or addresses of its own. */
export const publicPlaceOf = ({ kind }: Resource): Destination | undefined => {
  if (kind === 'application-insights' || kind === 'log-analytics')
    return { serviceTag: 'AzureMonitor', hosts: ['dc.applicationinsights.azure.com'] };
  return kind === 'internet' ? { serviceTag: 'Internet' } : undefined;
};

function aimAtMachine(ground: Ground, resource: Resource): Aim {
  const [text] = ground.addresses.addressesOf(resource.id);
  const address = text === undefined ? officeAddress(ground, resource.id) : parseAddress(text);
  if (address === undefined) return { hosts: [], missing: { fact: `the address of ${resource.name}` } };
  return { hosts: [], target: { label: resource.name, address, isPrivate: true, owner: resource.id } };
}

/** Some address of the on-premises network that a client or server stands in. */
function officeAddress({ estate }: Ground, id: ResourceId): number | undefined {
  const resource = findResource(estate.design, id);
  const office =
    findOfKind(estate.design, id, 'on-premises-network') ??
    findOfKind(estate.design, resource?.parent, 'on-premises-network');
  const prefix = parseLoosePrefix(office?.addressPrefixes[0] ?? '');
  return prefix && prefix.first + 1;
}

function aimAtService(
  ground: Ground,
  from: ResourceId,
  { resource, groupId, host, door }: AskedService,
): Aim {
  const service = privateLinkServiceOf(serviceKeyOf(resource));
  if (host === undefined)
    return { hosts: [], missing: { fact: `the host name of ${resource.name} (${groupId})` } };
  const answer = withDoubt(ground, from, resolveName(ground, from, host));
  const region = ground.estate.regionOf(resource.id);
  const to: Named = { resource: resource.id, groupId, hosts: [host] };
  const reached = answer.outcome === 'public-address' ? undefined : twin(ground, answer, to);
  // Without any endpoint its name can only be public: what else is in the way is told as well.
  const isPublic =
    answer.outcome === 'public-address' || (isLost(answer) && hasNoEndpoint(ground, resource.id));
  if (reached === undefined && !isPublic) return { hosts: [host], answer };
  const target: Target = {
    label: `${resource.name} (${groupId})`,
    host,
    service: door ? { resource: door, groupId, endpointsOf: resource.id } : { resource, groupId },
    ...(region !== undefined && { region }),
    ...(service?.serviceTag !== undefined && { serviceTag: service.serviceTag }),
    isPrivate: reached !== undefined,
    ...reached,
  };
  return { hosts: [host], answer, target };
}

const hasNoEndpoint = ({ estate }: Ground, service: ResourceId): boolean => {
  const { connections, isWhole } = privateEndpointsOf(estate.design, service);
  return isWhole && connections.length === 0;
};

/** Of endpoints that write one record the last one's stands: where only some can be reached, that decides. */
function withDoubt({ estate, peerings }: Ground, from: ResourceId, answer: Answer): Answer {
  const { endpoint, otherWriters = [] } = answer;
  const own = estate.virtualNetworkOf(from);
  if (endpoint === undefined || otherWriters.length === 0 || own === undefined) return answer;
  const reach = new Set([own, ...peerings.peersOf(own)]);
  const isNear = (id: ResourceId) => {
    const network = estate.virtualNetworkOf(id);
    return network !== undefined && reach.has(network);
  };
  if (otherWriters.every((id) => isNear(id) === isNear(endpoint))) return answer;
  const names = [...otherWriters, endpoint].map((id) => estate.nameOf(id)).join(' and ');
  const fact = `which of ${names} wrote the record of ${answer.name} last`;
  const hop: Hop = {
    at: endpoint,
    place: estate.nameOf(endpoint),
    outcome: 'unknown',
    by: 'several writers of one record',
    text: `Cannot tell: ${fact} is not shown.`,
  };
  return { ...answer, missing: [...answer.missing, { fact }], hops: [...answer.hops, hop] };
}

/** One name of a sub-resource. */
interface Named {
  readonly resource: ResourceId;
  readonly groupId: string;
  readonly hosts: readonly [string];
}

/** The address that answers, or would if the name could be resolved: that of an endpoint of the same sub-resource. */
function twin(ground: Ground, answer: Answer, to: Named) {
  const { estate, addresses } = ground;
  const [text] = answer.addresses;
  if (text !== undefined) {
    const owner = answer.endpoint ?? addresses.ownersOf(parseAddress(text) ?? -1)[0];
    return { address: parseAddress(text) ?? 0, ...(owner === undefined ? {} : { owner }) };
  }
  const connection = privateEndpointsOf(estate.design, to.resource).connections.find(
    ({ endpoint, groupIds }) =>
      endpoint !== undefined && groupIds.some((one) => one.toLowerCase() === to.groupId.toLowerCase()),
  );
  const first = connection?.endpoint && addressAtEndpoint(ground, connection.endpoint.id, to);
  if (first === undefined || connection?.endpoint === undefined) return undefined;
  return { address: parseAddress(first) ?? 0, owner: connection.endpoint.id };
}

import { privateLinkServiceOf } from '#catalog';
import { findOfKind, findResource, type Resource, type ResourceId } from '#model';
import { isPrivateAddress, parseAddress, parseLoosePrefix } from './cidr.ts';
import { resolveName } from './dns.ts';
import type { Answer } from './dns-walk.ts';
import { machineOf } from './egress.ts';
import type { Ground } from './ground.ts';
import type { Destination, MissingFact, PacketQuery } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { isService, serviceKeyOf, type Target } from './target.ts';

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
export const aimAt = (ground: Ground, { from, to }: PacketQuery): Aim => {
  if (to.resource !== undefined) return aimAtResource(ground, from, to.resource, to.groupId);
  if (to.address !== undefined) return aimAtAddress(ground, from, to.address);
  const [host, ...more] = to.hosts ?? [];
  const known = host !== undefined && more.length === 0 ? ground.hosts.find(host) : undefined;
  if (known) return aimAtService(ground, from, known.resource, known.groupId, known.host);
  return aimAtPublic(ground, from, to);
};

function aimAtPublic(ground: Ground, from: ResourceId, { serviceTag, hosts = [] }: Destination): Aim {
  const region = ground.estate.regionOf(from);
  const [host] = hosts;
  return {
    hosts,
    target: {
      label: serviceTag ?? hosts.join(', '),
      isPrivate: false,
      ...(serviceTag === undefined ? {} : { serviceTag }),
      ...(region === undefined ? {} : { region }),
      ...(host === undefined ? {} : { host }),
    },
  };
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

function aimAtResource(ground: Ground, from: ResourceId, id: ResourceId, groupId: string | undefined): Aim {
  const resource = findResource(ground.estate.design, id);
  if (!resource) return { hosts: [], missing: { fact: `the resource ${id}` } };
  const endpointOwner =
    resource.kind === 'managed-online-endpoint' || resource.kind === 'batch-endpoint'
      ? findOfKind(ground.estate.design, resource.workspace, 'workspace')
      : undefined;
  if (endpointOwner) {
    const member = resource.kind === 'batch-endpoint' ? 'default' : 'inference';
    const host = ground.hosts.hostsOf(endpointOwner.id).find((one) => one.member === member)?.host;
    return aimAtService(ground, from, endpointOwner, 'amlworkspace', host);
  }
  if (resource.kind === 'private-endpoint') {
    const target = ground.estate.shown(resource.target);
    const [group] = resource.groupIds;
    if (target && isService(target) && group !== undefined) return aimAtService(ground, from, target, group);
  }
  if (isService(resource)) return aimAtService(ground, from, resource, groupId);
  if (resource.kind === 'application-insights' || resource.kind === 'log-analytics')
    return aimAtPublic(ground, from, {
      serviceTag: 'AzureMonitor',
      hosts: ['dc.applicationinsights.azure.com'],
    });
  if (resource.kind === 'internet') return { hosts: [], target: { label: resource.name, isPrivate: false } };
  return aimAtMachine(ground, resource);
}

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
  resource: Resource,
  groupId: string | undefined,
  asked?: string,
): Aim {
  const service = privateLinkServiceOf(serviceKeyOf(resource));
  const group = groupId ?? Object.keys(service?.subresources ?? {})[0] ?? '';
  const host = asked ?? ground.hosts.hostsOf(resource.id, group)[0]?.host;
  if (host === undefined)
    return { hosts: [], missing: { fact: `the host name of ${resource.name} (${group})` } };
  const answer = resolveName(ground, from, host);
  const region = ground.estate.regionOf(resource.id);
  const common = {
    label: `${resource.name} (${group})`,
    host,
    service: { resource, groupId: group },
    ...(region === undefined ? {} : { region }),
    ...(service?.serviceTag === undefined ? {} : { serviceTag: service.serviceTag }),
  };
  const reached = answer.outcome === 'public-address' ? undefined : twin(ground, answer, resource, group);
  if (reached === undefined && answer.outcome !== 'public-address') return { hosts: [host], answer };
  return { hosts: [host], answer, target: { ...common, isPrivate: reached !== undefined, ...reached } };
}

/** The address that answers, or would if the name could be resolved: that of an endpoint of the same sub-resource. */
function twin({ estate, addresses }: Ground, answer: Answer, resource: Resource, groupId: string) {
  const [text] = answer.addresses;
  if (text !== undefined) {
    const owner = answer.endpoint ?? addresses.ownersOf(parseAddress(text) ?? -1)[0];
    return { address: parseAddress(text) ?? 0, ...(owner === undefined ? {} : { owner }) };
  }
  const connection = privateEndpointsOf(estate.design, resource.id).connections.find(
    ({ endpoint, groupIds }) =>
      endpoint !== undefined && groupIds.some((one) => one.toLowerCase() === groupId.toLowerCase()),
  );
  const [first] = connection?.endpoint ? addresses.addressesOf(connection.endpoint.id) : [];
  if (first === undefined || connection?.endpoint === undefined) return undefined;
  return { address: parseAddress(first) ?? 0, owner: connection.endpoint.id };
}

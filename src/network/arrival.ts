import { findOfKind, findResource, type ResourceId, type ResourceOf, resourcesOfKind } from '#model';
import type { Aim } from './aim.ts';
import { formatAddress, parseLoosePrefix } from './cidr.ts';
import { passInbound } from './filters.ts';
import type { Ground } from './ground.ts';
import { subnetAt } from './interfaces.ts';
import type { Journey } from './journey.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import type { Packet } from './security-rules.ts';
import { publicAccess, type Visitor } from './service-access.ts';

/** The end of a way to a private address: security groups there, and the endpoint's approval. */
export const arriveInPrivate = (ground: Ground, journey: Journey, packet: Packet, aim: Aim): Journey => {
  const { estate } = ground;
  const owner = findResource(estate.design, packet.to.owner);
  if (!owner) return arriveAtNobody(ground, journey, packet, aim);
  const subnet = subnetAt(estate, owner.id, packet.to.address);
  if (owner.kind === 'private-endpoint') {
    const policy = findOfKind(estate.design, subnet, 'subnet')?.privateEndpointNetworkPolicies;
    if (subnet !== undefined && (policy === 'Enabled' || policy === 'NetworkSecurityGroupEnabled'))
      passInbound(ground, journey, subnet, packet);
    return enterEndpoint(ground, journey, owner);
  }
  if (subnet !== undefined) passInbound(ground, journey, subnet, packet);
  const isOffice = subnet === undefined;
  if (isOffice) journey.assume(() => `${owner.name} is taken to let it in.`);
  return journey.pass(() => ({
    at: owner.id,
    place: owner.name,
    by: owner.name,
    text: `It reaches ${owner.name}.`,
  }));
};

function arriveAtNobody(ground: Ground, journey: Journey, packet: Packet, { answer }: Aim): Journey {
  const { estate } = ground;
  const { address = 0 } = packet.to;
  const text = formatAddress(address);
  if (answer?.outcome === 'private-address') {
    if (!estate.isComplete)
      return journey.lack({ fact: `what has the address ${text}` }, { place: text, by: 'what is not shown' });
    return journey.block(
      'wrong-address',
      {
        place: text,
        by: 'the record',
        text: `Nothing that is shown has ${text}, which the name ${answer.name} gives.`,
      },
      answer.hops.at(-1)?.at,
    );
  }
  const subnet = resourcesOfKind(estate.design, 'subnet').find((one) =>
    one.addressPrefixes.some((prefix) => {
      const parsed = parseLoosePrefix(prefix);
      return parsed !== undefined && parsed.first <= address && address <= parsed.last;
    }),
  );
  if (subnet) passInbound(ground, journey, subnet.id, packet);
  return journey.lack({ fact: `what has the address ${text}` }, { place: text, by: 'what is not shown' });
}

function enterEndpoint(
  { estate }: Ground,
  journey: Journey,
  endpoint: ResourceOf<'private-endpoint'>,
): Journey {
  const target = endpoint.target;
  const connection =
    target === undefined
      ? undefined
      : privateEndpointsOf(estate.design, target).connections.find((one) => one.id === endpoint.id);
  const status = connection?.status ?? endpoint.connectionStatus ?? 'Approved';
  const service = estate.nameOf(target);
  const by = `connection of ${endpoint.name}`;
  if (status !== 'Approved') {
    const text = `${endpoint.name} is ${status}: only an approved connection lets packets pass.`;
    return journey.block('service-refused', { at: endpoint.id, place: endpoint.name, by, text });
  }
  if (connection?.isStatusAssumed !== false)
    journey.assume(
      () => `The connection of ${endpoint.name} is taken as Approved: its status is not stated.`,
    );
  return journey.pass(() => ({
    at: endpoint.id,
    place: endpoint.name,
    by,
    text: `${endpoint.name} leads to ${service}.`,
  }));
}

const tellArrival = (journey: Journey, label: string): Journey =>
  journey.pass(() => ({ place: label, by: label, text: `It reaches ${label}.` }));

/** The end of a way to a public address: the service's own firewall, where the service is drawn. */
export const arriveInPublic = (
  { estate }: Ground,
  journey: Journey,
  { to }: Packet,
  { answer }: Aim,
  visitor: Visitor,
): Journey => {
  if (!to.service) return journey.isTold ? tellArrival(journey, to.label) : journey;
  const { resource, groupId, endpointsOf = resource.id } = to.service;
  const { access, by, text, missing } = publicAccess(estate, resource, visitor);
  const place = { at: resource.id, place: resource.name, by, text };
  const hasEndpoint = privateEndpointsOf(estate.design, endpointsOf).connections.some(({ groupIds }) =>
    groupIds.some((one) => one.toLowerCase() === groupId.toLowerCase()),
  );
  // Stopped on the public way: with the name of its endpoint it would not have gone there.
  const wrongName = hasEndpoint && answer?.outcome === 'public-address' ? answer.cause : undefined;
  if (access === 'Allow')
    return (wrongName === undefined ? journey : journey.blame(wrongName)).pass(() => place);
  if (access === 'unknown') return journey.lack({ fact: missing ?? by }, place);
  if (!hasEndpoint || answer?.outcome !== 'public-address') return journey.block('service-refused', place);
  const cause: ResourceId = answer.cause ?? resource.id;
  return journey.block(
    'wrong-address',
    {
      ...place,
      text: `${text.slice(0, -1)}, and ${answer.name} does not give the address of its private endpoint.`,
    },
    cause,
  );
};

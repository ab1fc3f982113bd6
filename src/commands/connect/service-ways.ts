import { privateLinkServiceOf, serviceEndpoints } from '#catalog';
import {
  childrenOf,
  type Design,
  edits,
  enclosing,
  type Resource,
  type ResourceOf,
  refusalOf,
  resourcesOfKind,
} from '#model';
import { addEndpoint, subnetForEndpoints, subnetForEndpointsIn } from '#rules';
import { openConnections } from '../connect-endpoint.ts';
import type { Joint } from './joint.ts';

type Subnet = ResourceOf<'subnet'>;

/** Whether Azure takes private endpoints there. */
export const mayHoldEndpoints = (subnet: Subnet): boolean =>
  refusalOf('private-endpoint', subnet) === undefined && !subnet.delegations?.length;

/** Private endpoints that a service lacks, in one subnet: all of them where one begins at the service. */
export const endpoints = (
  design: Design,
  subnet: Subnet,
  service: Resource,
  from: Resource,
): readonly Joint[] =>
  !mayHoldEndpoints(subnet)
    ? []
    : openConnections(design, from === service ? service : undefined)
        .filter((one) => one.service.id === service.id)
        .map(({ groupId }) => ({
          id: `endpoint ${service.id} ${groupId} ${subnet.id}`,
          target: from === service ? subnet.id : service.id,
          title: `Add the private endpoint of ${service.name} for ${groupId} to ${subnet.name}, with its zones`,
          how: `Add the private endpoint for ${groupId}, with its zones`,
          part: groupId,
          way: { service: service.id, subnet: subnet.id, groupId },
          apply: (before, newId) => addEndpoint(before, service, groupId, subnet.id, newId),
        }));

/** Why no service endpoint leads to a service, as the end of a sentence; `undefined` where one can. */
export function whyNoServiceEndpoint(service: Resource): string | undefined {
  const access = 'publicNetworkAccess' in service ? service.publicNetworkAccess : undefined;
  return access === 'Disabled' || access === 'SecuredByPerimeter'
    ? `a service endpoint would not reach it, as its public network access is ${access === 'Disabled' ? 'disabled' : 'left to its perimeter'}`
    : undefined;
}

/** What leaves a subnet by itself: a private endpoint only answers. */
const sendersIn = (design: Design, subnet: Subnet) =>
  childrenOf(design, subnet.id).filter(({ kind }) => kind !== 'private-endpoint');

/** Lets a subnet reach a service at its public address, from a network of its own as far as the service tells them apart. */
export function serviceEndpoint(
  design: Design,
  subnet: Subnet,
  service: Resource,
  target: Resource,
): readonly Joint[] {
  const name = privateLinkServiceOf(service.kind)?.serviceEndpoint;
  const facts = serviceEndpoints.find((one) => one.service === name);
  const isForEndpoints = childrenOf(design, subnet.id).length > 0 && sendersIn(design, subnet).length === 0;
  // What the subnets that Azure keeps for its own services send to a service goes through what lies in them.
  const isKept = refusalOf('compute-cluster', subnet) !== undefined;
  if (facts?.stage !== 'generally-available' || isForEndpoints || isKept || whyNoServiceEndpoint(service))
    return [];
  const known = subnet.serviceEndpoints ?? [];
  const has = known.some((one) => one.service === facts.service || facts.excludes?.includes(one.service));
  const rules = 'networkAcls' in service ? service.networkAcls : undefined;
  const mustAdmit = rules?.defaultAction === 'Deny' && !(rules.virtualNetworkRules ?? []).includes(subnet.id);
  if (has && !mustAdmit) return [];
  const added = `Add the service endpoint ${facts.service}`;
  const title = has ? `Admit ${subnet.name} to ${service.name}` : `${added} to ${subnet.name}`;
  return [
    {
      id: `service-endpoint ${facts.service} ${subnet.id} ${service.id}`,
      target: target.id,
      title: has || !mustAdmit ? title : `${title}, and admit that to ${service.name}`,
      how: has ? 'Admit by its service endpoint' : mustAdmit ? `${added}, and admit the subnet` : added,
      way: { service: service.id, subnet: subnet.id },
      apply: (before) => {
        const opened = has
          ? before
          : edits.updateResource(before, subnet.id, 'subnet', {
              serviceEndpoints: [...known, { service: facts.service }],
            });
        return mustAdmit ? admitted(opened, service, subnet) : opened;
      },
    },
  ];
}

/** The design with a subnet among those that the firewall of a service lets in. */
const admitted = (design: Design, service: Resource, { id }: Subnet): Design => ({
  ...design,
  resources: design.resources.map((one) =>
    one.id === service.id && 'networkAcls' in one && one.networkAcls
      ? ({
          ...one,
          networkAcls: {
            ...one.networkAcls,
            virtualNetworkRules: [...(one.networkAcls.virtualNetworkRules ?? []), id],
          },
        } as Resource)
      : one,
  ),
});

/** Kinds that work for a workspace. */
const isCompute = ({ kind }: Resource) =>
  /^(compute-|serverless-compute|kubernetes-cluster|attached-compute)/.test(kind);

/**
 * Of all ways to join a service those that lead to it: endpoints in the one subnet of each network that they belong in,
 * where its others stand before the rest; then service endpoints, of subnets with computes, with something, and empty.
 */
export function proposed(design: Design, from: Resource, joints: readonly Joint[]): readonly Joint[] {
  if (!privateLinkServiceOf(from.kind)) return joints;
  const home = subnetForEndpoints(design, from.id)?.id;
  const network = home && enclosing(design, home, 'virtual-network')?.id;
  // Elsewhere where endpoints have a subnet to themselves, or could have: nobody asks for them among machines.
  const elsewhere = resourcesOfKind(design, 'virtual-network').flatMap(({ id }) => {
    const subnet = id === network ? undefined : subnetForEndpointsIn(design, id);
    return subnet && sendersIn(design, subnet).length === 0 ? [subnet.id] : [];
  });
  const rankOf = ({ way }: Joint): number => {
    if (!way) return 0;
    if (way.groupId !== undefined)
      return way.subnet === home ? 1 : elsewhere.includes(way.subnet) ? 2 : Number.NaN;
    const senders = childrenOf(design, way.subnet);
    return senders.some(isCompute) ? 3 : senders.length > 0 ? 4 : 5;
  };
  return joints
    .filter((joint) => !Number.isNaN(rankOf(joint)))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** All private endpoints that a service lacks, with their zones, as one step; none where there is no subnet for them. */
export function endpointOffer(design: Design, service: Resource): Joint | undefined {
  const subnets = resourcesOfKind(design, 'private-endpoint').flatMap(({ parent }) => parent ?? []);
  return endpointsTogether(design, service, subnetForEndpoints(design, service.id)?.id ?? subnets[0]);
}

/** The private endpoints of a service that are usually wanted and are missing, in one subnet as one step. */
export function endpointsTogether(
  design: Design,
  service: Resource,
  subnet: Subnet['id'] | undefined,
): Joint | undefined {
  const missing = openConnections(design).filter((one) => one.service.id === service.id);
  const name = design.resources.find(({ id }) => id === subnet)?.name;
  if (subnet === undefined || missing.length === 0) return undefined;
  const groups = missing.map(({ groupId }) => groupId).join(' and ');
  return {
    id: `offer ${service.id}`,
    target: subnet,
    title: `Add private endpoints for ${groups} to ${name}, with their zones`,
    how: `Add private endpoints for ${groups}`,
    part: groups,
    apply: (before, newId) =>
      missing.reduce((current, { groupId }) => addEndpoint(current, service, groupId, subnet, newId), before),
  };
}

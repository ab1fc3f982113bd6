import {
  type Design,
  edits,
  enclosing,
  findResource,
  kindInSentence,
  type Resource,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { arePeered, linkZone, mayPeer, peerNetworks, routeThrough } from '#rules';
import { attach, attachedTo, mayAttach } from '../attaching.ts';
import { openConnections } from '../connect-endpoint.ts';
import type { Joint } from './joint.ts';
import { endpoints, proposed, serviceEndpoint } from './service-ways.ts';

type Network = ResourceOf<'virtual-network'>;

const peering = (design: Design, one: Network, other: Network): readonly Joint[] =>
  mayPeer(one, other) && !arePeered(design, one, other)
    ? [
        {
          id: `peer ${other.id}`,
          target: other.id,
          title: `Peer ${one.name} with ${other.name}, both ways`,
          how: 'Peer, both ways',
          apply: (before, newId) => peerNetworks(before, one, other, newId),
        },
      ]
    : [];

const zoneLink = (
  zone: ResourceOf<'private-dns-zone'>,
  network: Network,
  target: Resource,
): readonly Joint[] =>
  zone.virtualNetworkLinks?.some((link) => link.virtualNetwork === network.id)
    ? []
    : [
        {
          id: `zone ${zone.id} ${network.id}`,
          target: target.id,
          title: `Link ${zone.name} to ${network.name}`,
          how: 'Link the private DNS zone',
          apply: (before) => linkZone(before, zone.id, network.id),
        },
      ];

/** All zones that a network does not have under any of their names yet, where they are several. */
function zoneLinks(design: Design, network: Network): readonly Joint[] {
  const zones = resourcesOfKind(design, 'private-dns-zone');
  const isLinked = ({ virtualNetworkLinks }: (typeof zones)[number]) =>
    virtualNetworkLinks?.some((link) => link.virtualNetwork === network.id);
  // Azure takes one zone of a name for a network.
  const taken = new Set(zones.filter(isLinked).map(({ name }) => name.toLowerCase()));
  const open = zones.filter(({ name }) => !taken.has(name.toLowerCase()) && taken.add(name.toLowerCase()));
  return open.length < 2
    ? []
    : [
        {
          id: `zones ${network.id}`,
          target: network.id,
          title: `Link all ${open.length} private DNS zones to ${network.name}`,
          how: `Link all ${open.length} private DNS zones`,
          apply: (before) => open.reduce((current, { id }) => linkZone(current, id, network.id), before),
        },
      ];
}

function attachment(
  design: Design,
  subnet: ResourceOf<'subnet'>,
  what: Resource,
  target: Resource,
): readonly Joint[] {
  const { kind } = what;
  if (!mayAttach(subnet, kind)) return [];
  const present = attachedTo(subnet, kind);
  if (present === what.id) return [];
  const named = `${kindInSentence(kind)} ${what.name}`;
  const old = findResource(design, present)?.name;
  const instead = old === undefined ? '' : `, in place of ${old}`;
  return [
    {
      id: `attach ${what.id} ${subnet.id}`,
      target: target.id,
      title: `Attach ${named} to subnet ${subnet.name}${instead}`,
      how: `Attach the ${kindInSentence(kind)}${instead}`,
      apply: (before) => attach(before, subnet.id, kind, what.id),
    },
  ];
}

/** A subnet sends through a firewall what leaves it for the internet; where their networks are not joined, they are peered with that. */
function wayThrough(
  design: Design,
  subnet: ResourceOf<'subnet'>,
  appliance: Resource,
  target: Resource,
): readonly Joint[] {
  const route = routeThrough(design, subnet, appliance);
  const [own, other] = [subnet, appliance].map(({ id }) => enclosing(design, id, 'virtual-network'));
  if (!route || !own || !other) return [];
  const isJoined = own === other || arePeered(design, own, other);
  if (!isJoined && !mayPeer(own, other)) return [];
  const title = `Send internet traffic of ${subnet.name} through ${appliance.name}`;
  const peered = isJoined ? '' : `, and peer ${own.name} with ${other.name}`;
  return [
    {
      id: `route ${subnet.id} ${appliance.id}`,
      target: target.id,
      title: `${title}${peered}`,
      how: `Send ${target === subnet ? 'its internet traffic' : `internet traffic of ${subnet.name}`} through ${target === appliance ? 'it' : appliance.name}${peered}`,
      apply: (before, newId) => {
        const routed = route.apply(before, newId);
        return isJoined ? routed : peerNetworks(routed, own, other, newId);
      },
    },
  ];
}

/** A site on-premises reaches a network through its gateway. */
const siteLink = (
  site: ResourceOf<'on-premises-network'>,
  gateway: ResourceOf<'virtual-network-gateway'>,
  target: Resource,
): readonly Joint[] =>
  site.gateways?.includes(gateway.id)
    ? []
    : [
        {
          id: `site ${site.id} ${gateway.id}`,
          target: target.id,
          title: `Connect ${site.name} to ${gateway.name}`,
          how: 'Connect',
          apply: (before) =>
            edits.updateResource(before, site.id, 'on-premises-network', {
              gateways: [...(site.gateways ?? []), gateway.id],
            }),
        },
      ];

/** Every way to join a resource to another one, from either of them. */
function jointsBetween(design: Design, from: Resource, to: Resource): readonly Joint[] {
  if (from.kind === 'virtual-network' && to.kind === 'virtual-network') return peering(design, from, to);
  if (from.kind === 'private-dns-zone' && to.kind === 'virtual-network') return zoneLink(from, to, to);
  if (to.kind === 'private-dns-zone' && from.kind === 'virtual-network') return zoneLink(to, from, to);
  if (from.kind === 'on-premises-network' && to.kind === 'virtual-network-gateway')
    return siteLink(from, to, to);
  if (to.kind === 'on-premises-network' && from.kind === 'virtual-network-gateway')
    return siteLink(to, from, to);
  const subnet = from.kind === 'subnet' ? from : to.kind === 'subnet' ? to : undefined;
  const other = subnet === from ? to : from;
  if (subnet)
    return [
      ...attachment(design, subnet, other, to),
      ...wayThrough(design, subnet, other, to),
      ...endpoints(design, subnet, other, from),
      ...serviceEndpoint(design, subnet, other, to),
    ];
  const endpoint = from.kind === 'private-endpoint' ? from : to.kind === 'private-endpoint' ? to : undefined;
  const service = endpoint === from ? to : from;
  if (!endpoint) return [];
  return openConnections(design)
    .filter((one) => one.service.id === service.id)
    .map(({ groupId }) => ({
      id: `serve ${endpoint.id} ${service.id} ${groupId}`,
      target: to.id,
      title: `Let ${endpoint.name} serve ${groupId} of ${service.name}`,
      how: `Serve ${groupId}`,
      apply: (before) =>
        edits.updateResource(before, endpoint.id, 'private-endpoint', {
          target: service.id,
          groupIds: [groupId],
        }),
    }));
}

/** All that a resource can be joined to, and how: to many at once, then in document order of the others. */
export const jointsOf = (design: Design, from: Resource): readonly Joint[] => [
  ...(from.kind === 'virtual-network' ? zoneLinks(design, from) : []),
  ...design.resources.flatMap((to) => (to.id === from.id ? [] : jointsBetween(design, from, to))),
];

/** The same for somebody who has pointed at nothing yet: of a service only what leads to it, the best first. */
export const proposedJoints = (design: Design, from: Resource): readonly Joint[] =>
  proposed(design, from, jointsOf(design, from));

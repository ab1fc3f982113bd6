import {
  allResources,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { isPrivateAddress, parseAddress, prefixContains } from './cidr.ts';
import { machineOf } from './egress.ts';
import type { Estate } from './estate.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { joinedKey } from './memo.ts';
import type { MissingFact } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';

/** The server of an address: in the asker's reach where several networks use the address, DNS servers before machines. */
export const serverAt = (
  ground: Ground,
  address: string,
  virtualNetwork: ResourceId | undefined,
): Resource | undefined =>
  findResource(ground.estate.design, serverSeen(ground, { address, virtualNetwork }));

interface SeenAddress {
  readonly address: string;
  /** From where it is seen; `undefined`: from on premises. */
  readonly virtualNetwork: ResourceId | undefined;
}

const serverSeen = groundQuestion(
  ({ estate, addresses, peerings }, { address, virtualNetwork }: SeenAddress): ResourceId | undefined => {
    const owners = flatMapped(
      addresses.ownersOf(parseAddress(address) ?? -1),
      (id) => findResource(estate.design, machineOf(estate, id)) ?? [],
    );
    const servers = resourcesOfKind(estate.design, 'dns-server').filter((one) =>
      addresses.addressesOf(one.id).includes(address),
    );
    const all: readonly Resource[] = [...servers, ...owners];
    const reach =
      virtualNetwork === undefined
        ? undefined
        : new Set([virtualNetwork, ...peerings.peersOf(virtualNetwork)]);
    const isNear = ({ id }: Resource) => {
      const network = estate.virtualNetworkOf(id);
      return network === undefined || reach === undefined || reach.has(network);
    };
    return (all.find(isNear) ?? all[0])?.id;
  },
  ({ address, virtualNetwork }) => joinedKey(address, virtualNetwork),
);

/** Public, and in no network of the design: some use public ranges inside. */
export const isPublicServer = groundQuestion(({ estate }, address: string): boolean => {
  const value = parseAddress(address);
  if (value === undefined || isPrivateAddress(value)) return false;
  const { design } = estate;
  return ![
    ...resourcesOfKind(design, 'virtual-network'),
    ...resourcesOfKind(design, 'on-premises-network'),
  ].some(({ addressPrefixes }) => addressPrefixes.some((prefix) => prefixContains(prefix, address)));
});

/** An address of a network that is shown, in no subnet of it, or in one in which everything that takes an address is shown. */
function isUnusedSpot(estate: Estate, address: string): boolean {
  const { design } = estate;
  const holds = ({ addressPrefixes }: { readonly addressPrefixes: readonly string[] }) =>
    addressPrefixes.some((prefix) => prefixContains(prefix, address));
  const network = resourcesOfKind(design, 'virtual-network').find(holds);
  if (!network || !estate.isShown(network.id)) return false;
  const subnet = resourcesOfKind(design, 'subnet').find((one) => one.parent === network.id && holds(one));
  if (!subnet) return true;
  const known = new Set(flatMapped(allResources(design), ({ azureId }) => azureId?.toLowerCase() ?? []));
  // Of an id the first nine steps name the resource that the configuration is part of.
  const isKnown = (id: string) => known.has(id.toLowerCase().split('/').slice(0, 9).join('/'));
  const isTaken = subnet.delegations?.length || !subnet.ipConfigurations?.every(isKnown);
  return design.source.format === 'azure-export' ? !isTaken : !subnet.delegations?.length;
}

/**
 * Whether nothing can have an address: everything is shown, and it lies in no office, whose machines are not drawn, and
 * in no network that is only named.
 */
export const isNowhere = groundQuestion(({ estate }, address: string): boolean => {
  const { design, isComplete } = estate;
  const offices = resourcesOfKind(design, 'on-premises-network');
  const joined = flatMapped(offices, ({ gateways = [] }) => gateways);
  if (isComplete && isUnusedSpot(estate, address)) return true;
  const isOffice = (one: Resource) =>
    'addressPrefixes' in one && one.addressPrefixes.some((prefix) => prefixContains(prefix, address));
  return (
    isComplete &&
    !offices.some(isOffice) &&
    resourcesOfKind(design, 'virtual-network').every(({ id }) => estate.isShown(id)) &&
    resourcesOfKind(design, 'virtual-network-gateway').every(({ id }) => joined.includes(id)) &&
    resourcesOfKind(design, 'virtual-wan-hub').length === 0
  );
});

/** Where a DNS server sends a name, and by which of its settings. */
interface Forwarder {
  /** The suffix of a conditional forwarder; absent where all other names go the same way. */
  readonly domainName?: string;
  readonly targets: readonly string[];
}

/** The conditional forwarder with the longest suffix of the name. */
export function conditionalForwarder(
  { conditionalForwarders }: ResourceOf<'dns-server'>,
  host: string,
): Forwarder | undefined {
  return (conditionalForwarders ?? [])
    .map(({ domainName, targets }) => ({ domainName: bareDomain(domainName), targets }))
    .filter(({ domainName, targets }) => targets.length > 0 && holdsName(domainName, host))
    .toSorted((one, other) => other.domainName.length - one.domainName.length)[0];
}

/** The private name that a server meets on its way from the root, and where it forwards that. */
interface FollowedAlias {
  readonly name: string;
  readonly forwarder: Forwarder;
  /** Where it is not shown whether there is such an alias. */
  readonly missing?: MissingFact;
}

/**
 * A server with root hints follows the public alias itself: only a forwarder of the privatelink zone then helps. There is
 * an alias once the service has any endpoint; a name with an id that only Azure knows is asked on as it is.
 */
export function followedAlias(
  { estate, hosts }: Ground,
  server: ResourceOf<'dns-server'>,
  asked: string,
): FollowedAlias | undefined {
  const known = hosts.find(asked);
  const forwarder = known && conditionalForwarder(server, known.zone);
  if (!forwarder) return undefined;
  const { resource, record, zone } = known;
  const { connections, isWhole } = privateEndpointsOf(estate.design, resource.id);
  const isAliased = connections.length > 0 || resource.kind === 'azure-monitor-private-link-scope';
  if (!isAliased && isWhole) return undefined;
  const fact = `the private endpoint connections of ${resource.name}`;
  return {
    name: /[{*]/.test(record) ? asked : `${record}.${zone}`,
    forwarder,
    ...(isAliased ? {} : { missing: { fact } }),
  };
}

/** A domain or host as all are compared: in lower case, and without the dot of the root. */
export const bareDomain = (text: string): string => text.toLowerCase().replace(/\.$/, '');

/** Whether a name lies in a domain; the root, an empty text, holds every name. */
export const holdsName = (domainName: string, host: string): boolean =>
  domainName === '' || host === domainName || host.endsWith(`.${domainName}`);

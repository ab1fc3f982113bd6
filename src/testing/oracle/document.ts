import type { Design, ResourceKind, ResourceOf } from '#model';

/** The resource of an id if it is of that kind, found by looking at each. */
export const find = <K extends ResourceKind>(
  design: Design,
  kind: K,
  id: string | undefined,
): ResourceOf<K> | undefined =>
  design.resources.find((one) => one.id === id && one.kind === kind) as ResourceOf<K> | undefined;

export const all = <K extends ResourceKind>(design: Design, kind: K): readonly ResourceOf<K>[] =>
  design.resources.filter((one) => one.kind === kind) as unknown as readonly ResourceOf<K>[];

/** A machine's or an interface's own place: its interface, where it has one, its subnet and its address. */
export interface Place {
  readonly networkInterface?: ResourceOf<'network-interface'>;
  readonly subnet: ResourceOf<'subnet'>;
  readonly network: ResourceOf<'virtual-network'>;
  readonly address: string;
  readonly applicationSecurityGroups: readonly string[];
}

const placeIn = (
  design: Design,
  subnetId: string | undefined,
  address: string | undefined,
  groups: readonly string[] = [],
): Place | undefined => {
  const subnet = find(design, 'subnet', subnetId);
  const network = find(design, 'virtual-network', subnet?.parent);
  return subnet && network && address
    ? { subnet, network, address, applicationSecurityGroups: groups }
    : undefined;
};

/**
 * Where a virtual machine or a private endpoint lies, the endpoint by the first of its addresses or that of a member.
 * Their addresses are stated in every random design.
 */
export function placeOf(design: Design, id: string, member?: string): Place | undefined {
  const machine = find(design, 'virtual-machine', id);
  const endpoint = find(design, 'private-endpoint', id);
  if (endpoint) {
    const address = endpoint.ipConfigurations?.find(
      ({ memberName }) => member === undefined || memberName === member,
    )?.privateIPAddress;
    return placeIn(design, endpoint.parent, address, endpoint.applicationSecurityGroups);
  }
  const networkInterface = find(design, 'network-interface', machine?.networkInterfaces?.[0] ?? id);
  const configuration = networkInterface?.ipConfigurations[0];
  if (!networkInterface || !configuration) return undefined;
  const { subnet, privateIPAddress, applicationSecurityGroups } = configuration;
  const place = placeIn(design, subnet, privateIPAddress, applicationSecurityGroups);
  return place && { ...place, networkInterface };
}

/** Networks whose peering is up: both halves exist, are Connected and let the networks reach each other. */
export const peersOf = (design: Design, network: string): readonly string[] =>
  all(design, 'virtual-network')
    .map(({ id }) => id)
    .filter((other) => halfOf(design, network, other) && halfOf(design, other, network));

/** The half of a peering that lies in the first network and points at the second, where it is up. */
export const halfOf = (design: Design, from: string, to: string) =>
  all(design, 'virtual-network-peering').find(
    (half) =>
      half.parent === from &&
      half.remoteVirtualNetwork === to &&
      (half.peeringState ?? 'Connected') === 'Connected' &&
      half.allowVirtualNetworkAccess !== false,
  );

import type { PerCloud } from './cloud.ts';
import type { Sourced } from './source.ts';

/** A public host name of a service, and the private DNS zone in which its private twin lives. */
export interface ServiceHost {
  /** `{name}`, `{region}` and `{guid}` stand for what the resource decides. */
  readonly host: string;
  readonly zone: string;
  /** Member of the private endpoint whose address answers. */
  readonly member: string;
  /** Name of the record in the zone, `*` leftmost; the host without its public suffix where absent. */
  readonly record?: string;
  /** Kind that the first label names, where that is a part of the service: each has a host name of its own. */
  readonly part?: 'compute-instance' | 'managed-online-endpoint';
  /** Only some ask for it: a service without it still serves all others. */
  readonly isSeldom?: true;
}

/** One sub-resource (group id) that a private endpoint can serve. */
export interface Subresource extends Omit<Sourced, 'sources'> {
  readonly groupId: string;
  /**
   * Private DNS zones that the zone group has to name; `{region}` where the zone holds the region.
   * Empty: no page says it for that cloud.
   */
  readonly zones: PerCloud<readonly string[]>;
  /** Public suffixes that custom DNS servers forward; never `privatelink.*`. */
  readonly forwardedSuffixes: PerCloud<readonly string[]>;
  readonly hosts: PerCloud<readonly ServiceHost[]>;
  /** Private addresses that one endpoint takes, before replicas and further regions. */
  readonly addresses: number;
  readonly addressesWhy: string;
  /** What each replica or further region adds. */
  readonly addressesPer?: { readonly what: 'replica' | 'region'; readonly count: number };
  /** Addresses where the account is of a kind of its own, by kind. */
  readonly addressesOfKind?: Readonly<Record<string, number>>;
  /** Those of the zones in which an account has its names, where one of its kind has fewer names than there are zones. */
  readonly zonesOfKind?: Readonly<Record<string, readonly string[]>>;
  readonly members: readonly string[];
  /** Sub-resources that need an endpoint too for this one to be of use. */
  readonly alsoNeeds?: readonly string[];
}

/** What a private endpoint asks of the resource that it serves. */
export interface EndpointConstraint {
  /** A sentence. */
  readonly text: string;
  /** Property of the model that decides it, and its values that fit or do not. */
  readonly property?: string;
  readonly allowed?: readonly string[];
  readonly refused?: readonly string[];
}

/** What Private Link offers of a service. */
export interface PrivateLinkServiceFacts extends Sourced {
  /** Model kind, or the ARM type where the model has no kind of its own. */
  readonly kind: string;
  readonly armType: string;
  readonly title: string;
  /** Service tag of its public addresses. */
  readonly serviceTag?: string;
  /** Virtual network service endpoint, e.g. `Microsoft.Storage`. */
  readonly serviceEndpoint?: string;
  readonly constraints?: readonly EndpointConstraint[];
  readonly subresources: Readonly<Record<string, Subresource>>;
}

/** The zone's name in a region; without a region the placeholder stays. */
export const zoneInRegion = (zone: string, region: string | undefined): string =>
  region === undefined ? zone : zone.replaceAll('{region}', region.toLowerCase());

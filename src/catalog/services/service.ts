import { type Cloud, type PerCloud, perCloud } from '../cloud.ts';
import type {
  EndpointConstraint,
  PrivateLinkServiceFacts,
  ServiceHost,
  Subresource,
} from '../private-link.ts';
import type { Sourced, SourceId } from '../source.ts';

/** Keeps the shape of an entry checked where it is written. */
export const defineService = (service: PrivateLinkServiceFacts): PrivateLinkServiceFacts => service;

type Doubts = Pick<Sourced, 'isUnverified' | 'unverified' | 'disagreements'>;

type Growth = Pick<Subresource, 'addressesPer' | 'addressesOfKind' | 'alsoNeeds'>;

interface PlainSubresource extends Doubts, Growth {
  readonly groupId: string;
  /** Public suffix in each cloud; absent where no page says it. */
  readonly suffixes: Partial<PerCloud<string>>;
  /** The zone where it is not `privatelink.` and the suffix. */
  readonly zones?: Partial<PerCloud<string>>;
  /** Suffixes to forward besides the one of the host. */
  readonly alsoForwarded?: Partial<PerCloud<readonly string[]>>;
  readonly addresses?: number;
  readonly addressesWhy?: string;
  readonly members?: readonly string[];
}

/** A sub-resource with one zone, whose hosts are `{name}.` and the suffix. */
export const subresource = ({
  groupId,
  suffixes,
  zones = {},
  alsoForwarded = {},
  addresses = 1,
  addressesWhy = 'one address per endpoint',
  members = [groupId],
  ...rest
}: PlainSubresource): Subresource => {
  const zoneOf = (cloud: Cloud) =>
    zones[cloud] ?? (suffixes[cloud] === undefined ? undefined : `privatelink.${suffixes[cloud]}`);
  return {
    groupId,
    zones: perCloud((cloud) => listed(zoneOf(cloud))),
    forwardedSuffixes: perCloud((cloud) => [...listed(suffixes[cloud]), ...(alsoForwarded[cloud] ?? [])]),
    hosts: perCloud((cloud): readonly ServiceHost[] => {
      const zone = zoneOf(cloud);
      const suffix = suffixes[cloud];
      return zone === undefined || suffix === undefined
        ? []
        : [{ host: `{name}.${suffix}`, zone, member: members[0] ?? groupId }];
    }),
    addresses,
    addressesWhy,
    members,
    ...rest,
  };
};

const listed = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Sub-resources by group id, as a service holds them. */
export const byGroupId = (...all: readonly Subresource[]): Readonly<Record<string, Subresource>> =>
  Object.fromEntries(all.map((one) => [one.groupId, one]));

interface PlainService extends PlainSubresource {
  readonly kind?: string;
  readonly armType: string;
  readonly title: string;
  readonly serviceTag?: string;
  readonly serviceEndpoint?: string;
  readonly constraints?: readonly EndpointConstraint[];
  readonly sources?: readonly SourceId[];
}

/** A service with a single sub-resource. */
export const plainService = ({
  kind,
  armType,
  title,
  serviceTag,
  serviceEndpoint,
  constraints,
  unverified,
  sources: pages = ['privateEndpointDns', 'privateEndpoint'],
  ...one
}: PlainService): PrivateLinkServiceFacts =>
  defineService({
    kind: kind ?? armType,
    armType,
    title,
    ...(serviceTag === undefined ? {} : { serviceTag }),
    ...(serviceEndpoint === undefined ? {} : { serviceEndpoint }),
    ...(constraints === undefined ? {} : { constraints }),
    ...(unverified === undefined ? {} : { unverified }),
    subresources: byGroupId(subresource(one)),
    sources: pages,
  });

import type { Cloud } from '../cloud.ts';
import { type PrivateLinkServiceFacts, type Subresource, zoneInRegion } from '../private-link.ts';
import { doubtOf } from '../source.ts';
import { companions } from './companions.ts';
import { containerRegistry, keyVault, monitorPrivateLinkScope, storageAccount } from './dependencies.ts';
import { kubernetesCluster, registry, workspace } from './machine-learning.ts';

/** Every service that a private endpoint can serve, as far as the catalogue knows. */
export const privateLinkServices: readonly PrivateLinkServiceFacts[] = [
  workspace,
  registry,
  kubernetesCluster,
  storageAccount,
  keyVault,
  containerRegistry,
  monitorPrivateLinkScope,
  ...companions,
];

const byName = new Map<string, PrivateLinkServiceFacts>(
  privateLinkServices.flatMap((service) => [
    [service.kind.toLowerCase(), service],
    [service.armType.toLowerCase(), service],
  ]),
);

/** The service of a model kind or an ARM type, without regard to case. */
export const privateLinkServiceOf = (kindOrArmType: string): PrivateLinkServiceFacts | undefined =>
  byName.get(kindOrArmType) ?? byName.get(kindOrArmType.toLowerCase());

/** The sub-resource of a group id, without regard to case. */
export const subresourceOf = (kindOrArmType: string, groupId: string): Subresource | undefined => {
  const subresources = privateLinkServiceOf(kindOrArmType)?.subresources;
  if (!subresources) return undefined;
  return (
    subresources[groupId] ??
    Object.values(subresources).find((one) => one.groupId.toLowerCase() === groupId.toLowerCase())
  );
};

/**
 * Private DNS zones that an endpoint of this sub-resource needs, with the region filled in; those of an account's kind
 * where that has names in some of them alone. Empty where the service or its zones in that cloud are not known, or no
 * page confirms them.
 */
export const zonesOf = (
  kindOrArmType: string,
  groupId: string,
  cloud: Cloud,
  region?: string,
  accountKind?: string,
): readonly string[] => {
  const subresource = subresourceOf(kindOrArmType, groupId);
  return confirmedZones(subresource, cloud)
    .filter((zone) => isZoneOfKind(subresource, zone, accountKind))
    .map((zone) => zoneInRegion(zone, region));
};

/** Whether an account of a kind has a name in a zone: of most kinds in all that the sub-resource has. */
export function isZoneOfKind(
  subresource: Subresource | undefined,
  zone: string,
  accountKind: string | undefined,
): boolean {
  return ofAccountKind(subresource?.zonesOfKind, accountKind)?.includes(zone) ?? true;
}

/** What a table says of a kind of account, without regard to case. */
export const ofAccountKind = <T>(
  table: Readonly<Record<string, T>> | undefined,
  accountKind: string | undefined,
): T | undefined =>
  Object.entries(table ?? {}).find(([name]) => name.toLowerCase() === accountKind?.toLowerCase())?.[1];

const confirmedZones = (subresource: Subresource | undefined, cloud: Cloud): readonly string[] =>
  subresource === undefined || doubtOf(subresource, 'zones') || doubtOf(subresource, `zones.${cloud}`)
    ? []
    : subresource.zones[cloud];

/** Whether a host name, wildcards among them, is one of a storage account. */
export const isStorageHost = (host: string, cloud: Cloud): boolean =>
  Object.values(privateLinkServiceOf('storage-account')?.subresources ?? {}).some(({ forwardedSuffixes }) =>
    forwardedSuffixes[cloud].some((suffix) => host.toLowerCase().endsWith(suffix)),
  );

const lastLabels = (name: string): string => name.split('.').slice(-2).join('.');

/** The two last labels of all names that Private Link serves, in every cloud. */
const reservedDomains: ReadonlySet<string> = new Set(
  privateLinkServices
    .flatMap(({ subresources }) => Object.values(subresources))
    .flatMap(({ zones, forwardedSuffixes }) => [...Object.values(zones), ...Object.values(forwardedSuffixes)])
    .flat()
    .map(lastLabels),
);

/**
 * The two-label domain that is reserved for Azure services and that a name lies in: a forwarding rule for all names (`.`)
 * passes it over. Source: `sources.dnsForwardingRulesets`, rule processing.
 */
export const reservedDomainOf = (name: string): string | undefined => {
  const domain = lastLabels(name.toLowerCase());
  return reservedDomains.has(domain) ? domain : undefined;
};

import { subresourceOf } from '#catalog';
import { type Design, findResource, goalsOf, type Resource, type ResourceId, resourcesOfKind } from '#model';
import { isAbsent, type PrivateEndpoint } from '../estate.ts';
import type { RuleContext } from '../rule.ts';

/** Zones that exist and that the endpoint's zone group names; `undefined` where the group is not listed. */
export const zonesNamedBy = (
  { design, isComplete }: RuleContext,
  endpoint: PrivateEndpoint,
): readonly Resource[] | undefined =>
  endpoint.privateDnsZoneGroups === undefined && !isComplete
    ? undefined
    : idsNamedBy(endpoint).flatMap((id) => (isAbsent(design, id) ? [] : (findResource(design, id) ?? [])));

const idsNamedBy = ({ privateDnsZoneGroups }: PrivateEndpoint): readonly ResourceId[] =>
  (privateDnsZoneGroups ?? []).flatMap(({ privateDnsZones }) => privateDnsZones);

/** Names of zones that the endpoint's zone group names although they do not exist. */
export const absentZonesNamedBy = ({ design }: RuleContext, endpoint: PrivateEndpoint): readonly string[] =>
  idsNamedBy(endpoint)
    .filter((id) => isAbsent(design, id))
    .map((id) => findResource(design, id)?.name ?? id);

export const isNamed = (name: string) => (zone: Resource) => zone.name.toLowerCase() === name.toLowerCase();

/** A zone of that name that holds a record with the endpoint's address, written by hand. */
export const handWritten = (
  { design, network }: RuleContext,
  endpoint: ResourceId,
  name: string,
): Resource | undefined => {
  const addresses = network.addressesOf(endpoint);
  return resourcesOfKind(design, 'private-dns-zone')
    .filter(isNamed(name))
    .find((zone) =>
      zone.recordSets?.some(
        (record) => record.type === 'A' && record.values.some((value) => addresses.includes(value)),
      ),
    );
};

/** The endpoint with these zones in its group instead of others. */
export const withZoneGroup = (endpoint: PrivateEndpoint, zones: readonly ResourceId[]) => ({
  privateDnsZoneGroups: [
    { name: endpoint.privateDnsZoneGroups?.[0]?.name ?? 'default', privateDnsZones: zones },
  ],
});

/** Suffix of the public names whose private twins a zone holds, e.g. `vault.azure.net` of `privatelink.vaultcore.azure.net`. */
export function publicSuffix(
  design: Design,
  target: Resource,
  groupIds: readonly string[],
  zone: string,
): string {
  const { cloud } = goalsOf(design);
  const kind = target.kind === 'private-link-service' ? target.armType : target.kind;
  const hosts = groupIds.flatMap((group) => subresourceOf(kind, group)?.hosts[cloud] ?? []);
  const host = hosts.find((one) => one.zone === zone)?.host;
  return host?.includes('}.') ? host.slice(host.lastIndexOf('}.') + 2) : zone.replace(/^privatelink\./, '');
}

import { subresourceOf } from '#catalog';
import {
  type Design,
  edits,
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  goalsOf,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
  zonesInGroups,
} from '#model';
import { hostNamesOf, prefixContains } from '#network';
import { endpointsOf, isAbsent, type PrivateEndpoint } from '../estate.ts';
import type { RuleContext } from '../rule.ts';

/** Zones that exist and that the endpoint's zone group names; `undefined` where the group is not listed. */
export const zonesNamedBy = (
  { design, isComplete }: RuleContext,
  endpoint: PrivateEndpoint,
): readonly Resource[] | undefined =>
  endpoint.privateDnsZoneGroups === undefined && !isComplete
    ? undefined
    : flatMapped(zonesInGroups(endpoint), (id) =>
        isAbsent(design, id) ? [] : (findResource(design, id) ?? []),
      );

/** Names of zones that the endpoint's zone group names although they do not exist. */
export const absentZonesNamedBy = ({ design }: RuleContext, endpoint: PrivateEndpoint): readonly string[] =>
  zonesInGroups(endpoint)
    .filter((id) => isAbsent(design, id))
    .map((id) => findResource(design, id)?.name ?? id);

export const isNamed = (name: string) => {
  const wanted = name.toLowerCase();
  return (zone: Resource) => zone.name.toLowerCase() === wanted;
};

type Zone = ResourceOf<'private-dns-zone'>;
type RecordSet = NonNullable<Zone['recordSets']>[number];

/** Names of the records that an endpoint needs in a zone, as expressions; none where no page says them. */
function expectedRecords(
  { design }: RuleContext,
  endpoint: PrivateEndpoint,
  zone: string,
): readonly RegExp[] {
  const target = findResource(design, endpoint.target);
  const region = enclosing(design, endpoint.target ?? endpoint.id, 'region')?.name.toLowerCase();
  if (!target || target.kind === 'azure-monitor-private-link-scope' || region === undefined) return [];
  const hosts = flatMapped(endpoint.groupIds, (group) => hostNamesOf(design, target, region, group)).filter(
    (host) => host.zone.toLowerCase() === zone.toLowerCase(),
  );
  const records = flatMapped(hosts, ({ record, isSeldom }) => {
    if (!isSeldom) return [record];
    return record.startsWith('*.')
      ? calledBy(design, target.id).map((name) => `${name}${record.slice(1)}`)
      : [];
  });
  return [...new Set(records.map((record) => record.toLowerCase()))].map(
    (record) =>
      new RegExp(
        `^${record
          .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replaceAll('{guid}', '[^.]+')
          // Notebooks have the name of the workspace and the region before the id.
          .replace(/^ml-/, 'ml-[^.]*')}$`,
      ),
  );
}

/** Names of the online endpoints that are called by the private endpoint of a workspace, or of its hub. */
const calledBy = (design: Design, workspace: ResourceId): readonly string[] =>
  resourcesOfKind(design, 'managed-online-endpoint')
    .filter(
      (one) =>
        one.workspace === workspace ||
        findOfKind(design, one.workspace, 'workspace')?.hubWorkspace === workspace,
    )
    .map(({ name }) => name);

/** Whether a record leads to the endpoint; where its address is not stated, to its subnet. */
function leadsTo({ design, network }: RuleContext, endpoint: PrivateEndpoint, { type, values }: RecordSet) {
  if (type.toUpperCase() !== 'A') return false;
  const stated = endpoint.ipConfigurations?.map(({ privateIPAddress }) => privateIPAddress) ?? [];
  const addresses = stated.length > 0 ? stated : network.addressesOf(endpoint.id);
  if (values.some((value) => addresses.includes(value))) return true;
  const prefixes = findOfKind(design, endpoint.parent, 'subnet')?.addressPrefixes ?? [];
  return stated.length === 0 && values.some((value) => prefixes.some((one) => prefixContains(one, value)));
}

/** By a record of its own, or by a wildcard, which answers for every name below it. */
const isHeldBy = (expected: RegExp, { name }: RecordSet): boolean => {
  const own = name.toLowerCase();
  if (!own.startsWith('*')) return expected.test(own);
  const [, label = ''] = /^\^([\w-]+)/.exec(expected.source) ?? [];
  return (
    expected.test(label + own.slice(1)) || expected.source.endsWith(`${own.slice(1).replaceAll('.', '\\.')}$`)
  );
};

/** A zone of that name that holds every record the endpoint needs there, written by hand. */
export const handWritten = (
  context: RuleContext,
  endpoint: PrivateEndpoint,
  name: string,
): Resource | undefined => {
  const expected = expectedRecords(context, endpoint, name);
  return zonesWithRecords(context, name).find(({ recordSets = [] }) => {
    const leading = recordSets.filter((record) => leadsTo(context, endpoint, record));
    return leading.length > 0 && holdsAll(leading, expected);
  });
};

/** Zones of the endpoint's group that lack a name of the service as a record of it or of another endpoint of the same service. */
export function zonesWithoutRecord(context: RuleContext, endpoint: PrivateEndpoint): readonly Zone[] {
  const { design } = context;
  const { privateDnsZoneGroups = [], target } = endpoint;
  const served = target === undefined ? [endpoint] : endpointsOf(design, target);
  return flatMapped(
    flatMapped(privateDnsZoneGroups, ({ zonesWithoutRecords = [] }) => zonesWithoutRecords),
    (id) => findOfKind(design, id, 'private-dns-zone') ?? [],
  ).filter(({ name, recordSets = [] }) => {
    const leading = recordSets.filter((record) => served.some((one) => leadsTo(context, one, record)));
    return leading.length === 0 || !holdsAll(leading, expectedRecords(context, endpoint, name));
  });
}

const holdsAll = (records: readonly RecordSet[], expected: readonly RegExp[]): boolean =>
  expected.every((one) => records.some((record) => isHeldBy(one, record)));

/** Zones of that name in which somebody has written records. */
export const zonesWithRecords = ({ design }: RuleContext, name: string): readonly Zone[] =>
  (resourcesOfKind(design, 'private-dns-zone') as readonly Zone[]).filter(
    (zone) => isNamed(name)(zone) && (zone.recordSets ?? []).some(({ type }) => type.toUpperCase() === 'A'),
  );

/** Without the address records of the names that the endpoint serves: its zone group writes them anew. */
export function withoutRecordsLike(
  context: RuleContext,
  before: Design,
  endpoint: PrivateEndpoint,
  id: ResourceId,
): Design {
  const zone = findOfKind(before, id, 'private-dns-zone');
  if (!zone) return before;
  const expected = expectedRecords(context, endpoint, zone.name);
  const recordSets = (zone.recordSets ?? []).filter(
    ({ name, type }) => type.toUpperCase() !== 'A' || !expected.some((one) => one.test(name.toLowerCase())),
  );
  return edits.updateResource(before, id, 'private-dns-zone', { recordSets });
}

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
  const hosts = flatMapped(groupIds, (group) => subresourceOf(kind, group)?.hosts[cloud] ?? []);
  const host = hosts.find((one) => one.zone === zone)?.host;
  return host?.includes('}.') ? host.slice(host.lastIndexOf('}.') + 2) : zone.replace(/^privatelink\./, '');
}

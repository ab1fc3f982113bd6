import {
  type Cloud,
  privateLinkServiceOf,
  type ServiceHost,
  type Subresource,
  subresourceOf,
} from '#catalog';
import {
  type Design,
  findOfKind,
  findResource,
  flatMapped,
  goalsOf,
  type Resource,
  type ResourceId,
  type ResourceKind,
  resourceKinds,
  resourcesOfKind,
  resourcesOfKinds,
} from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { grouped, joinedKey, memoForGood, memoOfTexts } from './memo.ts';
import { serviceKeyOf } from './target.ts';

/** A host name of a service of the design, and where its private twin lives. */
export interface KnownHost {
  readonly host: string;
  readonly resource: Resource;
  readonly groupId: string;
  readonly zone: string;
  readonly member: string;
  /** Names that its record may have in the zone: `*` leftmost for all below, `{guid}` for an id that only Azure knows. */
  readonly record: string;
  /** Only some ask for it: a service without it still serves all others. */
  readonly isSeldom: boolean;
}

/** Names of the design's services. */
export interface HostBook {
  hostsOf(resource: ResourceId, groupId?: string): readonly KnownHost[];
  /** The name of a compute instance or an online endpoint, which leads to its workspace. */
  hostOfPart(part: ResourceId): KnownHost | undefined;
  /** The service that a host name belongs to. Names with an id that Azure gives match any resource of the region. */
  find(host: string): KnownHost | undefined;
  /** All that a host name may belong to: several workspaces of a region, several Azure Monitor Private Link Scopes. */
  findAll(host: string): readonly KnownHost[];
}

/** Names by which a service is reached; `{guid}`, where the document does not hold it, is shown as the resource's name. */
export const hostNamesOf = (
  design: Design,
  resource: Resource,
  region: string | undefined,
  groupId?: string,
): readonly KnownHost[] => {
  const wanted = groupId === undefined ? undefined : subresourceOf(serviceKeyOf(resource), groupId)?.groupId;
  if (groupId !== undefined && wanted === undefined) return [];
  const { cloud } = goalsOf(design);
  return flatMapped(hostsIn(resource, cloud), ({ subresource, host }) =>
    wanted === undefined || subresource.groupId === wanted
      ? knownHost(cloud, resource, region, subresource, host, guidOf(resource) ?? resource.name)
      : [],
  );
};

/** The id that Azure gave the resource, where the document holds it. */
const guidOf = (resource: Resource): string | undefined =>
  resource.kind === 'workspace' ? resource.workspaceId?.toLowerCase() : undefined;

function knownHost(
  cloud: Cloud,
  resource: Resource,
  region: string | undefined,
  subresource: Subresource,
  host: ServiceHost,
  first: string,
): KnownHost {
  const { name } = resource;
  const zone = fill(host.zone, name, region, name);
  const record = host.record ?? withoutSuffix(host, zone, subresource.forwardedSuffixes[cloud], name, region);
  return {
    host: fill(host.host, name, region, first),
    resource,
    groupId: subresource.groupId,
    zone,
    member: fill(host.member, name, region, name),
    isSeldom: host.isSeldom === true,
    record: fill(record, name, region, guidOf(resource) ?? '{guid}'),
  };
}

/** A name without its zone or the longest of the suffixes that it ends with; its first label where it ends with none. */
function withoutSuffix(
  { host: pattern }: ServiceHost,
  zone: string,
  suffixes: readonly string[],
  name: string,
  region: string | undefined,
): string {
  const host = fill(pattern, name, region, '{guid}');
  let length = isSuffixOf(zone, host) ? zone.length : 0;
  for (const one of suffixes) {
    const suffix = fill(one, name, region, name);
    if (suffix.length > length && isSuffixOf(suffix, host)) length = suffix.length;
  }
  return length === 0 ? (host.split('.')[0] ?? host) : host.slice(0, -length - 1);
}

const isSuffixOf = (suffix: string, host: string): boolean =>
  host.endsWith(suffix) && host.charAt(host.length - suffix.length - 1) === '.';

/** Texts and places to fill of a pattern of the catalogue, in turn. */
const partsOf = memoForGood((pattern: string): readonly string[] => pattern.split(/(\{[a-z]+\})/));

function fill(pattern: string, name: string, region: string | undefined, guid: string): string {
  const parts = partsOf(pattern);
  if (parts.length === 1) return pattern;
  let text = '';
  for (const part of parts)
    if (part === '{name}') text += name.toLowerCase();
    else if (part === '{guid}') text += guid.toLowerCase();
    else if (part === '{region}') text += region ?? 'region';
    else text += part;
  return text;
}

export const hostBookOf = (estate: Estate): HostBook => ({
  hostsOf: (id, groupId) =>
    groupId === undefined
      ? hostsOf(estate, id)
      : hostsOfGroup(estate, { id, groupId: groupId.toLowerCase() }),
  hostOfPart: (id) => hostsOfPart(estate, id)[0],
  find: (host) => findHosts(estate, host)[0],
  findAll: (host) => findHosts(estate, host),
});

const hostsOf = estateQuestion((estate, id: ResourceId): readonly KnownHost[] => {
  const resource = findResource(estate.design, id);
  return resource ? hostNamesOf(estate.design, resource, estate.regionOf(id)) : [];
});

/** Names of one sub-resource, its group id in lower case. */
export const hostsOfGroup = estateQuestion(
  (estate, { id, groupId }: { readonly id: ResourceId; readonly groupId: string }): readonly KnownHost[] =>
    hostsOf(estate, id).filter((one) => one.groupId.toLowerCase() === groupId),
  ({ id, groupId }) => joinedKey(id, groupId),
);

/** Resources that have names of their own, in document order. */
const namedServices = estateQuestion((estate, _: 'all') =>
  resourcesOfKinds(estate.design, namedKinds).filter(
    (one) => privateLinkServiceOf(serviceKeyOf(one)) !== undefined,
  ),
);

const namedKinds: ReadonlySet<ResourceKind> = new Set(
  resourceKinds.filter((kind) => kind === 'private-link-service' || privateLinkServiceOf(kind) !== undefined),
);

const exactHosts = estateQuestion((estate, _: 'all') => {
  const { design } = estate;
  const parts = [
    ...resourcesOfKind(design, 'compute-instance'),
    ...resourcesOfKind(design, 'managed-online-endpoint'),
  ];
  return grouped(
    [
      ...flatMapped(namedServices(estate, 'all'), ({ id }) => hostsOf(estate, id)),
      ...flatMapped(parts, ({ id }) => hostsOfPart(estate, id)),
    ],
    ({ host }) => [host],
  );
});

/** By the private twin's own name, for those that ask for it. */
const twinHosts = estateQuestion((estate, _: 'all') =>
  grouped([...exactHosts(estate, 'all').values()].flat(), ({ record, zone }) =>
    /[{*]/.test(record) ? [] : [`${record}.${zone}`],
  ),
);

const findHosts = estateQuestion((estate, text: string): readonly KnownHost[] => {
  const host = text.toLowerCase().replace(/\.$/, '');
  const known = exactHosts(estate, 'all').get(host);
  if (known) return known;
  if (host.includes('privatelink.')) return twinHosts(estate, 'all').get(host) ?? [];
  const found = looseHosts(estate, 'all').find(({ pattern }) => expressionOf(pattern).test(host));
  return narrowed(found?.hosts ?? [], host).map(({ resource, region, subresource, host: like }) => ({
    ...knownHost(estate.goals.cloud, resource, region, subresource, like, '{guid}'),
    host,
  }));
});

const expressionOf = memoOfTexts((pattern: string) => new RegExp(pattern));

/** Compute instances and online endpoints have names of their own, which lead to their workspace. */
const hostsOfPart = estateQuestion((estate, id: ResourceId): readonly KnownHost[] => {
  const { design } = estate;
  const part = findResource(design, id);
  if (part?.kind !== 'compute-instance' && part?.kind !== 'managed-online-endpoint') return [];
  const workspace = findOfKind(design, part.workspace, 'workspace');
  if (!workspace) return [];
  // Remote shells of an instance ask for a name of their own.
  const names = part.kind === 'compute-instance' ? [part.name, `${part.name}-22`] : [part.name];
  const region = estate.regionOf(workspace.id);
  const { cloud } = estate.goals;
  return flatMapped(names, (name) =>
    hostsIn(workspace, cloud)
      .filter(({ host }) => host.part === part.kind)
      .map(({ subresource, host }) =>
        knownHost(cloud, workspace, region, subresource, host, name.toLowerCase()),
      ),
  );
});

const hostsIn = (service: Resource, cloud: Cloud) => hostsOfKind(serviceKeyOf(service))(cloud);

/** By the catalogue's key of a service, and then the cloud. */
const hostsOfKind = memoOfTexts((key) =>
  memoForGood((cloud: Cloud) =>
    flatMapped(Object.values(privateLinkServiceOf(key)?.subresources ?? {}), (subresource) =>
      subresource.hosts[cloud].map((host) => ({ subresource, host })),
    ),
  ),
);

interface LoosePattern {
  /** A regular expression for the whole name. */
  readonly pattern: string;
  readonly hosts: LooseHost[];
}

/** What a name that is asked for may be. */
interface LooseHost {
  readonly resource: Resource;
  readonly region: string | undefined;
  readonly subresource: Subresource;
  readonly host: ServiceHost;
}

/** Patterns of names that hold an id, for asking by a name as Azure really gives it. */
const looseHosts = estateQuestion((estate, _: 'all'): readonly LoosePattern[] => {
  const patterns = new Map<string, LoosePattern>();
  for (const resource of namedServices(estate, 'all'))
    for (const { subresource, host } of hostsIn(resource, estate.goals.cloud)) {
      // A first label that is the id alone is known where the id is.
      const isExact = host.part === undefined && host.host.startsWith('{guid}');
      if (!host.host.includes('{guid}') || (isExact && guidOf(resource) !== undefined)) continue;
      const region = estate.regionOf(resource.id);
      const text = patternText(host.host, region);
      const loose: LooseHost = { resource, region, subresource, host };
      const pattern = patterns.get(text);
      if (pattern) pattern.hosts.push(loose);
      else patterns.set(text, { pattern: text, hosts: [loose] });
    }
  return [...patterns.values()];
});

/** Of several those whose id or name the host's first label holds: notebooks are named `ml-workspace-region-id`. */
function narrowed(hosts: readonly LooseHost[], host: string): readonly LooseHost[] {
  const [label = ''] = host.split('.');
  const byId = hosts.filter(({ resource }) => label.endsWith(guidOf(resource) ?? '.'));
  if (byId.length > 0) return byId;
  const unknown = hosts.filter(({ resource }) => guidOf(resource) === undefined || !label.startsWith('ml-'));
  const byName = unknown.filter(({ resource }) => label.startsWith(`ml-${resource.name.toLowerCase()}-`));
  return byName.length > 0 ? byName : unknown;
}

/** Of a pattern of the catalogue in a region. */
const patternText = (host: string, region: string | undefined): string => patternsOf(host)(region);

const patternsOf = memoForGood((host: string) =>
  memoForGood((region: string | undefined): string => {
    const text = host
      .replaceAll('.', '\\.')
      .replaceAll('{guid}', '[^.]+')
      .replaceAll('{name}', '[^.]+')
      .replaceAll('{region}', region ?? '[^.]+');
    return `^${text}$`;
  }),
);

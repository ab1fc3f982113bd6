import { type Cloud, privateLinkServiceOf, type ServiceHost, subresourceOf } from '#catalog';
import { allResources, type Design, findResource, goalsOf, type Resource, type ResourceId } from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import { joinedKey, memoOfTexts } from './memo.ts';
import { serviceKeyOf } from './target.ts';

/** A host name of a service of the design, and where its private twin lives. */
export interface KnownHost {
  readonly host: string;
  readonly resource: Resource;
  readonly groupId: string;
  readonly zone: string;
  readonly member: string;
}

/** Names of the design's services. */
export interface HostBook {
  hostsOf(resource: ResourceId, groupId?: string): readonly KnownHost[];
  /** The service that a host name belongs to. Names with an id that Azure gives match any resource of the region. */
  find(host: string): KnownHost | undefined;
}

/** Names by which a service is reached; `{guid}`, which only Azure knows, is shown as the resource's name. */
export const hostNamesOf = (
  design: Design,
  resource: Resource,
  region: string | undefined,
  groupId?: string,
): readonly KnownHost[] => {
  const key = serviceKeyOf(resource);
  const service = privateLinkServiceOf(key);
  const { cloud } = goalsOf(design);
  const wanted = groupId === undefined ? undefined : subresourceOf(key, groupId)?.groupId;
  if (!service || (groupId !== undefined && wanted === undefined)) return [];
  return Object.values(service.subresources)
    .filter((one) => wanted === undefined || one.groupId === wanted)
    .flatMap((one) =>
      one.hosts[cloud].map((host) => ({
        host: fill(host.host, resource.name, region, resource.name),
        resource,
        groupId: one.groupId,
        zone: fill(host.zone, resource.name, region, resource.name),
        member: fill(host.member, resource.name, region, resource.name),
      })),
    );
};

const fill = (pattern: string, name: string, region: string | undefined, guid: string): string =>
  pattern
    .replaceAll('{name}', name.toLowerCase())
    .replaceAll('{guid}', guid.toLowerCase())
    .replaceAll('{region}', region ?? 'region');

export const hostBookOf = (estate: Estate): HostBook => ({
  hostsOf: (id, groupId) =>
    groupId === undefined
      ? hostsOf(estate, id)
      : hostsOfGroup(estate, { id, groupId: groupId.toLowerCase() }),
  find: (host) => findHost(estate, host),
});

const hostsOf = estateQuestion((estate, id: ResourceId): readonly KnownHost[] => {
  const resource = findResource(estate.design, id);
  return resource ? hostNamesOf(estate.design, resource, estate.regionOf(id)) : [];
});

const hostsOfGroup = estateQuestion(
  (estate, { id, groupId }: { readonly id: ResourceId; readonly groupId: string }): readonly KnownHost[] =>
    hostsOf(estate, id).filter((one) => one.groupId.toLowerCase() === groupId),
  ({ id, groupId }) => joinedKey(id, groupId),
);

/** Resources that have names of their own, in document order. */
const namedServices = estateQuestion((estate, _: 'all') =>
  allResources(estate.design).filter((one) => privateLinkServiceOf(serviceKeyOf(one)) !== undefined),
);

const exactHosts = estateQuestion((estate, _: 'all') => {
  const byHost = new Map<string, KnownHost>();
  for (const { id } of namedServices(estate, 'all'))
    for (const known of hostsOf(estate, id)) if (!byHost.has(known.host)) byHost.set(known.host, known);
  return byHost;
});

const looseHosts = estateQuestion((estate, _: 'all') => loosePatterns(estate, estate.goals.cloud));

const findHost = estateQuestion((estate, host: string): KnownHost | undefined => {
  const name = host.toLowerCase().replace(/\.$/, '');
  return exactHosts(estate, 'all').get(name) ?? looseMatch(looseHosts(estate, 'all'), name);
});

interface LoosePattern {
  /** A regular expression for the whole name. */
  readonly pattern: string;
  readonly known: KnownHost;
}

const looseMatch = (patterns: readonly LoosePattern[], host: string): KnownHost | undefined => {
  const found = patterns.find(({ pattern }) => expressionOf(pattern).test(host));
  return found && { ...found.known, host };
};

const expressionOf = memoOfTexts((pattern: string) => new RegExp(pattern));

/** Patterns of names that hold an id, for asking by a name as Azure really gives it. */
function loosePatterns(estate: Estate, cloud: Cloud): readonly LoosePattern[] {
  // Of patterns that are the same the first decides: it stands for all of its region.
  const patterns = new Map<string, LoosePattern>();
  for (const resource of namedServices(estate, 'all'))
    for (const { groupId, host } of hostsWithId(serviceKeyOf(resource), cloud)) {
      const region = estate.regionOf(resource.id);
      const text = patternText(host.host, region);
      if (patterns.has(text)) continue;
      patterns.set(text, {
        pattern: text,
        known: {
          host: host.host,
          resource,
          groupId,
          zone: fill(host.zone, resource.name, region, resource.name),
          member: host.member,
        },
      });
    }
  return [...patterns.values()];
}

const hostsWithId = (
  service: string,
  cloud: Cloud,
): readonly { readonly groupId: string; readonly host: ServiceHost }[] =>
  Object.values(privateLinkServiceOf(service)?.subresources ?? {}).flatMap(({ groupId, hosts }) =>
    hosts[cloud].filter(({ host }) => host.includes('{guid}')).map((host) => ({ groupId, host })),
  );

const patternText = (host: string, region: string | undefined): string => {
  const text = host
    .replaceAll('.', '\\.')
    .replaceAll('{guid}', '[^.]+')
    .replaceAll('{name}', '[^.]+')
    .replaceAll('{region}', region ?? '[^.]+');
  return `^${text}$`;
};

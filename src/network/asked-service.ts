import { privateLinkServiceOf } from '#catalog';
import { findOfKind, findResource, type Resource, type ResourceId, resourcesOfKind } from '#model';
import { type Ground, groundQuestion } from './ground.ts';
import type { Destination } from './network.ts';
import { numberOf } from './parcel.ts';
import { isService, serviceKeyOf } from './target.ts';

/** A service that a destination means, and the name it is asked by. */
export interface AskedService {
  readonly resource: Resource;
  readonly groupId: string;
  /** Absent where no page says the name. */
  readonly host?: string;
  /** What decides over its public end, where that is another than the service: an online endpoint. */
  readonly door?: Resource;
}

/** The service that a destination means; `undefined` for machines and for what the design does not hold. */
export const askedService = (ground: Ground, to: Destination): AskedService | undefined =>
  to.resource === undefined && (to.address !== undefined || to.hosts?.length !== 1)
    ? undefined
    : serviceAt(ground, to);

const serviceAt = groundQuestion((ground, { resource, groupId, hosts = [] }: Destination) => {
  const only = hosts.length === 1 ? hosts[0] : undefined;
  if (resource !== undefined) return serviceBehind(ground, resource, groupId, only);
  if (only === undefined) return undefined;
  const known = ground.hosts.find(only);
  return (
    known && { resource: known.resource, groupId: known.groupId, host: known.host, ...doorOf(ground, only) }
  );
}, numberOf);

function serviceBehind(
  ground: Ground,
  id: ResourceId,
  groupId: string | undefined,
  host: string | undefined,
): AskedService | undefined {
  const { design } = ground.estate;
  const resource = findResource(design, id);
  switch (resource?.kind) {
    case 'managed-online-endpoint':
    case 'batch-endpoint': {
      const workspace = findOfKind(design, resource.workspace, 'workspace');
      if (!workspace) return undefined;
      const member = resource.kind === 'batch-endpoint' ? 'default' : 'inference';
      const own =
        ground.hosts.hostOfPart(id) ??
        ground.hosts.hostsOf(workspace.id).find((one) => one.member === member);
      return {
        ...asked(ground, workspace, 'amlworkspace', host ?? own?.host),
        // A batch endpoint has no public switch of its own.
        ...(resource.kind === 'managed-online-endpoint' ? { door: resource } : {}),
      };
    }
    case 'private-endpoint': {
      const target = ground.estate.shown(resource.target);
      const [group] = resource.groupIds;
      return target && isService(target) && group !== undefined
        ? asked(ground, target, group, host)
        : undefined;
    }
    default:
      return resource && isService(resource) ? asked(ground, resource, groupId, host) : undefined;
  }
}

function asked(
  { hosts }: Ground,
  resource: Resource,
  groupId: string | undefined,
  host: string | undefined,
): AskedService {
  const service = privateLinkServiceOf(serviceKeyOf(resource));
  const group = groupId ?? Object.keys(service?.subresources ?? {})[0] ?? '';
  const own = host ?? hosts.hostsOf(resource.id, group)[0]?.host;
  return { resource, groupId: group, ...(own === undefined ? {} : { host: own }) };
}

/** The online endpoint of a host name, which decides over its own public end. */
function doorOf({ estate, hosts }: Ground, host: string): { readonly door?: Resource } {
  const [label] = host.toLowerCase().split('.');
  const door = resourcesOfKind(estate.design, 'managed-online-endpoint').find(
    ({ id, name }) => name.toLowerCase() === label && hosts.hostOfPart(id)?.host === host.toLowerCase(),
  );
  return door ? { door } : {};
}

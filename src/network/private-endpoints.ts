import {
  type Design,
  findOfKind,
  findResource,
  question,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { grouped } from './memo.ts';

type PrivateEndpoint = ResourceOf<'private-endpoint'>;

/** One private endpoint connection of a service, from whichever side shows it. */
export interface PrivateEndpointConnection {
  readonly id?: ResourceId;
  /** Absent when the endpoint exists outside what was opened. */
  readonly endpoint?: PrivateEndpoint;
  /** Empty when neither side lists them. */
  readonly groupIds: readonly string[];
  readonly status: 'Approved' | 'Pending' | 'Rejected' | 'Disconnected';
  /** The status was not stated: it is taken as Approved. */
  readonly isStatusAssumed: boolean;
}

export interface PrivateEndpointConnections {
  readonly connections: readonly PrivateEndpointConnection[];
  /** There are no others: the service lists its connections, or everything is shown. */
  readonly isWhole: boolean;
}

/** All private endpoint connections of a service: the endpoints that point at it, and those that it lists itself. */
export const privateEndpointsOf = question((design, service: ResourceId): PrivateEndpointConnections => {
  const listed = listedConnections(design, service);
  const shown = endpointsByTarget(design, 'all').get(service) ?? [];
  const connections = shown.map((endpoint): PrivateEndpointConnection => {
    const other = listed?.find((one) => one.privateEndpoint === endpoint.id);
    const status = endpoint.connectionStatus ?? other?.status;
    return {
      id: endpoint.id,
      endpoint,
      groupIds: endpoint.groupIds.length > 0 ? endpoint.groupIds : (other?.groupIds ?? []),
      status: status ?? 'Approved',
      isStatusAssumed: status === undefined,
    };
  });
  for (const one of listed ?? []) {
    if (shown.some((endpoint) => endpoint.id === one.privateEndpoint)) continue;
    const endpoint = findOfKind(design, one.privateEndpoint, 'private-endpoint');
    connections.push({
      ...(one.privateEndpoint === undefined ? {} : { id: one.privateEndpoint }),
      ...(endpoint === undefined || endpoint.presence === 'not-shown' ? {} : { endpoint }),
      groupIds: one.groupIds ?? endpoint?.groupIds ?? [],
      status: one.status ?? 'Approved',
      isStatusAssumed: one.status === undefined,
    });
  }
  const isShown = findResource(design, service)?.presence === undefined;
  return { connections, isWhole: isShown && (design.source.complete || listed !== undefined) };
});

function listedConnections(design: Design, service: ResourceId) {
  const resource = findResource(design, service);
  return resource && 'privateEndpointConnections' in resource
    ? resource.privateEndpointConnections
    : undefined;
}

const endpointsByTarget = question((design, _: 'all') =>
  grouped(resourcesOfKind(design, 'private-endpoint'), ({ target, presence }) =>
    target === undefined || presence === 'not-shown' ? [] : [target],
  ),
);

import { resourcesOfKind } from '#model';
import { choice, list, reference, rows, textOf, twoColumns } from './field.ts';

const statuses = ['Approved', 'Pending', 'Rejected', 'Disconnected'] as const;

/** What Azure calls a private link's states. */
export const connectionStatus = (path: string, label: string) => choice(path, label, statuses, 'Approved');

/** Connections as the service lists them. */
export const connections = rows('privateEndpointConnections', 'Private endpoint connections', {
  isUnlistedWhenAbsent: true,
  absentOf: (design, holder) => {
    const listed = 'privateEndpointConnections' in holder ? (holder.privateEndpointConnections ?? []) : [];
    return {
      from: resourcesOfKind(design, 'private-endpoint').flatMap(({ id, target }) =>
        target === holder.id && !listed.some(({ privateEndpoint }) => privateEndpoint === id) ? id : [],
      ),
    };
  },
  noun: 'connection',
  columns: twoColumns,
  headsOf: () => ['Private endpoint', 'Status'],
  cells: (part, nameOf) => [
    nameOf(part.privateEndpoint) || 'Another endpoint',
    textOf(part.status) || textOf(part.groupIds),
  ],
  fields: () => [
    reference('privateEndpoint', 'Private endpoint', 'private-endpoint'),
    list('groupIds', 'Group IDs', 'any', 'For example blob'),
    connectionStatus('status', 'Connection status'),
  ],
  additions: [{ title: 'Add connection', make: () => ({}) }],
});

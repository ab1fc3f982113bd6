import { resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import { isShown, nameOf } from '../names.ts';
import { listed, type Table } from './table.ts';

/** Every user-defined route, with the subnets that use its table. */
export const routes = (input: ExportInput): Table => ({
  columns: [
    'Route table',
    'Attached to',
    'Gateway routes',
    'Route',
    'Prefix',
    'Next hop',
    'Next hop address',
  ],
  rows: resourcesOfKind(input.design, 'route-table')
    .filter(isShown)
    .flatMap((table) =>
      table.routes.map((route) => [
        nameOf(input, table.id),
        listed(
          resourcesOfKind(input.design, 'subnet')
            .filter(({ routeTable }) => routeTable === table.id)
            .map(({ id }) => nameOf(input, id)),
        ) || 'nothing',
        table.disableBgpRoutePropagation === true ? 'not propagated' : 'propagated',
        route.name,
        route.addressPrefix,
        nextHopNames[route.nextHopType],
        route.nextHopIpAddress ?? '',
      ]),
    ),
});

const nextHopNames = {
  VirtualAppliance: 'Virtual appliance',
  VirtualNetworkGateway: 'Virtual network gateway',
  VnetLocal: 'Virtual network',
  Internet: 'Internet',
  None: 'None',
} as const;

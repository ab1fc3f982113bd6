import type { EffectiveRoute } from '#network';
import { None, Table } from './table.ts';

const hops: Readonly<Record<EffectiveRoute['nextHopType'], string>> = {
  VnetLocal: 'Virtual network',
  VNetPeering: 'Peering',
  VirtualAppliance: 'Appliance',
  VirtualNetworkGateway: 'Gateway',
  VirtualNetworkServiceEndpoint: 'Service endpoint',
  InterfaceEndpoint: 'Private endpoint',
  Internet: 'Internet',
  None: 'Dropped',
};

/** Routes of a subnet; those that another of the same prefix beats are quiet. */
export const RouteTable = ({ routes }: { routes: readonly EffectiveRoute[] }) =>
  routes.length === 0 ? (
    <None>No route is known.</None>
  ) : (
    <Table aria-label="Effective routes">
      <colgroup>
        <col />
        <col style={{ width: 104 }} />
        <col style={{ width: 78 }} />
      </colgroup>
      <thead>
        <tr>
          <th>Prefix</th>
          <th>Next hop</th>
          <th>Source</th>
        </tr>
      </thead>
      <tbody>
        {routes.map((route) => (
          <tr
            key={`${route.addressPrefix} ${route.origin} ${route.name} ${route.nextHopIpAddress ?? ''}`}
            className={route.isActive ? undefined : 'quiet'}
            title={route.isActive ? route.name : `${route.name}: another route of this prefix wins`}
          >
            <td className="mono">{route.addressPrefix}</td>
            <td>{route.nextHopIpAddress ?? hops[route.nextHopType]}</td>
            <td>{route.origin === 'user' ? 'Route table' : route.origin.replace('-', ' ')}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );

import { useState } from 'react';
import type { EffectiveRoute } from '#network';
import { Button } from '#ui';
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

const origins: Readonly<Record<EffectiveRoute['origin'], string>> = {
  default: 'Azure',
  peering: 'Peering',
  'service-endpoint': 'Endpoint',
  'private-endpoint': 'Endpoint',
  gateway: 'Gateway',
  user: 'Route table',
};

/** Routes to endpoints that are shown one by one; more are one row until they are asked for. */
const fewEndpoints = 3;

const isToEndpoint = ({ nextHopType, isActive }: EffectiveRoute): boolean =>
  nextHopType === 'InterfaceEndpoint' && isActive;

const Route = ({ route }: { route: EffectiveRoute }) => (
  <tr
    className={route.isActive ? undefined : 'quiet'}
    title={`${route.addressPrefix}, ${route.name}${route.isActive ? '' : ': another route of this prefix wins'}`}
  >
    <td className="mono">{route.addressPrefix}</td>
    <td className={route.nextHopIpAddress === undefined ? undefined : 'mono'}>
      {route.nextHopIpAddress ?? hops[route.nextHopType]}
    </td>
    <td>{origins[route.origin]}</td>
  </tr>
);

/** Routes of a subnet; those that another of the same prefix beats are quiet. */
export function RouteTable({ routes }: { routes: readonly EffectiveRoute[] }) {
  const [isWhole, setWhole] = useState(false);
  if (routes.length === 0) return <None>No route is known.</None>;
  const endpoints = routes.filter(isToEndpoint);
  const isFolded = !isWhole && endpoints.length > fewEndpoints;
  return (
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
        {routes.map((route) => {
          const key = `${route.addressPrefix} ${route.origin} ${route.name} ${route.nextHopIpAddress ?? ''}`;
          if (!isFolded || !isToEndpoint(route)) return <Route key={key} route={route} />;
          return route === endpoints[0] ? (
            <tr key={key}>
              <td>{endpoints.length} addresses</td>
              <td>{hops.InterfaceEndpoint}</td>
              <td>
                <Button size="small" variant="text" style={{ marginLeft: -8 }} onClick={() => setWhole(true)}>
                  Show all
                </Button>
              </td>
            </tr>
          ) : null;
        })}
      </tbody>
    </Table>
  );
}

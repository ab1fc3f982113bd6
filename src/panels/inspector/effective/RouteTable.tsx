import { useState } from 'react';
import { type EffectiveRoute, parsePrefix } from '#network';
import { Button, paint } from '#ui';
import { breakable } from '../breakable.ts';
import type { Marked } from '../marked.ts';
import { Meaning, None, Table } from './table.ts';

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

/** What a fix changes is always seen. */
const isFoldable = ({ row: { nextHopType, isActive }, mark }: Marked<EffectiveRoute>): boolean =>
  mark === undefined && nextHopType === 'InterfaceEndpoint' && isActive;

/** The most specific first, then by address; tags stand for many prefixes, all of them more specific. */
export function inOrder(one: EffectiveRoute, other: EffectiveRoute): number {
  const [a, b] = [parsePrefix(one.addressPrefix), parsePrefix(other.addressPrefix)];
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  return b.length - a.length || a.first - b.first || Number(other.isActive) - Number(one.isActive);
}

const Route = ({ route, mark }: { route: EffectiveRoute; mark: Marked<unknown>['mark'] }) => (
  <tr
    className={mark ?? (route.isActive ? undefined : 'quiet')}
    title={`${route.addressPrefix}, ${route.name}${route.isActive ? '' : ': overruled by another route'}`}
  >
    <td className={parsePrefix(route.addressPrefix) ? 'what mono' : 'what'}>
      {breakable(route.addressPrefix)}
    </td>
    <td className={route.nextHopIpAddress === undefined ? undefined : 'mono'}>
      {route.nextHopIpAddress ?? hops[route.nextHopType]}
    </td>
    <td>
      {origins[route.origin]}
      {route.isActive ? '' : ', overruled'}
    </td>
  </tr>
);

/** Routes of a subnet in their order; those that another one beats are quiet. */
export function RouteTable({ routes }: { routes: readonly Marked<EffectiveRoute>[] }) {
  const [isWhole, setWhole] = useState(false);
  if (routes.length === 0) return <None>No route is known.</None>;
  const endpoints = routes.filter(isFoldable);
  const isFolded = !isWhole && endpoints.length > fewEndpoints;
  return (
    <>
      <Meaning>What decides where packets go: the longest prefix that matches.</Meaning>
      <Table aria-label="Effective routes">
        <colgroup>
          <col />
          <col style={{ width: 98 }} />
          <col style={{ width: 91 }} />
        </colgroup>
        <thead>
          <tr>
            <th>Prefix</th>
            <th>Next hop</th>
            <th>Source</th>
          </tr>
        </thead>
        <tbody>
          {routes.map((one) => {
            const { row: route, mark } = one;
            const key = `${route.addressPrefix} ${route.origin} ${route.name} ${route.nextHopIpAddress ?? ''} ${mark ?? ''}`;
            if (!isFolded || !isFoldable(one)) return <Route key={key} route={route} mark={mark} />;
            return one === endpoints[0] ? (
              <tr key={key}>
                <td>{endpoints.length} addresses</td>
                <td>{hops.InterfaceEndpoint}</td>
                <td>
                  <Button
                    size="small"
                    variant="text"
                    style={{ margin: '-4px -8px', color: paint('you') }}
                    onClick={() => setWhole(true)}
                  >
                    Show all
                  </Button>
                </td>
              </tr>
            ) : null;
          })}
        </tbody>
      </Table>
    </>
  );
}

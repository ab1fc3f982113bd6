import { styled } from '@mui/material/styles';
import { useDeferredValue, useState } from 'react';
import type { ResourceId } from '#model';
import { deriveNetwork, type EffectiveRoute, type EffectiveSecurityRule } from '#network';
import { paint, Segments, useAppState } from '#ui';

const Part = styled('section')({ padding: '12px 0', borderTop: `1px solid ${paint('line')}` });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  padding: '0 14px 8px',
  '& h2': { margin: 0, fontSize: 11.5, lineHeight: '20px', fontWeight: 600 },
});
const Table = styled('table')({
  width: 'calc(100% - 28px)',
  margin: '0 14px',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: 11.5,
  '& td': {
    height: 26,
    padding: '0 6px 0 2px',
    borderTop: `1px solid ${paint('line')}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& th': {
    height: 22,
    padding: '0 6px 0 2px',
    textAlign: 'left',
    fontSize: 11,
    fontWeight: 500,
    color: paint('t3'),
  },
  '& .number': { color: paint('t2'), fontVariantNumeric: 'tabular-nums' },
  '& .Allow': { color: paint('passed'), fontWeight: 600 },
  '& .Deny': { color: paint('error'), fontWeight: 600 },
  '& tr.quiet td': { color: paint('t3'), fontWeight: 400 },
});
const None = styled('p')({ margin: '0 14px', fontSize: 12, lineHeight: '17px', color: paint('t2') });

const inWords = (values: readonly string[]): string => {
  const words = values.join(', ');
  return words === '*' || words === '' ? 'any' : words;
};

function RuleTable({ rules, isOut }: { rules: readonly EffectiveSecurityRule[]; isOut: boolean }) {
  if (rules.length === 0) return <None>No security group is attached: nothing is filtered here.</None>;
  return (
    <Table aria-label={isOut ? 'Effective outbound rules' : 'Effective inbound rules'}>
      <colgroup>
        <col style={{ width: 36 }} />
        <col />
        <col style={{ width: 68 }} />
        <col style={{ width: 40 }} />
      </colgroup>
      <thead>
        <tr>
          <th>Order</th>
          <th>{isOut ? 'To' : 'From'}</th>
          <th>Ports</th>
          <th>Access</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => {
          const far = inWords(isOut ? rule.destinations : rule.sources);
          const ports = inWords(rule.destinationPorts);
          return (
            <tr
              key={`${rule.group ?? ''} ${rule.priority} ${rule.name}`}
              className={rule.isDefault ? 'quiet' : undefined}
              title={`${rule.name}: ${inWords(rule.sources)} to ${inWords(rule.destinations)}, ${rule.protocol} ${ports}`}
            >
              <td className="number">{rule.priority}</td>
              <td>{far}</td>
              <td>{rule.protocol === 'Udp' ? `UDP ${ports}` : ports}</td>
              <td className={rule.access}>{rule.access}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

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

const RouteTable = ({ routes }: { routes: readonly EffectiveRoute[] }) =>
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
          <th>From</th>
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

/** What really applies in a subnet: security rules with Azure's own, and the routes that win. */
export function EffectiveSection({ subnet }: { subnet: ResourceId }) {
  const [shown, setShown] = useState<'Out' | 'In' | 'Routes'>('Out');
  const design = useDeferredValue(useAppState((state) => state.design));
  const network = deriveNetwork(design);
  return (
    <Part aria-label="Effective rules">
      <Head>
        <h2>{shown === 'Routes' ? 'Effective routes' : 'Effective rules'}</h2>
        <Segments
          label="Effective rules"
          value={shown}
          options={(['Out', 'In', 'Routes'] as const).map((value) => ({ value, title: value }))}
          onChange={setShown}
        />
      </Head>
      {shown === 'Routes' ? (
        <RouteTable routes={network.routesOf(subnet)} />
      ) : (
        <RuleTable
          isOut={shown === 'Out'}
          rules={network.securityRulesOf(subnet, shown === 'Out' ? 'Outbound' : 'Inbound')}
        />
      )}
    </Part>
  );
}

import fc from 'fast-check';
import type { Design, ResourceOf } from '#model';
import { deriveNetwork, type Network } from '#network';
import { find } from './document.ts';
import { type Draw, draws, maybe, one, some } from './draw.ts';
import { Drawing } from './drawing.ts';
import type { Answer, Part } from './part.ts';
import { routeOf } from './routes.ts';

/*
 * Left out, since the facts do not settle them:
 * - which addresses a service tag holds: a design has public prefixes in its routes or tags, not both;
 * - VnetLocal as a user's next hop outside the network's own space, and a gateway as next hop without one;
 * - a next hop address that nothing has; two user routes of one prefix, which Azure refuses;
 * - whether Azure's own route still beats a learnt one where a user's route of the same prefix has replaced it;
 * - whether a user's 0.0.0.0/0 takes private addresses that Azure's table sends nowhere: by the longest prefix it does
 *   not, in hub and spoke tutorials it does.
 */
const targets = [
  ...['10.0.0.40', '10.0.0.70', '10.1.0.5', '10.1.0.20', '10.1.0.21', '10.2.0.5', '10.2.0.40', '10.3.0.5'],
  ...['10.77.0.1', '192.168.0.9', '192.168.1.9', '172.16.9.9', '100.64.1.1', '8.8.8.8', '52.1.2.3'],
];
const tags = ['Storage', 'AzureKeyVault', 'AzureActiveDirectory'];

const privatePrefixes = [
  ...[
    '10.0.0.0/8',
    '10.0.0.0/14',
    '10.1.0.0/24',
    '10.1.0.16/28',
    '10.1.0.20/32',
    '10.1.0.0/16',
    '10.1.0.21/32',
  ],
  ...['10.2.0.0/24', '10.2.0.0/26', '10.2.0.0/16', '10.0.0.0/24', '10.0.0.40/32', '10.3.0.0/24'],
  ...['192.168.0.0/16', '192.168.0.0/24', '192.168.0.8/29', '172.16.0.0/12', '100.64.0.0/10'],
];
const publicPrefixes = ['52.0.0.0/8', '52.1.2.0/24', '8.8.8.8/32', '8.0.0.0/7'];
const tagWords = [
  ...['Storage', 'Storage.westeurope', 'AzureActiveDirectory', 'AzureCloud', 'AzureCloud.westeurope'],
];

const learnt = [
  ...['192.168.0.0/24', '192.168.0.0/16', '10.2.0.0/26', '10.1.0.0/26', '10.0.0.0/8', '10.77.0.0/16'],
  '52.1.0.0/16',
] as const;

const nextHops = (g: Draw, prefix: string) => {
  const hops = ['VirtualAppliance', 'VirtualAppliance', 'VirtualAppliance', 'None', 'Internet'] as const;
  const isLocal = prefix.startsWith('10.1.0.') && prefix !== '10.1.0.0/16';
  const nextHopType = isLocal && maybe(g, 0.2) ? ('VnetLocal' as const) : one(g, hops);
  return nextHopType === 'VirtualAppliance'
    ? { nextHopType, nextHopIpAddress: one(g, ['10.0.0.4', '10.0.0.100', '10.1.0.36']) }
    : { nextHopType };
};

type Half = Partial<Omit<ResourceOf<'virtual-network-peering'>, 'id' | 'kind' | 'remoteVirtualNetwork'>>;

function half(g: Draw): Half {
  const state = one(g, ['Connected', 'Connected', 'Connected', 'absent', 'Initiated', 'Disconnected']);
  return {
    ...(state === 'absent' ? {} : { peeringState: state }),
    ...(maybe(g, 0.1) ? { allowVirtualNetworkAccess: false } : {}),
    allowForwardedTraffic: g(fc.boolean),
  };
}

function designOf(g: Draw): { design: Design; hasTags: boolean } {
  const hasTags = maybe(g, 0.3);
  const site = some(g, learnt, 4);
  const isReplaced = ({ addressPrefix }: { readonly addressPrefix: string }) =>
    (addressPrefix === '10.2.0.0/24' && site.includes('10.2.0.0/26')) ||
    (addressPrefix === '10.1.0.0/24' && site.includes('10.1.0.0/26'));
  const words = [...privatePrefixes, '0.0.0.0/0', '0.0.0.0/0', ...(hasTags ? tagWords : publicPrefixes)];
  const used = maybe(g, 0.85) ? some(g, words, 9) : [];
  const routes = used
    .map((addressPrefix, at) => ({ name: `r${at}`, addressPrefix, ...nextHops(g, addressPrefix) }))
    .filter((route) => !isReplaced(route));
  const policy = one(g, [
    'Disabled',
    'Enabled',
    'RouteTableEnabled',
    'NetworkSecurityGroupEnabled',
    'absent',
  ]);
  const policies = policy === 'absent' ? {} : { privateEndpointNetworkPolicies: policy };
  const peerPolicy = one(g, ['Disabled', 'Enabled', 'RouteTableEnabled']);
  const gatewayHome = one(g, ['hub', 'spoke', 'none']);
  const lends = maybe(g, 0.6);
  const borrows = maybe(g, 0.8);
  const drawing = new Drawing()
    .add('region', 'westeurope', undefined, {})
    .add('public-ip-address', 'pip', 'westeurope', {})
    .add('nat-gateway', 'nat', 'westeurope', { publicIPAddresses: ['pip'] })
    .add('virtual-network', 'hub', 'westeurope', { addressPrefixes: ['10.0.0.0/24'] })
    .add('virtual-network', 'spoke', 'westeurope', { addressPrefixes: ['10.1.0.0/24'] })
    .add('virtual-network', 'other', 'westeurope', { addressPrefixes: ['10.2.0.0/24'] })
    .add('virtual-network', 'apart', 'westeurope', { addressPrefixes: ['10.3.0.0/24'] })
    .add('subnet', 'snet', 'spoke', {
      addressPrefixes: ['10.1.0.0/28'],
      natGateway: 'nat',
      ...(used.length > 0 || maybe(g, 0.2) ? { routeTable: 'rt' } : {}),
      ...(maybe(g, 0.4)
        ? { serviceEndpoints: [{ service: one(g, ['Microsoft.Storage', 'Microsoft.KeyVault']) }] }
        : {}),
    })
    .add('subnet', 'snet-endpoints', 'spoke', { addressPrefixes: ['10.1.0.16/28'], ...policies })
    .add('subnet', 'snet-appliance', 'spoke', { addressPrefixes: ['10.1.0.32/28'] })
    .add('subnet', 'snet-hub', 'hub', { addressPrefixes: ['10.0.0.96/27'] })
    .add('subnet', 'snet-other', 'other', {
      addressPrefixes: ['10.2.0.0/26'],
      privateEndpointNetworkPolicies: peerPolicy,
    })
    .add('network-virtual-appliance', 'nva-hub', 'snet-hub', { privateIPAddress: '10.0.0.100' })
    .add('network-virtual-appliance', 'nva-two', 'snet-hub', { privateIPAddress: '10.0.0.101' })
    .add('network-virtual-appliance', 'nva-spoke', 'snet-appliance', { privateIPAddress: '10.1.0.36' })
    .add('route-table', 'rt', 'westeurope', {
      routes,
      ...(maybe(g, 0.3) ? { disableBgpRoutePropagation: true } : {}),
    })
    .add('virtual-machine', 'vm', 'snet', { networkInterfaces: ['nic'] })
    .add('network-interface', 'nic', 'snet', {
      ipConfigurations: [{ name: 'primary', subnet: 'snet', privateIPAddress: '10.1.0.4' }],
    })
    .add('storage-account', 'st', 'westeurope', {});
  // The hub stays a peer, so that its appliances are in reach; the other network comes and goes.
  drawing
    .add('virtual-network-peering', 'spoke-to-hub', 'spoke', {
      remoteVirtualNetwork: 'hub',
      ...(borrows && gatewayHome !== 'spoke' ? { useRemoteGateways: true } : {}),
    })
    .add('virtual-network-peering', 'hub-to-spoke', 'hub', {
      remoteVirtualNetwork: 'spoke',
      ...(lends ? { allowGatewayTransit: true } : {}),
    })
    .add('virtual-network-peering', 'spoke-to-other', 'spoke', { remoteVirtualNetwork: 'other', ...half(g) });
  if (maybe(g, 0.9))
    drawing.add('virtual-network-peering', 'other-to-spoke', 'other', {
      remoteVirtualNetwork: 'spoke',
      ...half(g),
    });
  for (const [name, subnet, address] of [
    ['pe-near', 'snet-endpoints', '10.1.0.20'],
    ['pe-near-2', 'snet-endpoints', '10.1.0.21'],
    ['pe-far', 'snet-other', '10.2.0.40'],
  ] as const)
    if (maybe(g, 0.7))
      drawing.add('private-endpoint', name, subnet, {
        target: 'st',
        groupIds: ['blob'],
        ipConfigurations: [{ memberName: 'blob', privateIPAddress: address }],
        privateDnsZoneGroups: [],
      });
  if (gatewayHome !== 'none') {
    const home = `GatewaySubnet-${gatewayHome}`;
    const prefix = gatewayHome === 'hub' ? '10.0.0.64/27' : '10.1.0.64/27';
    drawing
      .add('subnet', home, gatewayHome, { addressPrefixes: [prefix] })
      .add('virtual-network-gateway', 'gateway', home, { gatewayType: one(g, ['Vpn', 'ExpressRoute']) })
      .add('on-premises-network', 'site', undefined, {
        addressPrefixes: hasTags ? site.filter((prefix) => prefix !== '52.1.0.0/16') : site,
        gateways: ['gateway'],
      });
  }
  return { design: drawing.design(), hasTags };
}

/** The route that the trace names, as the engine's own table has it. */
function taken(network: Network, by: string): string {
  const route = network
    .routesOf(Drawing.id('snet'))
    .find(({ origin, name, addressPrefix }) =>
      [`route ${name} (${addressPrefix})`, `${origin} route ${addressPrefix}`].includes(by),
    );
  // What is not peered, or whose peering is down, is told by the network or the peering.
  if (!route) return by === 'no route' || by.startsWith('peering ') ? 'None by Azure' : by;
  const decidedBy = route.origin === 'user' ? route.name : (route.by ?? 'Azure');
  return `${route.nextHopType} by ${decidedBy}`;
}

const cases = draws((g) => {
  const { design, hasTags } = designOf(g);
  const questions = Array.from({ length: 10 }, () =>
    hasTags && maybe(g, 0.5)
      ? { tag: one(g, tags) }
      : { address: one(g, hasTags ? targets.slice(0, -2) : targets) },
  );
  return {
    subject: { design, questions },
    answers: (): readonly Answer[] => {
      const network = deriveNetwork(design);
      const subnet = find(design, 'subnet', 'snet');
      const hasDefaultRoute = find(design, 'route-table', subnet?.routeTable)?.routes.some(
        ({ addressPrefix }) => addressPrefix === '0.0.0.0/0',
      );
      return questions.flatMap((asked) => {
        const route = subnet && routeOf(design, subnet, asked);
        if (hasDefaultRoute && route?.by === 'Azure' && route.nextHop === 'None') return [];
        const { hops } = network.trace({
          from: Drawing.id('vm'),
          to: 'tag' in asked ? { serviceTag: asked.tag } : asked,
          protocol: 'Tcp',
          port: 443,
        });
        return {
          question: JSON.stringify(asked),
          oracle: route ? `${route.nextHop} by ${route.by}` : 'none',
          engine: taken(network, hops[1]?.by ?? ''),
        };
      });
    },
  };
});

/** The next hop of packets through system routes, peerings, gateways, endpoints and user routes. */
export const routesPart: Part = {
  name: 'routes',
  unit: 'packets',
  outcomes: ['VnetLocal', 'VirtualAppliance', 'InterfaceEndpoint'],
  perCase: 10,
  cases,
};

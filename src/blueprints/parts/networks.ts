import { serviceEndpointPolicyAliases } from '#catalog';
import type { Resource, ResourceId, ResourceOf } from '#model';
import { firewallAddressOf } from './firewall.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { nameServerOf } from './name-servers.ts';
import { publicAddress } from './public-address.ts';
import { securityGroupOf } from './security-groups.ts';
import { type Site, type SiteNetwork, type SiteSubnet, type SubnetRole, subnetsOfRole } from './site.ts';
import { hasStoragePolicy, isBehindFirewall, usesNatGateway } from './ways-out.ts';

const fixedNames: Readonly<Partial<Record<SubnetRole, string>>> = {
  firewall: 'AzureFirewallSubnet',
  bastion: 'AzureBastionSubnet',
  gateway: 'GatewaySubnet',
};

const routeTableId = idOf('routes');
const natGatewayId = (network: SiteNetwork): ResourceId => idOf(`${network.key}/nat-gateway`);
const policyId = idOf('service-endpoint-policy');

/** Properties that a subnet has because of its role. */
function propertiesOf(
  site: Site,
  network: SiteNetwork,
  subnet: SiteSubnet,
): Partial<Omit<ResourceOf<'subnet'>, 'id' | 'kind' | 'name'>> {
  const { role } = subnet;
  if (fixedNames[role] !== undefined) return {};
  if (role === 'resolver') return { delegations: ['Microsoft.Network/dnsResolvers'] };
  const group = securityGroupOf(site, subnet);
  const isTraining = role === 'training';
  return {
    ...(group ? { networkSecurityGroup: group } : {}),
    ...(isBehindFirewall(site, subnet) ? { routeTable: routeTableId } : {}),
    ...(usesNatGateway(site, subnet) ? { natGateway: natGatewayId(network) } : {}),
    ...(hasStoragePolicy(site, subnet)
      ? { serviceEndpoints: [{ service: 'Microsoft.Storage' }], serviceEndpointPolicies: [policyId] }
      : {}),
    defaultOutboundAccess: false,
    ...(isTraining
      ? {
          privateEndpointNetworkPolicies: 'Disabled' as const,
          privateLinkServiceNetworkPolicies: 'Disabled' as const,
        }
      : {}),
    // Without this the security group would not hold for private endpoints.
    ...(role === 'endpoints'
      ? { privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled' as const }
      : {}),
  };
}

function networkOf(site: Site, network: SiteNetwork): readonly Resource[] {
  const { id, name, prefix, subnets } = network;
  const dnsServer = nameServerOf(site, network);
  return [
    make('virtual-network', id, name, {
      parent: site.region,
      addressPrefixes: [prefix],
      ...(dnsServer === undefined ? {} : { dnsServers: [dnsServer] }),
    }),
    ...subnets.map((subnet) =>
      make('subnet', subnet.id, fixedNames[subnet.role] ?? `snet-${subnet.label}`, {
        parent: id,
        addressPrefixes: [subnet.prefix],
        ...propertiesOf(site, network, subnet),
      }),
    ),
  ];
}

/** Both halves; the spoke uses the hub's gateway where there is one. */
function peeringOf(site: Site, spoke: SiteNetwork): readonly Resource[] {
  const { home } = site;
  const hasGateway = subnetsOfRole(site, 'gateway').length > 0;
  const both = { allowVirtualNetworkAccess: true, allowForwardedTraffic: true } as const;
  return [
    make('virtual-network-peering', idOf(`hub/to-${spoke.key}`), `hub-to-${spoke.name}`, {
      parent: home.id,
      remoteVirtualNetwork: spoke.id,
      ...both,
      ...(hasGateway ? { allowGatewayTransit: true } : {}),
    }),
    make('virtual-network-peering', idOf(`${spoke.key}/to-hub`), `${spoke.name}-to-hub`, {
      parent: spoke.id,
      remoteVirtualNetwork: home.id,
      ...both,
      ...(hasGateway ? { useRemoteGateways: true } : {}),
    }),
  ];
}

/** Everything goes to the firewall but what the service itself opened to a public address. */
function routesOf(site: Site): readonly Resource[] {
  if (!site.networks.some((network) => network.subnets.some((one) => isBehindFirewall(site, one)))) return [];
  return [
    make('route-table', routeTableId, 'rt-firewall', {
      parent: site.region,
      routes: [
        {
          name: 'everything-through-firewall',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: firewallAddressOf(site),
        },
        ...(site.architecture.computes.havePublicAddresses
          ? [
              {
                name: 'azure-machine-learning-past-firewall',
                addressPrefix: 'AzureMachineLearning',
                nextHopType: 'Internet' as const,
              },
            ]
          : []),
      ],
    }),
  ];
}

function natGatewaysOf(site: Site): readonly Resource[] {
  const users = site.networks.filter((network) =>
    network.subnets.some((subnet) => usesNatGateway(site, subnet)),
  );
  return users.flatMap((network) => {
    const tail = users.length === 1 || network.tail === '' ? '' : `-${network.tail}`;
    const address = `${network.key}/nat-gateway/public-address`;
    return [
      make('nat-gateway', natGatewayId(network), `ng-ml${tail}`, {
        parent: site.region,
        publicIPAddresses: [idOf(address)],
      }),
      publicAddress(site, address, `pip-ng-ml${tail}`),
    ];
  });
}

/** Admits the storage of Azure Machine Learning alone: one's own accounts are reached by private endpoint. */
const policiesOf = (site: Site): readonly Resource[] =>
  site.networks.some(({ subnets }) => subnets.some((subnet) => hasStoragePolicy(site, subnet)))
    ? [
        make('service-endpoint-policy', policyId, 'sep-azure-ml', {
          parent: site.region,
          definitions: [
            {
              name: 'azure-machine-learning',
              service: 'Global',
              serviceResources: [serviceEndpointPolicyAliases.machineLearning],
            },
          ],
        }),
      ]
    : [];

/** Networks with their subnets, peerings, routes, and ways out but for the firewall. */
export const networksOf = (site: Site): readonly Resource[] => [
  ...site.networks.flatMap((network) => networkOf(site, network)),
  ...(site.architecture.topology === 'hub-and-spoke'
    ? site.networks.filter((network) => network !== site.home).flatMap((spoke) => peeringOf(site, spoke))
    : []),
  ...routesOf(site),
  ...natGatewaysOf(site),
  ...policiesOf(site),
];

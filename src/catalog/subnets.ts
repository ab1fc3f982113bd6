import type { Sourced, SourceId } from './source.ts';

/** A subnet whose name Azure gives a meaning. */
export interface FixedSubnet extends Sourced {
  readonly name: string;
  /** Longest prefix that Azure accepts: 26 means /26 or larger. */
  readonly minimumPrefixLength: number;
  /** Prefix length that the documentation advises, where it advises a larger one. */
  readonly advisedPrefixLength?: number;
  readonly mayHaveNetworkSecurityGroup: boolean;
  readonly mayHaveRouteTable: boolean;
  /** A route 0.0.0.0/0 to an appliance or a gateway is allowed. */
  readonly mayHaveDefaultRoute: boolean;
  readonly mayHaveNatGateway: boolean;
  readonly mayHaveServiceEndpointPolicy: boolean;
  /** Only its own service may lie in it. */
  readonly isDedicated: boolean;
  /** Azure scales inside it: counting addresses says nothing. */
  readonly isSizedByAzure: boolean;
  /** Model kinds that belong in it. */
  readonly kinds: readonly string[];
  /** How many of them a virtual network takes; of gateways, how many of each type. */
  readonly mostInNetwork?: number;
}

/** Subnets with a fixed name. */
export const fixedSubnets: readonly FixedSubnet[] = [
  {
    name: 'AzureFirewallSubnet',
    minimumPrefixLength: 26,
    mayHaveNetworkSecurityGroup: false,
    mayHaveRouteTable: true,
    mayHaveDefaultRoute: true,
    mayHaveNatGateway: true,
    mayHaveServiceEndpointPolicy: false,
    isDedicated: true,
    isSizedByAzure: true,
    kinds: ['azure-firewall'],
    mostInNetwork: 1,
    sources: ['firewallQuestions', 'firewallLimits', 'natGateway', 'serviceEndpointPolicies'],
  },
  {
    name: 'AzureFirewallManagementSubnet',
    minimumPrefixLength: 26,
    mayHaveNetworkSecurityGroup: false,
    mayHaveRouteTable: true,
    mayHaveDefaultRoute: false,
    mayHaveNatGateway: false,
    mayHaveServiceEndpointPolicy: false,
    isDedicated: true,
    isSizedByAzure: true,
    kinds: [],
    unverified: ['mayHaveNetworkSecurityGroup', 'mayHaveNatGateway', 'mayHaveServiceEndpointPolicy'],
    sources: ['firewallManagement', 'firewallQuestions'],
  },
  {
    name: 'AzureBastionSubnet',
    minimumPrefixLength: 26,
    mayHaveNetworkSecurityGroup: true,
    mayHaveRouteTable: false,
    mayHaveDefaultRoute: false,
    mayHaveNatGateway: true,
    mayHaveServiceEndpointPolicy: false,
    isDedicated: true,
    isSizedByAzure: true,
    kinds: ['bastion'],
    mostInNetwork: 1,
    unverified: ['mayHaveNatGateway', 'mayHaveServiceEndpointPolicy', 'mostInNetwork'],
    sources: ['bastion', 'bastionSecurityGroup', 'bastionDeployment'],
  },
  {
    name: 'GatewaySubnet',
    minimumPrefixLength: 29,
    advisedPrefixLength: 27,
    mayHaveNetworkSecurityGroup: false,
    mayHaveRouteTable: true,
    mayHaveDefaultRoute: false,
    mayHaveNatGateway: false,
    mayHaveServiceEndpointPolicy: false,
    isDedicated: true,
    isSizedByAzure: true,
    kinds: ['virtual-network-gateway'],
    mostInNetwork: 1,
    sources: ['vpnGateway', 'routing', 'natGateway', 'serviceEndpointPolicies'],
  },
  {
    name: 'RouteServerSubnet',
    minimumPrefixLength: 27,
    advisedPrefixLength: 26,
    mayHaveNetworkSecurityGroup: false,
    mayHaveRouteTable: false,
    mayHaveDefaultRoute: false,
    mayHaveNatGateway: false,
    mayHaveServiceEndpointPolicy: false,
    isDedicated: true,
    isSizedByAzure: true,
    kinds: ['route-server'],
    unverified: ['minimumPrefixLength', 'mayHaveNatGateway', 'mayHaveServiceEndpointPolicy'],
    disagreements: [
      {
        value: '/26 or larger',
        source: 'routeServerQuickstart',
        note: 'The page of September 2025 asks for /26. Route Servers in /27, the older figure, are in use: /27 is not held to be a fault.',
      },
    ],
    sources: ['routeServer', 'routeServerQuickstart'],
  },
];

/** The fixed subnet of a name, without regard to case. */
export const fixedSubnetOf = (name: string): FixedSubnet | undefined =>
  fixedSubnets.find((one) => one.name.toLowerCase() === name.toLowerCase());

/** A subnet that a service needs for itself, under any name. */
export interface DelegatedSubnet extends Sourced {
  /** Service name as the subnet's delegation says it; absent where it is dedicated without one. */
  readonly delegation?: string;
  readonly title: string;
  /** Model kinds that lie in it. */
  readonly kinds: readonly string[];
  /** Longest prefix that Azure accepts. */
  readonly minimumPrefixLength?: number;
  /** Shortest prefix that Azure accepts. */
  readonly maximumPrefixLength?: number;
  readonly advisedPrefixLength?: number;
  /** How many resources of its kind may lie in it. */
  readonly mostResources?: number;
  /** A service endpoint policy may not stand on it. */
  readonly refusesServiceEndpointPolicy?: boolean;
}

/** Subnets that are delegated or dedicated to one service. */
export const delegatedSubnets: readonly DelegatedSubnet[] = [
  {
    delegation: 'Microsoft.Network/dnsResolvers',
    title: 'DNS Private Resolver endpoint',
    kinds: ['dns-resolver-endpoint'],
    minimumPrefixLength: 28,
    maximumPrefixLength: 24,
    mostResources: 1,
    sources: ['dnsPrivateResolver'],
  },
  {
    title: 'Application Gateway',
    kinds: ['application-gateway'],
    advisedPrefixLength: 24,
    refusesServiceEndpointPolicy: true,
    sources: ['applicationGateway', 'serviceEndpointPolicies'],
  },
  {
    delegation: 'Microsoft.Web/serverFarms',
    title: 'App Service integration',
    kinds: [],
    minimumPrefixLength: 28,
    advisedPrefixLength: 26,
    sources: ['appServiceIntegration'],
  },
  {
    delegation: 'Microsoft.App/environments',
    title: 'Container Apps environment',
    kinds: [],
    minimumPrefixLength: 27,
    disagreements: [
      {
        value: '/23, without a delegation',
        source: 'containerAppsNetwork',
        note: 'For environments of the consumption-only type, whose subnet may not be delegated.',
      },
    ],
    sources: ['containerAppsNetwork'],
  },
  {
    delegation: 'Microsoft.ContainerInstance/containerGroups',
    title: 'Container Instances',
    kinds: [],
    unverified: ['delegation'],
    sources: ['containerInstances'],
  },
  {
    delegation: 'Microsoft.Sql/managedInstances',
    title: 'SQL Managed Instance',
    kinds: [],
    disagreements: [
      {
        value: 'service endpoint policies are not supported',
        source: 'serviceEndpointPolicies',
        note: 'So the list of 2018; since then it has an alias of its own, /services/Azure/ManagedInstance.',
      },
    ],
    sources: ['managedInstancePolicies'],
  },
];

/** Addresses that may not be used. */
export interface ForbiddenPrefix extends Sourced {
  readonly addressPrefix: string;
  readonly forbiddenFor: 'any-network' | 'azure-ml-compute' | 'kubernetes-cluster';
  /** What keeps it, as the end of a sentence: `for multicast`. */
  readonly why: string;
}

const forbidden = (
  forbiddenFor: ForbiddenPrefix['forbiddenFor'],
  addressPrefix: string,
  why: string,
  source: SourceId,
): ForbiddenPrefix => ({ addressPrefix, forbiddenFor, why, sources: [source] });

/** Prefixes that a virtual network, or what lies in it, may not use. */
export const forbiddenPrefixes: readonly ForbiddenPrefix[] = [
  forbidden('any-network', '224.0.0.0/4', 'multicast', 'virtualNetworkQuestions'),
  forbidden('any-network', '255.255.255.255/32', 'broadcast', 'virtualNetworkQuestions'),
  forbidden('any-network', '127.0.0.0/8', 'loopback', 'virtualNetworkQuestions'),
  forbidden('any-network', '169.254.0.0/16', 'link-local addresses', 'virtualNetworkQuestions'),
  forbidden('any-network', '168.63.129.16/32', 'Azure DNS and probes', 'virtualNetworkQuestions'),
  forbidden('azure-ml-compute', '172.17.0.0/16', 'the Docker bridge of the nodes', 'workspaceNetwork'),
  forbidden('kubernetes-cluster', '169.254.0.0/16', 'itself', 'kubernetesAddresses'),
  forbidden('kubernetes-cluster', '172.30.0.0/16', 'itself', 'kubernetesAddresses'),
  forbidden('kubernetes-cluster', '172.31.0.0/16', 'itself', 'kubernetesAddresses'),
  forbidden('kubernetes-cluster', '192.0.2.0/24', 'itself', 'kubernetesAddresses'),
];

import type { Sourced } from './source.ts';

/** A way out of a subnet to the internet. */
export interface EgressOption extends Sourced {
  readonly id: 'user-route' | 'nat-gateway' | 'public-ip' | 'load-balancer' | 'default-outbound';
  readonly title: string;
  /** Addresses it leaves by are chosen by the customer. */
  readonly isExplicit: boolean;
}

/** Ways out in the order in which Azure takes them. */
export const egressOptions: readonly EgressOption[] = [
  {
    id: 'user-route',
    title: 'Route to a firewall, an appliance or a gateway',
    isExplicit: true,
    sources: ['natGateway'],
  },
  { id: 'nat-gateway', title: 'NAT gateway of the subnet', isExplicit: true, sources: ['natGateway'] },
  { id: 'public-ip', title: 'Public IP address of its own', isExplicit: true, sources: ['natGateway'] },
  {
    id: 'load-balancer',
    title: 'Outbound rules of a load balancer',
    isExplicit: true,
    sources: ['natGateway'],
  },
  {
    id: 'default-outbound',
    title: 'Default outbound access',
    isExplicit: false,
    sources: ['natGateway', 'defaultOutboundAccess'],
  },
];

/** When virtual networks stopped getting default outbound access by themselves. */
export const defaultOutboundRetirement = {
  /** ISO date from which new virtual networks have private subnets; older networks keep what they have. */
  from: '2026-03-31',
  /** A user route to the internet opens nothing in a private subnet without an explicit way out. */
  userRouteSuffices: false,
  disagreements: [
    {
      value: '2025-09-30',
      source: 'defaultOutboundAccess2025',
      note: 'The copy of June 2025 gives this date, the copy of 2026 the later one.',
    },
  ],
  sources: ['defaultOutboundAccess'],
} as const;

/** What a tier of Azure Firewall can do. */
export interface FirewallTier extends Sourced {
  readonly tier: 'Basic' | 'Standard' | 'Premium';
  /** Gigabits a second at most. */
  readonly throughput: number;
  /** Answers the names that networks ask it for; network rules with host names need it. */
  readonly hasDnsProxy: boolean;
  readonly hasWebCategories: boolean;
  readonly inspectsTls: boolean;
  readonly filtersUrls: boolean;
  readonly needsManagementSubnet: boolean;
}

/** Tiers of Azure Firewall, the smallest first. */
export const firewallTiers: readonly FirewallTier[] = [
  {
    tier: 'Basic',
    throughput: 0.25,
    hasDnsProxy: false,
    hasWebCategories: false,
    inspectsTls: false,
    filtersUrls: false,
    needsManagementSubnet: true,
    sources: ['firewallTiers', 'firewallManagement'],
  },
  {
    tier: 'Standard',
    throughput: 30,
    hasDnsProxy: true,
    hasWebCategories: true,
    inspectsTls: false,
    filtersUrls: false,
    needsManagementSubnet: false,
    sources: ['firewallTiers'],
  },
  {
    tier: 'Premium',
    throughput: 100,
    hasDnsProxy: true,
    hasWebCategories: true,
    inspectsTls: true,
    filtersUrls: true,
    needsManagementSubnet: false,
    unverified: ['throughput'],
    sources: ['firewallTiers'],
  },
];

/** The tier of a name as Azure spells it. */
export const firewallTierOf = (tier: string | undefined): FirewallTier | undefined =>
  firewallTiers.find((one) => one.tier === tier);

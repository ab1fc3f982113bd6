import { type OutboundRequirement, requiredInbound } from '#catalog';
import type { Resource, ResourceId, SecurityRule } from '#model';
import { type Architecture, opensInternet } from '../architecture.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { isOpenedByHost, requirementsOf, tagOf } from './required-outbound.ts';
import { type Site, type SiteSubnet, subnetsOfRole } from './site.ts';
import { hasStoragePolicy, isBehindFirewall } from './ways-out.ts';

type Match = Partial<SecurityRule> & Pick<SecurityRule, 'name' | 'priority'>;

const rule = (direction: 'Inbound' | 'Outbound', access: 'Allow' | 'Deny', match: Match): SecurityRule => ({
  direction,
  access,
  protocol: 'Tcp',
  sourceAddressPrefixes: ['VirtualNetwork'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['VirtualNetwork'],
  destinationPortRanges: ['443'],
  ...match,
});

const protocols = { Tcp: 'Tcp', Udp: 'Udp', Any: '*' } as const;
const anything = {
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
} as const;

const allowTag =
  (architecture: Architecture) =>
  (requirement: OutboundRequirement, at: number): SecurityRule =>
    rule('Outbound', 'Allow', {
      name: `allow-${requirement.id}`,
      priority: 200 + at * 10,
      protocol: protocols[requirement.protocol],
      destinationAddressPrefixes: [tagOf(architecture, requirement)],
      destinationPortRanges: requirement.ports.map(String),
    });

/** By tag in a security group: what has none, and what would let computes write anywhere, is left to a firewall. */
function isOpenedByTag(site: Site, subnet: SiteSubnet, one: OutboundRequirement): boolean {
  if (isBehindFirewall(site, subnet)) return !isOpenedByHost(one);
  const isGuarded = hasStoragePolicy(site, subnet);
  return one.serviceTag !== undefined && !(isOpenedByHost(one) && isGuarded);
}

/** Web ports to anywhere: a security group knows no host names, so which may be reached is for a firewall to say. */
function webRule(
  site: Site,
  subnet: SiteSubnet,
  needed: readonly OutboundRequirement[],
): readonly SecurityRule[] {
  const { architecture } = site;
  const isFiltered = isBehindFirewall(site, subnet);
  if (!isFiltered && !opensInternet(architecture)) return [];
  const ports = new Set(needed.filter(isOpenedByHost).flatMap((one) => one.ports));
  if (opensInternet(architecture)) ports.add(80).add(443);
  if (ports.size === 0) return [];
  return [
    rule('Outbound', 'Allow', {
      name: isFiltered ? 'allow-web-through-firewall' : 'allow-web',
      priority: 3000,
      destinationAddressPrefixes: ['Internet'],
      destinationPortRanges: [...ports].sort((a, b) => a - b).map(String),
    }),
  ];
}

function outboundRules(site: Site, subnet: SiteSubnet): readonly SecurityRule[] {
  const { architecture } = site;
  const needed = requirementsOf(architecture, subnet.role);
  return [
    rule('Outbound', 'Allow', {
      name: 'allow-private-endpoints',
      priority: 100,
      destinationPortRanges: ['443', '445'],
    }),
    ...needed.filter((one) => isOpenedByTag(site, subnet, one)).map(allowTag(architecture)),
    ...webRule(site, subnet, needed),
    rule('Outbound', 'Deny', {
      name: 'deny-internet',
      priority: 4000,
      ...anything,
      destinationAddressPrefixes: ['Internet'],
    }),
  ];
}

/** What Azure Machine Learning needs to come in to computes with public addresses. */
const serviceInbound = ({ computes }: Architecture): readonly SecurityRule[] =>
  computes.havePublicAddresses
    ? requiredInbound
        .filter((one) => one.when === 'public-ip' && one.isOptional !== true)
        .map((one, at) =>
          rule('Inbound', 'Allow', {
            name: `allow-${one.id}`,
            priority: 200 + at * 10,
            protocol: protocols[one.protocol],
            sourceAddressPrefixes: [one.from],
            destinationPortRanges: one.ports,
          }),
        )
    : [];

const denyOtherInbound = rule('Inbound', 'Deny', {
  name: 'deny-everything-else',
  priority: 4000,
  ...anything,
  destinationAddressPrefixes: ['*'],
});

const admit = (name: string, from: readonly string[], to: string, ports: readonly string[]): SecurityRule =>
  rule('Inbound', 'Allow', {
    name,
    priority: 100,
    sourceAddressPrefixes: from,
    destinationAddressPrefixes: [to],
    destinationPortRanges: ports,
  });

/** Prefixes from which private endpoints and name servers are used. */
const userPrefixes = (site: Site): readonly string[] => [
  ...subnetsOfRole(site, 'training', 'scoring', 'jump', 'clients').map(({ prefix }) => prefix),
  ...(site.onPremisesPrefix === undefined ? [] : [site.onPremisesPrefix]),
];

const dnsRules = (site: Site, { prefix }: SiteSubnet): readonly SecurityRule[] => [
  { ...admit('allow-dns', userPrefixes(site), prefix, ['53']), protocol: '*' },
  denyOtherInbound,
];

function rulesOf(site: Site, subnet: SiteSubnet): readonly SecurityRule[] | undefined {
  const { role, prefix } = subnet;
  switch (role) {
    case 'training':
      return [...serviceInbound(site.architecture), ...outboundRules(site, subnet)];
    case 'scoring':
      return outboundRules(site, subnet);
    case 'endpoints':
      return [
        admit('allow-computes-and-people', userPrefixes(site), prefix, ['443', '445']),
        denyOtherInbound,
      ];
    case 'jump':
      return [
        admit(
          'allow-bastion',
          subnetsOfRole(site, 'bastion').map((one) => one.prefix),
          prefix,
          ['22', '3389'],
        ),
        denyOtherInbound,
        ...outboundRules(site, subnet),
      ];
    case 'clients':
      return [denyOtherInbound, ...outboundRules(site, subnet)];
    case 'dns-server':
      return dnsRules(site, subnet);
    default:
      return undefined;
  }
}

const groupId = ({ key }: SiteSubnet): ResourceId => idOf(`${key}/security-group`);

/** The security group of a subnet, where Azure lets it have one. */
export const securityGroupOf = (site: Site, subnet: SiteSubnet): ResourceId | undefined =>
  rulesOf(site, subnet) && groupId(subnet);

export const securityGroupsOf = (site: Site): readonly Resource[] =>
  site.networks.flatMap(({ subnets }) =>
    subnets.flatMap((subnet) => {
      const securityRules = rulesOf(site, subnet);
      if (!securityRules) return [];
      return [
        make('network-security-group', groupId(subnet), `nsg-${subnet.label}`, {
          parent: site.region,
          securityRules,
        }),
      ];
    }),
  );

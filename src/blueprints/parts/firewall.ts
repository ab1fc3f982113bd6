import type { OutboundRequirement } from '#catalog';
import type { FirewallRule, Resource, RuleCollection } from '#model';
import { firstUsableAddress } from '#network';
import { type Architecture, opensInternet } from '../architecture.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { publicAddress } from './public-address.ts';
import { hostsOf, isKeptFromFirewall, isOpenedByHost, requirementsOf, tagOf } from './required-outbound.ts';
import { type Site, type SubnetRole, subnetsOfRole } from './site.ts';
import { firewallSubnetOf, isBehindFirewall } from './ways-out.ts';

/** First usable address of the firewall's subnet, which Azure gives the firewall. */
export const firewallAddressOf = (site: Site): string =>
  firstUsableAddress(firewallSubnetOf(site)?.prefix ?? '') ?? '';

const ipProtocols = { Tcp: ['TCP'], Udp: ['UDP'], Any: ['Any'] } as const;

const networkRule =
  (architecture: Architecture, name: string, sourceAddresses: readonly string[]) =>
  (requirement: OutboundRequirement): FirewallRule => ({
    ruleType: 'NetworkRule',
    name: `${name}-${requirement.id}`,
    sourceAddresses,
    ipProtocols: ipProtocols[requirement.protocol],
    destinationAddresses: [tagOf(architecture, requirement)],
    destinationPorts: requirement.ports.map(String),
  });

const protocolOf = (port: number) => ({ protocolType: port === 80 ? 'Http' : 'Https', port });

const applicationRule =
  (architecture: Architecture, name: string, sourceAddresses: readonly string[]) =>
  (requirement: OutboundRequirement): FirewallRule => ({
    ruleType: 'ApplicationRule',
    name: `${name}-${requirement.id}`,
    sourceAddresses,
    protocols: requirement.ports.map(protocolOf),
    targetFqdns: hostsOf(architecture, requirement),
  });

/** Those who use the firewall, by what they have to reach. */
const users: readonly { readonly name: string; readonly roles: readonly [SubnetRole, ...SubnetRole[]] }[] = [
  { name: 'computes', roles: ['training'] },
  { name: 'people', roles: ['jump', 'clients'] },
  { name: 'kubernetes', roles: ['scoring'] },
];

/** Prefixes of subnets whose default route leads to the firewall. */
const routedThrough = (site: Site, ...roles: readonly SubnetRole[]): readonly string[] =>
  subnetsOfRole(site, ...roles)
    .filter((subnet) => isBehindFirewall(site, subnet))
    .map(({ prefix }) => prefix);

/** Tags by network rules, hosts by application rules; everything else is denied unless the internet is open. */
function ruleCollectionsOf(site: Site) {
  const { architecture } = site;
  const rules = users.flatMap(({ name, roles }) => {
    const sources = routedThrough(site, ...roles);
    if (sources.length === 0) return [];
    const needed = requirementsOf(architecture, roles[0]).filter(
      (one) => !isKeptFromFirewall(architecture, one),
    );
    return [
      {
        byTag: needed.filter((one) => !isOpenedByHost(one)).map(networkRule(architecture, name, sources)),
        byHost: needed.filter(isOpenedByHost).map(applicationRule(architecture, name, sources)),
      },
    ];
  });
  const collection = (name: string, priority: number, all: readonly FirewallRule[]): RuleCollection => ({
    name,
    priority,
    action: 'Allow',
    rules: all,
  });
  const internet: FirewallRule = {
    ruleType: 'ApplicationRule',
    name: 'web-sites',
    sourceAddresses: subnetsOfRole(site, 'training', 'scoring', 'jump', 'clients').map(
      ({ prefix }) => prefix,
    ),
    protocols: [80, 443].map(protocolOf),
    targetFqdns: ['*'],
  };
  return [
    collection(
      'required-tags',
      200,
      rules.flatMap(({ byTag }) => byTag),
    ),
    collection(
      'required-hosts',
      300,
      rules.flatMap(({ byHost }) => byHost),
    ),
    ...(opensInternet(architecture) && architecture.opensEveryHost
      ? [collection('internet', 400, [internet])]
      : []),
  ];
}

/** The firewall with its policy and public address; nothing where the architecture has none. */
export function firewallOf(site: Site): readonly Resource[] {
  const subnet = firewallSubnetOf(site);
  if (!subnet) return [];
  return [
    make('azure-firewall', idOf('firewall'), 'afw-hub', {
      parent: subnet.id,
      skuTier: 'Standard',
      privateIPAddress: firewallAddressOf(site),
      publicIPAddresses: [idOf('firewall/public-address')],
      firewallPolicy: idOf('firewall/policy'),
    }),
    make('firewall-policy', idOf('firewall/policy'), 'afwp-hub', {
      parent: site.region,
      skuTier: 'Standard',
      threatIntelMode: 'Alert',
      dnsSettings: { enableProxy: true },
      ruleCollectionGroups: [
        { name: 'azure-machine-learning', priority: 200, ruleCollections: ruleCollectionsOf(site) },
      ],
    }),
    publicAddress(site, 'firewall/public-address', 'pip-afw-hub'),
  ];
}

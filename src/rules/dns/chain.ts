import { azureDnsAddress, reservedDomainOf } from '#catalog';
import {
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { isPrivateAddress, parseAddress, prefixContains } from '#network';
import { type RuleContext, ruleQuestion } from '../context.ts';
import { isShown } from '../estate.ts';

type DnsServer = ResourceOf<'dns-server'>;

/**
 * Where queries end at Azure DNS. Each end is a virtual network whose linked zones answer, with further ones that
 * forwarding rulesets lead to when it has no such zone itself.
 */
export interface Chain {
  readonly ends: readonly (readonly ResourceId[])[];
  /** The customer's own servers that are asked on the way. */
  readonly servers: readonly DnsServer[];
  /** Addresses of servers that the design does not show. */
  readonly unknown: readonly string[];
  /** Where queries end without a chance of a private answer. */
  readonly dead: readonly DeadEnd[];
  /** Forwarding rules by which Azure DNS sends them on to servers that the design does not show. */
  readonly caught: readonly Caught[];
}

/** A forwarding rule for a public suffix, which Azure DNS follows before the name’s private zone is asked. */
export interface Caught {
  readonly ruleset: ResourceOf<'dns-forwarding-ruleset'>;
  readonly addresses: readonly string[];
}

/** A public DNS server, which sees no private zone, or a firewall whose DNS proxy is off. */
export interface DeadEnd {
  readonly address: string;
  /** The firewall; absent for a public server. */
  readonly firewall?: ResourceOf<'azure-firewall'>;
}

const nowhere: Chain = { ends: [], servers: [], unknown: [], dead: [], caught: [] };

function join(chains: readonly Chain[]): Chain {
  const [only = nowhere] = chains;
  if (chains.length < 2 && only.servers.length < 2 && only.unknown.length < 2) return only;
  return {
    ends: flatMapped(chains, (chain) => chain.ends),
    servers: [...new Set(flatMapped(chains, (chain) => chain.servers))],
    unknown: [...new Set(flatMapped(chains, (chain) => chain.unknown))],
    dead: flatMapped(chains, (chain) => chain.dead),
    caught: flatMapped(chains, (chain) => chain.caught),
  };
}

const isUnder = (suffix: string, domain: string) => {
  const plain = domain.replace(/\.$/, '').toLowerCase();
  return plain === '' || suffix === plain || suffix.endsWith(`.${plain}`);
};

/** Servers that a DNS server of one's own asks for names of a public suffix; the longest domain decides. */
export function targetsFor(server: DnsServer, suffix: string): readonly string[] {
  const fitting = (server.conditionalForwarders ?? []).filter(({ domainName }) =>
    isUnder(suffix, domainName),
  );
  const [best] = [...fitting].sort((a, b) => b.domainName.length - a.domainName.length);
  return best ? best.targets : (server.forwarders ?? []);
}

/** Who answers at a private address, as far as DNS goes. */
const holderOf = ruleQuestion(({ design, network }, address: string): Resource | undefined => {
  const kinds = ['dns-server', 'dns-resolver-endpoint', 'azure-firewall'] as const;
  for (const kind of kinds) {
    const found = resourcesOfKind(design, kind).find((one) => network.addressesOf(one.id).includes(address));
    if (found) return found;
    const stated = (resourcesOfKind(design, 'dns-server') as readonly DnsServer[]).find(
      (server) => server.ipAddress === address,
    );
    if (stated) return stated;
  }
  return undefined;
});

/** Proxy settings of a firewall: its policy's, the policy's parent's, or its own. */
export function dnsSettingsOf({ design }: RuleContext, firewall: ResourceOf<'azure-firewall'>) {
  if (firewall.firewallPolicy === undefined) return firewall.dnsSettings;
  const policy = findOfKind(design, firewall.firewallPolicy, 'firewall-policy');
  if (!isShown(policy)) return 'unknown';
  if (policy.dnsSettings || policy.basePolicy === undefined) return policy.dnsSettings;
  const base = findOfKind(design, policy.basePolicy, 'firewall-policy');
  return isShown(base) ? base.dnsSettings : 'unknown';
}

/** Public, and in no network of the design: some use public ranges inside. */
function isPublic({ design }: RuleContext, address: string): boolean {
  const value = parseAddress(address);
  if (value === undefined || isPrivateAddress(value)) return false;
  return ![
    ...resourcesOfKind(design, 'virtual-network'),
    ...resourcesOfKind(design, 'on-premises-network'),
  ].some(({ addressPrefixes }) => addressPrefixes.some((prefix) => prefixContains(prefix, address)));
}

/** Follows queries for names of a suffix from something that lies in a virtual network, or on-premises (`undefined`). */
export function followServers(
  context: RuleContext,
  addresses: readonly string[],
  from: ResourceId | undefined,
  suffix: string,
  seen: ReadonlySet<ResourceId> = new Set(),
): Chain {
  const { design } = context;
  return join(
    addresses.map((address): Chain => {
      if (address === azureDnsAddress)
        return from === undefined ? nowhere : azureDns(context, from, suffix, seen);
      const holder = holderOf(context, address);
      if (!holder)
        return isPublic(context, address)
          ? { ...nowhere, dead: [{ address }] }
          : { ...nowhere, unknown: [address] };
      if (seen.has(holder.id)) return nowhere;
      const path = new Set([...seen, holder.id]);
      const home = enclosing(design, holder.id, 'virtual-network')?.id;
      if (holder.kind === 'dns-server') {
        const next = followServers(context, targetsFor(holder, suffix), home, suffix, path);
        return { ...next, servers: [holder, ...next.servers] };
      }
      if (home === undefined) return nowhere;
      if (holder.kind === 'dns-resolver-endpoint')
        return holder.direction === 'inbound' ? azureDns(context, home, suffix, path) : nowhere;
      if (holder.kind !== 'azure-firewall') return nowhere;
      const settings = dnsSettingsOf(context, holder);
      if (settings === 'unknown') return { ...nowhere, unknown: [address] };
      if (settings?.enableProxy !== true) return { ...nowhere, dead: [{ address, firewall: holder }] };
      return settings.servers && settings.servers.length > 0
        ? followServers(context, settings.servers, home, suffix, path)
        : azureDns(context, home, suffix, path);
    }),
  );
}

function azureDns(
  context: RuleContext,
  at: ResourceId,
  suffix: string,
  seen: ReadonlySet<ResourceId>,
): Chain {
  const rulesets = resourcesOfKind(context.design, 'dns-forwarding-ruleset').filter(
    (ruleset) => ruleset.virtualNetworkLinks?.includes(at) && !seen.has(ruleset.id),
  );
  const onward = rulesets.map((ruleset) => {
    const rules = (ruleset.forwardingRules ?? []).filter(
      (rule) =>
        rule.forwardingRuleState !== 'Disabled' &&
        isUnder(suffix, rule.domainName) &&
        !(rule.domainName === '.' && reservedDomainOf(suffix)),
    );
    const targets = flatMapped(rules, (rule) => rule.targetDnsServers);
    const next = followServers(context, targets, at, suffix, new Set([...seen, ruleset.id]));
    const isLost = next.ends.length + next.servers.length === 0 && next.unknown.length > 0;
    return isLost ? { ...next, caught: [{ ruleset, addresses: next.unknown }] } : next;
  });
  const further = join(onward);
  return {
    ends: [[at, ...further.ends.flat()]],
    servers: further.servers,
    unknown: [],
    dead: [],
    caught: further.caught,
  };
}

/** Where queries of a virtual network for names of a suffix end. */
export const chainOf = (context: RuleContext, virtualNetwork: ResourceId, suffix: string): Chain =>
  ownChain(context, { virtualNetwork, suffix: tellsSuffixesApart(context, 'all') ? suffix : 'any' });

/** Whether anything in the design sends names of one suffix another way than those of others. */
const tellsSuffixesApart = ruleQuestion(
  ({ design }, _: 'all'): boolean =>
    resourcesOfKind(design, 'dns-forwarding-ruleset').length > 0 ||
    (resourcesOfKind(design, 'dns-server') as readonly DnsServer[]).some(
      ({ conditionalForwarders = [] }) => conditionalForwarders.length > 0,
    ),
);

interface Asked {
  readonly virtualNetwork: ResourceId;
  readonly suffix: string;
}

const ownChain = ruleQuestion(
  (context, { virtualNetwork, suffix }: Asked): Chain => {
    const found = findResource(context.design, virtualNetwork);
    if (found?.kind !== 'virtual-network') return nowhere;
    const servers = found.dnsServers ?? [];
    return servers.length === 0
      ? azureDns(context, virtualNetwork, suffix, new Set())
      : followServers(context, servers, virtualNetwork, suffix);
  },
  ({ virtualNetwork, suffix }) => `${suffix} ${virtualNetwork}`,
);

/** Where queries of an on-premises network end; without stated servers every one drawn in it is asked. */
export function onPremisesChain(context: RuleContext, onPremises: ResourceId, suffix: string): Chain {
  const { design } = context;
  const found = findOfKind(design, onPremises, 'on-premises-network');
  const own = resourcesOfKind(design, 'dns-server').filter((server) => server.parent === onPremises);
  const stated = found?.dnsServers ?? [];
  const servers = own.filter(
    (server) => stated.length === 0 || (server.ipAddress && stated.includes(server.ipAddress)),
  );
  const chains = servers.map((server): Chain => {
    const next = followServers(context, targetsFor(server, suffix), undefined, suffix, new Set([server.id]));
    return { ...next, servers: [server, ...next.servers] };
  });
  const others = stated.filter((address) => !own.some((server) => server.ipAddress === address));
  return join([...chains, followServers(context, others, undefined, suffix)]);
}

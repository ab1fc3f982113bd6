import { firewallTierOf } from '#catalog';
import { findOfKind, type ResourceId, type ResourceOf } from '#model';
import { type Estate, estateQuestion } from './estate.ts';

/** How a firewall answers and asks for names. */
export interface FirewallDns {
  readonly enableProxy: boolean;
  /** Servers it asks itself; Azure DNS where there are none. */
  readonly servers: readonly string[];
  /** Whose settings these are: the firewall, its policy or a parent of that. */
  readonly holder: ResourceId;
  /** The Basic tier has no DNS proxy, whatever its settings say. */
  readonly isBasic: boolean;
}

/** DNS settings in force; `holder` alone where they are not shown. A policy without settings has its parent's. */
export const firewallDnsOf = estateQuestion(
  (estate, id: ResourceId): FirewallDns | { readonly holder: ResourceId } => {
    const firewall = findOfKind(estate.design, id, 'azure-firewall');
    if (!firewall || firewall.presence === 'not-shown') return { holder: id };
    let settings = firewall.firewallPolicy === undefined ? firewall.dnsSettings : undefined;
    let holder = firewall.id;
    const own = findOfKind(estate.design, firewall.firewallPolicy, 'firewall-policy');
    const isBasic = firewallTierOf(firewall.skuTier ?? own?.skuTier)?.hasDnsProxy === false;
    const seen = new Set<ResourceId>();
    let next = firewall.firewallPolicy;
    while (settings === undefined && next !== undefined && !seen.has(next)) {
      seen.add(next);
      holder = next;
      const policy: ResourceOf<'firewall-policy'> | undefined = findOfKind(
        estate.design,
        next,
        'firewall-policy',
      );
      if (!policy || policy.presence === 'not-shown') return { holder: next };
      settings = policy.dnsSettings;
      next = policy.basePolicy;
    }
    return {
      enableProxy: settings?.enableProxy === true && !isBasic,
      servers: settings?.servers ?? [],
      holder: settings === undefined ? (firewall.firewallPolicy ?? firewall.id) : holder,
      isBasic,
    };
  },
);

/** Whether a firewall answers name queries; what is not shown is taken not to. */
export const hasDnsProxy = (estate: Estate, firewall: ResourceId): boolean => {
  const dns = firewallDnsOf(estate, firewall);
  return 'enableProxy' in dns && dns.enableProxy;
};

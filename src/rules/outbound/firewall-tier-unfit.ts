import { doubtOf, firewallTierOf, firewallTiers } from '#catalog';
import { type Design, edits, findOfKind, flatMapped, type ResourceOf } from '#model';
import { dnsSettingsOf } from '../dns/chain.ts';
import { shownOfKind } from '../estate.ts';
import { listed } from '../labels.ts';
import { defineRule, type Fix, passed, type RuleContext } from '../rule.ts';
import { firewallRules } from './firewall-rules.ts';

type Firewall = ResourceOf<'azure-firewall'>;
type Tier = (typeof firewallTiers)[number];

/** What a firewall is asked to do that not every tier can. */
function asked(
  context: RuleContext,
  firewall: Firewall,
): readonly { what: string; can: (tier: Tier) => boolean }[] {
  const settings = dnsSettingsOf(context, firewall);
  const own = new Set([firewall.id, firewall.firewallPolicy]);
  const rules = flatMapped(
    firewallRules(context.design).filter(({ id }) => own.has(id)),
    (one) => one.rules.map(({ rule }) => rule),
  );
  const application = flatMapped(rules, (rule) => (rule.ruleType === 'ApplicationRule' ? rule : []));
  return [
    {
      isAsked: settings !== 'unknown' && settings?.enableProxy === true,
      what: 'a DNS proxy',
      can: (tier: Tier) => tier.hasDnsProxy,
    },
    {
      isAsked: application.some(({ webCategories = [] }) => webCategories.length > 0),
      what: 'web categories',
      can: (tier: Tier) => tier.hasWebCategories,
    },
    {
      isAsked: application.some(({ targetUrls = [] }) => targetUrls.length > 0),
      what: 'rules for URLs',
      can: (tier: Tier) => tier.filtersUrls,
    },
  ].filter(({ isAsked }) => isAsked);
}

const raise = ({ id, name, firewallPolicy }: Firewall, tier: Tier['tier']): Fix => ({
  title: `Make it ${tier}`,
  changes: [`Set the tier of ${name} and of its policy to ${tier}`],
  apply: (before: Design) => {
    const raised = edits.updateResource(before, id, 'azure-firewall', { skuTier: tier });
    return findOfKind(before, firewallPolicy, 'firewall-policy') && firewallPolicy !== undefined
      ? edits.updateResource(raised, firewallPolicy, 'firewall-policy', { skuTier: tier })
      : raised;
  },
});

export const firewallTierUnfit = defineRule({
  id: 'firewall-tier-unfit',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Tier of the firewall cannot do what it is asked',
  holds:
    'The tier of the firewall has each feature that is set on it, and the management subnet that it needs',
  remedy: 'Choose a tier that can do what is listed.',
  messages: {
    feature: (f: { firewall: string; tier: string; features: readonly string[] }) =>
      `${f.firewall} is ${f.tier}, which has no ${listed(f.features.map((one) => one.replace(/^a /, '')))}`,
    management: (f: { firewall: string; tier: string }) =>
      `${f.firewall} is ${f.tier}, but has no management subnet, which that tier needs`,
  },

  *check(context) {
    const { design } = context;
    for (const firewall of shownOfKind(design, 'azure-firewall')) {
      const { id, name, firewallPolicy, managementSubnet } = firewall;
      const policy = findOfKind(design, firewallPolicy, 'firewall-policy');
      const tier = firewallTierOf(firewall.skuTier ?? policy?.skuTier);
      if (!tier) continue;
      const at = [id, ...(policy ? [policy.id] : [])];
      const wanted = asked(context, firewall);
      const lacking = wanted.filter(({ can }) => !can(tier));
      const enough = firewallTiers.find(
        (one) => wanted.every(({ can }) => can(one)) && !one.needsManagementSubnet,
      );
      const fix = enough && raise(firewall, enough.tier);
      const facts = { firewall: name, tier: tier.tier };
      const evidence = `skuTier: ${tier.tier}`;
      if (lacking.length > 0)
        yield {
          at,
          message: 'feature',
          facts: { ...facts, features: lacking.map(({ what }) => what).sort() },
          evidence,
          doubt: doubtOf(tier),
          fix,
        };
      if (tier.needsManagementSubnet && managementSubnet === undefined)
        yield {
          at: id,
          message: 'management',
          remedy:
            'Add AzureFirewallManagementSubnet and a public IP address for management, or choose Standard.',
          facts,
          evidence: [evidence, 'managementSubnet: none'],
          doubt: doubtOf(tier, 'needsManagementSubnet'),
          fix,
        };
      else if (lacking.length === 0) yield passed(at, evidence);
    }
  },
});

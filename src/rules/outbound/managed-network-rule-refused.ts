import {
  doubtOf,
  isStorageHost,
  managedNetworkHostRules,
  managedNetworkModes,
  privateLinkServiceOf,
  subresourceOf,
} from '#catalog';
import { edits, findOfKind, flatMapped, goalsOf } from '#model';
import { shownOfKind, type Workspace } from '../estate.ts';
import { listed } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

type ManagedNetwork = NonNullable<Workspace['managedNetwork']>;
type OutboundRule = NonNullable<ManagedNetwork['outboundRules']>[number];

const allowedPorts: ReadonlySet<string> = new Set(managedNetworkHostRules.ports.map(String));

const otherPorts = ({ portRanges }: OutboundRule): readonly string[] =>
  (portRanges ?? '')
    .split(',')
    .map((port) => port.trim())
    .filter((port) => port !== '' && !allowedPorts.has(port));

const isOfPeople = ({ category }: OutboundRule) =>
  category === undefined || category.toLowerCase() === 'userdefined';

/** The sub-resources of the service that a private endpoint rule names, where what it asks for is none of them. */
function otherSubResources({ type, destination, subresourceTarget }: OutboundRule) {
  const armType = /\/providers\/([^/]+\/[^/]+)\/[^/]+$/i.exec(destination)?.[1]?.toLowerCase();
  const service = armType === undefined ? undefined : privateLinkServiceOf(armType);
  if (type !== 'PrivateEndpoint' || !service || subresourceTarget === undefined) return undefined;
  if (subresourceOf(armType ?? '', subresourceTarget.replace(/_secondary$/, ''))) return undefined;
  return Object.keys(service.subresources).sort();
}

const words = { FQDN: 'a host name', ServiceTag: 'a service tag', PrivateEndpoint: 'a private endpoint' };

export const managedNetworkRuleRefused = defineRule({
  id: 'managed-network-rule-refused',
  category: 'Outbound',
  severity: () => 'error',
  title: 'Managed network cannot have this outbound rule',
  holds:
    'The mode of the managed network offers each of its outbound rules, and each names a target and a port that such a rule may have',
  remedy:
    'Change the mode to approved outbound, use a private endpoint rule for storage, or remove the rule.',
  messages: {
    mode: (f: { rule: string; type: OutboundRule['type']; workspace: string; mode: string }) =>
      `${f.rule} of ${f.workspace} is for ${words[f.type]}, which ${f.mode} does not offer`,
    storage: (f: { rule: string; workspace: string; host: string }) =>
      `${f.rule} of ${f.workspace} names ${f.host}: a rule for a host name may not name storage`,
    subResource: (f: { rule: string; workspace: string; subResource: string; offered: readonly string[] }) =>
      `${f.rule} of ${f.workspace} asks for ${f.subResource} of a service that offers ${listed(f.offered, 6)}`,
    ports: (f: { rule: string; workspace: string; ports: readonly string[] }) =>
      `${f.rule} of ${f.workspace} is for port ${f.ports.join(', ')}: a rule for a host name opens 80 and 443 alone`,
  },

  *check(context) {
    const { design } = context;
    for (const { id, name: workspace, managedNetwork } of shownOfKind(design, 'workspace')) {
      const rules = (managedNetwork?.outboundRules ?? []).filter(isOfPeople);
      const mode = managedNetworkModes.find((one) => one.mode === managedNetwork?.isolationMode);
      if (!managedNetwork || !mode || rules.length === 0) continue;
      const withRule = (rule: OutboundRule, change: Partial<OutboundRule> | undefined) => ({
        title: change ? `Limit ${rule.name} to ports 80 and 443` : `Remove ${rule.name}`,
        changes: [
          change
            ? `Set the ports of ${rule.name} of ${workspace} to 80,443`
            : `Remove outbound rule ${rule.name} of ${workspace}`,
        ],
        apply: (before: typeof design) => {
          const now = findOfKind(before, id, 'workspace')?.managedNetwork ?? managedNetwork;
          const outboundRules = flatMapped(now.outboundRules ?? [], (one) =>
            one.name === rule.name ? (change ? [{ ...one, ...change }] : []) : [one],
          );
          return edits.updateResource(before, id, 'workspace', { managedNetwork: { ...now, outboundRules } });
        },
      });
      const faulty = new Set<OutboundRule>();
      for (const rule of rules) {
        const evidence = `${rule.name}: ${rule.type} ${rule.destination} ${rule.portRanges ?? ''}`.trim();
        const facts = { rule: rule.name, workspace };
        const ports = otherPorts(rule);
        const offered = otherSubResources(rule);
        const found = { at: id, evidence, doubt: doubtOf(mode, 'ruleTypes') };
        if (!mode.ruleTypes.includes(rule.type))
          yield {
            ...found,
            message: 'mode',
            facts: { ...facts, type: rule.type, mode: mode.mode },
            fix: withRule(rule, undefined),
          };
        else if (rule.type === 'FQDN' && isStorageHost(rule.destination, goalsOf(design).cloud))
          yield {
            ...found,
            message: 'storage',
            facts: { ...facts, host: rule.destination },
            fix: withRule(rule, undefined),
          };
        else if (offered && rule.subresourceTarget !== undefined)
          yield {
            ...found,
            message: 'subResource',
            remedy: 'Name one of the sub-resources that the service offers.',
            facts: { ...facts, subResource: rule.subresourceTarget, offered },
            fix: withRule(rule, undefined),
          };
        else if (rule.type === 'FQDN' && ports.length > 0)
          yield {
            ...found,
            message: 'ports',
            facts: { ...facts, ports },
            fix: withRule(rule, { portRanges: '80,443' }),
          };
        else continue;
        faulty.add(rule);
      }
      if (faulty.size === 0)
        yield passed(id, `${rules.length} outbound rules, all of types that ${mode.mode} offers`);
    }
  },
});

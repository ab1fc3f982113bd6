import { edits, resourcesOfKind } from '#model';
import { shownOfKind } from '../estate.ts';
import { inOrder, labelOf, listed } from '../labels.ts';
import { defineRule } from '../rule.ts';

export const legacyBatchInbound = defineRule({
  id: 'legacy-batch-inbound',
  category: 'Inbound',
  severity: () => 'note',
  title: 'Security group still admits Azure Batch',
  holds: 'The security group does not admit Azure Batch',
  remedy: 'Remove the rule once every compute has been made anew.',
  messages: {
    legacy: (f: { group: string; rules: readonly string[] }) =>
      `${f.group} still admits Azure Batch by ${listed(f.rules)}, which newer computes do not need`,
  },

  *check({ design }) {
    const used = new Set(
      [...resourcesOfKind(design, 'subnet'), ...resourcesOfKind(design, 'network-interface')].map(
        (holder) => holder.networkSecurityGroup,
      ),
    );
    for (const group of shownOfKind(design, 'network-security-group')) {
      const legacy = group.securityRules.filter(
        ({ direction, access, sourceAddressPrefixes }) =>
          direction === 'Inbound' &&
          access === 'Allow' &&
          sourceAddressPrefixes.some((source) => /^batchnodemanagement(\.|$)/i.test(source)),
      );
      if (legacy.length === 0 || !used.has(group.id)) continue;
      const names = legacy.map(({ name }) => name).sort(inOrder);
      yield {
        at: group.id,
        message: 'legacy',
        facts: { group: labelOf(design, group.id), rules: names },
        evidence: legacy.map(
          (rule) => `${rule.name} (${rule.priority}): Allow ${rule.destinationPortRanges.join(', ')}`,
        ),
        fix: {
          title: 'Remove the legacy rule',
          changes: names.map((name) => `Remove ${name} from ${group.name}`),
          apply: (before) =>
            edits.updateResource(before, group.id, 'network-security-group', {
              securityRules: group.securityRules.filter((rule) => !legacy.includes(rule)),
            }),
        },
      };
    }
  },
});

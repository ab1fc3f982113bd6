import { findOfKind, type RuleCollection, resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import { absent, isShown, nameOf } from '../names.ts';

/** A firewall policy, or a firewall with classic rules, and the collections it holds. */
export interface RuleHolder {
  readonly name: string;
  readonly kind: 'firewall-policy' | 'azure-firewall';
  /** Absent for classic rules, which are in no group. */
  readonly groups: readonly {
    readonly name: string | undefined;
    readonly priority: number | undefined;
    readonly collections: readonly RuleCollection[];
  }[];
  /** What is known to be missing: groups that the source does not list. */
  readonly isListed: boolean;
}

/** Everything that holds firewall rules, policies first, in the order of evaluation. */
export function ruleHolders(input: ExportInput): readonly RuleHolder[] {
  const { design } = input;
  const policies = resourcesOfKind(design, 'firewall-policy').map((policy): RuleHolder => {
    const groups = [...(policy.ruleCollectionGroups ?? [])].sort((a, b) => a.priority - b.priority);
    return {
      name: nameOf(input, policy.id),
      kind: policy.kind,
      groups: groups.map(({ name, priority, ruleCollections }) => ({
        name,
        priority,
        collections: byPriority(ruleCollections),
      })),
      isListed: policy.ruleCollectionGroups !== undefined || absent(input, policy) === 'none',
    };
  });
  const classic = resourcesOfKind(design, 'azure-firewall')
    .filter(({ firewallPolicy }) => findOfKind(design, firewallPolicy, 'firewall-policy') === undefined)
    .map(
      (firewall): RuleHolder => ({
        name: nameOf(input, firewall.id),
        kind: firewall.kind,
        groups: firewall.ruleCollections
          ? [{ name: undefined, priority: undefined, collections: byPriority(firewall.ruleCollections) }]
          : [],
        isListed: firewall.ruleCollections !== undefined || (isShown(firewall) && design.source.complete),
      }),
    );
  return [...policies, ...classic];
}

const byPriority = (collections: readonly RuleCollection[]) =>
  [...collections].sort((a, b) => a.priority - b.priority);

import { type Design, type ResourceId, resourcesOfKind } from '#model';
import { shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { cannotTell, defineRule, passed } from '../rule.ts';

/** The subnets and network interfaces that name a security group. */
function holdersByGroup(design: Design): ReadonlyMap<ResourceId | undefined, readonly ResourceId[]> {
  const holders = new Map<ResourceId | undefined, ResourceId[]>();
  for (const kind of ['subnet', 'network-interface'] as const)
    for (const { id, networkSecurityGroup: group } of resourcesOfKind(design, kind)) {
      const known = holders.get(group);
      if (known) known.push(id);
      else holders.set(group, [id]);
    }
  return holders;
}

export const networkSecurityGroupUnattached = defineRule({
  id: 'network-security-group-unattached',
  category: 'Subnets',
  severity: () => 'note',
  title: 'Network security group is attached to nothing',
  holds: 'The network security group is attached',
  remedy: 'Attach it to the subnet it was written for, or delete it.',
  messages: {
    unattached: (f: { group: string }) => `${f.group} is attached to nothing: its rules filter nothing`,
  },

  *check({ design, isComplete }) {
    const holders = holdersByGroup(design);
    for (const group of shownOfKind(design, 'network-security-group')) {
      const users = holders.get(group.id) ?? [];
      if (users.length > 0)
        yield passed(
          group.id,
          `Attached to ${users
            .map((id) => labelOf(design, id))
            .sort()
            .join(', ')}`,
        );
      else if (isComplete)
        yield {
          at: group.id,
          message: 'unattached',
          facts: { group: labelOf(design, group.id) },
          evidence: 'No subnet and no network interface names it',
        };
      else
        yield cannotTell(group.id, {
          fact: 'the subnets and network interfaces that use the security group',
          ...(group.azureId
            ? {
                command: `az network nsg show --ids "${group.azureId}" --query "{subnets:subnets,networkInterfaces:networkInterfaces}"`,
              }
            : {}),
        });
    }
  },
});

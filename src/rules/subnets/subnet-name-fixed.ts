import { doubtOf, fixedSubnetOf } from '#catalog';
import { childrenOf, edits, findOfKind, flatMapped, kinds, type Resource, resourceKinds } from '#model';
import { isShown, shownOfKind } from '../estate.ts';
import { labelOf } from '../labels.ts';
import { defineRule, passed } from '../rule.ts';

const machines: ReadonlySet<Resource['kind']> = new Set([
  'compute-instance',
  'compute-cluster',
  'serverless-compute',
  'kubernetes-cluster',
  'virtual-machine',
  'private-endpoint',
]);

/** Those that a subnet of a fixed name is for, or against. */
const judgedKinds = resourceKinds.filter(
  (kind) => kinds[kind].subnetName !== undefined || machines.has(kind),
);

export const subnetNameFixed = defineRule({
  id: 'subnet-name-fixed',
  category: 'Subnets',
  severity: () => 'error',
  title: 'Service and name of its subnet do not fit',
  holds: 'The subnet bears the name that its service requires',
  remedy: 'Give the subnet the name that Azure fixes, or move what does not belong there.',
  messages: {
    wrongName: (f: { resource: string; subnet: string; required: string }) =>
      `${f.resource} lies in ${f.subnet}, but its subnet has to be named ${f.required}`,
    dedicated: (f: { resource: string; subnet: string }) =>
      `${f.resource} lies in ${f.subnet}, which Azure keeps for another service`,
  },

  *check({ design }) {
    for (const resource of flatMapped(judgedKinds, (kind): readonly Resource[] =>
      shownOfKind(design, kind),
    )) {
      const subnet = findOfKind(design, resource.parent, 'subnet');
      const required = kinds[resource.kind].subnetName;
      if (!isShown(subnet)) continue;
      const facts = { resource: resource.name, subnet: labelOf(design, subnet.id) };
      if (required === undefined) {
        const fixed = fixedSubnetOf(subnet.name);
        if (machines.has(resource.kind) && fixed)
          yield {
            at: [resource.id, subnet.id],
            message: 'dedicated',
            facts,
            evidence: `subnet: ${subnet.name}`,
            doubt: doubtOf(fixed, 'isDedicated'),
          };
        continue;
      }
      if (subnet.name.toLowerCase() === required.toLowerCase()) {
        yield passed([resource.id, subnet.id], `subnet: ${subnet.name}`);
        continue;
      }
      const isFree = !childrenOf(design, subnet.parent).some(
        (one) => one.name.toLowerCase() === required.toLowerCase(),
      );
      yield {
        at: [resource.id, subnet.id],
        message: 'wrongName',
        facts: { ...facts, required },
        evidence: `subnet: ${subnet.name}`,
        fix:
          isFree && childrenOf(design, subnet.id).length === 1
            ? {
                title: `Rename the subnet to ${required}`,
                changes: [`Rename ${subnet.name} to ${required}`],
                apply: (before) => edits.updateResource(before, subnet.id, 'subnet', { name: required }),
              }
            : undefined,
      };
    }
  },
});

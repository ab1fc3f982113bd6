import { protocolInWords, type ResourceId, resourcesOfKind, type SecurityRule } from '#model';
import type { ExportInput } from '../exporter.ts';
import { isShown, nameOf } from '../names.ts';
import { listed, type Table } from './table.ts';

/** Every security rule of every network security group: inbound before outbound, each by priority. */
export const securityRules = (input: ExportInput): Table => ({
  columns: [
    'Network security group',
    'Attached to',
    'Direction',
    'Priority',
    'Name',
    'Access',
    'Protocol',
    'Sources',
    'Source ports',
    'Destinations',
    'Destination ports',
  ],
  rows: resourcesOfKind(input.design, 'network-security-group')
    .filter(isShown)
    .flatMap((group) =>
      inOrder(group.securityRules).map((rule) => [
        nameOf(input, group.id),
        listed(holdersOf(input, group.id)) || 'nothing',
        rule.direction,
        rule.priority,
        rule.name,
        rule.access,
        protocolInWords(rule.protocol),
        sides(input, rule.sourceAddressPrefixes, rule.sourceApplicationSecurityGroups),
        listed(rule.sourcePortRanges),
        sides(input, rule.destinationAddressPrefixes, rule.destinationApplicationSecurityGroups),
        listed(rule.destinationPortRanges),
      ]),
    ),
});

const inOrder = (rules: readonly SecurityRule[]) =>
  [...rules].sort((a, b) =>
    a.direction === b.direction ? a.priority - b.priority : a.direction < b.direction ? -1 : 1,
  );

const holdersOf = (input: ExportInput, id: ResourceId): readonly string[] =>
  [...resourcesOfKind(input.design, 'subnet'), ...resourcesOfKind(input.design, 'network-interface')]
    .filter((holder) => holder.networkSecurityGroup === id)
    .map((holder) => nameOf(input, holder.id));

const sides = (
  input: ExportInput,
  prefixes: readonly string[],
  groups: readonly ResourceId[] | undefined,
): string =>
  listed([...prefixes, ...(groups ?? []).map((id) => `application security group ${nameOf(input, id)}`)]);

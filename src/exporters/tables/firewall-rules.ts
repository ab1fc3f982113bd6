import { type FirewallRule, findResource, protocolInWords, type ResourceId } from '#model';
import type { ExportInput } from '../exporter.ts';
import { nameOf } from '../names.ts';
import { ruleHolders } from './rule-holders.ts';
import { listed, type Table } from './table.ts';

/** Every firewall rule in the order of evaluation, classic rules among them. */
export const firewallRules = (input: ExportInput): Table => ({
  columns: [
    'Policy or firewall',
    'Group',
    'Group priority',
    'Collection',
    'Priority',
    'Action',
    'Rule',
    'Type',
    'Sources',
    'Destinations',
    'Protocols and ports',
    'Translated to',
  ],
  rows: ruleHolders(input).flatMap((holder) =>
    holder.groups.flatMap((group) =>
      group.collections.flatMap((collection) =>
        collection.rules.map((rule) => [
          holder.name,
          group.name ?? '',
          group.priority ?? '',
          collection.name,
          collection.priority,
          collection.action,
          rule.name,
          typeNames[rule.ruleType],
          sourcesOf(input, rule) || '* (none stated)',
          destinationsOf(input, rule),
          protocolsOf(rule),
          translationOf(rule),
        ]),
      ),
    ),
  ),
});

const typeNames: Readonly<Record<FirewallRule['ruleType'], string>> = {
  NetworkRule: 'Network',
  ApplicationRule: 'Application',
  NatRule: 'NAT',
};

const groupNames = (input: ExportInput, ids: readonly ResourceId[] | undefined): readonly string[] =>
  (ids ?? []).map((id) => {
    const group = findResource(input.design, id);
    const members = group?.kind === 'ip-group' ? ` (${group.ipAddresses.join(', ')})` : '';
    return `IP group ${nameOf(input, id)}${members}`;
  });

const sourcesOf = (input: ExportInput, rule: FirewallRule): string =>
  listed([...rule.sourceAddresses, ...groupNames(input, rule.sourceIpGroups)]);

function destinationsOf(input: ExportInput, rule: FirewallRule): string {
  switch (rule.ruleType) {
    case 'NetworkRule':
      return listed([
        ...rule.destinationAddresses,
        ...groupNames(input, rule.destinationIpGroups),
        ...(rule.destinationFqdns ?? []),
      ]);
    case 'ApplicationRule':
      return listed([
        ...rule.targetFqdns,
        ...(rule.fqdnTags ?? []).map((tag) => `FQDN tag ${tag}`),
        ...(rule.targetUrls ?? []).map((url) => `URL ${url}`),
        ...(rule.webCategories ?? []).map((category) => `web category ${category}`),
      ]);
    case 'NatRule':
      return listed(rule.destinationAddresses);
  }
}

const protocolsOf = (rule: FirewallRule): string =>
  rule.ruleType === 'ApplicationRule'
    ? listed(
        rule.protocols.map(({ protocolType, port }) =>
          `${protocolInWords(protocolType)} ${port ?? ''}`.trim(),
        ),
      )
    : `${listed(rule.ipProtocols.map(protocolInWords))} ${listed(rule.destinationPorts)}`.trim();

const translationOf = (rule: FirewallRule): string =>
  rule.ruleType === 'NatRule'
    ? [rule.translatedAddress ?? rule.translatedFqdn, rule.translatedPort]
        .filter((part) => part !== undefined)
        .join(' port ')
    : '';

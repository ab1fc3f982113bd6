import { type FirewallRule, findOfKind, type ResourceId, type RuleCollection, resourcesOfKind } from '#model';
import type { Exporter, ExportInput, Omission } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { nameOf } from '../names.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { oneLine } from '../one-line.ts';
import { ruleHolders } from '../tables/rule-holders.ts';
import { command, isPlainWord, type Option, resourceGroup, resourceGroupOf, scriptHead } from './shell.ts';

/** Commands of the extension `azure-firewall`; its reference and its source were read for every option. */
const page = 'https://learn.microsoft.com/cli/azure/network/firewall/policy/rule-collection-group';
const base = 'az network firewall policy rule-collection-group';

/** Firewall rules as a script that adds them to policies that exist. */
export const firewallScript: Exporter = {
  id: 'firewall-azure-cli',
  export: (input) => {
    const { lines, omissions } = scriptOf(input);
    const policy = resourcesOfKind(input.design, 'firewall-policy')[0];
    const head = scriptHead(
      [`Firewall rules of ${oneLine(input.design.name)}`, `Options: ${page}`],
      resourceGroupOf(policy?.azureId),
    );
    return {
      files: [fileOf('firewall-azure-cli', input, [...head, ...lines].join('\n'))],
      omissions: [...omissions, ...notesOmitted(input)],
    };
  },
};

function scriptOf(input: ExportInput) {
  const lines: string[] = [];
  const omissions: Omission[] = [];
  for (const { name, kind, groups, isListed } of ruleHolders(input)) {
    if (!isListed)
      omissions.push({ what: `the rules of ${name}`, because: 'The source does not list them.' });
    if (kind === 'azure-firewall') {
      if (groups.length > 0)
        omissions.push({
          what: `the classic rules of ${name}`,
          because: 'The script writes rules of policies; the CSV has these.',
        });
      continue;
    }
    for (const group of groups) {
      if (group.name === undefined || group.priority === undefined) continue;
      const place = { policy: name, group: group.name };
      if (![name, group.name].every(isPlainWord)) {
        omissions.push({ what: `the rules of ${name}, group ${group.name}`, because: refused });
        continue;
      }
      lines.push(
        command(`${base} create`, [
          ['--resource-group', resourceGroup],
          ['--policy-name', name],
          ['--name', group.name],
          ['--priority', `${group.priority}`],
        ]),
        '',
      );
      for (const collection of group.collections) {
        const written = collectionCommands(input, place, collection);
        lines.push(...written.lines);
        omissions.push(...written.omissions);
      }
    }
  }
  if (lines.length === 0) lines.push('# The design shows no rules of a firewall policy.', '');
  return { lines, omissions };
}

const refused = 'The Azure CLI would not take a name or value in it for what it is.';

interface GroupPlace {
  readonly policy: string;
  readonly group: string;
}

/** The first rule makes the collection, the others are added to it. */
function collectionCommands(input: ExportInput, { policy, group }: GroupPlace, collection: RuleCollection) {
  const lines: string[] = [];
  const omissions: Omission[] = [];
  let isMade = false;
  for (const rule of collection.rules) {
    const options = optionsOf(input, rule);
    const words = [collection.name, rule.name, ...options.flatMap(([, ...values]) => values)];
    if (!words.every(isPlainWord)) {
      omissions.push({ what: `rule ${rule.name} of ${policy}`, because: refused });
      continue;
    }
    const where: readonly Option[] = [
      ['--resource-group', resourceGroup],
      ['--policy-name', policy],
      ['--rule-collection-group-name', group],
    ];
    const isNat = rule.ruleType === 'NatRule';
    lines.push(
      isMade
        ? command(`${base} collection rule add`, [
            ...where,
            ['--collection-name', collection.name],
            ['--name', rule.name],
            ['--rule-type', rule.ruleType],
            ...options,
          ])
        : command(`${base} collection ${isNat ? 'add-nat-collection' : 'add-filter-collection'}`, [
            ...where,
            ['--name', collection.name],
            ['--collection-priority', `${collection.priority}`],
            ['--action', collection.action],
            ['--rule-name', rule.name],
            ...(isNat ? [] : [['--rule-type', rule.ruleType] as const]),
            ...options,
          ]),
      '',
    );
    isMade = true;
  }
  return { lines, omissions };
}

/** Names by which the Azure CLI finds IP groups of the same resource group; ids where they are known. */
const ipGroups = (input: ExportInput, ids: readonly ResourceId[] | undefined): readonly string[] =>
  (ids ?? []).map((id) => findOfKind(input.design, id, 'ip-group')?.azureId ?? nameOf(input, id));

/** A rule without a source admits every source; the command wants it said. */
const sourcesOf = (input: ExportInput, rule: FirewallRule): readonly Option[] => {
  const groups = ipGroups(input, rule.sourceIpGroups);
  const addresses = rule.sourceAddresses.length === 0 && groups.length === 0 ? ['*'] : rule.sourceAddresses;
  return [
    ['--source-addresses', ...addresses],
    ['--source-ip-groups', ...groups],
  ];
};

function optionsOf(input: ExportInput, rule: FirewallRule): readonly Option[] {
  const sources = sourcesOf(input, rule);
  switch (rule.ruleType) {
    case 'NetworkRule':
      return [
        ...sources,
        ['--destination-addresses', ...rule.destinationAddresses],
        ['--destination-ip-groups', ...ipGroups(input, rule.destinationIpGroups)],
        ['--destination-fqdns', ...(rule.destinationFqdns ?? [])],
        ['--destination-ports', ...rule.destinationPorts],
        ['--ip-protocols', ...rule.ipProtocols],
      ];
    case 'ApplicationRule':
      return [
        ...sources,
        ['--target-fqdns', ...rule.targetFqdns],
        ['--fqdn-tags', ...(rule.fqdnTags ?? [])],
        ['--target-urls', ...(rule.targetUrls ?? [])],
        ['--web-categories', ...(rule.webCategories ?? [])],
        [
          '--protocols',
          ...rule.protocols.map(
            ({ protocolType, port }) => `${protocolType}=${port ?? portOf(protocolType)}`,
          ),
        ],
      ];
    case 'NatRule':
      return [
        ...sources,
        ['--destination-addresses', ...rule.destinationAddresses],
        ['--destination-ports', ...rule.destinationPorts],
        ['--ip-protocols', ...rule.ipProtocols],
        ...(rule.translatedAddress === undefined
          ? []
          : [['--translated-address', rule.translatedAddress] as const]),
        ...(rule.translatedFqdn === undefined ? [] : [['--translated-fqdn', rule.translatedFqdn] as const]),
        ...(rule.translatedPort === undefined ? [] : [['--translated-port', rule.translatedPort] as const]),
      ];
  }
}

const portOf = (protocolType: string): number => (protocolType.toLowerCase() === 'http' ? 80 : 443);

import { findOfKind, type ResourceOf, resourcesOfKind } from '#model';
import { parseAddress } from '#network';
import type { Exporter, ExportInput, Omission } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import { dnsEntrances, neededSuffixes } from '../forwarders/needed-suffixes.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { oneLine } from '../one-line.ts';
import { command, isPlainWord, resourceGroup, resourceGroupOf, scriptHead } from './shell.ts';

/** Command of the extension `dns-resolver`; its source was read for every option. */
const page = 'https://learn.microsoft.com/cli/azure/dns-resolver/forwarding-rule';

interface Rule {
  readonly name: string;
  readonly domain: string;
  readonly targets: readonly string[];
  readonly state: string;
}

/** Forwarding rules of DNS Private Resolver: those of the design, and those that networks without zones need. */
export const rulesetScript: Exporter = {
  id: 'forwarders-azure-cli',
  export: (input) => {
    const omissions: Omission[] = [];
    const rulesets = resourcesOfKind(input.design, 'dns-forwarding-ruleset');
    const parts = rulesets.map((ruleset) => rulesetLines(ruleset, omissions));
    const head = scriptHead(
      [
        `Forwarding rules of DNS Private Resolver for ${oneLine(input.design.name)}`,
        `Options: ${page}`,
        'Link a ruleset whose rules ask an inbound endpoint to other networks than the one of that endpoint:',
        'there its queries would come back to it.',
      ],
      resourceGroupOf(rulesets[0]?.azureId),
    );
    const lines = parts.length > 0 ? parts.flat() : newRuleset(input, omissions);
    return {
      files: [fileOf('forwarders-azure-cli', input, [...head, ...lines].join('\n'))],
      omissions: [...omissions, ...notesOmitted(input)],
    };
  },
};

function rulesetLines(
  ruleset: ResourceOf<'dns-forwarding-ruleset'>,
  omissions: Omission[],
): readonly string[] {
  const listed = ruleset.forwardingRules;
  if (listed === undefined)
    omissions.push({ what: `the rules of ${ruleset.name}`, because: 'The source does not list them.' });
  const rules = (listed ?? []).map(({ name, domainName, targetDnsServers, forwardingRuleState }) => ({
    name,
    domain: domainName,
    targets: targetDnsServers,
    state: forwardingRuleState ?? 'Enabled',
  }));
  if (rules.length === 0) return [`# ${oneLine(ruleset.name)} has no rule that the design shows.`, ''];
  return rules.flatMap((rule) => ruleLines(ruleset.name, rule, omissions));
}

/** Where the design has no ruleset: the rules that a network without linked zones would need. */
function newRuleset(input: ExportInput, omissions: Omission[]): readonly string[] {
  const { design } = input;
  const [entrance] = dnsEntrances(input).filter(
    ({ id, address }) =>
      address !== undefined && findOfKind(design, id, 'dns-resolver-endpoint')?.direction === 'inbound',
  );
  if (entrance?.address === undefined) {
    omissions.push({
      what: 'forwarding rules',
      because: 'The design has neither a ruleset nor an inbound endpoint that rules could ask.',
    });
    return ['# The design has no ruleset and no inbound endpoint that rules could ask.', ''];
  }
  const { address } = entrance;
  return [
    '# The design has no ruleset. These rules are for networks to which the private DNS zones are not linked.',
    ...[...neededSuffixes(input).keys()]
      .sort()
      .flatMap((suffix) =>
        ruleLines(
          'private-endpoints',
          { name: suffix.replaceAll('.', '-'), domain: suffix, targets: [address], state: 'Enabled' },
          omissions,
        ),
      ),
  ];
}

function ruleLines(ruleset: string, rule: Rule, omissions: Omission[]): readonly string[] {
  const { name, domain, targets, state } = rule;
  const isSafe =
    [ruleset, name].every(isPlainWord) &&
    /^[\w.-]*\.?$/.test(domain) &&
    targets.length > 0 &&
    targets.every((target) => parseAddress(target) !== undefined);
  if (!isSafe) {
    omissions.push({
      what: `rule ${name} of ${ruleset}`,
      because: 'The Azure CLI would not take a name or value in it for what it is.',
    });
    return [];
  }
  return [
    command('az dns-resolver forwarding-rule create', [
      ['--resource-group', resourceGroup],
      ['--ruleset-name', ruleset],
      ['--name', name],
      ['--domain-name', domain.endsWith('.') ? domain : `${domain}.`],
      ['--forwarding-rule-state', state],
      ['--target-dns-servers', `[${targets.map((target) => `{ip-address:${target},port:53}`).join(',')}]`],
    ]),
    '',
  ];
}

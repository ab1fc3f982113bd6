import { azureDnsAddress } from '#catalog';
import { type ResourceOf, resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import { dnsEntrances, neededSuffixes } from '../forwarders/needed-suffixes.ts';
import { absent, listOfNames, nameOf } from '../names.ts';
import type { Table } from './table.ts';

/** One row for each public suffix that the endpoints of the design make private. */
export function forwarderTable(input: ExportInput): Table {
  const target = targetText(input);
  return {
    columns: ['Public suffix', 'Needed for', 'Forward to', 'Present at'],
    rows: [...neededSuffixes(input)].map(([suffix, endpoints]) => [
      suffix,
      listOfNames(endpoints),
      target,
      presentAt(input, suffix),
    ]),
  };
}

/** Azure DNS answers only inside a virtual network, so everyone else asks something that lies in one. */
function targetText(input: ExportInput): string {
  const { design } = input;
  const entrances = dnsEntrances(input).map(({ name, address, isAddressExpected }) =>
    address === undefined ? name : `${name} ${address}${isAddressExpected ? ' (expected)' : ''}`,
  );
  const inside = `${azureDnsAddress} from a server in a virtual network`;
  if (resourcesOfKind(design, 'on-premises-network').length === 0) return inside;
  const outside =
    entrances.length > 0 ? listOfNames(entrances) : 'a DNS server in a virtual network (none yet)';
  return `${inside}; from on-premises: ${outside}`;
}

/** Whether somebody asks a server that is neither Azure DNS nor a proxy in front of it. */
export const hasOwnServers = (input: ExportInput): boolean =>
  forwarding.some((kind) => resourcesOfKind(input.design, kind).length > 0) ||
  unknownServers(input).length > 0;

const forwarding = ['dns-server', 'dns-forwarding-ruleset', 'on-premises-network'] as const;

/** Addresses that a virtual network asks and the design does not explain. */
function unknownServers(input: ExportInput): readonly string[] {
  const { design, network } = input;
  const answering = [
    ...resourcesOfKind(design, 'dns-server'),
    ...resourcesOfKind(design, 'azure-firewall'),
    ...resourcesOfKind(design, 'dns-resolver-endpoint'),
  ].flatMap(({ id }) => network.addressesOf(id));
  const known = new Set([azureDnsAddress, ...answering]);
  return resourcesOfKind(design, 'virtual-network').flatMap(({ id, dnsServers = [] }) =>
    dnsServers
      .filter((address) => !known.has(address))
      .map((address) => `${address} of ${nameOf(input, id)}`),
  );
}

function presentAt(input: ExportInput, suffix: string): string {
  const { design } = input;
  if (!hasOwnServers(input)) return 'not needed';
  const found = [
    ...resourcesOfKind(design, 'dns-server').flatMap((server) => serverText(input, server, suffix)),
    ...resourcesOfKind(design, 'dns-forwarding-ruleset').flatMap((ruleset) =>
      rulesetText(input, ruleset, suffix),
    ),
    ...unknownServers(input).map((server) => `${server}: not shown`),
  ];
  return found.join('; ') || 'nowhere';
}

/** A forwarder serves its own domain and everything below it. */
const covers = (domainName: string, suffix: string): boolean => {
  const domain = domainName.toLowerCase().replace(/\.$/, '');
  return domain === '' || suffix === domain || suffix.endsWith(`.${domain}`);
};

function serverText(input: ExportInput, server: ResourceOf<'dns-server'>, suffix: string): string[] {
  const name = nameOf(input, server.id);
  const { conditionalForwarders, forwarders = [] } = server;
  const match = conditionalForwarders?.find(({ domainName }) => covers(domainName, suffix));
  if (match) return [`${name} to ${match.targets.join(', ')}`];
  if (conditionalForwarders === undefined && absent(input, server) === 'not shown')
    return [`${name}: not shown`];
  return forwarders.includes(azureDnsAddress) ? [`${name} sends every name to ${azureDnsAddress}`] : [];
}

function rulesetText(
  input: ExportInput,
  ruleset: ResourceOf<'dns-forwarding-ruleset'>,
  suffix: string,
): string[] {
  const name = nameOf(input, ruleset.id);
  const { forwardingRules } = ruleset;
  if (forwardingRules === undefined)
    return absent(input, ruleset) === 'not shown' ? [`${name}: not shown`] : [];
  return forwardingRules
    .filter((rule) => rule.forwardingRuleState !== 'Disabled' && covers(rule.domainName, suffix))
    .map((rule) => `${name} to ${rule.targetDnsServers.join(', ')}`);
}

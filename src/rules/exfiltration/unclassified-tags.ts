import { requiredTags } from '#catalog';
import { flatMapped, type ResourceId, resourcesOfKind } from '#model';
import type { PacketQuery } from '#network';
import { designQuestion } from '../context.ts';
import type { RuleContext } from '../rule.ts';

/** A service tag that rules let out to although no page says whether data can be written behind it. */
interface UnclassifiedTag extends Pick<PacketQuery, 'protocol' | 'port'> {
  readonly tag: string;
}

/** Of the platform and of networks, not of services, and other spellings of what is required. */
const ofNoService: ReadonlySet<string> = new Set([
  'frontdoor.firstparty',
  'frontdoor.frontend',
  'keyvault',
  'internet',
  'virtualnetwork',
  'azureloadbalancer',
  'azurecloud',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
]);

/** With one port of each rule that names it. */
const tagsLetOut = designQuestion((design): readonly UnclassifiedTag[] => {
  const groups = flatMapped(resourcesOfKind(design, 'network-security-group'), ({ securityRules }) =>
    flatMapped(securityRules, (rule) =>
      rule.access === 'Allow' && rule.direction === 'Outbound'
        ? tagsOf(rule.destinationAddressPrefixes, [rule.protocol], rule.destinationPortRanges)
        : [],
    ),
  );
  const collections = [
    ...flatMapped(resourcesOfKind(design, 'azure-firewall'), (one) => one.ruleCollections ?? []),
    ...flatMapped(resourcesOfKind(design, 'firewall-policy'), (one) =>
      flatMapped(one.ruleCollectionGroups ?? [], ({ ruleCollections }) => ruleCollections),
    ),
  ];
  const firewalls = flatMapped(collections, ({ action, rules }) =>
    flatMapped(rules, (rule) =>
      action === 'Allow' && rule.ruleType === 'NetworkRule'
        ? tagsOf(rule.destinationAddresses, rule.ipProtocols, rule.destinationPorts)
        : [],
    ),
  );
  return [
    ...new Map(
      [...groups, ...firewalls].map((one) => [`${one.tag.toLowerCase()} ${one.protocol} ${one.port}`, one]),
    ).values(),
  ];
});

function tagsOf(
  places: readonly string[],
  protocols: readonly string[],
  ports: readonly string[],
): readonly UnclassifiedTag[] {
  const tags = places.filter((place) => /^[a-z]+(\.[a-z\d]+)?$/i.test(place) && !isClassified(place));
  const isUdp = protocols.length > 0 && protocols.every((one) => /^udp$/i.test(one));
  const [first = '443'] = ports;
  const port = first === '*' ? 443 : Number.parseInt(first, 10);
  return Number.isNaN(port) ? [] : tags.map((tag) => ({ tag, protocol: isUdp ? 'Udp' : 'Tcp', port }));
}

/** The service of a tag that is narrowed to a region is that of the whole; some tags have a dot of their own. */
function isClassified(tag: string): boolean {
  const whole = tag.toLowerCase();
  const [service = whole] = whole.split('.');
  return [whole, service].some((one) => requiredTags.has(one) || ofNoService.has(one));
}

/** Tags that something in a place can send to, of which it is not known whether anybody may have a place behind them. */
export function unclassifiedTagsFrom(
  { design, network }: RuleContext,
  from: ResourceId,
  known: ReadonlySet<string>,
): readonly string[] {
  const reached = tagsLetOut(design).filter(
    ({ tag, protocol, port }) =>
      ![tag.toLowerCase(), tag.toLowerCase().split('.')[0] ?? ''].some((one) => known.has(one)) &&
      network.fateOf({ from, to: { serviceTag: tag }, protocol, port }).verdict === 'delivered',
  );
  return [...new Set(reached.map(({ tag }) => tag))].sort();
}

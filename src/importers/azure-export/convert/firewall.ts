import type { FirewallRule, RuleCollection } from '#model';
import type { Converter, Reading } from '../conversion.ts';
import { unique } from '../estate.ts';
import type { Part } from '../part.ts';
import { skuOf } from './traffic.ts';

const tiers = ['Basic', 'Standard', 'Premium'] as const;
const threatIntelModes = ['Off', 'Alert', 'Deny'] as const;

type RuleType = FirewallRule['ruleType'];

/** A rule of a policy or of a firewall's own collections: the two differ in a few names. */
function firewallRule(rule: Part, ruleType: RuleType, { referAll }: Reading): FirewallRule {
  const groups = (property: string) => {
    const ids = rule.ids(property);
    return ids?.length ? referAll(property, ids, 'ip-group') : undefined;
  };
  const sourceIpGroups = groups('sourceIpGroups');
  const source = {
    name: rule.text('name') ?? '',
    sourceAddresses: rule.texts('sourceAddresses') ?? [],
    ...(sourceIpGroups && { sourceIpGroups }),
  };
  if (ruleType === 'ApplicationRule') {
    const fqdnTags = rule.texts('fqdnTags');
    const targetUrls = rule.texts('targetUrls');
    const webCategories = rule.texts('webCategories');
    return {
      ruleType,
      ...source,
      protocols: (rule.parts('protocols') ?? []).map((protocol) => {
        const port = protocol.count('port');
        return { protocolType: protocol.text('protocolType') ?? '', ...(port !== undefined && { port }) };
      }),
      targetFqdns: rule.texts('targetFqdns') ?? [],
      ...(fqdnTags?.length && { fqdnTags }),
      ...(targetUrls?.length && { targetUrls }),
      ...(webCategories?.length && { webCategories }),
    };
  }
  const network = {
    ...source,
    ipProtocols: rule.texts('ipProtocols') ?? rule.texts('protocols') ?? [],
    destinationAddresses: rule.texts('destinationAddresses') ?? [],
    destinationPorts: rule.texts('destinationPorts') ?? [],
  };
  if (ruleType === 'NetworkRule') {
    const destinationIpGroups = groups('destinationIpGroups');
    const destinationFqdns = rule.texts('destinationFqdns');
    return {
      ruleType,
      ...network,
      ...(destinationIpGroups && { destinationIpGroups }),
      ...(destinationFqdns?.length && { destinationFqdns }),
    };
  }
  const translatedAddress = rule.text('translatedAddress');
  const translatedFqdn = rule.text('translatedFqdn');
  const translatedPort = rule.text('translatedPort');
  return {
    ruleType,
    ...network,
    ...(translatedAddress !== undefined && { translatedAddress }),
    ...(translatedFqdn !== undefined && { translatedFqdn }),
    ...(translatedPort !== undefined && { translatedPort }),
  };
}

/** A collection of a policy, whose rules say what they are, or of a firewall, which has a list for each type. */
function ruleCollection(item: Part, reading: Reading, ruleType?: RuleType): RuleCollection | undefined {
  const collection = item.inner();
  const name = item.text('name') ?? '';
  const rules = collection.parts('rules');
  const priority = collection.count('priority');
  const isTranslating =
    ruleType === 'NatRule' || /natrulecollection$/i.test(collection.text('ruleCollectionType') ?? '');
  const action = isTranslating
    ? 'DNAT'
    : collection.part('action').oneOf('type', ['Allow', 'Deny', 'DNAT'] as const);
  if (!rules || priority === undefined || !action) {
    item.report(name, 'a rule collection needs priority, action and rules');
    return undefined;
  }
  return {
    name,
    priority,
    action,
    rules: rules.flatMap((rule) => {
      const type = ruleType ?? rule.oneOf('ruleType', ['NetworkRule', 'ApplicationRule', 'NatRule']);
      return type ? [firewallRule(rule, type, reading)] : [];
    }),
  };
}

const classicLists = [
  ['natRuleCollections', 'NatRule'],
  ['networkRuleCollections', 'NetworkRule'],
  ['applicationRuleCollections', 'ApplicationRule'],
] as const;

function classicCollections(reading: Reading): readonly RuleCollection[] | undefined {
  const { properties } = reading;
  const collections = classicLists.flatMap(([property, ruleType]) =>
    (properties.parts(property) ?? []).flatMap((item) => ruleCollection(item, reading, ruleType) ?? []),
  );
  const hasPolicy = properties.id('firewallPolicy') !== undefined;
  const isListed = classicLists.some(([property]) => properties.has(property));
  if (collections.length > 0) return collections;
  return hasPolicy || !(isListed || reading.estate.isComplete) ? undefined : [];
}

const dnsSettingsOf = (settings: Part) => {
  const enableProxy = settings.flag('enableProxy');
  const servers = settings.texts('servers');
  return { ...(enableProxy !== undefined && { enableProxy }), ...(servers && { servers }) };
};

/** A firewall without policy keeps its DNS settings among its additional properties, as text; Azure's tools put them beside the others. */
function classicDnsSettings(properties: Part) {
  const isNested = properties.has('additionalProperties') && !properties.has('Network.DNS.EnableProxy');
  const additional = isNested ? properties.part('additionalProperties') : properties;
  const enableProxy = additional.flag('Network.DNS.EnableProxy');
  const servers = additional
    .text('Network.DNS.Servers')
    ?.split(/[\s,]+/)
    .filter((server) => server !== '');
  if (enableProxy === undefined && !servers) return undefined;
  return { ...(enableProxy !== undefined && { enableProxy }), ...(servers && { servers }) };
}

export const azureFirewall: Converter = (reading) => {
  const { properties, refer } = reading;
  const configurations = (properties.parts('ipConfigurations') ?? []).map((item) => item.inner());
  const subnets = configurations.flatMap(
    (one) => refer('ipConfigurations.subnet', one.id('subnet'), 'subnet') ?? [],
  );
  const management = properties.part('managementIpConfiguration').inner();
  const hub = refer('virtualHub', properties.id('virtualHub'), 'virtual-wan-hub');
  return {
    kind: 'azure-firewall',
    parent: subnets[0] ?? hub,
    skuTier: (properties.has('sku') ? properties.part('sku') : skuOf(reading)).oneOf('tier', tiers),
    privateIPAddress:
      configurations.map((one) => one.text('privateIPAddress')).find((address) => address !== undefined) ??
      properties.part('hubIPAddresses').text('privateIPAddress'),
    publicIPAddresses: unique(
      configurations.flatMap(
        (one) =>
          refer('ipConfigurations.publicIPAddress', one.id('publicIPAddress'), 'public-ip-address') ?? [],
      ),
    ),
    managementSubnet: refer('managementIpConfiguration.subnet', management.id('subnet'), 'subnet'),
    managementPublicIPAddress: refer(
      'managementIpConfiguration.publicIPAddress',
      management.id('publicIPAddress'),
      'public-ip-address',
    ),
    firewallPolicy: refer('firewallPolicy', properties.id('firewallPolicy'), 'firewall-policy'),
    threatIntelMode: properties.oneOf('threatIntelMode', threatIntelModes),
    dnsSettings: classicDnsSettings(properties),
    ruleCollections: classicCollections(reading),
  };
};

/**
 * Groups count only when every one that the policy names can be read: half the rules decide nothing. Files that are said to
 * hold everything are not whole where they only name a group.
 */
function ruleCollectionGroups(reading: Reading) {
  const { row, estate, properties } = reading;
  const groups = estate.list(row, 'ruleCollectionGroups')?.map((item) => {
    const collections = item.inner().parts('ruleCollections');
    if (!collections && estate.isComplete)
      properties.report(
        'ruleCollectionGroups',
        `the rules of ${item.text('name') ?? 'a group'} are not given`,
      );
    const read = collections?.flatMap((collection) => ruleCollection(collection, reading) ?? []);
    return {
      name: item.text('name') ?? '',
      priority: item.inner().count('priority') ?? 0,
      ruleCollections: read ?? [],
      isWhole: read !== undefined && read.length === collections?.length,
    };
  });
  return groups?.every(({ isWhole }) => isWhole)
    ? groups.map(({ isWhole: _, ...group }) => group)
    : undefined;
}

export const firewallPolicy: Converter = (reading) => {
  const { properties, refer } = reading;
  return {
    kind: 'firewall-policy',
    skuTier: properties.part('sku').oneOf('tier', tiers),
    basePolicy: refer('basePolicy', properties.id('basePolicy'), 'firewall-policy'),
    threatIntelMode: properties.oneOf('threatIntelMode', threatIntelModes),
    dnsSettings: properties.has('dnsSettings') ? dnsSettingsOf(properties.part('dnsSettings')) : undefined,
    ruleCollectionGroups: ruleCollectionGroups(reading),
  };
};

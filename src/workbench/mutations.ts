import { type Design, edits, type Resource, type ResourceId, type ResourceKind } from '#model';

/** One thing taken out of a design, or damaged. */
export interface Mutation {
  /** Kind of change, by which survivors are explained: `remove routes of route-table`. */
  readonly kind: string;
  /** With the names of the case. */
  readonly title: string;
  /** What is changed. */
  readonly at: Resource;
  readonly design: Design;
}

/** Containers and people: to take them away changes the question. */
const kept: ReadonlySet<ResourceKind> = new Set([
  'region',
  'client',
  'on-premises-network',
  'internet',
  'workspace',
]);

/** Lists whose items are taken out one at a time; the other lists of a resource are emptied as a whole. */
const itemLists: ReadonlySet<string> = new Set([
  'securityRules',
  'routes',
  'virtualNetworkLinks',
  'definitions',
  'forwardingRules',
  'conditionalForwarders',
  'outboundRules',
]);

/** The opposite of a flag or of a word that says how open something is. */
const opposites: Readonly<Record<string, string>> = {
  Enabled: 'Disabled',
  Disabled: 'Enabled',
  Deny: 'Allow',
  Allow: 'Deny',
  Open: 'PrivateOnly',
  Premium: 'Basic',
  Standard: 'Basic',
  AllowOnlyApprovedOutbound: 'AllowInternetOutbound',
  AllowInternetOutbound: 'AllowOnlyApprovedOutbound',
};

const own: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'name', 'parent', 'azureId', 'tags', 'presence', 'expectedAddresses'],
]);

const isPrefix = (value: string) => /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/.test(value);

/** A prefix or an address moved to where nothing of a design lies. */
const moved = (prefix: string) =>
  prefix.replace(/^\d+\.\d+\.\d+/, (start) => `198.18.${start.split('.')[2] ?? 0}`);

const nameOf = (item: unknown, at: number): string =>
  item !== null && typeof item === 'object' && 'name' in item ? String(item.name) : String(at + 1);

/** The changes of one property, each with what it does. */
function* changesOf(
  key: string,
  value: unknown,
): Generator<readonly [words: string, detail: string, changed: unknown]> {
  if (typeof value === 'boolean') yield [`turn ${key}`, '', !value];
  else if (typeof value === 'string') {
    const opposite =
      key === 'isolationMode' && value === 'Disabled' ? 'AllowInternetOutbound' : opposites[value];
    if (opposite !== undefined) yield [`turn ${key}`, ` to ${opposite}`, opposite];
    else if (isPrefix(value)) yield [`move ${key}`, '', moved(value)];
    else yield [`remove ${key}`, '', undefined];
  } else if (Array.isArray(value)) {
    if (value.length === 0) return;
    if (value.every((one) => typeof one === 'string' && isPrefix(one)))
      yield [`move ${key}`, '', value.map((one: string) => moved(one))];
    else if (itemLists.has(key))
      for (const [at, item] of value.entries())
        yield [`remove one of ${key}`, ` (${nameOf(item, at)})`, value.filter((_, other) => other !== at)];
    else yield [`empty ${key}`, '', []];
  } else if (value !== null && typeof value === 'object')
    for (const [inner, item] of Object.entries(value))
      for (const [words, detail, changed] of changesOf(inner, item))
        yield [words, detail, changed === undefined ? without(value, inner) : { ...value, [inner]: changed }];
}

const without = (value: object, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

const withProperty = (design: Design, id: ResourceId, key: string, value: unknown): Design => ({
  ...design,
  resources: design.resources.map((one) =>
    one.id === id ? ((value === undefined ? without(one, key) : { ...one, [key]: value }) as Resource) : one,
  ),
});

/** Rules of firewalls lie two lists deep. */
function* firewallRules(design: Design, resource: Resource): Generator<Mutation> {
  if (resource.kind !== 'firewall-policy') return;
  for (const [g, group] of (resource.ruleCollectionGroups ?? []).entries())
    for (const [c, collection] of group.ruleCollections.entries())
      for (const rule of collection.rules) {
        const rules = collection.rules.filter((one) => one !== rule);
        const groups = (resource.ruleCollectionGroups ?? []).map((one, at) =>
          at === g
            ? {
                ...one,
                ruleCollections: one.ruleCollections.map((other, place) =>
                  place === c ? { ...other, rules } : other,
                ),
              }
            : one,
        );
        yield {
          kind: 'firewall-policy: remove one of rules',
          title: `remove rule ${rule.name} of ${resource.name}`,
          at: resource,
          design: edits.updateResource(design, resource.id, 'firewall-policy', {
            ruleCollectionGroups: groups,
          }),
        };
      }
}

/** Every way to take out or to damage one thing. */
export function* mutationsOf(design: Design): Generator<Mutation> {
  for (const resource of design.resources) {
    if (!kept.has(resource.kind))
      yield {
        kind: `${resource.kind}: remove`,
        title: `remove ${resource.name}`,
        at: resource,
        design: edits.removeResource(design, resource.id),
      };
    yield* firewallRules(design, resource);
    for (const [key, value] of Object.entries(resource)) {
      if (own.has(key) || key === 'ruleCollectionGroups') continue;
      for (const [words, detail, changed] of changesOf(key, value))
        yield {
          kind: `${resource.kind}: ${words}`,
          title: `${words}${detail} of ${resource.name}`,
          at: resource,
          design: withProperty(design, resource.id, key, changed),
        };
    }
  }
}

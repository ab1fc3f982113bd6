import {
  type Design,
  designSchema,
  emptyDesign,
  type Resource,
  type ResourceId,
  type ResourceKind,
  type ResourceOf,
  type SecurityRule,
  type StatedGoals,
} from '#model';

/** Properties of a kind as a test writes them: ids are plain texts. */
type Plain<T> = T extends ResourceId
  ? string
  : T extends readonly (infer U)[]
    ? readonly Plain<U>[]
    : T extends object
      ? { readonly [P in keyof T]: Plain<T[P]> }
      : T;
export type Properties<K extends ResourceKind> = Partial<
  Plain<Omit<ResourceOf<K>, 'id' | 'kind' | 'parent'>>
>;

/** A security rule as `allow 200 outbound tcp VirtualNetwork to Storage 443,445` says it. */
export const securityRule = (
  priority: number,
  access: 'Allow' | 'Deny',
  direction: 'Inbound' | 'Outbound',
  source: string,
  destination: string,
  ports = '*',
  protocol = '*',
): SecurityRule => ({
  name: `${access}-${direction}-${priority}`,
  priority,
  access,
  direction,
  protocol,
  sourceAddressPrefixes: [source],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: [destination],
  destinationPortRanges: ports.split(','),
});

/** What lists must hold even when a test does not care. */
const required: { readonly [K in ResourceKind]?: object } = {
  'virtual-network': { addressPrefixes: [] },
  subnet: { addressPrefixes: [] },
  'on-premises-network': { addressPrefixes: [] },
  'network-security-group': { securityRules: [] },
  'network-interface': { ipConfigurations: [] },
  'route-table': { routes: [] },
  'ip-group': { ipAddresses: [] },
  'virtual-network-gateway': { gatewayType: 'Vpn' },
  'load-balancer': { frontendIPConfigurations: [] },
  'service-endpoint-policy': { definitions: [] },
  'security-admin-rules': { virtualNetworks: [], rules: [] },
  'network-security-perimeter': { associations: [] },
  'private-endpoint': { groupIds: [] },
  'dns-resolver-endpoint': { direction: 'inbound' },
  'compute-cluster': { maxNodeCount: 1 },
  'kubernetes-cluster': { agentPoolProfiles: [] },
  'attached-compute': { computeType: 'VirtualMachine' },
  'private-link-service': { armType: 'Microsoft.Cache/Redis' },
};

const defaultRegion = 'westeurope';

/** A design in the making. Every step gives a new builder; a resource's id is its name. */
export class DesignBuilder {
  readonly #design: Design;

  constructor(design: Design) {
    this.#design = design;
  }

  #with(changes: Partial<Design>): DesignBuilder {
    return new DesignBuilder({ ...this.#design, ...changes });
  }

  /** Adds any resource. Its id is its name, or `parent/name` where that is taken. */
  add<K extends ResourceKind>(
    kind: K,
    name: string,
    parent?: string,
    properties: Properties<K> = {},
  ): DesignBuilder {
    const { resources } = this.#design;
    const isTaken = resources.some((resource) => resource.id === name);
    const made = {
      id: isTaken ? `${parent}/${name}` : name,
      kind,
      name,
      ...(parent === undefined ? {} : { parent }),
      ...required[kind],
      ...properties,
    } as unknown as Resource;
    return this.#with({ resources: [...resources, made] });
  }

  /** Adds what lies in a region, and the region itself where there is none. */
  inRegion<K extends ResourceKind>(kind: K, name: string, properties: Properties<K> = {}): DesignBuilder {
    const region = this.#design.resources.find((resource) => resource.kind === 'region');
    const start = region ? this : this.add('region', defaultRegion);
    return start.add(kind, name, region?.id ?? defaultRegion, properties);
  }

  /** Changes properties of a resource; `undefined` removes one. */
  set(id: string, properties: object): DesignBuilder {
    const resources = this.#design.resources.map((resource) => {
      if (resource.id !== id) return resource;
      const entries = Object.entries({ ...resource, ...properties });
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Resource;
    });
    if (!this.#design.resources.some((resource) => resource.id === id)) throw new Error(`No resource ${id}`);
    return this.#with({ resources });
  }

  remove(...ids: readonly string[]): DesignBuilder {
    for (const id of ids)
      if (!this.#design.resources.some((resource) => resource.id === id))
        throw new Error(`No resource ${id}`);
    return this.#with({ resources: this.#design.resources.filter((resource) => !ids.includes(resource.id)) });
  }

  goals(goals: StatedGoals): DesignBuilder {
    return this.#with({ goals: { ...this.#design.goals, ...goals } });
  }

  /** As an Azure export is: what is not there may exist all the same. */
  incomplete(): DesignBuilder {
    return this.#with({ source: { format: 'azure-export', complete: false } });
  }

  /** As an export of a whole estate is: what only an id tells of does not exist. */
  wholeExport(): DesignBuilder {
    return this.#with({ source: { format: 'azure-export', complete: true } });
  }

  accept(fingerprint: string, expires?: string): DesignBuilder {
    const acceptance = { fingerprint, reason: 'Known', owner: 'Ada', ...(expires ? { expires } : {}) };
    return this.#with({ accepted: [...this.#design.accepted, acceptance] });
  }

  virtualNetwork(
    name: string,
    prefixes: string,
    properties: Properties<'virtual-network'> = {},
  ): DesignBuilder {
    return this.inRegion('virtual-network', name, { addressPrefixes: prefixes.split(' '), ...properties });
  }

  subnet(
    name: string,
    network: string,
    prefixes: string,
    properties: Properties<'subnet'> = {},
  ): DesignBuilder {
    return this.add('subnet', name, network, { addressPrefixes: prefixes.split(' '), ...properties });
  }

  /** Both halves, Connected. */
  peering(one: string, other: string, properties: Properties<'virtual-network-peering'> = {}): DesignBuilder {
    return this.add('virtual-network-peering', `${one}-to-${other}`, one, {
      remoteVirtualNetwork: other,
      ...properties,
    }).add('virtual-network-peering', `${other}-to-${one}`, other, {
      remoteVirtualNetwork: one,
      ...properties,
    });
  }

  /** Adds a security group and attaches it to the subnets. */
  securityGroup(name: string, rules: readonly SecurityRule[], ...subnets: readonly string[]): DesignBuilder {
    const added = this.inRegion('network-security-group', name, { securityRules: rules });
    return subnets.reduce((builder, subnet) => builder.set(subnet, { networkSecurityGroup: name }), added);
  }

  /** Adds a route table and attaches it to the subnets. */
  routeTable(
    name: string,
    routes: Properties<'route-table'>['routes'] & object,
    ...subnets: readonly string[]
  ): DesignBuilder {
    const added = this.inRegion('route-table', name, { routes });
    return subnets.reduce((builder, subnet) => builder.set(subnet, { routeTable: name }), added);
  }

  /** A private endpoint `pe-target-group` that joins the zones, which are added and linked where they are missing. */
  privateEndpoint(
    target: string,
    group: string,
    subnet: string,
    zones: readonly string[] = [],
    properties: Properties<'private-endpoint'> = {},
  ): DesignBuilder {
    const network = this.#design.resources.find((resource) => resource.id === subnet)?.parent;
    const withZones = zones.reduce(
      (builder, zone) =>
        builder.has(zone) ? builder : builder.privateDnsZone(zone, ...(network ? [network] : [])),
      this as DesignBuilder,
    );
    return withZones.add('private-endpoint', `pe-${target}-${group}`, subnet, {
      target,
      groupIds: [group],
      privateDnsZoneGroups: zones.length > 0 ? [{ name: 'default', privateDnsZones: zones }] : [],
      ...properties,
    });
  }

  /** So many endpoints of services that the design does not show. */
  privateEndpoints(count: number, subnet: string): DesignBuilder {
    return Array.from({ length: count }, (_, at) => `pe-${at + 1}`).reduce(
      (builder, name) => builder.add('private-endpoint', name, subnet, { groupIds: ['vault'] }),
      this as DesignBuilder,
    );
  }

  privateDnsZone(name: string, ...networks: readonly string[]): DesignBuilder {
    const virtualNetworkLinks = networks.map((network) => ({
      name: `to-${network}`,
      virtualNetwork: network,
    }));
    return this.add('private-dns-zone', name, undefined, { virtualNetworkLinks });
  }

  has(id: string): boolean {
    return this.#design.resources.some((resource) => resource.id === id);
  }

  /** The same resources in the opposite order. */
  reversed(): DesignBuilder {
    return this.#with({ resources: [...this.#design.resources].reverse() });
  }

  /** The design, valid by its schema and frozen to its depths, so that an impure reader throws. */
  build(): Design {
    designSchema.parse(this.#design);
    return deepFreeze(this.#design);
  }
}

const deepFreeze = <T>(value: T): T => {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) deepFreeze(item);
  return Object.freeze(value);
};

/** An empty design to build upon. */
export const design = (name = 'test'): DesignBuilder => new DesignBuilder(emptyDesign(name));

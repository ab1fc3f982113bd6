import { blueprints } from '#blueprints';
import { placeName } from '#drawing';
import { type Design, kinds, type ResourceKind } from '#model';
import { DesignBuilder, design } from '../../src/testing/design-builder.ts';

/** A design as a file to be opened. */
export const fileOf = (one: Design | DesignBuilder) => {
  const built = one instanceof DesignBuilder ? one.build() : one;
  return { name: `${built.name}.json`, content: JSON.stringify(built) };
};

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const network = (name: string) =>
  design(name).virtualNetwork('vnet-ml', '10.0.0.0/16').subnet('snet-endpoints', 'vnet-ml', '10.0.0.0/24');

/** As many private endpoints in one subnet, each of a storage account. */
export const manyEndpoints = (count: number): DesignBuilder =>
  times(count, (at) => `stml${at + 1}`).reduce(
    (builder, name) =>
      builder
        .inRegion('storage-account', name, { publicNetworkAccess: 'Disabled' })
        .privateEndpoint(name, 'blob', 'snet-endpoints', ['privatelink.blob.core.windows.net']),
    network(`${count} endpoints`),
  );

/** A hub with a firewall and as many spokes, each with a cluster in it. */
export const manySpokes = (count: number): DesignBuilder =>
  times(count, (at) => at + 1).reduce(
    (builder, at) =>
      builder
        .virtualNetwork(`vnet-spoke-${at}`, `10.${at}.0.0/16`)
        .subnet(`snet-training-${at}`, `vnet-spoke-${at}`, `10.${at}.0.0/24`)
        .peering('vnet-hub', `vnet-spoke-${at}`)
        .add('compute-cluster', `cluster-${at}`, `snet-training-${at}`, {
          workspace: 'mlw',
          maxNodeCount: 4,
        }),
    design(`${count} spokes`)
      .virtualNetwork('vnet-hub', '10.0.0.0/16')
      .subnet('AzureFirewallSubnet', 'vnet-hub', '10.0.0.0/26')
      .add('azure-firewall', 'afw-hub', 'AzureFirewallSubnet')
      .inRegion('workspace', 'mlw'),
  );

const long = (start: string) =>
  `${start}-${'of-the-fraud-detection-team-in-the-production-landing-zone-'.repeat(2)}`.slice(0, 80);

/** Names as long as Azure lets many of them be. */
export const longNames = (): DesignBuilder =>
  design(long('design'))
    .virtualNetwork(long('vnet'), '10.0.0.0/16')
    .subnet(long('snet-training'), long('vnet'), '10.0.0.0/24')
    .subnet(long('snet-endpoints'), long('vnet'), '10.0.1.0/24')
    .inRegion('storage-account', long('st'), { publicNetworkAccess: 'Disabled' })
    .inRegion('workspace', long('mlw'), { storageAccount: long('st') })
    .add('compute-cluster', long('cluster'), long('snet-training'), {
      workspace: long('mlw'),
      maxNodeCount: 4,
    })
    .add('compute-instance', long('instance'), long('snet-training'), { workspace: long('mlw') })
    .privateEndpoint(long('st'), 'blob', long('snet-endpoints'), ['privatelink.blob.core.windows.net'])
    .securityGroup(long('nsg'), [], long('snet-training'));

/** Of which too little is known to judge it. */
export const incomplete = (): DesignBuilder =>
  network('Incomplete')
    .subnet('snet-training', 'vnet-ml', '10.0.1.0/24')
    .inRegion('workspace', 'mlw-fraud')
    .inRegion('storage-account', 'stfraud')
    .add('compute-cluster', 'cluster', 'snet-training', { workspace: 'mlw-fraud', maxNodeCount: 4 })
    .add('private-endpoint', 'pe-elsewhere', 'snet-endpoints', { groupIds: ['blob'] })
    .incomplete();

/** One subnet in which as many compute instances lie. */
export const manyInstances = (count: number): DesignBuilder =>
  times(count, (at) => `ci-${at + 1}`).reduce(
    (builder, name) => builder.add('compute-instance', name, 'snet-endpoints'),
    network(`${count} instances`),
  );

interface Shown {
  readonly design: Design;
  /** A resource of each kind that is shown here first. */
  readonly byKind: readonly (readonly [ResourceKind, string])[];
}

/** Kinds that no reference architecture has, in a design of one of each. */
function others(known: ReadonlySet<ResourceKind>): Shown {
  const missing = (Object.keys(kinds) as ResourceKind[]).filter((kind) => !known.has(kind));
  const built = missing.reduce((builder, kind) => {
    const { parents } = kinds[kind];
    if (parents.includes('region')) return builder.inRegion(kind, `my-${kind}`);
    return builder.add(kind, `my-${kind}`, parents.includes('subnet') ? 'snet-endpoints' : undefined);
  }, network('Other kinds'));
  return { design: built.build(), byKind: missing.map((kind) => [kind, `my-${kind}`]) };
}

/** Designs that together have a resource of every kind. */
export function designsOfEveryKind(): readonly Shown[] {
  const known = new Set<ResourceKind>();
  const shown = blueprints.flatMap((blueprint) => {
    const built = blueprint.build();
    const fresh = new Map(
      built.resources
        .filter(({ kind }) => !known.has(kind))
        .map((one) => [one.kind, placeName(one)] as const),
    );
    for (const kind of fresh.keys()) known.add(kind);
    return fresh.size > 0 ? [{ design: built, byKind: [...fresh] }] : [];
  });
  return [...shown, others(known)];
}

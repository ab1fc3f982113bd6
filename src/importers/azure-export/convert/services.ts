import type { Converter, Reading } from '../conversion.ts';
import { stateOf } from '../estate.ts';
import type { Part } from '../part.ts';
import { skuOf } from './traffic.ts';

const accessWords = ['Enabled', 'Disabled', 'SecuredByPerimeter'] as const;

/** Azure's words for what may pass the service firewall, as text with commas or as a list. */
const bypassOf = (rules: Part) =>
  rules.texts('bypass')?.flatMap((entry) =>
    entry
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

/** A service firewall: `networkAcls`, `networkRuleSet`, or spread over the properties. */
function networkAcls({ referAll }: Reading, rules: Part) {
  const defaultAction = rules.oneOf('defaultAction', ['Allow', 'Deny']);
  const bypass = bypassOf(rules);
  const ipRules = rules
    .parts('ipRules')
    ?.flatMap((one) => one.text('value') ?? one.text('ipMask') ?? one.text('ipAddressOrRange') ?? []);
  const subnets = rules
    .parts('virtualNetworkRules')
    ?.flatMap(
      (one) =>
        one.text('id') ??
        one.id('subnet') ??
        one.text('virtualNetworkSubnetId') ??
        one.text('virtualNetworkResourceId') ??
        [],
    );
  const virtualNetworkRules = referAll('networkAcls.virtualNetworkRules', subnets, 'subnet');
  const resourceAccessRules = rules
    .parts('resourceAccessRules')
    ?.flatMap((one) => one.text('resourceId') ?? []);
  return {
    ...(defaultAction && { defaultAction }),
    ...(bypass && { bypass }),
    ...(ipRules && { ipRules }),
    ...(virtualNetworkRules && { virtualNetworkRules }),
    ...(resourceAccessRules && { resourceAccessRules }),
  };
}

/** Connections as the service lists them. */
export function connectionsOf({ properties, refer }: Reading) {
  const list =
    properties.parts('privateEndpointConnections') ?? properties.parts('registryPrivateEndpointConnections');
  return list?.map((item) => {
    const inner = item.inner();
    const privateEndpoint = refer(
      'privateEndpointConnections',
      inner.id('privateEndpoint'),
      'private-endpoint',
    );
    const groupIds = inner.texts('groupIds') ?? inner.texts('groupId');
    const status =
      stateOf(inner.part('privateLinkServiceConnectionState')) ??
      stateOf(inner.part('registryPrivateLinkServiceConnectionState'));
    return {
      ...(privateEndpoint && { privateEndpoint }),
      ...(groupIds && { groupIds }),
      ...(status && { status }),
    };
  });
}

const ruleSets = ['networkAcls', 'networkRuleSet'] as const;

function service(reading: Reading) {
  const { properties } = reading;
  const rules = ruleSets.find((name) => properties.has(name));
  return {
    publicNetworkAccess: properties.oneOf('publicNetworkAccess', accessWords),
    networkAcls: rules && networkAcls(reading, properties.part(rules)),
    privateEndpointConnections: connectionsOf(reading),
  };
}

const kindText = ({ row }: Reading) => (typeof row.body.kind === 'string' ? row.body.kind : undefined);

export const storageAccount: Converter = (reading) => ({
  kind: 'storage-account',
  sku: skuOf(reading).text('name'),
  accountKind: kindText(reading),
  isHnsEnabled: reading.properties.flag('isHnsEnabled'),
  ...service(reading),
});

export const keyVault: Converter = (reading) => ({ kind: 'key-vault', ...service(reading) });

export const containerRegistry: Converter = (reading) => {
  const { row, estate, properties } = reading;
  const replications = estate.childRows(row.id, 'replications');
  const ownService = service(reading);
  const bypass = properties.oneOf('networkRuleBypassOptions', ['AzureServices', 'None']);
  return {
    kind: 'container-registry',
    sku: skuOf(reading).oneOf('name', ['Basic', 'Standard', 'Premium']),
    adminUserEnabled: properties.flag('adminUserEnabled'),
    anonymousPullEnabled: properties.flag('anonymousPullEnabled'),
    dataEndpointEnabled: properties.flag('dataEndpointEnabled'),
    quarantinePolicy: properties
      .part('policies')
      .part('quarantinePolicy')
      .oneOf('status', ['enabled', 'disabled']),
    replications:
      replications.length > 0
        ? replications.map((one) => one.id.names.at(-1) ?? '').sort()
        : estate.isComplete && row.body.properties
          ? []
          : undefined,
    ...ownService,
    networkAcls: bypass ? { ...ownService.networkAcls, bypass: [bypass] } : ownService.networkAcls,
  };
};

const monitored = ({ properties }: Reading) => ({
  publicNetworkAccessForIngestion: properties.oneOf('publicNetworkAccessForIngestion', accessWords),
  publicNetworkAccessForQuery: properties.oneOf('publicNetworkAccessForQuery', accessWords),
});

export const applicationInsights: Converter = (reading) => ({
  kind: 'application-insights',
  workspaceResource: reading.refer(
    'WorkspaceResourceId',
    reading.properties.text('WorkspaceResourceId'),
    'log-analytics',
  ),
  ...monitored(reading),
});

export const logAnalytics: Converter = (reading) => ({ kind: 'log-analytics', ...monitored(reading) });

export const aiServices: Converter = (reading) => ({
  kind: 'ai-services',
  accountKind: kindText(reading),
  ...service(reading),
});

export const aiSearch: Converter = (reading) => ({
  kind: 'ai-search',
  sku: skuOf(reading).text('name'),
  ...service(reading),
});

export const sqlServer: Converter = (reading) => ({ kind: 'sql-server', ...service(reading) });

/** Cosmos DB spreads its firewall over its properties: rules of either kind close it to everything else. */
export const cosmosDb: Converter = (reading) => {
  const { properties } = reading;
  const locations = properties.parts('locations');
  const bypass = properties.oneOf('networkAclBypass', ['None', 'AzureServices']);
  const rules = networkAcls(reading, properties);
  const isClosed =
    properties.flag('isVirtualNetworkFilterEnabled') === true || (rules.ipRules?.length ?? 0) > 0;
  return {
    kind: 'cosmos-db',
    additionalLocationCount: locations && Math.max(0, locations.length - 1),
    ...service(reading),
    networkAcls:
      properties.has('ipRules') || properties.has('virtualNetworkRules')
        ? { ...rules, defaultAction: isClosed ? 'Deny' : 'Allow', ...(bypass && { bypass: [bypass] }) }
        : undefined,
  };
};

/** Event Hubs keeps its firewall in a child resource. */
export const eventHubs: Converter = (reading) => {
  const { row, estate } = reading;
  const [rules] = estate.childRows(row.id, 'networkRuleSets');
  return {
    kind: 'event-hubs',
    sku: skuOf(reading).text('name'),
    ...service(reading),
    ...(rules && { networkAcls: networkAcls(reading, estate.partOf(rules)) }),
  };
};

export const dataFactory: Converter = (reading) => ({ kind: 'data-factory', ...service(reading) });

/** What has a private endpoint and no kind of its own. */
export const privateLinkService: Converter = (reading) => ({
  kind: 'private-link-service',
  armType: reading.row.id.type,
  ...service(reading),
});

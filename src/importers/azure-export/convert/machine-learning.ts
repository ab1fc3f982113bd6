import { isObject } from '../../json-object.ts';
import { kindOfType } from '../arm-types.ts';
import type { Converter, Reading } from '../conversion.ts';
import { datastoreOf } from '../datastores.ts';
import { clusterOfCompute } from '../estate.ts';
import type { Part } from '../part.ts';
import { ownerOf } from './places.ts';
import { connectionsOf } from './services.ts';

const enabled = ['Enabled', 'Disabled'] as const;

/** Of a managed network: an object by rule name, and rows of their own. */
function outboundRules({ row, estate, properties }: Reading) {
  const named = properties.part('managedNetwork').raw('outboundRules');
  const inline =
    typeof named === 'object' && named !== null && !Array.isArray(named)
      ? Object.entries(named).map(([name, value]) => ({ name, properties: value as unknown }))
      : undefined;
  const withInline =
    inline && row.body.properties
      ? { ...row, body: { ...row.body, properties: { outboundRules: inline } } }
      : { ...row, body: { ...row.body, properties: {} } };
  return estate.list(withInline, 'outboundRules')?.flatMap((item) => outboundRule(item) ?? []);
}

function outboundRule(item: Part) {
  const name = item.text('name') ?? '';
  const rule = item.inner();
  const type = rule.oneOf('type', ['PrivateEndpoint', 'ServiceTag', 'FQDN']);
  if (!type) {
    if (!rule.has('type')) item.report(name, 'an outbound rule needs a type');
    return undefined;
  }
  const category = rule.text('category');
  const status = rule.oneOf('status', ['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed']);
  const about = { name, type, ...(category !== undefined && { category }), ...(status && { status }) };
  if (type === 'FQDN') return { ...about, destination: rule.text('destination') ?? '' };
  const destination = rule.part('destination');
  if (type === 'ServiceTag') {
    const protocol = destination.text('protocol');
    const portRanges = destination.text('portRanges');
    const action = destination.oneOf('action', ['Allow', 'Deny']);
    const addressPrefixes = destination.texts('addressPrefixes');
    return {
      ...about,
      destination: destination.text('serviceTag') ?? '',
      ...(action && { action }),
      ...(addressPrefixes?.length && { addressPrefixes }),
      ...(protocol !== undefined && { protocol }),
      ...(portRanges !== undefined && { portRanges }),
    };
  }
  const subresourceTarget = destination.text('subresourceTarget');
  return {
    ...about,
    destination: destination.text('serviceResourceId') ?? '',
    ...(subresourceTarget !== undefined && { subresourceTarget }),
  };
}

function managedNetwork(reading: Reading) {
  const settings = reading.properties.part('managedNetwork');
  const isolationMode = settings.oneOf('isolationMode', [
    'Disabled',
    'AllowInternetOutbound',
    'AllowOnlyApprovedOutbound',
  ]);
  if (!isolationMode) return undefined;
  const firewallSku = settings.oneOf('firewallSku', ['Basic', 'Standard']);
  const rules = outboundRules(reading);
  return { isolationMode, ...(firewallSku && { firewallSku }), ...(rules && { outboundRules: rules }) };
}

/** Datastores in accounts that are shown, besides the default one. */
function datastores({ row, estate, properties, refer }: Reading) {
  const own = estate.resolve(properties.text('storageAccount') ?? '')?.key;
  const found = estate.childRows(row.id, 'datastores').flatMap((child) => {
    const datastore = datastoreOf(estate, child);
    if (!datastore || datastore.account.id.key === own) return [];
    const storageAccount = refer('datastores', datastore.account.id.spelled, 'storage-account');
    return storageAccount === undefined
      ? []
      : [{ name: datastore.name, storageAccount, groupIds: [datastore.groupId] }];
  });
  return found.length > 0 ? found : undefined;
}

/** What older versions of the API say instead: it counts once a private endpoint is there. */
function legacyAccess(properties: Part): (typeof enabled)[number] | undefined {
  if (properties.has('publicNetworkAccess')) return undefined;
  const isAllowed = properties.flag('allowPublicAccessWhenBehindVnet');
  const connections = properties.parts('privateEndpointConnections') ?? [];
  return isAllowed === false && connections.length > 0 ? 'Disabled' : undefined;
}

/** Newer versions of the API keep the addresses among access rules, as services do. */
function allowlist(properties: Part): readonly string[] | undefined {
  const stated = properties.texts('ipAllowlist');
  const rules = properties.part('networkAcls');
  if (stated?.length || rules.oneOf('defaultAction', ['Allow', 'Deny']) !== 'Deny') return stated;
  return rules.parts('ipRules')?.flatMap((rule) => rule.text('value') ?? []) ?? stated;
}

export const workspace: Converter = (reading) => {
  const { row, properties, refer } = reading;
  const kind = typeof row.body.kind === 'string' ? row.body.kind.toLowerCase() : '';
  return {
    kind: 'workspace',
    workspaceKind: (['Default', 'Hub', 'Project'] as const).find((word) => word.toLowerCase() === kind),
    hubWorkspace: refer('hubResourceId', properties.text('hubResourceId'), 'workspace'),
    storageAccount: refer('storageAccount', properties.text('storageAccount'), 'storage-account'),
    keyVault: refer('keyVault', properties.text('keyVault'), 'key-vault'),
    containerRegistry: refer('containerRegistry', properties.text('containerRegistry'), 'container-registry'),
    applicationInsights: refer(
      'applicationInsights',
      properties.text('applicationInsights'),
      'application-insights',
    ),
    publicNetworkAccess: properties.oneOf('publicNetworkAccess', enabled) ?? legacyAccess(properties),
    ipAllowlist: allowlist(properties),
    workspaceId: properties.text('workspaceId'),
    imageBuildCompute: properties.text('imageBuildCompute'),
    hbiWorkspace: properties.flag('hbiWorkspace'),
    v1LegacyMode: properties.flag('v1LegacyMode'),
    managedNetwork: managedNetwork(reading),
    datastores: datastores(reading),
    privateEndpointConnections: connectionsOf(reading),
  };
};

export const registry: Converter = (reading) => {
  const { properties, referAll } = reading;
  const regions = properties.parts('regionDetails');
  const accounts = (list: string, own: string) =>
    regions
      ?.flatMap((region) => region.parts(list) ?? [])
      .flatMap((detail) => detail.part(own).part('armResourceId').text('resourceId') ?? []);
  return {
    kind: 'registry',
    publicNetworkAccess: properties.oneOf('publicNetworkAccess', enabled),
    storageAccounts: referAll(
      'storageAccountDetails',
      accounts('storageAccountDetails', 'userCreatedStorageAccount'),
      'storage-account',
    ),
    containerRegistries: referAll(
      'acrDetails',
      accounts('acrDetails', 'userCreatedAcrAccount'),
      'container-registry',
    ),
    privateEndpointConnections: connectionsOf(reading),
  };
};

/** A compute of a workspace. What stands for a Kubernetes cluster is that cluster, attached. */
export const compute: Converter = (reading) => {
  const { row, properties, refer } = reading;
  const computeType = properties.text('computeType');
  const settings = properties.part('properties');
  const cluster = clusterOfCompute(row);
  if (cluster) {
    refer('resourceId', cluster.spelled, 'kubernetes-cluster');
    return undefined;
  }
  if (!isObject(properties.raw('properties')) && /^(computeinstance|amlcompute)$/i.test(computeType ?? ''))
    properties.report('properties', 'the settings of the compute are not given');
  const common = {
    parent: refer('subnet', settings.id('subnet'), 'subnet'),
    workspace: ownerOf(reading),
    vmSize: settings.text('vmSize'),
  };
  if (/^computeinstance$/i.test(computeType ?? ''))
    return {
      kind: 'compute-instance',
      ...common,
      enableNodePublicIp: settings.flag('enableNodePublicIp'),
      sshPublicAccess: settings.part('sshSettings').oneOf('sshPublicAccess', enabled),
    };
  if (/^amlcompute$/i.test(computeType ?? '')) {
    const scale = settings.part('scaleSettings');
    return {
      kind: 'compute-cluster',
      ...common,
      minNodeCount: scale.count('minNodeCount'),
      maxNodeCount: scale.count('maxNodeCount') ?? 0,
      enableNodePublicIp: settings.flag('enableNodePublicIp'),
    };
  }
  const target = properties.text('resourceId');
  const targetId = target === undefined ? undefined : reading.estate.resolve(target);
  const isModelled = targetId !== undefined && kindOfType(targetId.type) !== undefined;
  return {
    kind: 'attached-compute',
    ...common,
    computeType: computeType ?? 'unknown',
    target: isModelled ? refer('resourceId', target) : undefined,
  };
};

/** Workspaces keep the settings of serverless compute among their own. */
export function serverlessCompute(reading: Reading) {
  const settings = reading.properties.part('serverlessComputeSettings');
  const subnet = reading.refer(
    'serverlessComputeCustomSubnet',
    settings.text('serverlessComputeCustomSubnet'),
    'subnet',
  );
  return {
    kind: 'serverless-compute',
    parent: subnet,
    workspace: reading.refer('id', reading.row.id.spelled, 'workspace'),
    vmSize: undefined,
    serverlessComputeNoPublicIP: settings.flag('serverlessComputeNoPublicIP'),
    plannedNodeCount: undefined,
  } as const;
}

/** The second version of the managed NAT gateway sends as the first does. */
function outboundType(network: Part) {
  if (/^managedNATGatewayV2$/i.test(network.text('outboundType') ?? '')) return 'managedNATGateway';
  return network.oneOf('outboundType', [
    'loadBalancer',
    'userDefinedRouting',
    'managedNATGateway',
    'userAssignedNATGateway',
    'none',
    'block',
  ]);
}

export const kubernetesCluster: Converter = (reading) => {
  const { row, estate, properties, refer } = reading;
  const network = properties.part('networkProfile');
  const server = properties.part('apiServerAccessProfile');
  const pools = (estate.list(row, 'agentPoolProfiles', 'agentPools') ?? []).map((item) => {
    const pool = item.inner();
    const subnet = refer('vnetSubnetID', pool.text('vnetSubnetID'), 'subnet');
    const podSubnet = refer('podSubnetID', pool.text('podSubnetID'), 'subnet');
    const podIPAllocationMode = pool.oneOf('podIPAllocationMode', ['DynamicIndividual', 'StaticBlock']);
    const maxCount = pool.count('maxCount');
    const maxPods = pool.count('maxPods');
    const maxSurge = pool.part('upgradeSettings').text('maxSurge');
    return {
      name: item.text('name') ?? '',
      count: pool.count('count') ?? 0,
      ...(maxCount !== undefined && { maxCount }),
      ...(maxPods !== undefined && { maxPods }),
      ...(subnet && { subnet }),
      ...(podSubnet && { podSubnet }),
      ...(podIPAllocationMode && { podIPAllocationMode }),
      ...(maxSurge !== undefined && { maxSurge }),
    };
  });
  return {
    kind: 'kubernetes-cluster',
    parent: pools.find(({ subnet }) => subnet !== undefined)?.subnet,
    workspaces: estate.workspacesOf(row.id) ?? (estate.isComplete ? [] : undefined),
    agentPoolProfiles: pools,
    networkPlugin: network.oneOf('networkPlugin', ['azure', 'kubenet', 'none']),
    networkPluginMode: network.oneOf('networkPluginMode', ['overlay']),
    podCidr: network.text('podCidr'),
    serviceCidr: network.text('serviceCidr'),
    dnsServiceIP: network.text('dnsServiceIP'),
    outboundType: outboundType(network),
    enablePrivateCluster: server.flag('enablePrivateCluster'),
    authorizedIPRanges: server.texts('authorizedIPRanges'),
    privateEndpointConnections: connectionsOf(reading),
  };
};

export const onlineEndpoint: Converter = (reading) => {
  const { row, estate, properties, refer } = reading;
  const computeId = estate.resolve(properties.text('compute') ?? '');
  const computeRow = computeId && estate.rows.get(computeId.key);
  const isKubernetes = /^k8s$|^kubernetes/i.test(String(row.body.kind ?? '')) || computeId !== undefined;
  if (isKubernetes)
    return {
      kind: 'kubernetes-online-endpoint',
      workspace: ownerOf(reading),
      cluster: computeRow && refer('compute', clusterOfCompute(computeRow)?.spelled, 'kubernetes-cluster'),
    };
  return {
    kind: 'managed-online-endpoint',
    workspace: ownerOf(reading),
    publicNetworkAccess: properties.oneOf('publicNetworkAccess', enabled),
    deployments: estate.list(row, 'deployments')?.map((item) => {
      const deployment = item.inner();
      const egressPublicNetworkAccess = deployment.oneOf('egressPublicNetworkAccess', enabled);
      const instanceType = deployment.text('instanceType');
      const instanceCount = item.part('sku').count('capacity');
      return {
        name: item.text('name') ?? '',
        ...(egressPublicNetworkAccess && { egressPublicNetworkAccess }),
        ...(instanceType !== undefined && { instanceType }),
        ...(instanceCount !== undefined && { instanceCount }),
      };
    }),
  };
};

export const batchEndpoint: Converter = (reading) => {
  const { row, estate } = reading;
  return {
    kind: 'batch-endpoint',
    workspace: ownerOf(reading),
    deployments: estate.list(row, 'deployments')?.map((item) => {
      const compute = estate.computeOf(item.inner().text('compute'));
      return { name: item.text('name') ?? '', ...(compute && { compute }) };
    }),
  };
};

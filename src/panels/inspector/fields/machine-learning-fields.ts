import type { ResourceKind } from '#model';
import { connections } from './connection-rows.ts';
import {
  choice,
  type Field,
  flag,
  freePartName,
  list,
  number,
  onlyWhile,
  reference,
  references,
  rows,
  text,
  textOf,
  twoColumns,
  whileEmpty,
} from './field.ts';

const access = choice('publicNetworkAccess', 'Public network access', ['Enabled', 'Disabled'], 'Enabled');
const workspace = reference('workspace', 'Workspace', 'workspace');
const size = text('vmSize', 'Virtual machine size', 'any', 'Standard_DS3_v2');
const publicAddress = flag('enableNodePublicIp', 'Node public IP', 'On');

const deployments = rows('deployments', 'Deployments', {
  isUnlistedWhenAbsent: true,
  noun: 'deployment',
  columns: twoColumns,
  headsOf: () => ['Name', 'Public egress'],
  cells: (part) => [textOf(part.name), textOf(part.egressPublicNetworkAccess)],
  fields: () => [
    text('name', 'Name'),
    choice('egressPublicNetworkAccess', 'Egress public network access', ['Enabled', 'Disabled'], 'Enabled'),
    text('instanceType', 'Instance type'),
    number('instanceCount', 'Instance count'),
  ],
  additions: [
    { title: 'Add deployment', make: (_, present) => ({ name: freePartName(present, 'deployment') }) },
  ],
});

const ruleTypes = [
  ['PrivateEndpoint', 'Private endpoint'],
  ['ServiceTag', 'Service tag'],
] as const;

const outboundRules = rows('managedNetwork.outboundRules', 'Workspace managed outbound rules', {
  isUnlistedWhenAbsent: true,
  noun: 'rule',
  columns: twoColumns,
  headsOf: () => ['Type', 'Destination'],
  cells: (part) => [
    ruleTypes.find(([type]) => type === part.type)?.[1] ?? textOf(part.type),
    // Of a resource id the name tells it from others.
    textOf(part.destination).split('/').at(-1) ?? '',
  ],
  fields: () => [
    text('name', 'Name'),
    choice('type', 'Type', [...ruleTypes, 'FQDN']),
    text('destination', 'Destination', 'any', 'Host, tag or resource ID'),
    text('subresourceTarget', 'Subresource target'),
    text('protocol', 'Protocol', 'any', 'TCP, UDP, ICMP or *'),
    text('portRanges', 'Port ranges', 'any', 'For example 80,443'),
    choice('action', 'Action', ['Allow', 'Deny'], 'Allow'),
    list('addressPrefixes', 'Address prefixes', 'prefix', 'In place of the service tag'),
    choice('status', 'Status', ['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed'], 'Active'),
    whileEmpty('UserDefined by default', text('category', 'Category')),
  ],
  additions: [
    {
      title: 'Add rule',
      make: (_, present) => ({ name: freePartName(present, 'rule'), type: 'FQDN', destination: 'pypi.org' }),
    },
  ],
});

const datastores = rows('datastores', 'Datastores', {
  isUnlistedWhenAbsent: true,
  noun: 'datastore',
  columns: twoColumns,
  headsOf: () => ['Name', 'Storage account'],
  cells: (part, nameOf) => [textOf(part.name), nameOf(part.storageAccount)],
  fields: () => [
    text('name', 'Name'),
    reference('storageAccount', 'Storage account', 'storage-account'),
    list('groupIds', 'Group IDs', 'any', 'For example dfs'),
  ],
  additions: [
    {
      title: 'Add datastore',
      make: (_, present) => ({ name: freePartName(present, 'datastore'), groupIds: ['blob'] }),
    },
  ],
});

const agentPools = rows('agentPoolProfiles', 'Node pools', {
  noun: 'node pool',
  columns: twoColumns,
  headsOf: () => ['Name', 'Nodes at most'],
  cells: (part) => [textOf(part.name), textOf(part.maxCount ?? part.count)],
  fields: () => [
    text('name', 'Name'),
    number('count', 'Node count'),
    number('maxCount', 'Maximum node count'),
    number('maxPods', 'Maximum pods per node'),
    reference('subnet', 'Subnet', 'subnet'),
    reference('podSubnet', 'Pod subnet', 'subnet'),
    choice(
      'podIPAllocationMode',
      'Pod IP allocation',
      [
        ['DynamicIndividual', 'One by one'],
        ['StaticBlock', 'Static blocks'],
      ],
      'One by one',
    ),
    text('maxSurge', 'Maximum surge', 'any', 'For example 1 or 33%'),
  ],
  additions: [
    {
      title: 'Add node pool',
      make: (_, present) => ({ name: `pool${present.length + 1}`, count: 1, maxPods: 30 }),
    },
  ],
});

const batchDeployments = rows('deployments', 'Deployments', {
  isUnlistedWhenAbsent: true,
  noun: 'deployment',
  columns: twoColumns,
  headsOf: () => ['Name', 'Compute'],
  cells: (part, nameOf) => [textOf(part.name), nameOf(part.compute)],
  fields: () => [
    text('name', 'Name'),
    reference('compute', 'Compute', 'compute-cluster', 'kubernetes-cluster'),
  ],
  additions: [
    { title: 'Add deployment', make: (_, present) => ({ name: freePartName(present, 'deployment') }) },
  ],
});

/** Fields of Azure Machine Learning and its computes. */
export const machineLearningFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  workspace: [
    choice('workspaceKind', 'Kind', ['Default', 'Hub', 'Project'], 'Default'),
    reference('hubWorkspace', 'Hub workspace', 'workspace'),
    access,
    list('ipAllowlist', 'IP allowlist', 'any'),
    reference('storageAccount', 'Storage account', 'storage-account'),
    reference('keyVault', 'Key vault', 'key-vault'),
    reference('containerRegistry', 'Container registry', 'container-registry'),
    reference('applicationInsights', 'Application Insights', 'application-insights'),
    text('imageBuildCompute', 'Image build compute', 'any', 'Name of a cluster'),
    flag('hbiWorkspace', 'High business impact data', 'Off'),
    flag('v1LegacyMode', 'v1 legacy mode', 'Off'),
    whileEmpty('Given by Azure', text('workspaceId', 'Workspace ID')),
    choice(
      'managedNetwork.isolationMode',
      'Managed network isolation',
      [
        ['Disabled', 'Disabled'],
        ['AllowInternetOutbound', 'Internet outbound'],
        ['AllowOnlyApprovedOutbound', 'Approved outbound'],
      ],
      'Disabled',
    ),
    onlyWhile(
      'managedNetwork.isolationMode',
      ['AllowOnlyApprovedOutbound'],
      choice('managedNetwork.firewallSku', 'Firewall SKU', ['Basic', 'Standard'], 'Standard'),
    ),
    onlyWhile(
      'managedNetwork.isolationMode',
      ['AllowInternetOutbound', 'AllowOnlyApprovedOutbound'],
      outboundRules,
    ),
    datastores,
    connections,
  ],
  registry: [
    access,
    references('storageAccounts', 'Storage accounts', 'storage-account'),
    references('containerRegistries', 'Container registries', 'container-registry'),
    connections,
  ],
  'compute-instance': [
    workspace,
    size,
    publicAddress,
    choice('sshPublicAccess', 'SSH public access', ['Enabled', 'Disabled'], 'Disabled'),
  ],
  'compute-cluster': [
    workspace,
    size,
    number('minNodeCount', 'Minimum node count'),
    number('maxNodeCount', 'Maximum node count'),
    publicAddress,
  ],
  'serverless-compute': [
    workspace,
    size,
    choice(
      'serverlessComputeNoPublicIP',
      'Node public IP',
      [
        [false, 'On'],
        [true, 'Off'],
      ],
      'On',
    ),
    number('plannedNodeCount', 'Most nodes at once'),
  ],
  'kubernetes-cluster': [
    references('workspaces', 'Workspaces', 'workspace'),
    agentPools,
    choice('networkPlugin', 'Network plugin', [['azure', 'Azure CNI'], 'kubenet', 'none'], 'kubenet'),
    choice('networkPluginMode', 'Network plugin mode', [['overlay', 'Overlay']], 'Node subnet'),
    text('podCidr', 'Pod CIDR', 'prefix'),
    text('serviceCidr', 'Service CIDR', 'prefix'),
    text('dnsServiceIP', 'DNS service IP', 'address'),
    choice(
      'outboundType',
      'Outbound type',
      [
        ['loadBalancer', 'Load balancer'],
        ['userDefinedRouting', 'User-defined routing'],
        ['managedNATGateway', 'Managed NAT gateway'],
        ['userAssignedNATGateway', 'User-assigned NAT gateway'],
        ['none', 'None'],
        ['block', 'Block'],
      ],
      'Load balancer',
    ),
    flag('enablePrivateCluster', 'Private cluster', 'Off'),
    list('authorizedIPRanges', 'Authorized IP ranges', 'prefix'),
    connections,
  ],
  'attached-compute': [
    workspace,
    size,
    text('computeType', 'Compute type'),
    reference('target', 'Target', 'virtual-machine', 'kubernetes-cluster'),
  ],
  'managed-online-endpoint': [workspace, access, deployments],
  'batch-endpoint': [workspace, batchDeployments],
  'kubernetes-online-endpoint': [workspace, reference('cluster', 'Cluster', 'kubernetes-cluster')],
};

import type { ResourceKind } from '#model';
import {
  choice,
  type Field,
  flag,
  freePartName,
  list,
  number,
  reference,
  references,
  rows,
  text,
  textOf,
} from './field.ts';

const access = choice('publicNetworkAccess', 'Public network access', ['Enabled', 'Disabled'], 'Enabled');
const workspace = reference('workspace', 'Workspace', 'workspace');
const size = text('vmSize', 'Size', 'any', 'Standard_DS3_v2');
const publicAddress = flag('enableNodePublicIp', 'Public IP', 'On');

const deployments = rows('deployments', 'Deployments', {
  isUnlistedWhenAbsent: true,
  noun: 'deployment',
  columns: 'minmax(0, 1fr) auto',
  cells: (part) => [
    textOf(part.name),
    part.egressPublicNetworkAccess === undefined ? '' : `Egress ${textOf(part.egressPublicNetworkAccess)}`,
  ],
  fields: () => [
    text('name', 'Name'),
    choice('egressPublicNetworkAccess', 'Public egress', ['Enabled', 'Disabled'], 'Enabled'),
    text('instanceType', 'Instance type'),
    number('instanceCount', 'Instances'),
  ],
  additions: [
    { title: 'Add deployment', make: (_, present) => ({ name: freePartName(present, 'deployment') }) },
  ],
});

const outboundRules = rows('managedNetwork.outboundRules', 'Outbound rules of the managed network', {
  isUnlistedWhenAbsent: true,
  noun: 'rule',
  columns: '64px minmax(0, 1fr)',
  cells: (part) => [textOf(part.type), textOf(part.destination)],
  fields: () => [
    text('name', 'Name'),
    choice('type', 'Type', [['PrivateEndpoint', 'Private endpoint'], ['ServiceTag', 'Service tag'], 'FQDN']),
    text('destination', 'Destination'),
    text('subresourceTarget', 'Sub-resource'),
    text('protocol', 'Protocol'),
    text('portRanges', 'Ports', 'ports'),
  ],
  additions: [
    {
      title: 'Add rule',
      make: (_, present) => ({ name: freePartName(present, 'rule'), type: 'FQDN', destination: 'pypi.org' }),
    },
  ],
});

const agentPools = rows('agentPoolProfiles', 'Node pools', {
  noun: 'node pool',
  columns: 'minmax(0, 1fr) auto',
  cells: (part) => [textOf(part.name), `${textOf(part.maxCount ?? part.count)} nodes`],
  fields: () => [
    text('name', 'Name'),
    number('count', 'Nodes'),
    number('maxCount', 'Nodes', 'at most'),
    number('maxPods', 'Pods a node', 'at most'),
    reference('subnet', 'Subnet', 'subnet'),
    reference('podSubnet', 'Pod subnet', 'subnet'),
    text('maxSurge', 'Upgrade surge', 'any', '1 or 33%'),
  ],
  additions: [
    {
      title: 'Add node pool',
      make: (_, present) => ({ name: `pool${present.length + 1}`, count: 1, maxPods: 30 }),
    },
  ],
});

/** Fields of Azure Machine Learning and its computes. */
export const machineLearningFields: { readonly [K in ResourceKind]?: readonly Field[] } = {
  workspace: [
    choice('workspaceKind', 'Kind', ['Default', 'Hub', 'Project'], 'Default'),
    reference('hubWorkspace', 'Hub', 'workspace'),
    access,
    list('ipAllowlist', 'Admitted addresses'),
    reference('storageAccount', 'Storage account', 'storage-account'),
    reference('keyVault', 'Key vault', 'key-vault'),
    reference('containerRegistry', 'Container registry', 'container-registry'),
    reference('applicationInsights', 'Application Insights', 'application-insights'),
    text('imageBuildCompute', 'Image build compute', 'any', 'Name of a cluster'),
    flag('hbiWorkspace', 'High business impact', 'Off'),
    flag('v1LegacyMode', 'V1 legacy mode', 'Off'),
    choice(
      'managedNetwork.isolationMode',
      'Managed network',
      [
        ['Disabled', 'Off'],
        ['AllowInternetOutbound', 'Internet outbound'],
        ['AllowOnlyApprovedOutbound', 'Approved outbound only'],
      ],
      'Off',
    ),
    choice('managedNetwork.firewallSku', 'Managed firewall', ['Basic', 'Standard'], 'Standard'),
    outboundRules,
  ],
  registry: [
    access,
    references('storageAccounts', 'Storage accounts', 'storage-account'),
    references('containerRegistries', 'Container registries', 'container-registry'),
  ],
  'compute-instance': [
    workspace,
    size,
    publicAddress,
    choice('sshPublicAccess', 'SSH', ['Enabled', 'Disabled'], 'Disabled'),
  ],
  'compute-cluster': [
    workspace,
    size,
    number('minNodeCount', 'Nodes', 'at least'),
    number('maxNodeCount', 'Nodes', 'at most'),
    publicAddress,
  ],
  'serverless-compute': [
    workspace,
    size,
    flag('serverlessComputeNoPublicIP', 'No public IP', 'Off'),
    number('plannedNodeCount', 'Planned nodes', 'at the same time'),
  ],
  'kubernetes-cluster': [
    references('workspaces', 'Attached to', 'workspace'),
    agentPools,
    choice('networkPlugin', 'Network plugin', [['azure', 'Azure CNI'], 'kubenet', 'none'], 'kubenet'),
    choice('networkPluginMode', 'Plugin mode', [['overlay', 'Overlay']], 'Node subnet'),
    text('podCidr', 'Pod addresses', 'prefix'),
    text('serviceCidr', 'Service addresses', 'prefix'),
    text('dnsServiceIP', 'DNS service', 'address'),
    choice(
      'outboundType',
      'Outbound',
      [
        ['loadBalancer', 'Load balancer'],
        ['userDefinedRouting', 'User-defined routing'],
        ['managedNATGateway', 'Managed NAT gateway'],
        ['userAssignedNATGateway', 'Own NAT gateway'],
        ['none', 'None'],
        ['block', 'Blocked'],
      ],
      'Load balancer',
    ),
    flag('enablePrivateCluster', 'Private cluster', 'Off'),
    list('authorizedIPRanges', 'Authorised ranges'),
  ],
  'attached-compute': [
    workspace,
    text('computeType', 'Compute type'),
    reference('target', 'Is', 'virtual-machine', 'kubernetes-cluster'),
  ],
  'managed-online-endpoint': [workspace, access, deployments],
  'batch-endpoint': [workspace],
  'kubernetes-online-endpoint': [workspace, reference('cluster', 'Cluster', 'kubernetes-cluster')],
};

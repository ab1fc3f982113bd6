import { z } from 'zod';
import {
  count,
  flag,
  ipAddress,
  list,
  part,
  privateEndpointConnections,
  resource,
  resourceId,
  text,
} from '../resource-base.ts';

export const outboundRule = part({
  name: text,
  type: z.enum(['PrivateEndpoint', 'ServiceTag', 'FQDN']),
  category: text.optional(),
  /** FQDN rules: the host. Service tag rules: the tag. Private endpoint rules: the target's Azure resource id. */
  destination: text,
  subresourceTarget: text.optional(),
  protocol: text.optional(),
  portRanges: text.optional(),
});

export const workspace = resource('workspace', {
  workspaceKind: z.enum(['Default', 'Hub', 'Project']).optional(),
  hubWorkspace: resourceId.optional(),
  /** The id that Azure gave it, which its host names hold. */
  workspaceId: text.optional(),
  storageAccount: resourceId.optional(),
  keyVault: resourceId.optional(),
  containerRegistry: resourceId.optional(),
  applicationInsights: resourceId.optional(),
  /** Azure's default depends on the API version; absent counts as Enabled. */
  publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
  ipAllowlist: list(text).optional(),
  /** Name of the compute that builds images. */
  imageBuildCompute: text.optional(),
  hbiWorkspace: flag.optional(),
  v1LegacyMode: flag.optional(),
  managedNetwork: part({
    isolationMode: z.enum(['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound']),
    firewallSku: z.enum(['Basic', 'Standard']).optional(),
    /** Not listed when absent. */
    outboundRules: list(outboundRule).optional(),
  }).optional(),
  ...privateEndpointConnections,
});

export const registry = resource('registry', {
  publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
  storageAccounts: list(resourceId).optional(),
  containerRegistries: list(resourceId).optional(),
  ...privateEndpointConnections,
});

/** What computes of a workspace have in common. They lie in a subnet, or in a region when Azure hosts them. */
const compute = { workspace: resourceId.optional(), vmSize: text.optional() };

export const computeInstance = resource('compute-instance', {
  ...compute,
  /** Azure's default is true. */
  enableNodePublicIp: flag.optional(),
  sshPublicAccess: z.enum(['Enabled', 'Disabled']).optional(),
});

export const computeCluster = resource('compute-cluster', {
  ...compute,
  minNodeCount: count.optional(),
  maxNodeCount: count,
  /** Azure's default is true. */
  enableNodePublicIp: flag.optional(),
});

export const serverlessCompute = resource('serverless-compute', {
  ...compute,
  serverlessComputeNoPublicIP: flag.optional(),
  /** Nodes that jobs may use at the same time, as planned by the architect. */
  plannedNodeCount: count.optional(),
});

/** Lies in the subnet of its first node pool. */
export const kubernetesCluster = resource('kubernetes-cluster', {
  /** Workspaces it is attached to. */
  workspaces: list(resourceId).optional(),
  agentPoolProfiles: list(
    part({
      name: text,
      count,
      /** Autoscale maximum; `count` when absent. */
      maxCount: count.optional(),
      maxPods: count.optional(),
      subnet: resourceId.optional(),
      podSubnet: resourceId.optional(),
      /** How pods get addresses of the pod subnet; dynamic when absent. */
      podIPAllocationMode: z.enum(['DynamicIndividual', 'StaticBlock']).optional(),
      /** Upgrade surge nodes: a number or a percentage as Azure writes it. */
      maxSurge: text.optional(),
    }),
  ),
  networkPlugin: z.enum(['azure', 'kubenet', 'none']).optional(),
  networkPluginMode: z.enum(['overlay']).optional(),
  podCidr: text.optional(),
  serviceCidr: text.optional(),
  dnsServiceIP: ipAddress.optional(),
  outboundType: z
    .enum([
      'loadBalancer',
      'userDefinedRouting',
      'managedNATGateway',
      'userAssignedNATGateway',
      'none',
      'block',
    ])
    .optional(),
  enablePrivateCluster: flag.optional(),
  authorizedIPRanges: list(text).optional(),
  ...privateEndpointConnections,
});

/** A virtual machine, HDInsight, Databricks … attached to a workspace by reference. */
export const attachedCompute = resource('attached-compute', {
  ...compute,
  computeType: text,
  target: resourceId.optional(),
});

export const managedOnlineEndpoint = resource('managed-online-endpoint', {
  workspace: resourceId.optional(),
  publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
  /** Not listed when absent. */
  deployments: list(
    part({
      name: text,
      egressPublicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
      instanceType: text.optional(),
      instanceCount: count.optional(),
    }),
  ).optional(),
});

export const batchEndpoint = resource('batch-endpoint', {
  workspace: resourceId.optional(),
  /** Not listed when absent. */
  deployments: list(part({ name: text, compute: resourceId.optional() })).optional(),
});

export const kubernetesOnlineEndpoint = resource('kubernetes-online-endpoint', {
  workspace: resourceId.optional(),
  cluster: resourceId.optional(),
});

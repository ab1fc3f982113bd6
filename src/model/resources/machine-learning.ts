import { z } from 'zod/mini';
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
  category: z.optional(text),
  /** FQDN rules: the host. Service tag rules: the tag. Private endpoint rules: the target's Azure resource id. */
  destination: text,
  subresourceTarget: z.optional(text),
  protocol: z.optional(text),
  portRanges: z.optional(text),
  /** Service tag rules: Azure's default is Allow. */
  action: z.optional(z.enum(['Allow', 'Deny'])),
  /** Service tag rules: where given, they count in place of the tag. */
  addressPrefixes: z.optional(list(text)),
  /** Taken as Active when absent or Inactive: that is what provisioning makes it. */
  status: z.optional(z.enum(['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed'])),
});

export const workspace = resource('workspace', {
  workspaceKind: z.optional(z.enum(['Default', 'Hub', 'Project'])),
  hubWorkspace: z.optional(resourceId),
  /** The id that Azure gave it, which its host names hold. */
  workspaceId: z.optional(text),
  storageAccount: z.optional(resourceId),
  keyVault: z.optional(resourceId),
  containerRegistry: z.optional(resourceId),
  applicationInsights: z.optional(resourceId),
  /** Azure's default depends on the API version; absent counts as Enabled. */
  publicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
  ipAllowlist: z.optional(list(text)),
  /** Name of the compute that builds images. */
  imageBuildCompute: z.optional(text),
  hbiWorkspace: z.optional(flag),
  v1LegacyMode: z.optional(flag),
  managedNetwork: z.optional(
    part({
      isolationMode: z.enum(['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound']),
      firewallSku: z.optional(z.enum(['Basic', 'Standard'])),
      /** Not listed when absent. */
      outboundRules: z.optional(list(outboundRule)),
    }),
  ),
  /** Those in storage accounts besides the default one; not listed when absent. */
  datastores: z.optional(
    list(
      part({
        name: text,
        storageAccount: z.optional(resourceId),
        /** Sub-resources of the account that it is read by. */
        groupIds: list(text),
      }),
    ),
  ),
  ...privateEndpointConnections,
});

export const registry = resource('registry', {
  publicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
  storageAccounts: z.optional(list(resourceId)),
  containerRegistries: z.optional(list(resourceId)),
  ...privateEndpointConnections,
});

/** What computes of a workspace have in common. They lie in a subnet, or in a region when Azure hosts them. */
const compute = { workspace: z.optional(resourceId), vmSize: z.optional(text) };

export const computeInstance = resource('compute-instance', {
  ...compute,
  /** Azure's default is true. */
  enableNodePublicIp: z.optional(flag),
  sshPublicAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
});

export const computeCluster = resource('compute-cluster', {
  ...compute,
  minNodeCount: z.optional(count),
  maxNodeCount: count,
  /** Azure's default is true. */
  enableNodePublicIp: z.optional(flag),
});

export const serverlessCompute = resource('serverless-compute', {
  ...compute,
  serverlessComputeNoPublicIP: z.optional(flag),
  /** Nodes that jobs may use at the same time, as planned by the architect. */
  plannedNodeCount: z.optional(count),
});

/** Lies in the subnet of its first node pool. */
export const kubernetesCluster = resource('kubernetes-cluster', {
  /** Workspaces it is attached to. */
  workspaces: z.optional(list(resourceId)),
  agentPoolProfiles: list(
    part({
      name: text,
      count,
      /** Autoscale maximum; `count` when absent. */
      maxCount: z.optional(count),
      maxPods: z.optional(count),
      subnet: z.optional(resourceId),
      podSubnet: z.optional(resourceId),
      /** How pods get addresses of the pod subnet; dynamic when absent. */
      podIPAllocationMode: z.optional(z.enum(['DynamicIndividual', 'StaticBlock'])),
      /** Upgrade surge nodes: a number or a percentage as Azure writes it. */
      maxSurge: z.optional(text),
    }),
  ),
  networkPlugin: z.optional(z.enum(['azure', 'kubenet', 'none'])),
  networkPluginMode: z.optional(z.enum(['overlay'])),
  podCidr: z.optional(text),
  serviceCidr: z.optional(text),
  dnsServiceIP: z.optional(ipAddress),
  outboundType: z.optional(
    z.enum([
      'loadBalancer',
      'userDefinedRouting',
      'managedNATGateway',
      'userAssignedNATGateway',
      'none',
      'block',
    ]),
  ),
  enablePrivateCluster: z.optional(flag),
  authorizedIPRanges: z.optional(list(text)),
  ...privateEndpointConnections,
});

/** A virtual machine, HDInsight, Databricks … attached to a workspace by reference. */
export const attachedCompute = resource('attached-compute', {
  ...compute,
  computeType: text,
  target: z.optional(resourceId),
});

export const managedOnlineEndpoint = resource('managed-online-endpoint', {
  workspace: z.optional(resourceId),
  publicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
  /** Not listed when absent. */
  deployments: z.optional(
    list(
      part({
        name: text,
        egressPublicNetworkAccess: z.optional(z.enum(['Enabled', 'Disabled'])),
        instanceType: z.optional(text),
        instanceCount: z.optional(count),
      }),
    ),
  ),
});

export const batchEndpoint = resource('batch-endpoint', {
  workspace: z.optional(resourceId),
  /** Not listed when absent. */
  deployments: z.optional(list(part({ name: text, compute: z.optional(resourceId) }))),
});

export const kubernetesOnlineEndpoint = resource('kubernetes-online-endpoint', {
  workspace: z.optional(resourceId),
  cluster: z.optional(resourceId),
});

/**
 * Azure facts as data, each with its source and the day it was read.
 * May not: know designs, compute verdicts or do I/O.
 */

export { type AddressesPerResource, addressesPerResource, legacyDeploymentEndpoints } from './addresses.ts';
export { type FetchCommand, fetchCommands } from './child-types.ts';
export { type Cloud, clouds, type PerCloud } from './cloud.ts';
export {
  defaultOutboundRetirement,
  egressOptions,
  type FirewallTier,
  firewallTierOf,
  firewallTiers,
} from './egress.ts';
export { catalogEntries } from './entries.ts';
export {
  serviceEndpointPolicyAliases,
  serviceEndpointPolicyExclusions,
  serviceEndpointPolicyRules,
} from './exfiltration.ts';
export { childTypeCount, fetchCommandFor, showCommandFor } from './fetch-commands.ts';
export { graphQueryCommand } from './graph-query.ts';
export {
  type CountedAddresses,
  kubernetesServiceRange,
  type NodePool,
  nodeSubnetAddresses,
  nodesOfPodRange,
  type PodNetworking,
  podNetworkings,
  podSubnetAddresses,
  surgeNodes,
} from './kubernetes-addresses.ts';
export { firewallFqdnTags, kubernetesInnerPorts } from './kubernetes-outbound.ts';
export {
  azureDnsAddress,
  azureDnsTag,
  type DefaultSecurityRule,
  defaultSecurityRules,
  largestSubnetPrefixLength,
  type PlatformLimit,
  platformLimits,
  reservedAddressesPerSubnet,
  serviceTags,
  smallestSubnetPrefixLength,
  unroutedPrefixes,
} from './limits.ts';
export {
  type IsolationMode,
  managedNetworkComputes,
  managedNetworkHostRules,
  managedNetworkModes,
  managedNetworkTags,
  managedNetworkTargets,
} from './managed-network.ts';
export { isOpenToAll, openSuffixes } from './open-suffixes.ts';
export { curatedEnvironmentImages } from './optional-software.ts';
export type {
  ComputeKind,
  Condition,
  InboundRequirement,
  OutboundRequirement,
  UnderExfiltrationPrevention,
} from './outbound.ts';
export {
  type EndpointConstraint,
  type PrivateLinkServiceFacts,
  type ServiceHost,
  type Subresource,
  zoneInRegion,
} from './private-link.ts';
export { regions } from './regions.ts';
export { requiredInbound, requiredSubnetOutbound } from './required-inbound.ts';
export { frontDoorFrontendReplacement, requiredOutbound, requiredTags } from './required-outbound.ts';
export {
  privateEndpointNetworkPolicies,
  privateEndpointStates,
  serviceEndpoints,
} from './service-endpoints.ts';
export { admitsByRulesAlone, anyAddressInAzure, serviceFirewalls } from './service-firewalls.ts';
export {
  isStorageHost,
  isZoneOfKind,
  ofAccountKind,
  privateLinkServiceOf,
  privateLinkServices,
  reservedDomainOf,
  subresourceOf,
  zonesOf,
} from './services/index.ts';
export { publicNetworkAccessValues, type Setting, settings } from './settings.ts';
export { type Disagreement, doubtOf, type Source, type Sourced } from './source.ts';
export { sources } from './sources.ts';
export {
  type DelegatedSubnet,
  delegatedSubnets,
  type FixedSubnet,
  type ForbiddenPrefix,
  fixedSubnetOf,
  fixedSubnets,
  forbiddenPrefixes,
} from './subnets.ts';
export {
  computeSubnet,
  placementRules,
  trustedAccess,
  type WorkspaceDependency,
  workspaceDependencies,
} from './workspace-dependencies.ts';

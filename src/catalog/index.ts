/**
 * Azure facts as data, each with its source and the day it was read.
 * May not: know designs, compute verdicts or do I/O.
 */
export { type Cloud, clouds, type PerCloud } from './cloud.ts';
export {
  type FetchCommand,
  fetchCommandFor,
  fetchCommands,
  graphQueryCommand,
} from './fetch-commands.ts';
export {
  azureDnsAddress,
  type DefaultSecurityRule,
  defaultSecurityRules,
  type PlatformLimit,
  platformLimits,
  reservedAddressesPerSubnet,
  serviceEndpointPolicyAliases,
  serviceTags,
  smallestSubnetPrefixLength,
} from './limits.ts';
export type { ComputeKind, Condition, InboundRequirement, OutboundRequirement } from './outbound.ts';
export {
  type PrivateLinkServiceFacts,
  type ServiceHost,
  type Subresource,
  zoneInRegion,
} from './private-link.ts';
export { requiredInbound } from './required-inbound.ts';
export { firewallFqdnTags, frontDoorFrontendReplacement, requiredOutbound } from './required-outbound.ts';
export { privateLinkServiceOf, privateLinkServices, subresourceOf, zonesOf } from './services/index.ts';
export type { Source } from './source.ts';
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

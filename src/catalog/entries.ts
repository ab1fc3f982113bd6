import { addressesPerResource, legacyDeploymentEndpoints } from './addresses.ts';
import { fetchCommands } from './child-types.ts';
import { defaultOutboundRetirement, egressOptions, firewallTiers } from './egress.ts';
import {
  serviceEndpointPolicyAliases,
  serviceEndpointPolicyExclusions,
  serviceEndpointPolicyRules,
} from './exfiltration.ts';
import { kubernetesServiceRange, podNetworkings } from './kubernetes-addresses.ts';
import { kubernetesInnerPorts } from './kubernetes-outbound.ts';
import { platformLimits, reservedAddressesPerSubnet, unroutedPrefixes } from './limits.ts';
import {
  managedNetworkComputes,
  managedNetworkHostRules,
  managedNetworkModes,
  managedNetworkTags,
  managedNetworkTargets,
} from './managed-network.ts';
import { openSuffixes } from './open-suffixes.ts';
import { curatedEnvironmentImages } from './optional-software.ts';
import { requiredInbound, requiredSubnetOutbound } from './required-inbound.ts';
import { frontDoorFrontendReplacement, requiredOutbound } from './required-outbound.ts';
import {
  privateEndpointNetworkPolicies,
  privateEndpointStates,
  serviceEndpoints,
} from './service-endpoints.ts';
import { serviceFirewalls } from './service-firewalls.ts';
import { privateLinkServices } from './services/index.ts';
import { publicNetworkAccessValues, settings } from './settings.ts';
import type { Sourced } from './source.ts';
import { delegatedSubnets, fixedSubnets, forbiddenPrefixes } from './subnets.ts';
import {
  computeSubnet,
  placementRules,
  trustedAccess,
  workspaceDependencies,
} from './workspace-dependencies.ts';

/** Every entry of the catalogue, by what it is about: for those who ask where facts come from and how old they are. */
export const catalogEntries: Readonly<Record<string, readonly Sourced[]>> = {
  'private link services': privateLinkServices,
  'firewalls of services': serviceFirewalls,
  'service endpoints': serviceEndpoints,
  'network policies of private endpoints': privateEndpointNetworkPolicies,
  'states of private endpoints': [privateEndpointStates],
  'dependencies of a workspace': workspaceDependencies,
  placement: [...placementRules, computeSubnet],
  'trusted access': trustedAccess,
  'required outbound': requiredOutbound,
  'what replaces required outbound': [frontDoorFrontendReplacement, curatedEnvironmentImages],
  'ports within a cluster': [kubernetesInnerPorts],
  'required inbound': requiredInbound,
  'required outbound of subnets': requiredSubnetOutbound,
  'exfiltration prevention': [
    serviceEndpointPolicyAliases,
    serviceEndpointPolicyRules,
    ...serviceEndpointPolicyExclusions,
  ],
  'fixed subnets': fixedSubnets,
  'delegated subnets': delegatedSubnets,
  'forbidden prefixes': forbiddenPrefixes,
  limits: [...platformLimits, reservedAddressesPerSubnet, unroutedPrefixes],
  addresses: [...addressesPerResource, legacyDeploymentEndpoints],
  'addresses of Kubernetes': [...podNetworkings, kubernetesServiceRange],
  'managed virtual network': [
    ...managedNetworkModes,
    managedNetworkTags,
    managedNetworkHostRules,
    managedNetworkTargets,
    managedNetworkComputes,
  ],
  settings: [...settings, publicNetworkAccessValues],
  egress: [...egressOptions, defaultOutboundRetirement, ...firewallTiers],
  'ends of names that anybody can have': openSuffixes,
  'fetch commands': fetchCommands,
};

import { addressSpaceOverlap } from './addresses/address-space-overlap.ts';
import { forbiddenAddressRange } from './addresses/forbidden-address-range.ts';
import { kubernetesRangeUnfit } from './addresses/kubernetes-range-unfit.ts';
import { platformLimitExceeded } from './addresses/platform-limit-exceeded.ts';
import { subnetExhausted } from './addresses/subnet-exhausted.ts';
import { subnetOutsideNetwork } from './addresses/subnet-outside-network.ts';
import { subnetOverlap } from './addresses/subnet-overlap.ts';
import { subnetTooSmall } from './addresses/subnet-too-small.ts';
import { computeInOtherRegion } from './compute/compute-in-other-region.ts';
import { computeOutsideNetwork } from './compute/compute-outside-network.ts';
import { computeWithoutWorkspaceEndpoint } from './compute/compute-without-workspace-endpoint.ts';
import { kubernetesEgressPublic } from './compute/kubernetes-egress-public.ts';
import { kubernetesNetworkingRetired } from './compute/kubernetes-networking-retired.ts';
import { kubernetesSubnetTrafficBlocked } from './compute/kubernetes-subnet-traffic-blocked.ts';
import { dnsForwarderMissing } from './dns/dns-forwarder-missing.ts';
import { dnsForwardsPrivatelinkSuffix } from './dns/dns-forwards-privatelink-suffix.ts';
import { dnsRecordOverwritten } from './dns/dns-record-overwritten.ts';
import { monitorZoneWithoutPrivateLinkScope } from './dns/monitor-zone-without-private-link-scope.ts';
import { privateDnsZoneHidesNames } from './dns/private-dns-zone-hides-names.ts';
import { privateDnsZoneMissing } from './dns/private-dns-zone-missing.ts';
import { privateDnsZoneNotLinked } from './dns/private-dns-zone-not-linked.ts';
import { privateDnsZoneWrong } from './dns/private-dns-zone-wrong.ts';
import { rulesetLinkedToOtherRegion } from './dns/ruleset-linked-to-other-region.ts';
import { rulesetLoops } from './dns/ruleset-loops.ts';
import { onlineDeploymentEgress } from './endpoints/online-deployment-egress.ts';
import { onlineEndpointPublic } from './endpoints/online-endpoint-public.ts';
import { dataCanLeave } from './exfiltration/data-can-leave.ts';
import { egressNotRestricted } from './exfiltration/egress-not-restricted.ts';
import { registryWithoutDataEndpoints } from './exfiltration/registry-without-data-endpoints.ts';
import { serviceEndpointPolicyMisplaced } from './exfiltration/service-endpoint-policy-misplaced.ts';
import { serviceEndpointPolicyWithoutAlias } from './exfiltration/service-endpoint-policy-without-alias.ts';
import { serviceEndpointWithoutPolicy } from './exfiltration/service-endpoint-without-policy.ts';
import { storageReachableAnywhere } from './exfiltration/storage-reachable-anywhere.ts';
import { bastionWithoutPublicAddress } from './inbound/bastion-without-public-address.ts';
import { computeHasPublicIp } from './inbound/compute-has-public-ip.ts';
import { computeSshPublic } from './inbound/compute-ssh-public.ts';
import { inboundOpenToInternet } from './inbound/inbound-open-to-internet.ts';
import { kubernetesApiPublic } from './inbound/kubernetes-api-public.ts';
import { legacyBatchInbound } from './inbound/legacy-batch-inbound.ts';
import { requiredInboundMissing } from './inbound/required-inbound-missing.ts';
import { monitorOutsidePrivateOnlyScope } from './monitoring/monitor-outside-private-only-scope.ts';
import { monitorPublic } from './monitoring/monitor-public.ts';
import { monitorUnreachable } from './monitoring/monitor-unreachable.ts';
import { privateLinkScopesShareDns } from './monitoring/private-link-scopes-share-dns.ts';
import { egressMissing } from './outbound/egress-missing.ts';
import { firewallApplicationRuleWithoutSource } from './outbound/firewall-application-rule-without-source.ts';
import { firewallHostRuleUnfit } from './outbound/firewall-host-rule-unfit.ts';
import { firewallRuleAnyAny } from './outbound/firewall-rule-any-any.ts';
import { firewallTierUnfit } from './outbound/firewall-tier-unfit.ts';
import { firewallWithoutPublicAddress } from './outbound/firewall-without-public-address.ts';
import { jumpBoxCutOff } from './outbound/jump-box-cut-off.ts';
import { managedNetworkRuleRefused } from './outbound/managed-network-rule-refused.ts';
import { managedNetworkTargetDoubled } from './outbound/managed-network-target-doubled.ts';
import { managedNetworkWayMissing } from './outbound/managed-network-way-missing.ts';
import { requiredOutboundBlocked } from './outbound/required-outbound-blocked.ts';
import { softwareUnreachable } from './outbound/software-unreachable.ts';
import { subnetOutboundShut } from './outbound/subnet-outbound-shut.ts';
import { privateEndpointMissing } from './private-endpoints/private-endpoint-missing.ts';
import { privateEndpointNotApproved } from './private-endpoints/private-endpoint-not-approved.ts';
import { privateEndpointOptional } from './private-endpoints/private-endpoint-optional.ts';
import { privateEndpointUnknownSubResource } from './private-endpoints/private-endpoint-unknown-sub-resource.ts';
import { publicNetworkAccess } from './private-endpoints/public-network-access.ts';
import { storageAddressRules } from './private-endpoints/storage-address-rules.ts';
import { studioStorageEndpointMissing } from './private-endpoints/studio-storage-endpoint-missing.ts';
import { trustedServicesNotAdmitted } from './private-endpoints/trusted-services-not-admitted.ts';
import { gatewayTransitRefused } from './routing/gateway-transit-refused.ts';
import { nextHopUnknown } from './routing/next-hop-unknown.ts';
import { peeringLeavesOut } from './routing/peering-leaves-out.ts';
import { peeringNotConnected } from './routing/peering-not-connected.ts';
import { peeringOneSided } from './routing/peering-one-sided.ts';
import { privateEndpointBypassesRoute } from './routing/private-endpoint-bypasses-route.ts';
import { publicIpComputeBehindFirewall } from './routing/public-ip-compute-behind-firewall.ts';
import type { Rule } from './rule.ts';
import { computeSharesSubnetWithEndpoints } from './subnets/compute-shares-subnet-with-endpoints.ts';
import { computeSubnetDelegated } from './subnets/compute-subnet-delegated.ts';
import { conflictingEntries } from './subnets/conflicting-entries.ts';
import { defaultOutboundAccess } from './subnets/default-outbound-access.ts';
import { natGatewayNotAllowed } from './subnets/nat-gateway-not-allowed.ts';
import { networkSecurityGroupMissing } from './subnets/network-security-group-missing.ts';
import { networkSecurityGroupNotAllowed } from './subnets/network-security-group-not-allowed.ts';
import { networkSecurityGroupUnattached } from './subnets/network-security-group-unattached.ts';
import { resolverSubnetUnfit } from './subnets/resolver-subnet-unfit.ts';
import { routeTableNotAllowed } from './subnets/route-table-not-allowed.ts';
import { securityRuleShadowed } from './subnets/security-rule-shadowed.ts';
import { subnetNameFixed } from './subnets/subnet-name-fixed.ts';
import { goalsContradictory } from './workspace/goals-contradictory.ts';
import { imageBuildComputeMissing } from './workspace/image-build-compute-missing.ts';
import { publicWorkspaceClosedStorage } from './workspace/public-workspace-closed-storage.ts';
import { referenceDangling } from './workspace/reference-dangling.ts';
import { registryAdminUser } from './workspace/registry-admin-user.ts';
import { registryNotPremium } from './workspace/registry-not-premium.ts';
import { registryQuarantine } from './workspace/registry-quarantine.ts';
import { registryServiceEndpoint } from './workspace/registry-service-endpoint.ts';
import { workspaceEndpointElsewhere } from './workspace/workspace-endpoint-elsewhere.ts';
import { workspaceLegacyMode } from './workspace/workspace-legacy-mode.ts';
import { workspaceWithoutDependency } from './workspace/workspace-without-dependency.ts';

/** Every rule, one a line, in the order of the checklist. */
export const allRules: readonly Rule[] = [
  privateEndpointMissing,
  privateEndpointNotApproved,
  privateEndpointOptional,
  privateEndpointUnknownSubResource,
  publicNetworkAccess,
  storageAddressRules,
  studioStorageEndpointMissing,
  trustedServicesNotAdmitted,
  dnsForwarderMissing,
  dnsForwardsPrivatelinkSuffix,
  dnsRecordOverwritten,
  monitorZoneWithoutPrivateLinkScope,
  privateDnsZoneHidesNames,
  privateDnsZoneMissing,
  privateDnsZoneNotLinked,
  privateDnsZoneWrong,
  rulesetLinkedToOtherRegion,
  rulesetLoops,
  egressMissing,
  firewallApplicationRuleWithoutSource,
  firewallHostRuleUnfit,
  firewallRuleAnyAny,
  firewallTierUnfit,
  firewallWithoutPublicAddress,
  jumpBoxCutOff,
  managedNetworkWayMissing,
  managedNetworkRuleRefused,
  managedNetworkTargetDoubled,
  requiredOutboundBlocked,
  softwareUnreachable,
  subnetOutboundShut,
  bastionWithoutPublicAddress,
  computeHasPublicIp,
  computeSshPublic,
  inboundOpenToInternet,
  kubernetesApiPublic,
  legacyBatchInbound,
  requiredInboundMissing,
  conflictingEntries,
  securityRuleShadowed,
  dataCanLeave,
  egressNotRestricted,
  registryWithoutDataEndpoints,
  serviceEndpointPolicyMisplaced,
  serviceEndpointPolicyWithoutAlias,
  serviceEndpointWithoutPolicy,
  storageReachableAnywhere,
  addressSpaceOverlap,
  forbiddenAddressRange,
  kubernetesRangeUnfit,
  platformLimitExceeded,
  subnetExhausted,
  subnetOutsideNetwork,
  subnetOverlap,
  subnetTooSmall,
  computeSharesSubnetWithEndpoints,
  computeSubnetDelegated,
  defaultOutboundAccess,
  natGatewayNotAllowed,
  networkSecurityGroupMissing,
  networkSecurityGroupNotAllowed,
  networkSecurityGroupUnattached,
  resolverSubnetUnfit,
  routeTableNotAllowed,
  subnetNameFixed,
  gatewayTransitRefused,
  nextHopUnknown,
  peeringLeavesOut,
  peeringNotConnected,
  peeringOneSided,
  privateEndpointBypassesRoute,
  publicIpComputeBehindFirewall,
  computeInOtherRegion,
  computeOutsideNetwork,
  computeWithoutWorkspaceEndpoint,
  kubernetesEgressPublic,
  kubernetesNetworkingRetired,
  kubernetesSubnetTrafficBlocked,
  goalsContradictory,
  imageBuildComputeMissing,
  publicWorkspaceClosedStorage,
  referenceDangling,
  registryAdminUser,
  registryNotPremium,
  registryQuarantine,
  registryServiceEndpoint,
  workspaceEndpointElsewhere,
  workspaceLegacyMode,
  workspaceWithoutDependency,
  onlineDeploymentEgress,
  onlineEndpointPublic,
  monitorOutsidePrivateOnlyScope,
  monitorPublic,
  monitorUnreachable,
  privateLinkScopesShareDns,
];

const titles: ReadonlyMap<string, string> = new Map(allRules.map(({ id, title }) => [id, title]));

/** Of one of Isoplan's rules; the id itself where no rule has it. */
export const titleOfRule = (id: string): string => titles.get(id) ?? id;

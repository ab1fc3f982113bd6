import { dnsForwarderMissing } from './dns/dns-forwarder-missing.ts';
import { dnsForwardsPrivatelinkSuffix } from './dns/dns-forwards-privatelink-suffix.ts';
import { dnsRecordOverwritten } from './dns/dns-record-overwritten.ts';
import { monitorZoneWithoutPrivateLinkScope } from './dns/monitor-zone-without-private-link-scope.ts';
import { privateDnsZoneMissing } from './dns/private-dns-zone-missing.ts';
import { privateDnsZoneNotLinked } from './dns/private-dns-zone-not-linked.ts';
import { privateDnsZoneWrong } from './dns/private-dns-zone-wrong.ts';
import { privateEndpointMissing } from './private-endpoints/private-endpoint-missing.ts';
import { gatewayTransitRefused } from './routing/gateway-transit-refused.ts';
import { peeringNotConnected } from './routing/peering-not-connected.ts';
import { peeringOneSided } from './routing/peering-one-sided.ts';
import type { Rule } from './rule.ts';
import { computeSharesSubnetWithEndpoints } from './subnets/compute-shares-subnet-with-endpoints.ts';
import { computeSubnetDelegated } from './subnets/compute-subnet-delegated.ts';
import { defaultOutboundAccess } from './subnets/default-outbound-access.ts';
import { networkSecurityGroupMissing } from './subnets/network-security-group-missing.ts';
import { networkSecurityGroupUnattached } from './subnets/network-security-group-unattached.ts';
import { routeTableNotAllowed } from './subnets/route-table-not-allowed.ts';
import { subnetNameFixed } from './subnets/subnet-name-fixed.ts';
import { imageBuildComputeMissing } from './workspace/image-build-compute-missing.ts';
import { registryAdminUser } from './workspace/registry-admin-user.ts';
import { registryNotPremium } from './workspace/registry-not-premium.ts';
import { workspaceLegacyMode } from './workspace/workspace-legacy-mode.ts';

/** Every rule, one a line, in the order of the checklist. */
export const allRules: readonly Rule[] = [
  privateEndpointMissing,
  dnsForwarderMissing,
  dnsForwardsPrivatelinkSuffix,
  dnsRecordOverwritten,
  monitorZoneWithoutPrivateLinkScope,
  privateDnsZoneMissing,
  privateDnsZoneNotLinked,
  privateDnsZoneWrong,
  computeSharesSubnetWithEndpoints,
  computeSubnetDelegated,
  defaultOutboundAccess,
  networkSecurityGroupMissing,
  networkSecurityGroupUnattached,
  routeTableNotAllowed,
  subnetNameFixed,
  gatewayTransitRefused,
  peeringNotConnected,
  peeringOneSided,
  imageBuildComputeMissing,
  registryAdminUser,
  registryNotPremium,
  workspaceLegacyMode,
];

/**
 * The effective network: addressing, routes, NSG verdicts, DNS answers and reachability, derived from a design.
 * May not: judge (that is a rule), render, or do I/O.
 */
export {
  addressPlan,
  atSmallestSize,
  type PlannedNetwork,
  type PlannedSubnet,
  useText,
} from './address-plan.ts';
export {
  contains,
  firstUsableAddress,
  formatAddress,
  formatPrefix,
  isPrivateAddress,
  nextFreePrefix,
  type Prefix,
  parseAddress,
  parseLoosePrefix,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
  rangeToPrefixes,
} from './cidr.ts';
export { deriveNetwork } from './derive.ts';
export { isPrivateLinkZone } from './dns-zones.ts';
export { furtherSubnetsOf, podSubnetsOf } from './estate.ts';
export { hostNamesOf } from './host-names.ts';
export { matchInstances } from './instance-access.ts';
export { keepAddresses } from './keep-addresses.ts';
export type {
  AddressUse,
  Destination,
  EffectiveFirewallRule,
  EffectiveRoute,
  EffectiveSecurityRule,
  Egress,
  Fate,
  Hop,
  JumpBox,
  ManagedNetwork,
  ManagedNetworkRule,
  MissingFact,
  Network,
  PacketQuery,
  RequiredFlow,
  Resolution,
  ShadowedRule,
  SubnetUsage,
  TaggedAnswer,
  Trace,
  Verdict,
} from './network.ts';
export { nextFreeNetwork, spaceForNetworks } from './network-space.ts';
export { commonWays } from './open-ways.ts';
export { type Shift, shifted, shiftsInto, withShifts } from './shift.ts';
export { compactRegion, holdEveryAddress, rangeOf } from './tags.ts';

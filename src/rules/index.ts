/**
 * What is wrong with a design, why, and what to do about it.
 * May not: compute networks (ask #network), render or do I/O.
 */
export { titleOfRule } from './all-rules.ts';
export { type CheckOptions, check } from './check.ts';
export { waysOf } from './custom-pattern.ts';
export { customRulesOf } from './custom-rules.ts';
export type { Explanation } from './explanation.ts';
export { explained } from './explanations.ts';
export {
  type Category,
  type CheckResult,
  categories,
  type Finding,
  type FixOffer,
  type Ghost,
  isFixable,
  type Passed,
  type Severity,
} from './finding.ts';
export { type Applied, applyFix, carryOut, type FixOrder, fixSteps } from './fixes.ts';
export { heirsOf } from './heirs.ts';
export { labelOf } from './labels.ts';
export { withPublicAddress } from './outbound/public-address.ts';
export { onlyNextHop, routeThrough } from './outbound/route-through.ts';
export {
  addEndpoint,
  isNamedForEndpoints,
  linkZone,
  subnetForEndpoints,
  subnetForEndpointsIn,
} from './private-endpoints/add-endpoint.ts';
export { arePeered, mayPeer, peerNetworks } from './routing/peer-networks.ts';
export type { Fix, Rule, RuleContext } from './rule.ts';
export { type RuleSummary, ruleSummaries, ruleSummaryOf, rulesMarkdown } from './summaries.ts';

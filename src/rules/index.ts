/**
 * What is wrong with a design, why, and what to do about it.
 * May not: compute networks (ask #network), render or do I/O.
 */
export {
  type Category,
  type CheckResult,
  categories,
  type Finding,
  type FixOffer,
  type Ghost,
  type Passed,
  type Severity,
} from './finding.ts';

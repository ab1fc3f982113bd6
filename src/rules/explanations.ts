import { addressesExplanations } from './addresses/explanations.ts';
import { computeExplanations } from './compute/explanations.ts';
import { dnsExplanations } from './dns/explanations.ts';
import { endpointsExplanations } from './endpoints/explanations.ts';
import { exfiltrationExplanations } from './exfiltration/explanations.ts';
import type { Explanation, Explanations } from './explanation.ts';
import type { Finding } from './finding.ts';
import { inboundExplanations } from './inbound/explanations.ts';
import { monitoringExplanations } from './monitoring/explanations.ts';
import { outboundExplanations } from './outbound/explanations.ts';
import { privateEndpointsExplanations } from './private-endpoints/explanations.ts';
import { routingExplanations } from './routing/explanations.ts';
import { subnetsExplanations } from './subnets/explanations.ts';
import { workspaceExplanations } from './workspace/explanations.ts';

const explanations: Explanations = {
  ...addressesExplanations,
  ...computeExplanations,
  ...dnsExplanations,
  ...endpointsExplanations,
  ...exfiltrationExplanations,
  ...inboundExplanations,
  ...monitoringExplanations,
  ...outboundExplanations,
  ...privateEndpointsExplanations,
  ...routingExplanations,
  ...subnetsExplanations,
  ...workspaceExplanations,
};

/** Why a rule of Isoplan's matters, and its sources. Throws for an id that no rule has. */
export function explanationOf(rule: string): Explanation {
  const explanation = explanations[rule];
  if (!explanation) throw new Error(`No rule ${rule}`);
  return explanation;
}

/** Why a finding matters; what an organisation says of its own rule comes with it. */
export const explained = ({ rule, explanation }: Pick<Finding, 'rule' | 'explanation'>): Explanation =>
  explanation ?? explanationOf(rule);

/** Ids of all rules that are explained. */
export const explainedRules: readonly string[] = Object.keys(explanations);

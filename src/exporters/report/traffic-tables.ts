import type { RootContent } from 'mdast';
import type { ExportInput } from '../exporter.ts';
import { listOfNames } from '../names.ts';
import { firewallRules } from '../tables/firewall-rules.ts';
import { requiredInside, requiredOutbound } from '../tables/required-outbound.ts';
import { routes } from '../tables/routes.ts';
import { ruleHolders } from '../tables/rule-holders.ts';
import { securityRules } from '../tables/security-rules.ts';
import { heading, paragraph, plainTable } from './blocks.ts';

/** What has to pass and what decides it: required paths, firewall rules, security rules, routes. */
export const trafficTables = (input: ExportInput): RootContent[] => [
  heading(2, 'Required outbound'),
  plainTable('Nothing in the design needs outbound access.', requiredOutbound(input)),
  heading(2, 'Required paths inside the design'),
  plainTable('Nothing in the design has to reach another part of it.', requiredInside(input)),
  heading(2, 'Firewall rules'),
  ...notListed(input),
  plainTable('The design shows no firewall rule.', firewallRules(input)),
  heading(2, 'Security rules'),
  paragraph('Azure’s default rules stand after these in every network security group.'),
  plainTable('The design shows no security rule.', securityRules(input)),
  heading(2, 'Routes'),
  plainTable('The design shows no user-defined route.', routes(input)),
];

const notListed = (input: ExportInput): RootContent[] => {
  const names = ruleHolders(input).flatMap(({ isListed, name }) => (isListed ? [] : [name]));
  return names.length === 0
    ? []
    : [paragraph(`Not shown in the source: the rules of ${listOfNames(names)}.`)];
};

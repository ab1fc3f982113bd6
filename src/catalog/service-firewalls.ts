import type { Sourced } from './source.ts';

/** What the public side of a service can be narrowed by, beside being turned off. */
export interface ServiceFirewall extends Sourced {
  /** Model kind of the service. */
  readonly kind: string;
  /** It has neither a default action nor a bypass: what none of its rules holds is refused, so without rules everything is. */
  readonly admitsByRulesAlone?: true;
  /** Rules can name resources by their ids. */
  readonly admitsResources?: true;
}

/** Services with rules of networks and addresses; of those that are missing nothing is known but that they have a public side. */
export const serviceFirewalls: readonly ServiceFirewall[] = [
  { kind: 'storage-account', admitsResources: true, sources: ['storageTemplate'] },
  { kind: 'key-vault', sources: ['workspaceNetwork'] },
  { kind: 'container-registry', sources: ['containerRegistryServiceEndpoint'] },
  { kind: 'ai-services', sources: ['privateEndpointDns'], isUnverified: true },
  { kind: 'ai-search', sources: ['privateEndpointDns'], isUnverified: true },
  { kind: 'sql-server', admitsByRulesAlone: true, sources: ['sqlFirewall'] },
  { kind: 'cosmos-db', sources: ['cosmosPrivateEndpoints'], isUnverified: true },
  { kind: 'event-hubs', sources: ['privateEndpointDns'], isUnverified: true },
];

/** The rule that stands for every address in Azure, whoever's: https://learn.microsoft.com/azure/azure-sql/database/firewall-configure */
export const anyAddressInAzure = '0.0.0.0';

const rulesAlone = new Set(serviceFirewalls.filter((one) => one.admitsByRulesAlone).map(({ kind }) => kind));

/** Whether a service refuses what none of its rules holds, with nothing else to say so. */
export const admitsByRulesAlone = (kind: string): boolean => rulesAlone.has(kind);

import type { Sourced } from './source.ts';

/** Aliases that a service endpoint policy may name instead of an account. */
export const serviceEndpointPolicyAliases = {
  machineLearning: '/services/Azure/MachineLearning',
  /** Service of the definition that names an alias; accounts are named under Microsoft.Storage. */
  definitionService: 'Global',
  known: [
    '/services/Azure',
    '/services/Azure/Batch',
    '/services/Azure/DataFactory',
    '/services/Azure/MachineLearning',
    '/services/Azure/ManagedInstance',
    '/services/Azure/Databricks',
    '/services/Azure/WebPI',
  ],
  disagreements: [
    {
      value: 'the portal alone can set an alias',
      source: 'exfiltrationPrevention',
      note: 'Templates and Terraform set it all the same, in a definition for the service Global.',
    },
    {
      value: 'Azure Batch is not supported',
      source: 'serviceEndpointPolicies',
      note: 'So the list of 2018; the alias of Azure Machine Learning is the later exception.',
    },
  ],
  sources: ['exfiltrationPrevention', 'azureTre'],
} as const;

/** A service on whose subnet a service endpoint policy may not stand. */
export interface PolicyExclusion extends Sourced {
  readonly title: string;
  /** Model kinds of it, where the model has any. */
  readonly kinds: readonly string[];
}

const exclusion = (title: string, ...kinds: readonly string[]): PolicyExclusion => ({
  title,
  kinds,
  sources: ['serviceEndpointPolicies'],
});

/** Services that lose the storage they need where a service endpoint policy stands on their subnet; a list of 2018. */
export const serviceEndpointPolicyExclusions: readonly PolicyExclusion[] = [
  exclusion('Application Gateway', 'application-gateway'),
  exclusion('VPN gateway', 'virtual-network-gateway'),
  exclusion('Azure Firewall', 'azure-firewall'),
  exclusion('HDInsight'),
  exclusion('Microsoft Entra Domain Services'),
  exclusion('App Service Environment'),
  exclusion('Azure Cache for Redis'),
  exclusion('API Management'),
];

/** What a service endpoint policy asks of the subnet it stands on. */
export const serviceEndpointPolicyRules = {
  /** Service endpoints, one of which the subnet needs. */
  serviceEndpoints: ['Microsoft.Storage', 'Microsoft.Storage.Global'],
  isInRegionOfNetwork: true,
  /** Accounts in other regions are not filtered: the security group has to narrow the tag to the region. */
  filtersOtherRegions: false,
  filtersPeeredNetworks: false,
  filtersOnPremises: false,
  /** Once it names anything, everything else is denied, classic accounts among it. */
  deniesTheRest: true,
  sources: ['serviceEndpointPolicies', 'exfiltrationPrevention'],
} as const;

import type { Sourced } from './source.ts';

/** A service whose public addresses a subnet can reach by a route of its own. */
export interface ServiceEndpointFacts extends Sourced {
  /** As the subnet names it, e.g. `Microsoft.Storage`. */
  readonly service: string;
  readonly title: string;
  readonly stage: 'generally-available' | 'preview';
  /** Service tag of the addresses it leads to. */
  readonly serviceTag?: string;
  /** Services that may not be on the same subnet. */
  readonly excludes?: readonly string[];
  /** Where it is of use at all. */
  readonly only?: string;
}

const available = (service: string, title: string, serviceTag?: string): ServiceEndpointFacts => ({
  service,
  title,
  stage: 'generally-available',
  ...(serviceTag === undefined ? {} : { serviceTag }),
  sources: ['serviceEndpoints'],
});

/** Service endpoints that a subnet may have. They take no address and change no name. */
export const serviceEndpoints: readonly ServiceEndpointFacts[] = [
  {
    ...available('Microsoft.Storage', 'Azure Storage of the region and its pair', 'Storage'),
    excludes: ['Microsoft.Storage.Global'],
  },
  {
    ...available('Microsoft.Storage.Global', 'Azure Storage of every region', 'Storage'),
    excludes: ['Microsoft.Storage'],
  },
  available('Microsoft.Sql', 'Azure SQL', 'Sql'),
  available('Microsoft.AzureCosmosDB', 'Cosmos DB', 'AzureCosmosDB'),
  available('Microsoft.KeyVault', 'Key Vault', 'AzureKeyVault'),
  available('Microsoft.ServiceBus', 'Service Bus', 'ServiceBus'),
  available('Microsoft.EventHub', 'Event Hubs', 'EventHub'),
  available('Microsoft.Web', 'App Service', 'AppService'),
  available('Microsoft.CognitiveServices', 'AI services', 'CognitiveServicesManagement'),
  {
    ...available('Microsoft.AzureActiveDirectory', 'Microsoft Entra ID', 'AzureActiveDirectory'),
    only: 'Data Lake Storage Gen1',
  },
  {
    ...available('Microsoft.ContainerRegistry', 'Container Registry', 'AzureContainerRegistry'),
    stage: 'preview',
    only: 'Premium registries, from AKS and virtual machines',
    disagreements: [
      {
        value: 'only Storage and Key Vault have service endpoints for Azure Machine Learning',
        source: 'planningArticle',
        note: 'The article leaves it out; the page of the registry offers it as a preview.',
      },
    ],
    sources: ['containerRegistryServiceEndpoint'],
  },
];

/** What a subnet's network policies for private endpoints let take hold of them. */
export interface EndpointNetworkPolicy extends Sourced {
  readonly value: string;
  readonly appliesSecurityGroups: boolean;
  /** User routes may lead packets for the endpoint elsewhere. */
  readonly appliesRoutes: boolean;
}

const endpointPolicy = (
  value: string,
  appliesSecurityGroups: boolean,
  appliesRoutes: boolean,
): EndpointNetworkPolicy => ({
  value,
  appliesSecurityGroups,
  appliesRoutes,
  sources: ['privateEndpointNetworkPolicies'],
});

/** Values of `privateEndpointNetworkPolicies`, Azure's default first. */
export const privateEndpointNetworkPolicies: readonly EndpointNetworkPolicy[] = [
  endpointPolicy('Disabled', false, false),
  endpointPolicy('Enabled', true, true),
  endpointPolicy('NetworkSecurityGroupEnabled', true, false),
  endpointPolicy('RouteTableEnabled', false, true),
];

/** States of a connection to a private endpoint: packets pass in the first alone. */
export const privateEndpointStates = {
  passes: 'Approved',
  blocks: ['Pending', 'Rejected', 'Disconnected'],
  sources: ['privateEndpoint'],
} as const;

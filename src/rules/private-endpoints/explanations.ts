import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const privateEndpointsExplanations: Explanations = {
  'private-endpoint-missing': {
    why: 'A private workspace and its storage account, key vault and container registry refuse what comes over their public endpoints. Each sub-resource needs a private endpoint of its own: blob does not serve file.',
    sources: [
      sources.workspaceNetwork,
      sources.workspacePrivateLink,
      sources.storagePrivateEndpoints,
      sources.registryIsolation,
    ],
  },
  'private-endpoint-not-approved': {
    why: 'Only an approved connection carries packets. One that is pending, rejected or disconnected has an address and a name, and nothing behind them.',
    sources: [sources.privateEndpoint],
  },
  'private-endpoint-optional': {
    why: 'Batch endpoints and parallel runs use queues and tables; a data lake, which is an account with a hierarchical namespace, is read over dfs. A closed account refuses them where the endpoint is missing.',
    sources: [sources.workspaceNetwork, sources.batchEndpointIsolation, sources.storagePrivateEndpoints],
  },
  'private-endpoint-unknown-sub-resource': {
    why: 'A private endpoint names one sub-resource of its service by a fixed word. Azure refuses a word that the service does not know.',
    sources: [sources.privateEndpoint],
  },
  'public-network-access': {
    why: 'A private endpoint does not close the public one. As long as public network access is on, anyone who has a key or a token can reach the service from the internet.',
    sources: [sources.workspacePrivateLink, sources.workspaceNetwork, sources.privateEndpoint],
  },
  'storage-address-rules': {
    why: 'Studio reads the default storage on behalf of people. It does not support an account that admits some public addresses: previews, the designer and labelling fail. Computes in a network keep their private addresses, which such a rule never matches.',
    sources: [sources.workspaceNetwork, sources.serviceEndpoints],
  },
  'studio-storage-endpoint-missing': {
    why: 'The endpoints of a managed network serve its computes alone. Browsers of people read notebooks and data straight from the default storage account: where that is closed, they need endpoints in a network of yours.',
    sources: [sources.managedNetwork, sources.workspaceNetwork],
  },
  'trusted-services-not-admitted': {
    why: 'The workspace service itself, which runs outside your network, writes to storage, reads secrets and looks up images. A closed service lets it in only as a trusted Azure service, or, for storage, as a resource instance that is named.',
    sources: [sources.workspaceNetwork, sources.containerRegistryTrustedServices],
  },
};

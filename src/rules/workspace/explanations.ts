import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const workspaceExplanations: Explanations = {
  'goals-contradictory': {
    why: 'Whoever may send anything to the internet can send data there: exfiltration is prevented only where outbound traffic is limited to what is approved. Findings judge by the stricter of the two goals.',
    sources: [sources.exfiltrationPrevention, sources.planning],
  },
  'image-build-compute-missing': {
    why: 'Neither ACR Tasks nor the default serverless build can push into a registry that refuses public access. Without a compute of its own the workspace cannot build environments, and jobs that need a new image fail.',
    sources: [sources.workspaceNetwork, sources.managedNetwork],
  },
  'public-workspace-closed-storage': {
    why: 'Browsers read the default storage themselves. People who reach a public workspace over the internet do not reach storage that is closed: studio shows them no data, and Jupyter and RStudio are not supported this way.',
    sources: [sources.workspacePrivateLink],
  },
  'reference-dangling': {
    why: 'An access rule for a subnet that is not there admits nobody, and an endpoint of a service that is not there serves nothing. Deployment fails, or the setting silently does not do what it was made for.',
    sources: [sources.serviceEndpoints, sources.privateEndpoint],
  },
  'registry-admin-user': {
    why: 'The admin user is one shared account with the right to push and pull everything, and its password does not expire. A managed identity can be given less and leaves a trace of who did what.',
    sources: [sources.containerRegistryTrustedServices],
  },
  'registry-not-premium': {
    why: 'Only the Premium tier of Azure Container Registry offers private endpoints. Below it, images can be pulled over the public endpoint alone.',
    sources: [sources.containerRegistryPrivateLink],
  },
  'registry-quarantine': {
    why: 'Azure Machine Learning cannot use a registry that holds new images back until somebody releases them: environments are built and then cannot be pulled.',
    sources: [sources.workspaceNetwork],
  },
  'registry-service-endpoint': {
    why: 'The service endpoint of Azure Container Registry is a preview, for Premium registries and for AKS and virtual machines as clients. With it the registry has no access for trusted services, which Azure Machine Learning needs.',
    sources: [sources.containerRegistryServiceEndpoint, sources.containerRegistryTrustedServices],
  },
  'workspace-endpoint-elsewhere': {
    why: 'One private endpoint of the workspace has to lie in the virtual network that holds the endpoints of its storage account, key vault and container registry; further ones may lie elsewhere.',
    sources: [sources.workspacePrivateLink, sources.securityOverview],
  },
  'workspace-legacy-mode': {
    why: 'The legacy mode turns the v2 API off: managed online endpoints and everything else of v2 fail. The v1 API itself is deprecated.',
    sources: [sources.workspacePrivateLink],
  },
  'workspace-without-dependency': {
    why: 'Every workspace keeps its data in a storage account and its secrets in a key vault. While the design does not say which they are, no check of their endpoints and names can be made.',
    sources: [sources.workspaceNetwork],
  },
};

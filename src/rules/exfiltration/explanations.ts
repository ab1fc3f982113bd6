import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const exfiltrationExplanations: Explanations = {
  'data-can-leave': {
    why: 'A service tag or a wildcard stands for everybody’s resources of a service, an attacker’s among them. Azure Front Door, the storage of other regions and every service in which anybody can create a resource take what is written to them.',
    sources: [sources.exfiltrationPrevention, sources.planning, sources.managedNetwork],
  },
  'egress-not-restricted': {
    why: 'A security group without a rule that denies the rest lets everything out to the internet: that is Azure’s default. Whoever runs code on a compute can then copy data to any place in the world.',
    sources: [
      sources.exfiltrationPrevention,
      sources.networkSecurityGroups,
      sources.planning,
      sources.publicSuffixes,
    ],
  },
  'registry-without-data-endpoints': {
    why: 'Without dedicated data endpoints a registry sends pulls on to *.blob.core.windows.net, so that a firewall has to open every storage account. A private endpoint of the registry turns its data endpoints on.',
    sources: [sources.dedicatedDataEndpoints],
  },
  'service-endpoint-policy-misplaced': {
    why: 'A service endpoint policy filters only what leaves its subnet by a storage service endpoint. It has to lie in the region of the virtual network, and some services lose the storage they need where one stands on their subnet.',
    sources: [sources.serviceEndpointPolicies, sources.exfiltrationPrevention],
  },
  'service-endpoint-policy-without-alias': {
    why: 'Computes use storage accounts that Microsoft manages and nobody can list. A policy that names only your own accounts denies them, and computes fail to start.',
    sources: [sources.exfiltrationPrevention],
  },
  'service-endpoint-without-policy': {
    why: 'A service endpoint sends storage traffic past the firewall. Without a service endpoint policy it leads to every storage account in the region, an attacker’s among them.',
    sources: [sources.exfiltrationPrevention, sources.serviceEndpointPolicies],
  },
  'storage-reachable-anywhere': {
    why: 'The service tag Storage stands for every storage account in the region, an attacker’s among them. Azure Machine Learning needs some of them, so that the tag cannot simply be closed: a service endpoint policy tells them apart.',
    sources: [sources.exfiltrationPrevention, sources.serviceEndpointPolicies],
  },
};

import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const addressesExplanations: Explanations = {
  'address-space-overlap': {
    why: 'Networks that are peered, or that a hub joins, must not share an address: Azure refuses the peering, and no route could tell them apart. Networks that are never joined may.',
    sources: [sources.peering, sources.planning],
  },
  'forbidden-address-range': {
    why: 'Azure and the software on its nodes use some ranges themselves. A network that uses them too cannot be made, or packets meant for it never leave the node.',
    sources: [sources.virtualNetworkQuestions, sources.workspaceNetwork, sources.kubernetesAddresses],
  },
  'kubernetes-range-unfit': {
    why: 'The service range of a cluster has to be smaller than a /12 and to hold the address of its DNS service. A range for pods may overlap neither networks nor services, and gives each node a /24.',
    sources: [sources.kubernetesAddresses],
  },
  'platform-limit-exceeded': {
    why: 'Azure refuses what goes beyond a limit of the platform. Some limits can be raised on request; the page says which.',
    sources: [
      sources.platformLimits,
      sources.routing,
      sources.privateEndpoint,
      sources.privateDnsZones,
      sources.firewallLimits,
      sources.vpnGateway,
      sources.bastionDeployment,
    ],
  },
  'subnet-exhausted': {
    why: 'Every node, pod and private endpoint takes an address, and Azure keeps five of each subnet. When none is free, clusters stop growing and endpoints cannot be made; a subnet in use cannot simply be made larger.',
    sources: [sources.virtualNetworkQuestions, sources.trainingNetwork, sources.kubernetesAddresses],
  },
  'subnet-outside-network': {
    why: 'A subnet is a part of the address space of its virtual network. Azure refuses any other prefix.',
    sources: [sources.virtualNetworkQuestions],
  },
  'subnet-overlap': {
    why: 'An address belongs to one subnet. Azure refuses a subnet whose prefix shares an address with another of the same virtual network.',
    sources: [sources.virtualNetworkQuestions],
  },
  'subnet-too-small': {
    why: 'Azure refuses a firewall, a gateway, a Bastion host or a DNS resolver in a subnet below the size it documents, and any subnet below /29.',
    sources: [
      sources.bastion,
      sources.firewallQuestions,
      sources.vpnGateway,
      sources.dnsPrivateResolver,
      sources.virtualNetworkQuestions,
    ],
  },
};

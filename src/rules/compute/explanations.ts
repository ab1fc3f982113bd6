import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const computeExplanations: Explanations = {
  'compute-in-other-region': {
    why: 'A compute instance, a cluster of a managed network and an attached Kubernetes cluster have to lie in the region of the workspace: Azure refuses them elsewhere. A compute cluster in a network of yours may lie elsewhere.',
    sources: [sources.trainingNetwork, sources.managedNetwork, sources.securityOverview],
  },
  'compute-outside-network': {
    why: 'A compute without a subnet runs in a network of Microsoft’s with open internet access, and cannot reach a closed workspace or its storage. A workspace with a managed network, in turn, cannot use a subnet of yours, and computes are made in virtual networks of the workspace’s own subscription alone.',
    sources: [sources.trainingNetwork, sources.managedNetwork],
  },
  'compute-without-workspace-endpoint': {
    why: 'Without a public IP address a compute reaches its workspace by a private endpoint alone, also where the workspace itself is public. Azure refuses to create such computes without one.',
    sources: [sources.trainingNetwork],
  },
  'kubernetes-egress-public': {
    why: 'AKS makes a public load balancer for outbound traffic unless it is told not to. No firewall sees what leaves that way.',
    sources: [sources.kubernetesEgress],
  },
  'kubernetes-networking-retired': {
    why: 'Azure retires kubenet. It also needs a route table of its own on the node subnet, which has to carry the routes to a firewall too.',
    sources: [sources.kubernetesAddresses],
  },
  'kubernetes-subnet-traffic-blocked': {
    why: 'Nodes and pods of a cluster have to reach each other within their subnet: the router of Azure Machine Learning asks the models on port 5001, and its parts ask one another on further ports. Azure does not support a security group that blocks this.',
    sources: [sources.kubernetesEgress, sources.behindFirewall],
  },
};

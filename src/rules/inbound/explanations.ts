import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const inboundExplanations: Explanations = {
  'bastion-without-public-address': {
    why: 'People reach a Bastion at its public IP address, over the internet. Only the SKU Developer, which lies in no subnet, and a private-only deployment, which takes Premium, have none.',
    sources: [sources.bastion],
  },
  'compute-has-public-ip': {
    why: 'A node with a public IP address can be reached from the internet as far as its security group lets, and sends packets out past a firewall. Azure gives the address unless it is told not to.',
    sources: [sources.trainingNetwork, sources.behindFirewall],
  },
  'compute-ssh-public': {
    why: 'With public SSH access and a public IP address a compute instance answers anybody who has its key. `az ml compute connect-ssh` reaches it through the workspace instead, also where it has no public address.',
    sources: [sources.managedNetwork, sources.trainingNetwork],
  },
  'inbound-open-to-internet': {
    why: 'Machines that answer SSH or RDP from anywhere are found and tried within minutes. One guessed password stands inside the network that the workspace is isolated in.',
    sources: [sources.networkSecurityGroups, sources.publicAddresses],
  },
  'kubernetes-api-public': {
    why: 'Whoever has a credential of the cluster can reach its API server from anywhere, and with it the models and data of a private workspace. A private cluster has an address of the network alone; authorized ranges have to hold the control plane of Azure Machine Learning in the region and its pair.',
    sources: [sources.securityOverview, sources.kubernetesRouting],
  },
  'legacy-batch-inbound': {
    why: 'Computes made since Azure Batch simplified its node communication at the end of 2022 need no inbound ports 29876 and 29877. Pages differ on older ones.',
    sources: [sources.behindFirewall, sources.trafficFlow],
  },
  'required-inbound-missing': {
    why: 'A security group denies what no rule allows. Azure manages some resources from outside: without the rule they cannot be created, or are marked unhealthy.',
    sources: [sources.behindFirewall, sources.trainingNetwork, sources.applicationGateway],
  },
};

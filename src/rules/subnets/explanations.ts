import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const subnetsExplanations: Explanations = {
  'compute-shares-subnet-with-endpoints': {
    why: 'Computes grow and private endpoints stay: in one subnet they compete for addresses, and one security group has to fit both.',
    sources: [sources.planning],
  },
  'compute-subnet-delegated': {
    why: 'A delegated subnet belongs to the service it is delegated to. Azure refuses to create computes and Kubernetes nodes in it.',
    sources: [sources.trainingNetwork, sources.kubernetesAddresses],
  },
  'conflicting-entries': {
    why: 'Azure refuses a security group in which two rules of one direction have the same priority, and a route table in which two routes are for the same prefix: the deployment fails.',
    sources: [sources.securityRuleConflict, sources.routeConflict],
  },
  'default-outbound-access': {
    why: 'Default outbound access lets packets out to the internet by an address that Azure owns and may change. Nobody chose it, no log shows it, and new virtual networks no longer have it.',
    sources: [sources.defaultOutboundAccess],
  },
  'nat-gateway-not-allowed': {
    why: 'A gateway sends its own packets by addresses of its own. Azure refuses a NAT gateway on its subnet, and so do some other subnets that belong to one service.',
    sources: [sources.natGateway],
  },
  'network-security-group-missing': {
    why: 'Without a network security group the subnet itself filters nothing: everything in the virtual network, its peers and beyond its gateways reaches everything in it. A firewall filters only what a route leads to it; a default route leads none of that there. Private endpoints heed a security group only where the network policies of their subnet let them.',
    sources: [sources.networkSecurityGroups, sources.routing, sources.privateEndpointNetworkPolicies],
  },
  'network-security-group-not-allowed': {
    why: 'Azure refuses or does not support a network security group in the subnets of gateways and firewalls; a gateway with one can stop working.',
    sources: [sources.vpnGateway, sources.firewallQuestions],
  },
  'network-security-group-unattached': {
    why: 'A security group filters only where a subnet or a network interface names it. Rules that nobody applies look like protection and are none.',
    sources: [sources.networkSecurityGroups],
  },
  'resolver-subnet-unfit': {
    why: 'Each endpoint of a DNS Private Resolver needs a subnet of its own, delegated to Microsoft.Network/dnsResolvers and no larger than a /24. Azure refuses the endpoint anywhere else.',
    sources: [sources.dnsPrivateResolver],
  },
  'route-table-not-allowed': {
    why: 'Some services lose their own connection to Azure when a route table stands in their subnet: Bastion with any, a gateway or an application gateway with a default route that leads away, and a firewall with a default route unless it has a management configuration of its own.',
    sources: [
      sources.routing,
      sources.vpnGateway,
      sources.bastion,
      sources.firewallQuestions,
      sources.applicationGateway,
    ],
  },
  'security-rule-shadowed': {
    why: 'Security rules are read from the lowest priority number up, and the first that fits ends it. A rule whose every packet is caught by earlier ones does nothing: what it was meant to allow or to deny happens otherwise.',
    sources: [sources.networkSecurityGroups],
  },
  'subnet-name-fixed': {
    why: 'Azure finds the subnet of a firewall, a gateway, a Bastion host or a Route Server by its name and refuses any other; and nothing else may lie in a subnet of such a name.',
    sources: [sources.bastion, sources.firewallQuestions, sources.vpnGateway],
  },
};

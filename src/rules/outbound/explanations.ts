import { sources } from '#catalog';
import type { Explanations } from '../explanation.ts';

export const outboundExplanations: Explanations = {
  'egress-missing': {
    why: 'Computes have to sign in, to reach the service and to pull images; people who open studio from a virtual network have to sign in too. In a private subnet without a firewall, NAT gateway or public IP address, none of that leaves the subnet.',
    sources: [
      sources.defaultOutboundAccess,
      sources.trainingNetwork,
      sources.natGateway,
      sources.kubernetesEgress,
    ],
  },
  'firewall-application-rule-without-source': {
    why: 'Azure Firewall needs source addresses or IP groups in each rule. A rule without them is taken as open to any source, or is refused: nobody can tell which was meant.',
    sources: [sources.firewallRuleProcessing],
  },
  'firewall-host-rule-unfit': {
    why: 'A network rule sees addresses alone. To match a host name the firewall has to answer that name itself, as the DNS proxy of the networks; and it can only ask for whole names, so that wildcards belong in application rules.',
    sources: [sources.firewallRuleProcessing, sources.firewallTiers],
  },
  'firewall-rule-any-any': {
    why: 'A network rule for any port and any destination comes before all application rules: host names that are listed there decide nothing any more.',
    sources: [sources.firewallRuleProcessing],
  },
  'firewall-tier-unfit': {
    why: 'Azure Firewall Basic answers no names, knows no web categories and needs a management subnet; only Premium filters by URL. A setting that the tier does not know is refused, and networks that ask the firewall for names get no answer.',
    sources: [sources.firewallTiers, sources.firewallManagement],
  },
  'firewall-without-public-address': {
    why: 'Azure Firewall needs a public IP address: it is managed through it, and what it lets out to the internet leaves from it. Only a firewall with a management address of its own, as forced tunnelling asks for, can do without.',
    sources: [sources.firewallManagement, sources.firewallQuestions],
  },
  'jump-box-cut-off': {
    why: 'A closed workspace is used from a machine that resolves its name, and those of its storage, to private endpoints, and that gets to Microsoft Entra ID to sign in. Somebody whom Bastion leads to a machine without either sees an error in place of studio.',
    sources: [sources.secureTutorial, sources.privateEndpointDns, sources.behindFirewall],
  },
  'managed-network-way-missing': {
    why: 'A managed network reaches closed services by private endpoints alone. Azure makes those to the workspace, blob and file of its default storage, its key vault and registry by itself; queue and table, which batch endpoints and parallel runs need, and everything else take outbound rules. A rule that failed leads nowhere.',
    sources: [sources.managedNetwork, sources.batchEndpointIsolation],
  },
  'managed-network-rule-refused': {
    why: 'Rules for service tags and host names exist under approved outbound alone. A rule for a host name opens ports 80 and 443 and nothing else, and may not name storage: storage is reached by private endpoint rules.',
    sources: [sources.managedNetwork],
  },
  'managed-network-target-doubled': {
    why: 'A managed network reaches a service by a private endpoint of its own, and the service may not be admitted by a service endpoint beside it: Azure refuses the pair.',
    sources: [sources.managedNetwork],
  },
  'required-outbound-blocked': {
    why: 'Computes have to reach Microsoft Entra ID, Resource Manager, the Azure Machine Learning service, Batch, the container images and their own storage; people have to reach the workspace, its storage and a DNS server. What a security group, a route or a firewall holds back makes computes fail to start, or to be updated or deleted, and studio show no data.',
    sources: [sources.behindFirewall, sources.trainingNetwork, sources.kubernetesEgress],
  },
  'software-unreachable': {
    why: 'Packages are fetched from sites of their own, for which no service tag stands. Where a firewall, a security group or the managed network lets only what is listed pass, jobs and image builds that install such packages fail.',
    sources: [sources.recommendedOutbound, sources.behindFirewall, sources.managedNetwork],
  },
  'subnet-outbound-shut': {
    why: 'A security group on the subnet of Bastion or of Application Gateway has to let out all that the page lists. Azure refuses a group without it, or sessions and health checks fail.',
    sources: [sources.bastionSecurityGroup, sources.applicationGateway],
  },
};

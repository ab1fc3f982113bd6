import { architecture, defineBlueprint } from './define.ts';

const origin = 'Azure Machine Learning network isolation planning, “Demystify key considerations”';

export const oneNetwork = defineBlueprint({
  id: 'one-network',
  title: 'One virtual network',
  summary: 'Computes and endpoints side by side.',
  purpose:
    'Computes, Kubernetes and the private endpoints of everything side by side: the smallest network that isolates a workspace.',
  origin,
  chooseWhen: [
    'One team, one workload, and no network that is shared with others.',
    'To see what belongs to every isolated workspace before anything is added to it.',
  ],
  mind: [
    'A security group knows service tags but no host names: the internet is open to web ports.',
    'Nothing is shared: a second workload needs a network, a way out and zones of its own, or joins this one.',
  ],
  architectureFor: (adaptation) =>
    architecture('One virtual network', adaptation, {}, { hasKubernetes: true }),
});

export const hubAndSpokeFirewall = defineBlueprint({
  id: 'hub-and-spoke-firewall',
  title: 'Hub and spoke with a firewall',
  summary: 'The firewall decides what may leave.',
  purpose:
    'A private workspace whose computes leave only through an Azure Firewall in a shared hub; fits estates with several workloads, and costs a firewall.',
  origin,
  chooseWhen: [
    'Several workloads share one way out, and one team decides what may leave.',
    'Each destination is to be seen and approved, by service tag or by host name.',
  ],
  mind: [
    'The firewall opens Storage for the whole region, because Azure Machine Learning needs its own accounts there: data can be written to any account.',
    'Whatever a data scientist needs from the internet has to be added to the firewall first.',
  ],
  compareWith: ['hub-and-spoke-exfiltration-prevention'],
  architectureFor: (adaptation) =>
    architecture('Hub and spoke with a firewall', adaptation, {
      topology: 'hub-and-spoke',
      egress: 'firewall',
      names: 'firewall',
    }),
});

export const hubAndSpokePublicIp = defineBlueprint({
  id: 'hub-and-spoke-public-ip',
  title: 'Hub and spoke, public addresses',
  summary: 'The service comes in, its replies go past the firewall.',
  purpose:
    'The hub and spoke for computes that keep public addresses: the service comes in by a security rule, and its replies go past the firewall.',
  origin,
  chooseWhen: ['Computes have public addresses and cannot be recreated without them yet.'],
  mind: [
    'Microsoft’s planning article recommends computes without public addresses, which need neither the inbound rule nor the bypass.',
    'Every node can be reached from the service tag AzureMachineLearning on TCP 44224.',
    'The route for AzureMachineLearning leads past the firewall: what goes there is in no log of the firewall.',
  ],
  compareWith: ['hub-and-spoke-firewall'],
  architectureFor: (adaptation) =>
    architecture(
      'Hub and spoke, public addresses',
      adaptation,
      { topology: 'hub-and-spoke', egress: 'firewall', names: 'firewall' },
      { havePublicAddresses: true },
    ),
});

export const hubAndSpokeExfiltrationPrevention = defineBlueprint({
  id: 'hub-and-spoke-exfiltration-prevention',
  title: 'Hub and spoke, storage guarded',
  summary: 'A policy opens only approved storage.',
  purpose:
    'The hub and spoke with a service endpoint policy: computes can write to the storage of Azure Machine Learning and to yours, and to no other account.',
  origin,
  chooseWhen: [
    'Computes work on data that must not leave, and people with access to it could be tempted or tricked.',
    'There is a firewall, or there may be one: host names have to be told apart.',
  ],
  mind: [
    'Curated environments are usable only where their image is on mcr.microsoft.com.',
    'Two host names take the place of Azure Front Door, behind which anybody can rent space.',
  ],
  compareWith: ['hub-and-spoke-firewall', 'recommended-exfiltration-prevention'],
  architectureFor: (adaptation) =>
    architecture(
      'Hub and spoke, storage guarded',
      adaptation,
      { topology: 'hub-and-spoke', egress: 'firewall', names: 'firewall' },
      { kind: 'guarded' },
    ),
});

export const isolatedNetwork = defineBlueprint({
  id: 'isolated-network',
  title: 'Isolated network, not peered',
  summary: 'For offices short of addresses.',
  purpose:
    'For offices short of addresses: the main network holds only private endpoints, computes have a large network of their own that is joined to nothing.',
  origin,
  chooseWhen: [
    'The networks that are joined to the office have no room for clusters.',
    'Several workspaces grow, and nobody wants to ask for addresses each time.',
  ],
  mind: [
    'Every private endpoint exists twice, and so does every private DNS zone: one zone for both would mix their addresses up.',
    'Computes reach nothing in the main network but what has an endpoint in theirs.',
  ],
  standard: { addressSpace: '10.0.0.0/24', onPremises: true },
  architectureFor: (adaptation) =>
    architecture(
      'Isolated network, not peered',
      adaptation,
      { topology: 'isolated' },
      { hasKubernetes: true },
    ),
});

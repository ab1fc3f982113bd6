import { edits, resourcesOfKind } from '#model';
import { managedNetwork } from '../reference/managed.ts';
import { recommendedWithoutFirewall } from '../reference/recommended.ts';
import {
  hubAndSpokeExfiltrationPrevention,
  hubAndSpokeFirewall,
  hubAndSpokePublicIp,
  oneNetwork,
} from '../reference/simple.ts';
import { called, change, defineExercise, type Exercise } from './exercise.ts';

/** One exercise for each category of findings, in their order. */
export const exercises: readonly Exercise[] = [
  defineExercise({
    id: 'home-share-not-mounted',
    title: 'The compute instance cannot mount its home share',
    category: 'Private endpoints',
    story:
      'The workspace is private, jobs run, and yet each new compute instance ends in StorageMountError. Opening the storage account for an hour cures it; closing it again brings the error back.',
    cause: 'Blob storage has a private endpoint, the file share has none: each sub-resource needs its own.',
    blueprint: oneNetwork,
    findings: [
      { rule: 'private-endpoint-missing', at: ['stmlisolated'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      edits.removeResource(design, called(design, 'private-endpoint', 'pep-storage-file').id),
  }),
  defineExercise({
    id: 'notebooks-do-not-open',
    title: 'Studio opens, notebooks do not',
    category: 'DNS',
    story:
      'A policy registers every private endpoint in its DNS zone. Studio shows the workspace and its jobs, but the notebooks page only says that it cannot connect, from the jump box as well as from home.',
    cause: 'The policy knew one zone of the workspace; notebooks have a second one.',
    blueprint: hubAndSpokeFirewall,
    findings: [
      { rule: 'private-dns-zone-missing', at: ['pep-workspace', 'mlw-isolated'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      edits.removeResource(design, called(design, 'private-dns-zone', 'privatelink.notebooks.azure.net').id),
  }),
  defineExercise({
    id: 'instances-stay-in-creating',
    title: 'Compute instances stay in Creating',
    category: 'Outbound',
    story:
      'Clusters train as ever, but a compute instance can be neither created nor deleted since the firewall rules were tidied up. Every host name that the documentation lists answers on port 443.',
    cause: 'The management channel of computes is UDP 5831, which went with a rule that nobody recognised.',
    blueprint: hubAndSpokeFirewall,
    findings: [
      { rule: 'required-outbound-blocked', at: ['afwp-hub', 'image-build', 'ci-engineer', 'train-cluster'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      change(design, 'firewall-policy', 'afwp-hub', ({ ruleCollectionGroups = [] }) => ({
        ruleCollectionGroups: ruleCollectionGroups.map((group) => ({
          ...group,
          ruleCollections: group.ruleCollections.map((collection) => ({
            ...collection,
            rules: collection.rules.filter(({ name }) => !name.endsWith('compute-management')),
          })),
        })),
      })),
  }),
  defineExercise({
    id: 'nodes-never-report',
    title: 'Nodes start and never report back',
    category: 'Inbound',
    story:
      'A security review put one rule that denies the internet in place of the inbound rules of the training subnet. The nodes, which still have public addresses, start, are billed for ten minutes and are given up as unusable.',
    cause: 'The service comes to nodes with public addresses on TCP 44224, and is now shut out.',
    blueprint: hubAndSpokePublicIp,
    findings: [
      {
        rule: 'required-inbound-missing',
        at: ['nsg-training', 'ci-engineer', 'image-build', 'train-cluster'],
      },
      { rule: 'compute-has-public-ip', at: ['ci-engineer', 'snet-training'] },
      { rule: 'compute-has-public-ip', at: ['image-build', 'snet-training'] },
      { rule: 'compute-has-public-ip', at: ['train-cluster', 'snet-training'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      change(design, 'network-security-group', 'nsg-training', ({ securityRules }) => ({
        securityRules: [
          ...securityRules.filter(({ direction }) => direction === 'Outbound'),
          {
            name: 'DenyInternetInbound',
            priority: 4000,
            direction: 'Inbound' as const,
            access: 'Deny' as const,
            protocol: '*',
            sourceAddressPrefixes: ['Internet'],
            sourcePortRanges: ['*'],
            destinationAddressPrefixes: ['*'],
            destinationPortRanges: ['*'],
          },
        ],
      })),
  }),
  defineExercise({
    id: 'data-in-a-strange-account',
    title: 'Data turned up in a strange storage account',
    category: 'Exfiltration',
    story:
      'The firewall denies Storage, its log is clean, and still a copy of the customer table lies in an account of another tenant. It was written from a notebook, with a key pasted into a cell.',
    cause: 'The storage service endpoint leads past the firewall, and the policy that narrowed it is gone.',
    blueprint: hubAndSpokeExfiltrationPrevention,
    findings: [
      { rule: 'service-endpoint-without-policy', at: ['snet-training'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      edits.removeResource(design, called(design, 'service-endpoint-policy', 'sep-azure-ml').id),
  }),
  defineExercise({
    id: 'cluster-stops-growing',
    title: 'The cluster stops growing at half its size',
    category: 'Addresses',
    story:
      'The training cluster was raised to eighty nodes for the quarter’s end. It grows to some fifty and reports that the subnet is full; the other team’s jobs now wait as well.',
    cause: 'Every node takes an address at its largest, and Azure keeps five of each subnet.',
    blueprint: oneNetwork,
    findings: [
      { rule: 'subnet-exhausted', at: ['snet-training', 'ci-engineer', 'image-build', 'train-cluster'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) => change(design, 'compute-cluster', 'train-cluster', () => ({ maxNodeCount: 80 })),
  }),
  defineExercise({
    id: 'subnet-refuses-computes',
    title: 'The subnet refuses new computes',
    category: 'Subnets',
    story:
      'Existing nodes run until they scale down. From then on Azure refuses each new one in the training subnet, which a colleague has lent to a container job over the weekend.',
    cause: 'The subnet was delegated to another service, and a delegated subnet takes nothing else.',
    blueprint: recommendedWithoutFirewall,
    findings: [
      {
        rule: 'compute-subnet-delegated',
        at: ['snet-training', 'ci-engineer', 'image-build', 'train-cluster'],
      },
      { rule: 'online-deployment-egress', at: ['score-online'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      change(design, 'subnet', 'snet-training', () => ({
        delegations: ['Microsoft.ContainerInstance/containerGroups'],
      })),
  }),
  defineExercise({
    id: 'replies-get-lost',
    title: 'Nodes turn unusable since the default route',
    category: 'Routing and peering',
    story:
      'All traffic was to go through the new firewall, so the training subnet got a default route. The nodes keep their public addresses and inbound rule, and every one of them is marked unusable.',
    cause:
      'The service opens connections to the public addresses; the replies leave by the firewall, which has never seen them.',
    blueprint: hubAndSpokePublicIp,
    findings: [
      {
        rule: 'public-ip-compute-behind-firewall',
        at: ['rt-firewall', 'ci-engineer', 'image-build', 'train-cluster'],
      },
      { rule: 'compute-has-public-ip', at: ['ci-engineer', 'snet-training'] },
      { rule: 'compute-has-public-ip', at: ['image-build', 'snet-training'] },
      { rule: 'compute-has-public-ip', at: ['train-cluster', 'snet-training'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      change(design, 'route-table', 'rt-firewall', ({ routes }) => ({
        routes: routes.filter(({ nextHopType }) => nextHopType !== 'Internet'),
      })),
  }),
  defineExercise({
    id: 'one-cluster-cannot-read',
    title: 'One cluster of three cannot read its data',
    category: 'Compute',
    story:
      'A template created the training cluster without a subnet, and nothing complained. Its jobs start at once and fail as soon as they touch the workspace’s storage; the other clusters read it.',
    cause: 'Without a subnet the nodes run in a network of Microsoft’s, outside the isolation.',
    blueprint: oneNetwork,
    findings: [
      { rule: 'compute-outside-network', at: ['train-cluster', 'mlw-isolated'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) =>
      edits.moveResource(
        design,
        called(design, 'compute-cluster', 'train-cluster').id,
        resourcesOfKind(design, 'region')[0]?.id,
      ),
  }),
  defineExercise({
    id: 'environments-do-not-build',
    title: 'Environments no longer build',
    category: 'Workspace',
    story:
      'Jobs with known images run. The first one with a new package in its environment fails with ImageBuildComputeNotValid, a day after public access of the registry was turned off.',
    cause: 'Neither ACR Tasks nor the default build reaches a closed registry: a compute has to be named.',
    blueprint: hubAndSpokeFirewall,
    findings: [
      { rule: 'image-build-compute-missing', at: ['mlw-isolated', 'crmlisolated'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) => change(design, 'workspace', 'mlw-isolated', () => ({ imageBuildCompute: undefined })),
  }),
  defineExercise({
    id: 'stranger-calls-the-model',
    title: 'A stranger calls the model',
    category: 'Endpoints',
    story:
      'The workspace is private and every dependency is closed. The bill shows ten times the calls that the applications make, from addresses that nobody knows, with a key that was once in a repository.',
    cause: 'A managed online endpoint has a public address of its own until that is turned off.',
    blueprint: managedNetwork,
    findings: [{ rule: 'online-endpoint-public', at: ['score-online'] }],
    damage: (design) =>
      change(design, 'managed-online-endpoint', 'score-online', () => ({
        publicNetworkAccess: 'Enabled' as const,
      })),
  }),
  defineExercise({
    id: 'logs-leave-in-public',
    title: 'Logs leave by the public endpoint',
    category: 'Monitoring',
    story:
      'To find an outage faster, somebody opened Application Insights and took it out of its private link scope. The outage was found; months later an audit reads customer names in logs that anyone with a key could query.',
    cause: 'Neither the scope nor the resources themselves keep ingestion and query private any more.',
    blueprint: oneNetwork,
    findings: [
      { rule: 'monitor-public', at: ['appi-ml', 'log-ml'] },
      { rule: 'private-endpoint-optional', at: ['stmlisolated'] },
    ],
    damage: (design) => {
      const open = {
        publicNetworkAccessForIngestion: 'Enabled',
        publicNetworkAccessForQuery: 'Enabled',
      } as const;
      const unscoped = change(design, 'azure-monitor-private-link-scope', 'ampls-ml', () => ({
        scopedResources: [],
      }));
      return change(
        change(unscoped, 'application-insights', 'appi-ml', () => open),
        'log-analytics',
        'log-ml',
        () => open,
      );
    },
  }),
];

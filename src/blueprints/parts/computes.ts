import type { Resource } from '#model';
import { apartFrom } from './address-plan.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { buildNodes, type Site, subnetsOfRole } from './site.ts';
import { named, type Workload } from './workloads.ts';

/** Builds the images that a closed registry cannot build itself. */
export const buildClusterName = (workload: Workload): string => named('image-build', workload);

function computesOfWorkload(site: Site, workload: Workload): readonly Resource[] {
  const { computes, topology } = site.architecture;
  const subnet = subnetsOfRole(site, 'training').find((one) => one.workload?.key === workload.key);
  const workspace = idOf(`${workload.key}/workspace`);
  // In a managed network they lie in no subnet of one's own.
  const place = { parent: subnet?.id ?? site.region, workspace };
  const node =
    topology === 'managed' ? place : { ...place, enableNodePublicIp: computes.havePublicAddresses };
  const part = (name: string) => idOf(`${workload.key}/${name}`);
  return [
    ...(computes.hasInstance
      ? [
          make('compute-instance', part('instance'), named('ci-engineer', workload), {
            ...node,
            vmSize: 'Standard_DS3_v2',
            sshPublicAccess: 'Disabled',
          }),
        ]
      : []),
    ...(computes.trainingNodes > 0
      ? [
          make('compute-cluster', part('training'), named('train-cluster', workload), {
            ...node,
            vmSize: 'Standard_NC6s_v3',
            minNodeCount: 0,
            maxNodeCount: computes.trainingNodes,
          }),
        ]
      : []),
    ...(computes.serverlessNodes > 0
      ? [
          make('serverless-compute', part('serverless'), named('serverless', workload), {
            ...place,
            ...(topology === 'managed' ? {} : { serverlessComputeNoPublicIP: !computes.havePublicAddresses }),
            plannedNodeCount: computes.serverlessNodes,
          }),
        ]
      : []),
    make('compute-cluster', part('image-build'), buildClusterName(workload), {
      ...node,
      vmSize: 'Standard_DS3_v2',
      minNodeCount: 0,
      maxNodeCount: buildNodes,
    }),
  ];
}

const podRanges = ['10.244.0.0/16', '192.168.0.0/16', '172.21.0.0/16', '10.245.0.0/16'];
const serviceRanges = ['10.250.0.0/16', '172.22.0.0/16', '192.168.0.0/16', '10.251.0.0/16'];

/** Pods have addresses of an overlay, so that nodes alone take some of the subnet. */
function kubernetesOf(site: Site): readonly Resource[] {
  const { computes, egress } = site.architecture;
  const used = [
    ...site.networks.map(({ prefix }) => prefix),
    ...(site.onPremisesPrefix === undefined ? [] : [site.onPremisesPrefix]),
  ];
  const podCidr = apartFrom(podRanges, used);
  const serviceCidr = apartFrom(serviceRanges, podCidr === undefined ? used : [...used, podCidr]);
  return subnetsOfRole(site, 'scoring').flatMap(({ id, workload }) =>
    workload
      ? [
          make('kubernetes-cluster', idOf(`${workload.key}/kubernetes`), named('aks-scoring', workload), {
            parent: id,
            workspaces: [idOf(`${workload.key}/workspace`)],
            agentPoolProfiles: [
              {
                name: 'scoring',
                count: Math.min(3, computes.kubernetesNodes),
                maxCount: computes.kubernetesNodes,
                subnet: id,
              },
            ],
            networkPlugin: 'azure',
            networkPluginMode: 'overlay',
            ...(podCidr === undefined ? {} : { podCidr }),
            ...(serviceCidr === undefined
              ? {}
              : { serviceCidr, dnsServiceIP: serviceCidr.replace(/\.0\/16$/, '.10') }),
            outboundType: egress === 'firewall' ? 'userDefinedRouting' : 'userAssignedNATGateway',
            enablePrivateCluster: true,
          }),
        ]
      : [],
  );
}

export const computesOf = (site: Site): readonly Resource[] => [
  ...site.workloads.flatMap((workload) => computesOfWorkload(site, workload)),
  ...kubernetesOf(site),
];

import type { Resource } from '#model';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import type { Site } from './site.ts';
import { named, type Workload } from './workloads.ts';

const onlineEndpointId = ({ key }: Workload) => idOf(`${key}/online-endpoint`);

/** Online endpoints of all workloads, for those who call them. */
export const onlineEndpointIds = ({ architecture, workloads }: Site) =>
  architecture.scoring.includes('managed-online-endpoint') ? workloads.map(onlineEndpointId) : [];

/** Endpoints that score, each reached through the private endpoint of its workspace. */
export const scoringOf = ({ architecture, region, workloads }: Site): readonly Resource[] =>
  workloads.flatMap((workload) => {
    const place = { parent: region, workspace: idOf(`${workload.key}/workspace`) };
    const { scoring, topology } = architecture;
    return [
      ...(scoring.includes('managed-online-endpoint')
        ? [
            make('managed-online-endpoint', onlineEndpointId(workload), named('score-online', workload), {
              ...place,
              publicNetworkAccess: architecture.hasPublicEndpoints ? 'Enabled' : 'Disabled',
              deployments: [
                {
                  name: 'blue',
                  // The managed network of a workspace decides for its deployments.
                  ...(topology === 'managed' ? {} : { egressPublicNetworkAccess: 'Disabled' as const }),
                  instanceType: 'Standard_DS3_v2',
                  instanceCount: 3,
                },
              ],
            }),
          ]
        : []),
      ...(scoring.includes('batch-endpoint')
        ? [
            make('batch-endpoint', idOf(`${workload.key}/batch-endpoint`), named('score-batch', workload), {
              ...place,
              deployments: [{ name: 'nightly', compute: idOf(`${workload.key}/training`) }],
            }),
          ]
        : []),
      ...(scoring.includes('kubernetes-online-endpoint')
        ? [
            make(
              'kubernetes-online-endpoint',
              idOf(`${workload.key}/kubernetes-endpoint`),
              named('score-kubernetes', workload),
              { ...place, cluster: idOf(`${workload.key}/kubernetes`) },
            ),
          ]
        : []),
    ];
  });

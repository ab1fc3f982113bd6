import { isStorageHost } from '#catalog';
import type { Resource } from '#model';
import { opensInternet } from '../architecture.ts';
import { buildClusterName } from './computes.ts';
import { idOf } from './id-of.ts';
import { make } from './make.ts';
import { hostsOf, isOpenedByHost, requirementsOf } from './required-outbound.ts';
import type { Site } from './site.ts';
import { named, type Workload } from './workloads.ts';

const storageName = (tail: string): string => `stmlisolated${tail}`;

const firewall = { networkAcls: { defaultAction: 'Deny', bypass: ['AzureServices'] } } as const;

/** Batch endpoints use queues and tables, to which Azure makes no endpoints by itself. */
const endpointRules = ({ architecture }: Site, { tail }: Workload) =>
  (architecture.scoring.includes('batch-endpoint') ? ['queue', 'table'] : []).map((subresourceTarget) => ({
    name: `storage-${subresourceTarget}`,
    type: 'PrivateEndpoint' as const,
    category: 'UserDefined',
    destination: storageName(tail),
    subresourceTarget,
  }));

/** Host names and further endpoints are all that a managed network has to be told: the rest it opens by itself. */
function managedNetworkOf(site: Site, workload: Workload) {
  const { architecture } = site;
  if (architecture.topology !== 'managed') return { isolationMode: 'Disabled' as const };
  const endpoints = endpointRules(site, workload);
  if (opensInternet(architecture))
    return { isolationMode: 'AllowInternetOutbound' as const, outboundRules: endpoints };
  const byHost = requirementsOf(architecture, 'training').filter(isOpenedByHost);
  // Storage is reached by endpoint rules alone: what optional software keeps there stays closed.
  const hosts = byHost.flatMap((one) =>
    hostsOf(architecture, one)
      .filter((host) => !isStorageHost(host, architecture.goals.cloud))
      .map((host) => ({ purpose: one.id, host })),
  );
  return {
    isolationMode: 'AllowOnlyApprovedOutbound' as const,
    firewallSku: 'Standard' as const,
    outboundRules: [
      ...endpoints,
      ...hosts.map(({ purpose, host }, at) => ({
        name: `${purpose}-${at + 1}`,
        type: 'FQDN' as const,
        category: 'UserDefined',
        destination: host,
      })),
    ],
  };
}

function workloadServices(site: Site, workload: Workload): readonly Resource[] {
  const { architecture, region } = site;
  const { key, tail } = workload;
  const part = (name: string) => idOf(`${key}/${name}`);
  const closed = { parent: region, publicNetworkAccess: 'Disabled', ...firewall } as const;
  return [
    make('workspace', part('workspace'), named('mlw-isolated', workload), {
      parent: region,
      workspaceKind: 'Default',
      storageAccount: part('storage'),
      keyVault: part('key-vault'),
      containerRegistry: part('registry'),
      applicationInsights: part('insights'),
      publicNetworkAccess: architecture.goals.workspace === 'private' ? 'Disabled' : 'Enabled',
      imageBuildCompute: buildClusterName(workload),
      hbiWorkspace: false,
      v1LegacyMode: false,
      managedNetwork: managedNetworkOf(site, workload),
    }),
    make('storage-account', part('storage'), storageName(tail), {
      ...closed,
      sku: 'Standard_ZRS',
      accountKind: 'StorageV2',
      isHnsEnabled: false,
    }),
    make('key-vault', part('key-vault'), named('kv-ml-isolated', workload), closed),
    make('container-registry', part('registry'), `crmlisolated${tail}`, {
      ...closed,
      sku: 'Premium',
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      dataEndpointEnabled: true,
    }),
    make('application-insights', part('insights'), named('appi-ml', workload), {
      ...monitorAccess(site),
      workspaceResource: idOf('monitor/logs'),
    }),
  ];
}

/** Closed where a private link scope can take the place of the public endpoints. */
const monitorAccess = ({ region, hasPrivateMonitoring }: Site) => {
  const access = hasPrivateMonitoring ? 'Disabled' : 'Enabled';
  return {
    parent: region,
    publicNetworkAccessForIngestion: access,
    publicNetworkAccessForQuery: access,
  } as const;
};

/** The workspaces with what they depend on, and the monitoring that they share. */
export const servicesOf = (site: Site): readonly Resource[] => [
  ...site.workloads.flatMap((workload) => workloadServices(site, workload)),
  make('log-analytics', idOf('monitor/logs'), 'log-ml', monitorAccess(site)),
  ...(site.hasPrivateMonitoring
    ? [
        make('azure-monitor-private-link-scope', idOf('monitor/scope'), 'ampls-ml', {
          scopedResources: [
            ...site.workloads.map(({ key }) => idOf(`${key}/insights`)),
            idOf('monitor/logs'),
          ],
          ingestionAccessMode: 'Open',
          queryAccessMode: 'Open',
        }),
      ]
    : []),
];

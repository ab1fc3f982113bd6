import { type Cloud, type ComputeKind, requiredOutbound } from '#catalog';
import {
  enclosing,
  findOfKind,
  findResource,
  flatMapped,
  type Resource,
  type ResourceId,
  type ResourceOf,
  resourcesOfKind,
} from '#model';
import { type Estate, estateQuestion } from './estate.ts';
import type { Ground } from './ground.ts';
import { hostedPlaceOf, workspaceOf } from './hosted-sources.ts';
import { grouped, memoForGood } from './memo.ts';
import type { Destination, RequiredFlow } from './network.ts';
import { privateEndpointsOf } from './private-endpoints.ts';
import { flowBy, type Need, tailOf, type Way, waysTo, wayTo } from './ways.ts';

type Workspace = ResourceOf<'workspace'>;

const imageLayers = 'the layers of images in the container registry';

/** Flows of a compute to the workspace and the services that the workspace rests on. */
export const flowsToServices = (
  estate: Estate,
  compute: ResourceOf<ComputeKind>,
  workspace: Workspace,
): readonly RequiredFlow[] => {
  const flows: RequiredFlow[] = [];
  for (const way of waysToServices(estate, workspace.id))
    if (isWayOf(estate, way, compute, workspace)) flows.push(flowBy(compute.id, way));
  return flows;
};

function isWayOf(
  estate: Estate,
  { of }: Way,
  compute: ResourceOf<ComputeKind>,
  workspace: Workspace,
): boolean {
  switch (of) {
    case 'those-in-subnets':
      return estate.subnetOf(compute.id) !== undefined;
    case 'all-but-kubernetes':
      return compute.kind !== 'kubernetes-cluster';
    case 'clusters-with-batches':
      return runsBatches(estate, compute, workspace);
    case 'instances':
      return compute.kind === 'compute-instance';
    case undefined:
      return true;
  }
}

/** Of all computes of a workspace, in the order of what they are for. */
const waysToServices = estateQuestion((estate, id: ResourceId): readonly Way[] => {
  const workspace = findOfKind(estate.design, id, 'workspace');
  const { storageAccount, keyVault, containerRegistry } = workspace ?? {};
  const batch = 'batch endpoints and parallel runs';
  return waysTo(estate, [
    {
      resource: id,
      groupId: 'amlworkspace',
      purpose: 'the workspace',
      further: 'the notebooks of the workspace',
      furtherOf: 'instances',
    },
    { resource: storageAccount, groupId: 'blob', purpose: 'the default blob storage' },
    {
      resource: storageAccount,
      groupId: 'file',
      ports: [443, 445],
      purpose: 'the default file share',
      of: 'all-but-kubernetes',
    },
    { resource: keyVault, groupId: 'vault', purpose: 'the key vault', of: 'all-but-kubernetes' },
    {
      resource: storageAccount,
      groupId: 'queue',
      purpose: `the queues of ${batch}`,
      of: 'clusters-with-batches',
    },
    {
      resource: storageAccount,
      groupId: 'table',
      purpose: `the tables of ${batch}`,
      of: 'clusters-with-batches',
    },
    ...flatMapped(workspace?.datastores ?? [], ({ name, storageAccount: resource, groupIds }) =>
      groupIds.map((groupId) => ({ resource, groupId, purpose: `datastore ${name}` })),
    ),
    ...(isDataLake(estate, storageAccount)
      ? [{ resource: storageAccount, groupId: 'dfs', purpose: 'the data lake of the default storage' }]
      : []),
    {
      resource: containerRegistry,
      groupId: 'registry',
      purpose: 'the container registry',
      further: imageLayers,
    },
    {
      // From a managed network Azure Monitor is reached by its tag.
      resource: monitorScopeOf(estate),
      groupId: 'azuremonitor',
      purpose: 'metrics and logs of Azure Monitor',
      requirement: 'azure-monitor',
      of: 'those-in-subnets',
    },
  ]);
});

/** Whether jobs reach the account as a data lake by an endpoint for it; without one a rule of its own says what fails. */
function isDataLake({ design }: Estate, id: ResourceId | undefined): boolean {
  const account = findOfKind(design, id, 'storage-account');
  return (
    account?.isHnsEnabled === true &&
    privateEndpointsOf(design, account.id).connections.some(({ groupIds }) =>
      groupIds.some((group) => /^dfs$/i.test(group)),
    )
  );
}

/** Batch deployments run on the cluster they name; those that name none may run on any. */
function runsBatches(
  { design }: Estate,
  { id, kind }: ResourceOf<ComputeKind>,
  workspace: Workspace,
): boolean {
  if (kind !== 'compute-cluster') return false;
  return resourcesOfKind(design, 'batch-endpoint').some(
    (endpoint) =>
      endpoint.workspace === workspace.id &&
      (endpoint.deployments ?? [{ compute: undefined }]).some(
        ({ compute }) => compute === undefined || compute === id,
      ),
  );
}

/** The scope by whose endpoints Azure Monitor is reached privately; a scope without any changes nothing. */
export const monitorScopeOf = ({ design }: Estate): ResourceId | undefined =>
  resourcesOfKind(design, 'azure-monitor-private-link-scope').find(({ id }) => {
    const { connections, isWhole } = privateEndpointsOf(design, id);
    return connections.length > 0 || !isWhole;
  })?.id;

/** What the deployments of an online endpoint rest on. Each has ways of its own where its workspace has no network. */
export const flowsOfDeployments = (
  estate: Estate,
  endpoint: ResourceOf<'managed-online-endpoint'>,
): readonly RequiredFlow[] => {
  const place = hostedPlaceOf(estate, endpoint.id);
  const workspace = workspaceOf(estate, endpoint);
  if (!place || !workspace) return [];
  const needs: readonly Need[] = [
    { resource: workspace.id, groupId: 'amlworkspace', purpose: 'the workspace' },
    { resource: workspace.storageAccount, groupId: 'blob', purpose: 'the model in the default blob storage' },
    {
      resource: workspace.containerRegistry,
      groupId: 'registry',
      purpose: 'the image in the container registry',
      further: imageLayers,
    },
  ];
  if (place.is === 'managed-network') return flowsFrom(estate, endpoint.id, needs);
  return flatMapped(endpoint.deployments ?? [], ({ name }) =>
    flowsFrom(estate, endpoint.id, needs).map((one) => ({
      ...one,
      id: `${one.id} (${name})`,
      deployment: name,
    })),
  );
};

const flowsFrom = (estate: Estate, from: ResourceId, needs: readonly Need[]): readonly RequiredFlow[] =>
  waysTo(estate, needs).map((way) => flowBy(from, way));

/** Two workspaces may share a storage account: one flow is enough. */
export const unique = (flows: readonly RequiredFlow[]): readonly RequiredFlow[] => [
  ...new Map(flows.map((one) => [one.id, one])).values(),
];

/** What a client uses: as it says, else every workspace, or every endpoint for those that score. */
export const usedBy = ({ design }: Estate, { uses, role }: ResourceOf<'client'>): readonly Resource[] => {
  if (uses) return flatMapped(uses, (id) => findResource(design, id) ?? []);
  return role === 'scoring-client'
    ? [
        ...resourcesOfKind(design, 'managed-online-endpoint'),
        ...resourcesOfKind(design, 'kubernetes-online-endpoint'),
      ]
    : resourcesOfKind(design, 'workspace');
};

/** Engineers use studio with the workspace and its data; those that score ask endpoints. */
export const flowsOfClient = (ground: Ground, client: ResourceOf<'client'>): readonly RequiredFlow[] => {
  const used = usedBy(ground.estate, client);
  const isEngineer = used.some(({ kind }) => kind === 'workspace');
  return unique([
    ...flatMapped(used, (resource) =>
      resource.kind === 'workspace'
        ? flowsOfEngineer(ground, client.id, resource)
        : flowsToEndpoint(ground.estate, client.id, resource),
    ),
    ...(isEngineer ? studioFlows(ground.estate, client.id) : []),
  ]);
};

function flowsOfEngineer(
  { estate, hosts }: Ground,
  from: ResourceId,
  workspace: Workspace,
): readonly RequiredFlow[] {
  const instances = instancesByWorkspace(estate, 'all').get(workspace.id) ?? [];
  return [
    ...flowsFrom(estate, from, [
      {
        resource: workspace.id,
        groupId: 'amlworkspace',
        purpose: 'the workspace and studio',
        further: 'notebooks in studio',
      },
      { resource: workspace.storageAccount, groupId: 'blob', purpose: 'the data that studio shows' },
      { resource: workspace.storageAccount, groupId: 'file', purpose: 'the notebooks that studio shows' },
    ]),
    ...flatMapped(instances, ({ id, name }) => {
      const host = hosts.hostOfPart(id)?.host;
      if (host === undefined) return [];
      const to = { resource: workspace.id, groupId: 'amlworkspace', hosts: [host] };
      return [flowBy(from, wayTo(to, 443, `compute instance ${name}`, { what: id }))];
    }),
  ];
}

const instancesByWorkspace = estateQuestion((estate, _: 'all') =>
  grouped(resourcesOfKind(estate.design, 'compute-instance'), (one) => {
    const workspace = one.presence === undefined ? workspaceOf(estate, one) : undefined;
    return workspace === undefined ? [] : [workspace.id];
  }),
);

function flowsToEndpoint(estate: Estate, from: ResourceId, endpoint: Resource): readonly RequiredFlow[] {
  const to = endpoint.kind === 'kubernetes-online-endpoint' ? routerOf(estate, from, endpoint) : endpoint.id;
  if (!scored.has(endpoint.kind) || to === undefined) return [];
  return [flowBy(from, wayTo({ resource: to }, 443, `endpoint ${endpoint.name}`))];
}

const scored: ReadonlySet<Resource['kind']> = new Set([
  'managed-online-endpoint',
  'batch-endpoint',
  'kubernetes-online-endpoint',
]);

/** The cluster in whose subnet the router of the endpoint answers; what it shows the internet, no design tells. */
function routerOf(
  estate: Estate,
  from: ResourceId,
  { cluster }: ResourceOf<'kubernetes-online-endpoint'>,
): ResourceId | undefined {
  const isPublic = enclosing(estate.design, from, 'internet') !== undefined;
  const found = isPublic ? undefined : findOfKind(estate.design, cluster, 'kubernetes-cluster');
  return found && estate.subnetOf(found.id) !== undefined ? found.id : undefined;
}

/** What a browser with studio in it has to reach besides the workspace. */
const studioRequirements = ['microsoft-entra-id', 'azure-resource-manager', 'studio-and-automated-ml'];

export const studioFlows = ({ goals }: Estate, from: ResourceId): readonly RequiredFlow[] =>
  platformPlaces(goals.cloud).map((place) => flowToPlatform(from, place));

const flowToPlatform = (
  from: ResourceId,
  { requirement: { id, purpose, access }, to }: ReturnType<typeof platformPlaces>[number],
): RequiredFlow => ({
  from,
  to,
  protocol: 'Tcp',
  port: 443,
  id: from + tailOf(id, 'Tcp', 443),
  purpose,
  access,
  requirement: id,
});

/** The same destinations for all clients: what is known of one is looked up by it. */
const platformPlaces = memoForGood((cloud: Cloud) =>
  requiredOutbound
    .filter(({ id }) => studioRequirements.includes(id))
    .map((requirement) => {
      const { serviceTag, hosts } = requirement;
      const to: Destination = {
        ...(serviceTag === undefined ? {} : { serviceTag }),
        hosts: hosts[cloud],
      };
      return { requirement, to };
    }),
);

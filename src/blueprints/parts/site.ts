import { platformLimits, zonesOf } from '#catalog';
import type { ResourceId } from '#model';
import type { Fault } from '../adaptation.ts';
import type { Architecture } from '../architecture.ts';
import {
  type AddressPlan,
  apartFrom,
  planAddresses,
  type SubnetSize,
  type WantedNetwork,
} from './address-plan.ts';
import { idOf } from './id-of.ts';
import {
  addressesOf,
  type EndpointNeed,
  endpointNeedsOf,
  monitorNeed,
  type Workload,
  workloadsOf,
} from './workloads.ts';

/** What a subnet is for. */
export type SubnetRole =
  | 'firewall'
  | 'bastion'
  | 'gateway'
  | 'resolver'
  | 'dns-server'
  | 'jump'
  | 'clients'
  | 'training'
  | 'scoring'
  | 'endpoints';

export interface SiteSubnet {
  readonly id: ResourceId;
  /** `spoke-1/training`, the first part of the roles of what belongs to it. */
  readonly key: string;
  /** For names of what belongs to it: `training`, `private-endpoints-2`. */
  readonly label: string;
  readonly role: SubnetRole;
  readonly prefix: string;
  readonly network: string;
  /** Of subnets with computes. */
  readonly workload?: Workload;
}

export interface SiteNetwork {
  readonly id: ResourceId;
  readonly key: string;
  readonly name: string;
  /** Appended to names of what other networks have, too. */
  readonly tail: string;
  readonly prefix: string;
  readonly subnets: readonly SiteSubnet[];
  readonly workloads: readonly Workload[];
  readonly endpoints: readonly EndpointNeed[];
}

/** An architecture with its networks laid out: what every part is made from. */
export interface Site {
  readonly architecture: Architecture;
  readonly region: ResourceId;
  readonly workloads: readonly Workload[];
  readonly networks: readonly SiteNetwork[];
  /** Holds what is shared: the firewall, the way in, the name servers. */
  readonly home: SiteNetwork;
  readonly hasPrivateMonitoring: boolean;
  /** Prefix of the site on-premises. */
  readonly onPremisesPrefix: string | undefined;
}

interface NetworkDraft {
  readonly key: string;
  readonly name: string;
  readonly tail: string;
  readonly workloads: readonly Workload[];
  readonly endpoints: readonly EndpointNeed[];
  readonly shared: readonly SubnetRole[];
  readonly hasComputes: boolean;
}

const fixedSizes: Readonly<Partial<Record<SubnetRole, SubnetSize>>> = {
  firewall: { prefixLength: 26 },
  bastion: { prefixLength: 26 },
  gateway: { prefixLength: 27 },
  resolver: { prefixLength: 28 },
  'dns-server': { prefixLength: 28 },
  jump: { prefixLength: 27 },
  clients: { prefixLength: 27 },
};

/** Image builds: few and short. */
export const buildNodes = 2;

/** An upgrade adds a node to a Kubernetes pool. */
const surgeNodes = 1;

const hasResolver = ({ names, connection }: Architecture): boolean =>
  names === 'resolver' || (names === 'azure' && connection !== 'none');

/** A Kubernetes cluster cannot lie in a managed network: it has a subnet of one's own. */
const hasOwnNodes = ({ topology, computes }: Architecture): boolean =>
  topology === 'managed' && computes.kubernetesNodes > 0;

function sharedRolesOf(architecture: Architecture): readonly SubnetRole[] {
  const { topology, egress, connection, names, engineers, callers } = architecture;
  const isAtHome = topology === 'hub-and-spoke' || topology === 'one-network';
  const hasFirewall = egress === 'firewall' && (isAtHome || hasOwnNodes(architecture));
  return [
    ...(hasFirewall ? (['firewall'] as const) : []),
    ...(hasResolver(architecture) ? (['resolver'] as const) : []),
    ...(names === 'server' ? (['dns-server'] as const) : []),
    ...(connection === 'none' ? [] : (['gateway'] as const)),
    ...(engineers.includes('jump-box') ? (['bastion'] as const) : []),
    ...(engineers.includes('jump-box') ? (['jump'] as const) : []),
    ...([...engineers, ...callers].includes('clients') ? (['clients'] as const) : []),
  ];
}

/** Azure Monitor is private where its zones are known and fit into one zone group. */
export function hasPrivateMonitoring({ goals }: Architecture): boolean {
  const most = platformLimits.find(({ id }) => id === 'zone-group-zones')?.most ?? 0;
  const zones = zonesOf('azure-monitor-private-link-scope', 'azuremonitor', goals.cloud).length;
  return zones > 0 && zones <= most;
}

function draftsOf(architecture: Architecture, workloads: readonly Workload[]): readonly NetworkDraft[] {
  const all = (some: readonly Workload[]) =>
    some.flatMap((workload) => endpointNeedsOf(architecture, workload, 'computes'));
  const monitor = hasPrivateMonitoring(architecture) ? [monitorNeed] : [];
  const shared = sharedRolesOf(architecture);
  const draft = (key: string, name: string, changes: Partial<NetworkDraft>): NetworkDraft => ({
    key,
    name,
    tail: '',
    workloads: [],
    endpoints: [],
    shared: [],
    hasComputes: false,
    ...changes,
  });
  switch (architecture.topology) {
    case 'one-network':
      return [
        draft('spoke-1', 'vnet-ml', {
          workloads,
          endpoints: [...all(workloads), ...monitor],
          shared,
          hasComputes: true,
        }),
      ];
    case 'managed': {
      const isForNodes = hasOwnNodes(architecture);
      const endpoints = workloads.flatMap((one) =>
        endpointNeedsOf(architecture, one, isForNodes ? 'computes' : 'people'),
      );
      return [
        draft('hub', 'vnet-clients', {
          endpoints: [...endpoints, ...monitor],
          shared,
          ...(isForNodes ? { workloads } : {}),
        }),
      ];
    }
    case 'isolated': {
      const endpoints = [...all(workloads), ...monitor];
      const ownFirewall = architecture.egress === 'firewall' ? (['firewall'] as const) : [];
      return [
        draft('hub', 'vnet-main', { endpoints, shared }),
        draft('spoke-1', 'vnet-ml-isolated', {
          tail: 'isolated',
          workloads,
          endpoints,
          shared: ownFirewall,
          hasComputes: true,
        }),
      ];
    }
    case 'hub-and-spoke': {
      // Every spoke reaches the hub, but no other spoke.
      const isAlone = workloads.length === 1;
      return [
        draft('hub', 'vnet-hub', { shared, endpoints: isAlone ? [] : monitor }),
        ...workloads.map((one, at) =>
          draft(`spoke-${at + 1}`, isAlone ? 'vnet-ml' : `vnet-ml-${one.tail}`, {
            tail: one.tail,
            workloads: [one],
            endpoints: [...all([one]), ...(isAlone ? monitor : [])],
            hasComputes: true,
          }),
        ),
      ];
    }
  }
}

const trainingAddresses = ({ computes }: Architecture): number =>
  (computes.hasInstance ? 1 : 0) + computes.trainingNodes + computes.serverlessNodes + buildNodes;

interface SubnetDraft {
  readonly role: SubnetRole;
  readonly key: string;
  readonly size: SubnetSize;
  readonly workload?: Workload;
}

function subnetsOf(architecture: Architecture, draft: NetworkDraft): readonly SubnetDraft[] {
  const { kubernetesNodes } = architecture.computes;
  const subnet = (role: SubnetRole, size: SubnetSize | undefined, workload?: Workload): SubnetDraft => ({
    role,
    key: workload && workload.tail !== '' && draft.workloads.length > 1 ? `${role}-${workload.tail}` : role,
    size: size ?? { addresses: 1 },
    ...(workload ? { workload } : {}),
  });
  const computes = draft.workloads.flatMap((workload) => [
    ...(draft.hasComputes
      ? [subnet('training', { addresses: trainingAddresses(architecture) }, workload)]
      : []),
    ...(kubernetesNodes > 0
      ? // One more for the API server.
        [subnet('scoring', { addresses: kubernetesNodes + surgeNodes + 1 }, workload)]
      : []),
  ]);
  return [
    ...draft.shared.map((role) => subnet(role, fixedSizes[role])),
    ...computes,
    ...(draft.endpoints.length > 0 ? [subnet('endpoints', { addresses: addressesOf(draft.endpoints) })] : []),
  ];
}

const wantedOf = (architecture: Architecture, draft: NetworkDraft): WantedNetwork => ({
  key: draft.key,
  subnets: Object.fromEntries(subnetsOf(architecture, draft).map(({ key, size }) => [key, size])),
});

const siteRanges = ['10.50.0.0/16', '192.168.0.0/16', '172.20.0.0/16', '10.200.0.0/16'];
const isolatedRanges = ['10.128.0.0/16', '192.168.0.0/16', '172.24.0.0/16', '10.64.0.0/16'];

/** A network that is never peered has a range of its own, and leaves the scarce one to the main network. */
function plan(
  architecture: Architecture,
  drafts: readonly NetworkDraft[],
  taken: readonly string[],
): AddressPlan {
  const { addressSpace, topology } = architecture;
  const wanted = drafts.map((draft) => wantedOf(architecture, draft));
  if (topology !== 'isolated') return planAddresses(addressSpace, wanted, taken);
  const apart = apartFrom(isolatedRanges, [addressSpace, ...taken]) ?? addressSpace;
  const main = planAddresses(addressSpace, wanted.slice(0, 1), taken);
  const isolated = planAddresses(apart, wanted.slice(1), taken);
  if ('fault' in main) return main;
  return 'fault' in isolated ? isolated : { networks: { ...main.networks, ...isolated.networks } };
}

const labels: Readonly<Partial<Record<SubnetRole, string>>> = {
  endpoints: 'private-endpoints',
  resolver: 'dns-inbound',
  'dns-server': 'dns',
};

const labelOf = (role: SubnetRole, tail: string): string =>
  `${labels[role] ?? role}${tail === '' ? '' : `-${tail}`}`;

/** Lays out the networks of an architecture, or says why they do not fit. */
export function layOut(architecture: Architecture): Site | Fault {
  const workloads = workloadsOf(architecture);
  const drafts = draftsOf(architecture, workloads);
  const onPremisesPrefix =
    architecture.connection === 'none' ? undefined : apartFrom(siteRanges, [architecture.addressSpace]);
  const planned = plan(architecture, drafts, onPremisesPrefix === undefined ? [] : [onPremisesPrefix]);
  if ('fault' in planned) return planned;
  const networks = drafts.map((draft): SiteNetwork => {
    const { prefix = '', subnets = {} } = planned.networks[draft.key] ?? {};
    return {
      id: idOf(draft.key),
      key: draft.key,
      name: draft.name,
      tail: draft.tail,
      prefix,
      workloads: draft.workloads,
      endpoints: draft.endpoints,
      subnets: subnetsOf(architecture, draft).map(({ role, key, workload }) => ({
        id: idOf(`${draft.key}/${key}`),
        key: `${draft.key}/${key}`,
        label: labelOf(role, workload?.tail ?? draft.tail),
        role,
        prefix: subnets[key] ?? '',
        network: draft.key,
        ...(workload ? { workload } : {}),
      })),
    };
  });
  const [home] = networks;
  if (!home) return { of: 'workspaces', fault: 'An architecture has at least one workspace.' };
  return {
    architecture,
    region: idOf('region'),
    workloads,
    networks,
    home,
    hasPrivateMonitoring: hasPrivateMonitoring(architecture),
    onPremisesPrefix,
  };
}

export const subnetOf = (network: SiteNetwork, role: SubnetRole): SiteSubnet | undefined =>
  network.subnets.find((subnet) => subnet.role === role);

export const subnetsOfRole = (site: Site, ...roles: readonly SubnetRole[]): readonly SiteSubnet[] =>
  site.networks.flatMap(({ subnets }) => subnets.filter(({ role }) => roles.includes(role)));

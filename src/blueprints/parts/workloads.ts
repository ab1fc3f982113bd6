import { subresourceOf } from '#catalog';
import type { ResourceId, ResourceKind } from '#model';
import type { Architecture } from '../architecture.ts';
import { idOf } from './id-of.ts';

/** One workspace with what it depends on, by the roles of its parts. */
export interface Workload {
  /** `workload-1`: the first part of every role of its. */
  readonly key: string;
  /** Appended to names: empty where there is one workload only, else its number. */
  readonly tail: string;
}

export const workloadsOf = ({ workspaces }: Architecture): readonly Workload[] =>
  Array.from({ length: workspaces }, (_, at) => ({
    key: `workload-${at + 1}`,
    tail: workspaces === 1 ? '' : `${at + 1}`,
  }));

/** A name with the workload's number: `mlw-isolated`, or `mlw-isolated-2`. */
export const named = (name: string, { tail }: Workload): string => (tail === '' ? name : `${name}-${tail}`);

/** What a private endpoint has to serve, before it is known where it lies. */
export interface EndpointNeed {
  readonly role: string;
  readonly name: string;
  readonly target: ResourceId;
  readonly kind: ResourceKind;
  readonly groupId: string;
}

/** Who uses the endpoints: computes need all of them, people the workspace and its storage. */
export type EndpointUsers = 'computes' | 'people';

/** The endpoints of a workload in one network. */
export function endpointNeedsOf(
  { scoring }: Architecture,
  workload: Workload,
  users: EndpointUsers,
): readonly EndpointNeed[] {
  const need = (kind: ResourceKind, part: string, groupId: string, name: string): EndpointNeed => ({
    role: `${workload.key}/${part}/${groupId}`,
    name: named(name, workload),
    target: idOf(`${workload.key}/${part}`),
    kind,
    groupId,
  });
  const storage = (groupId: string) => need('storage-account', 'storage', groupId, `pep-storage-${groupId}`);
  const forPeople = [
    need('workspace', 'workspace', 'amlworkspace', 'pep-workspace'),
    storage('blob'),
    storage('file'),
  ];
  if (users === 'people') return forPeople;
  return [
    ...forPeople,
    ...(scoring.includes('batch-endpoint') ? [storage('queue'), storage('table')] : []),
    need('key-vault', 'key-vault', 'vault', 'pep-key-vault'),
    need('container-registry', 'registry', 'registry', 'pep-registry'),
  ];
}

/** The endpoint of the private link scope that all workloads share. */
export const monitorNeed: EndpointNeed = {
  role: 'monitor/azuremonitor',
  name: 'pep-monitor',
  target: idOf('monitor/scope'),
  kind: 'azure-monitor-private-link-scope',
  groupId: 'azuremonitor',
};

/** Private addresses that endpoints take. */
export const addressesOf = (needs: readonly EndpointNeed[]): number =>
  needs.reduce((sum, { kind, groupId }) => sum + (subresourceOf(kind, groupId)?.addresses ?? 1), 0);

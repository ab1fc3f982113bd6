import type { ResourceKind } from '#model';

/** What most designs need; the palette shows the rest of a group on demand. */
export const commonKinds: ReadonlySet<ResourceKind> = new Set<ResourceKind>([
  'virtual-network',
  'subnet',
  'on-premises-network',
  'azure-firewall',
  'network-security-group',
  'route-table',
  'nat-gateway',
  'service-endpoint-policy',
  'virtual-network-gateway',
  'bastion',
  'private-endpoint',
  'private-dns-zone',
  'dns-private-resolver',
  'dns-server',
  'workspace',
  'compute-instance',
  'compute-cluster',
  'kubernetes-cluster',
  'managed-online-endpoint',
  'storage-account',
  'key-vault',
  'container-registry',
  'client',
  'virtual-machine',
]);

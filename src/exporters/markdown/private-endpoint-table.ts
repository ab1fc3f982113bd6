import type { RootContent } from 'mdast';
import { findOfKind, type ResourceOf, resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import { type Cell, heading, tableOr } from './blocks.ts';
import { absent, nameOf } from './report.ts';

/** Every private endpoint: what it serves, where, under which addresses and names. */
export const privateEndpointTable = (input: ExportInput): RootContent[] => [
  heading(2, 'Private endpoints'),
  tableOr(
    'The design has no private endpoint.',
    ['Endpoint', 'Target', 'Sub-resource', 'Subnet', 'Addresses', 'DNS zones', 'Status'],
    resourcesOfKind(input.design, 'private-endpoint').map((endpoint) => rowOf(input, endpoint)),
  ),
];

function rowOf(input: ExportInput, endpoint: ResourceOf<'private-endpoint'>): readonly Cell[] {
  if (endpoint.presence === 'not-shown')
    return [nameOf(input, endpoint.id), targetOf(input, endpoint), '', '', '', '', 'exists, not shown'];
  return [
    nameOf(input, endpoint.id),
    targetOf(input, endpoint),
    endpoint.groupIds.join(', '),
    subnetOf(input, endpoint),
    addressesOf(input, endpoint),
    zonesOf(input, endpoint),
    endpoint.connectionStatus ?? 'Approved (as deployment sets it)',
  ];
}

const targetOf = (input: ExportInput, { target }: ResourceOf<'private-endpoint'>) =>
  target === undefined ? 'not shown' : nameOf(input, target);

const subnetOf = (input: ExportInput, { parent }: ResourceOf<'private-endpoint'>) =>
  findOfKind(input.design, parent, 'subnet') ? nameOf(input, parent) : 'not shown';

function addressesOf({ network }: ExportInput, { id, ipConfigurations }: ResourceOf<'private-endpoint'>) {
  const addresses = network.addressesOf(id).join(', ');
  if (addresses === '') return 'not known';
  return (ipConfigurations ?? []).length > 0 ? addresses : `${addresses} (as deployment gives them)`;
}

function zonesOf(input: ExportInput, endpoint: ResourceOf<'private-endpoint'>) {
  const groups = endpoint.privateDnsZoneGroups;
  if (groups === undefined) return absent(input, endpoint);
  const zones = groups.flatMap((group) => group.privateDnsZones);
  return zones.map((zone) => nameOf(input, zone)).join(', ') || 'none';
}

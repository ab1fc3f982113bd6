import type { RootContent } from 'mdast';
import { subresourceOf } from '#catalog';
import { enclosing, findOfKind, findResource, goalsOf, type ResourceOf, resourcesOfKind } from '#model';
import { parseAddress } from '#network';
import type { ExportInput } from '../exporter.ts';
import { absent, nameOf } from '../names.ts';
import { type Cell, heading, paragraph, tableOr } from './blocks.ts';

/** Every private endpoint: what it serves, where, under which addresses and names. */
export const privateEndpointTable = (input: ExportInput): RootContent[] => [
  heading(2, 'Private endpoints'),
  paragraph('Expected means: as deployment would set it.'),
  tableOr(
    'The design has no private endpoint.',
    ['Endpoint', 'Target', 'Sub-resource', 'Subnet', 'Addresses', 'DNS zones', 'Names that answer', 'Status'],
    resourcesOfKind(input.design, 'private-endpoint').map((endpoint) => rowOf(input, endpoint)),
  ),
];

function rowOf(input: ExportInput, endpoint: ResourceOf<'private-endpoint'>): readonly Cell[] {
  if (endpoint.presence === 'not-shown')
    return [nameOf(input, endpoint.id), targetOf(input, endpoint), '', '', '', '', '', 'exists, not shown'];
  return [
    nameOf(input, endpoint.id),
    targetOf(input, endpoint),
    endpoint.groupIds.join(', '),
    subnetOf(input, endpoint),
    addressesOf(input, endpoint),
    zonesOf(input, endpoint),
    hostsOf(input, endpoint),
    endpoint.connectionStatus ?? 'Approved (expected)',
  ];
}

const targetOf = (input: ExportInput, { target }: ResourceOf<'private-endpoint'>) =>
  target === undefined ? 'not shown' : nameOf(input, target);

const subnetOf = (input: ExportInput, { parent }: ResourceOf<'private-endpoint'>) =>
  findOfKind(input.design, parent, 'subnet') ? nameOf(input, parent) : 'not shown';

function addressesOf({ network }: ExportInput, { id }: ResourceOf<'private-endpoint'>) {
  const addresses = network.addressesOf(id);
  if (addresses.length === 0) return 'not known';
  const text = runsOf(addresses).join(', ');
  return network.isAddressExpected(id) ? `${text} (expected)` : text;
}

function zonesOf(input: ExportInput, endpoint: ResourceOf<'private-endpoint'>) {
  const groups = endpoint.privateDnsZoneGroups;
  if (groups === undefined) return absent(input, endpoint);
  const zones = groups.flatMap((group) => group.privateDnsZones);
  return zones.map((zone) => nameOf(input, zone)).join(', ') || 'none';
}

/** Public names that the zones' records turn into the endpoint's addresses; only Azure knows the ids in some. */
function hostsOf({ design }: ExportInput, { target, groupIds }: ResourceOf<'private-endpoint'>): string {
  const service = findResource(design, target);
  if (!service) return '';
  const kind = service.kind === 'private-link-service' ? service.armType : service.kind;
  const region = enclosing(design, service.id, 'region')?.name.toLowerCase() ?? '<region>';
  return groupIds
    .flatMap((groupId) => subresourceOf(kind, groupId)?.hosts[goalsOf(design).cloud] ?? [])
    .map(({ host }) =>
      host
        .replaceAll('{name}', service.name.toLowerCase())
        .replaceAll('{region}', region)
        .replaceAll('{guid}', '<id>'),
    )
    .join(', ');
}

/** `10.0.0.4 to 10.0.0.7` for neighbours, as Azure hands them out. */
function runsOf(addresses: readonly string[]): readonly string[] {
  const runs: [first: string, last: string][] = [];
  for (const address of addresses) {
    const run = runs.at(-1);
    const [last, next] = [parseAddress(run?.[1] ?? ''), parseAddress(address)];
    if (run && last !== undefined && next === last + 1) run[1] = address;
    else runs.push([address, address]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} to ${last}`));
}

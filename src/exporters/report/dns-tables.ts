import type { RootContent } from 'mdast';
import { endpointsWritingInto, type ResourceOf, resourcesOfKind } from '#model';
import type { ExportInput } from '../exporter.ts';
import { absent, isShown, listOfNames, nameOf } from '../names.ts';
import { forwarderTable, hasOwnServers } from '../tables/forwarders.ts';
import { type Cell, heading, paragraph, plainTable, tableOr } from './blocks.ts';

/** Zones with their links, and the forwarders that servers outside Azure DNS need. */
export const dnsTables = (input: ExportInput): RootContent[] => [
  heading(2, 'Private DNS zones'),
  tableOr(
    'The design has no private DNS zone.',
    ['Zone', 'Linked to', 'Endpoints with records', 'Records written by hand'],
    resourcesOfKind(input.design, 'private-dns-zone').map((zone) => zoneRow(input, zone)),
  ),
  heading(2, 'Conditional forwarders'),
  paragraph(
    hasOwnServers(input)
      ? 'Every DNS server of one’s own forwards the public suffixes, never privatelink names.'
      : 'Every virtual network asks Azure DNS, directly or through a firewall: no forwarder is needed. A DNS server that is added later forwards these.',
  ),
  plainTable('No private endpoint needs one.', forwarderTable(input)),
];

function zoneRow(input: ExportInput, zone: ResourceOf<'private-dns-zone'>): readonly Cell[] {
  const { virtualNetworkLinks, recordSets } = zone;
  const links = virtualNetworkLinks?.map((one) => nameOf(input, one.virtualNetwork));
  return [
    isShown(zone) ? nameOf(input, zone.id) : `${nameOf(input, zone.id)} (exists, not shown)`,
    links === undefined ? absent(input, zone) : listOfNames(links) || 'none',
    listOfNames(endpointsWritingInto(input.design, zone.id).map((endpoint) => nameOf(input, endpoint.id))) ||
      'none',
    recordSets === undefined
      ? absent(input, zone)
      : listOfNames(recordSets.map(({ name, type, values }) => `${name} ${type} ${values.join(' ')}`)) ||
        'none',
  ];
}

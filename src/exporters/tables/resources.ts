import { ancestorsOf, enclosing, kinds, type Resource, type ResourceId } from '#model';
import type { ExportInput } from '../exporter.ts';
import { listed, type Table } from './table.ts';

/** Every resource of the design in document order, with the findings that stand at it. */
export function resourceTable(input: ExportInput): Table {
  const { design, network, result } = input;
  const counts = new Map<string, { failed: number; undecided: number }>();
  for (const { at, verdict, accepted } of result.findings)
    for (const id of at) {
      const count = counts.get(id) ?? { failed: 0, undecided: 0 };
      if (verdict === 'cannot-tell') count.undecided += 1;
      else if (!accepted) count.failed += 1;
      counts.set(id, count);
    }
  return {
    columns: [
      'Kind',
      'Name',
      'Lies in',
      'Region',
      'Addresses',
      'Stated or expected',
      'Shown in the source',
      'Open findings',
      'Not decided',
      'Azure resource id',
      'Id',
    ],
    rows: design.resources.map((resource) => {
      const count = counts.get(resource.id) ?? { failed: 0, undecided: 0 };
      return [
        kinds[resource.kind].title,
        resource.name,
        ancestorsOf(design, resource.id)
          .map(({ name }) => name)
          .reverse()
          .join(' / '),
        resource.kind === 'region' ? resource.name : (enclosing(design, resource.id, 'region')?.name ?? ''),
        listed(prefixesOf(resource) ?? network.addressesOf(resource.id)),
        addressing(network, resource.id),
        resource.presence === 'not-shown' ? 'no' : 'yes',
        count.failed,
        count.undecided,
        resource.azureId ?? '',
        resource.id,
      ];
    }),
  };
}

const addressing = (network: ExportInput['network'], id: ResourceId): string => {
  if (network.addressesOf(id).length === 0) return '';
  return network.isAddressExpected(id) ? 'expected' : 'stated';
};

const prefixesOf = (resource: Resource): readonly string[] | undefined =>
  'addressPrefixes' in resource ? resource.addressPrefixes : undefined;

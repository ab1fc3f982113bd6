import { findOfKind, resourcesOfKind } from '#model';
import { atSmallestSize, deriveNetwork, nextFreePrefix, type SubnetUsage, useText } from '#network';
import type { ExportInput } from '../exporter.ts';
import { isShown, nameOf } from '../names.ts';
import { listed, type Table, type TableCell } from './table.ts';

/** Every subnet with its room, what takes it, and how much of that comes only as clusters grow. */
export function addressPlan(input: ExportInput): Table {
  const { design, network } = input;
  const smallest = deriveNetwork(atSmallestSize(design));
  return {
    columns: [
      'Subnet',
      'Prefix',
      'Usable',
      'At smallest size',
      'Growth',
      'At largest size',
      'Free then',
      'Taken by',
    ],
    rows: resourcesOfKind(design, 'subnet')
      .filter(isShown)
      .map((subnet): readonly TableCell[] => {
        const usage = network.addressing(subnet.id);
        return [
          nameOf(input, subnet.id),
          listed(subnet.addressPrefixes) || 'not shown',
          ...numbersOf(usage, smallest.addressing(subnet.id)),
          listed(usage.uses.map(useText)),
        ];
      }),
  };
}

function numbersOf(usage: SubnetUsage, smallest: SubnetUsage): readonly TableCell[] {
  if (usage.isSizedByAzure) return [usage.capacity, '', '', 'sized by Azure', ''];
  return [usage.capacity, smallest.used, usage.used - smallest.used, usage.used, usage.free];
}

/** Lengths that are asked for first when a subnet is added: endpoints, computes, a Kubernetes cluster. */
const usualLengths = [27, 24, 22] as const;

/** What is left of every virtual network: the next free prefix of the usual sizes. */
export const freePrefixes = (input: ExportInput): Table => ({
  columns: ['Virtual network', 'Address space', ...usualLengths.map((length) => `Next free /${length}`)],
  rows: resourcesOfKind(input.design, 'virtual-network')
    .filter((network) => isShown(network) && network.addressPrefixes.length > 0)
    .map((network) => {
      const taken = resourcesOfKind(input.design, 'subnet')
        .filter((subnet) => findOfKind(input.design, subnet.parent, 'virtual-network')?.id === network.id)
        .flatMap((subnet) => subnet.addressPrefixes);
      return [
        nameOf(input, network.id),
        listed(network.addressPrefixes),
        ...usualLengths.map((length) => nextFreePrefix(network.addressPrefixes, taken, length) ?? 'none'),
      ];
    }),
});

import type { RootContent } from 'mdast';
import { resourcesOfKind } from '#model';
import type { AddressUse } from '#network';
import type { ExportInput } from '../exporter.ts';
import { type Cell, heading, tableOr } from './blocks.ts';
import { isShown, listOfNames, nameOf } from './report.ts';

/** Every subnet with its room, and what takes it. */
export function addressPlan(input: ExportInput): RootContent[] {
  const { design, network } = input;
  const rows = resourcesOfKind(design, 'subnet')
    .filter(isShown)
    .map((subnet): readonly Cell[] => {
      const usage = network.addressing(subnet.id);
      const parts = usage.uses.map(useText);
      const name = nameOf(input, subnet.id);
      const prefix = subnet.addressPrefixes.join(', ') || 'not shown';
      return usage.isSizedByAzure
        ? [name, prefix, String(usage.capacity), 'sized by Azure', '', listOfNames(parts)]
        : [
            name,
            prefix,
            String(usage.capacity),
            String(usage.used),
            usage.free < 0 ? `${-usage.free} too few` : String(usage.free),
            listOfNames(parts),
          ];
    });
  return [
    heading(2, 'Address plan'),
    tableOr(
      'The design has no subnet.',
      ['Subnet', 'Prefix', 'Usable', 'Used at largest size', 'Free', 'By'],
      rows,
    ),
  ];
}

/** Arithmetic that opens with its own result needs no second one. */
const useText = ({ label, count, arithmetic }: AddressUse): string => {
  if (arithmetic === undefined) return `${label} ${count}`;
  return new RegExp(`^${count}\\b`).test(arithmetic)
    ? `${label} ${arithmetic}`
    : `${label} ${count} = ${arithmetic}`;
};

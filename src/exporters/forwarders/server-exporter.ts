import type { Exporter } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import type { ExportFormat } from '../formats.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { type ForwarderGroup, forwarderPlan } from './forwarder-plan.ts';

const placeNames: Readonly<Record<ForwarderGroup['place'], string>> = {
  'on-premises': 'on-premises',
  'virtual-network': 'in a virtual network',
};

/**
 * Conditional forwarders in the words of one kind of DNS server. Servers on-premises and in virtual networks forward
 * the same domains to different addresses: where a design has both there are two files.
 */
export const forwarderExporter = (
  id: ExportFormat,
  comment: string,
  write: (group: ForwarderGroup) => readonly string[],
): Exporter => ({
  id,
  export: (input) => {
    const { groups, omissions } = forwarderPlan(input);
    const files = groups.map((group) => {
      const lines = [...headOf(group).map((line) => `${comment} ${line}`), '', ...write(group), ''];
      const part = groups.length > 1 ? group.place : undefined;
      return fileOf(id, input, lines.join('\n'), part);
    });
    const nothing = [`${comment} No private endpoint of the design needs a conditional forwarder.`, ''];
    return {
      files: files.length > 0 ? files : [fileOf(id, input, nothing.join('\n'))],
      omissions: [
        ...omissions,
        {
          what: 'a comparison with what the servers forward already',
          because: 'Each file holds every forwarder that is needed; the checklist says which are there.',
        },
        ...notesOmitted(input),
      ],
    };
  },
});

const headOf = ({ place, servers }: ForwarderGroup): readonly string[] => [
  `Conditional forwarders for DNS servers ${placeNames[place]}${servers.length > 0 ? `: ${servers.join(', ')}` : ''}`,
  'Public suffixes of private endpoints, never privatelink names.',
];

import type { Exporter, ExportInput, Omission } from '../exporter.ts';
import { fileOf } from '../file-name.ts';
import type { ExportFormat } from '../formats.ts';
import { notesOmitted } from '../notes-omitted.ts';
import { addressPlan } from '../tables/address-plan.ts';
import { firewallRules } from '../tables/firewall-rules.ts';
import { requiredOutbound } from '../tables/required-outbound.ts';
import { resourceTable } from '../tables/resources.ts';
import { ruleHolders } from '../tables/rule-holders.ts';
import { securityRules } from '../tables/security-rules.ts';
import type { Table } from '../tables/table.ts';
import { formulasIn, writeCsv } from './write-csv.ts';

/** A table as a file; what else the format cannot hold comes from the table's own exporter. */
const csvExporter = (
  id: ExportFormat,
  tableOf: (input: ExportInput) => Table,
  omissionsOf: (input: ExportInput) => readonly Omission[],
): Exporter => ({
  id,
  export: (input) => {
    const table = tableOf(input);
    return {
      files: [fileOf(id, input, writeCsv(table))],
      omissions: [...omissionsOf(input), ...notesOmitted(input), ...marked(table)],
    };
  },
});

const marked = (table: Table): readonly Omission[] => {
  const count = formulasIn(table);
  return count === 0
    ? []
    : [
        {
          what: `${count} ${count === 1 ? 'cell' : 'cells'} as written`,
          because: 'A spreadsheet would run them as formulas, so that an apostrophe stands in front.',
        },
      ];
};

export const resourcesCsv = csvExporter('csv', resourceTable, () => [
  {
    what: 'properties, references and layout of the resources',
    because: 'One line says what a resource is and what was found on it; the Isoplan design has the rest.',
  },
]);

export const firewallCsv = csvExporter('firewall-csv', firewallRules, (input) =>
  ruleHolders(input)
    .filter(({ isListed }) => !isListed)
    .map(({ name }) => ({ what: `the rules of ${name}`, because: 'The source does not list them.' })),
);

export const securityRulesCsv = csvExporter('nsg-csv', securityRules, () => [
  { what: 'the default rules', because: 'Azure adds them to every network security group.' },
]);

export const addressPlanCsv = csvExporter('address-plan-csv', addressPlan, () => []);

export const outboundCsv = csvExporter('outbound-csv', requiredOutbound, () => []);

import type { RootContent } from 'mdast';
import type { ExportInput } from '../exporter.ts';
import { addressPlan, freePrefixes } from '../tables/address-plan.ts';
import type { TableCell } from '../tables/table.ts';
import { heading, paragraph, plainTable } from './blocks.ts';

/** Every subnet with its room and what takes it, and what is left of every network. */
export function addressTables(input: ExportInput): RootContent[] {
  const plan = addressPlan(input);
  return [
    heading(2, 'Address plan'),
    paragraph('Azure keeps five addresses of every subnet; growth is what clusters take as they grow.'),
    plainTable('The design has no subnet.', { ...plan, rows: plan.rows.map(inWords) }),
    heading(3, 'Next free prefixes'),
    plainTable('The design has no virtual network.', freePrefixes(input)),
  ];
}

/** What does not fit is said, not left to a sign. */
const inWords = (cells: readonly TableCell[]): readonly TableCell[] =>
  cells.map((cell) => (typeof cell === 'number' && cell < 0 ? `${-cell} too few` : cell));

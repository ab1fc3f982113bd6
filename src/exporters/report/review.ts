import type { Root } from 'mdast';
import type { ExportInput } from '../exporter.ts';
import { addressTables } from './address-plan.ts';
import { notUnderstood, sourceList } from './appendix.ts';
import { checklist } from './checklist.ts';
import { decisions } from './decisions.ts';
import { diagram } from './diagram.ts';
import { dnsTables } from './dns-tables.ts';
import { notes } from './notes.ts';
import { privateEndpointTable } from './private-endpoint-table.ts';
import { summary } from './summary.ts';
import { trafficTables } from './traffic-tables.ts';

/** The whole review as a tree of plain blocks: what every written form of it says. */
export const review = (input: ExportInput): Root => ({
  type: 'root',
  children: [
    ...summary(input),
    ...diagram(input),
    ...checklist(input),
    ...privateEndpointTable(input),
    ...dnsTables(input),
    ...trafficTables(input),
    ...addressTables(input),
    ...decisions(input),
    ...notes(input),
    ...notUnderstood(input),
    ...sourceList(input),
  ],
});

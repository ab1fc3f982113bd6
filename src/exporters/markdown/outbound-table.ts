import type { RootContent } from 'mdast';
import { requiredOutbound } from '#catalog';
import { enclosing } from '#model';
import type { Hop, RequiredFlow, Trace } from '#network';
import type { ExportInput } from '../exporter.ts';
import { type Cell, heading, tableOr } from './blocks.ts';
import { listOfNames, nameOf } from './report.ts';

interface Line {
  readonly cells: readonly [purpose: string, protocol: string, to: string];
  readonly from: string[];
  readonly verdict: string;
  readonly because: string;
}

/** What computes need of the internet, and what they need of the design's own services, each with its fate. */
export function outboundTables(input: ExportInput): RootContent[] {
  const flows = input.network.requiredFlows();
  const columns = ['Purpose', 'Protocol and port', 'To', 'From', 'Verdict', 'Decided by'];
  const isOutbound = (flow: RequiredFlow) => flow.requirement !== undefined;
  return [
    heading(2, 'Required outbound'),
    tableOr(
      'Nothing in the design needs outbound access.',
      columns,
      rowsOf(
        input,
        flows.filter((flow) => isOutbound(flow)),
      ),
    ),
    heading(2, 'Required paths inside the design'),
    tableOr(
      'Nothing in the design has to reach another part of it.',
      columns,
      rowsOf(
        input,
        flows.filter((flow) => !isOutbound(flow)),
      ),
    ),
  ];
}

/** One row for each need and fate; sources that share both share the row. */
function rowsOf(input: ExportInput, flows: readonly RequiredFlow[]): readonly (readonly Cell[])[] {
  const lines = new Map<string, Line>();
  for (const flow of flows) {
    const trace = input.network.trace(flow);
    const cells = [
      flow.purpose,
      `${flow.protocol === 'Tcp' ? 'TCP' : 'UDP'} ${flow.port}`,
      destinationOf(input, flow),
    ] as const;
    const because = becauseOf(trace);
    const key = JSON.stringify([cells, trace.verdict, because]);
    const line = lines.get(key) ?? { cells, from: [], verdict: verdicts[trace.verdict], because };
    line.from.push(nameOf(input, flow.from));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ cells, from, verdict, because }) => [
    ...cells,
    listOfNames([...new Set(from)]),
    verdict,
    because,
  ]);
}

const verdicts: Readonly<Record<Trace['verdict'], string>> = {
  delivered: 'Delivered',
  denied: 'Denied',
  'no-route': 'No route',
  'no-name': 'No name',
  'wrong-address': 'Wrong address',
  'service-refused': 'Refused by the service',
  'cannot-tell': 'Cannot tell',
};

/** A tag that Azure also has by region is narrower by region. */
function tagOf({ design }: ExportInput, { from, to, requirement }: RequiredFlow): string[] {
  if (to.serviceTag === undefined) return [];
  const isRegional = requiredOutbound.some(({ id, isRegional: narrows }) => id === requirement && narrows);
  const region = isRegional ? enclosing(design, from, 'region') : undefined;
  return [`tag ${to.serviceTag}${region ? `.${region.name}` : ''}`];
}

function destinationOf(input: ExportInput, flow: RequiredFlow): string {
  const { to } = flow;
  const place =
    to.resource === undefined
      ? []
      : [[nameOf(input, to.resource), to.groupId].filter((part) => part !== undefined).join(', ')];
  const hosts = to.hosts && to.hosts.length > 0 ? [to.hosts.join(', ')] : [];
  const address = to.address === undefined ? [] : [to.address];
  return [...place, ...tagOf(input, flow), ...hosts, ...address].join('; or ');
}

/** What stops it, what is missing, or each place that lets it pass. */
function becauseOf({ verdict, hops, missing }: Trace): string {
  const told = (outcome: 'passes' | 'blocks' | 'unknown') =>
    hops
      .filter((hop) => hop.outcome === outcome && (outcome !== 'passes' || hop.by !== hop.place))
      .map(hopText);
  if (verdict === 'cannot-tell') {
    const facts = missing.map(({ fact }) => fact);
    return `Not shown: ${(facts.length > 0 ? facts : told('unknown')).join('; ')}`;
  }
  return told(verdict === 'delivered' ? 'passes' : 'blocks').join('; ');
}

const hopText = ({ place, by, text }: Hop): string =>
  [place, by === place ? text : by || text].filter(Boolean).join(': ');

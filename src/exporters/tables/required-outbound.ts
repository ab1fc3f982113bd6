import { requiredOutbound as requirements } from '#catalog';
import { enclosing } from '#model';
import type { Hop, RequiredFlow, Trace } from '#network';
import type { ExportInput } from '../exporter.ts';
import { nameOf } from '../names.ts';
import { listed, type Table } from './table.ts';

const columns = ['Purpose', 'Protocol', 'Port', 'To', 'From', 'Data can leave', 'Verdict', 'Decided by'];

/** What computes and people need of the internet, also those on jump boxes, and what lets it pass or stops it. */
export const requiredOutbound = (input: ExportInput): Table =>
  tableOf(input, [
    ...input.network.requiredFlows().filter(({ requirement }) => requirement !== undefined),
    ...input.network.jumpBoxes().flatMap(({ machine }) => input.network.studioFlows(machine)),
  ]);

/** What computes and clients need of the design's own services, each with its fate. */
export const requiredInside = (input: ExportInput): Table =>
  tableOf(
    input,
    input.network.requiredFlows().filter(({ requirement }) => requirement === undefined),
  );

interface Line {
  readonly purpose: string;
  readonly protocol: string;
  readonly port: number;
  readonly to: string;
  readonly access: string;
  readonly verdict: string;
  readonly because: string;
  readonly from: string[];
}

/** One row for each need and fate; sources that share both share the row. */
function tableOf(input: ExportInput, flows: readonly RequiredFlow[]): Table {
  const lines = new Map<string, Line>();
  for (const flow of flows) {
    const trace = input.network.trace(flow);
    const line = {
      purpose: flow.purpose,
      protocol: flow.protocol === 'Tcp' ? 'TCP' : 'UDP',
      port: flow.port,
      to: destinationOf(input, flow),
      access: accessNames[flow.access],
      verdict: verdictNames[trace.verdict],
      because: becauseOf(trace),
    };
    const key = JSON.stringify(Object.values(line));
    const known = lines.get(key) ?? { ...line, from: [] };
    known.from.push(nameOf(input, flow.from));
    lines.set(key, known);
  }
  return {
    columns,
    rows: [...lines.values()].map(({ purpose, protocol, port, to, from, access, verdict, because }) => [
      purpose,
      protocol,
      port,
      to,
      listed([...new Set(from)]),
      access,
      verdict,
      because,
    ]),
  };
}

const accessNames: Readonly<Record<RequiredFlow['access'], string>> = {
  'read-only': 'no',
  'read-write': 'yes',
  'not-classified': '',
};

const verdictNames: Readonly<Record<Trace['verdict'], string>> = {
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
  const isRegional = requirements.some(({ id, isRegional: narrows }) => id === requirement && narrows);
  const region = isRegional ? enclosing(design, from, 'region') : undefined;
  return [`tag ${to.serviceTag}${region ? `.${region.name}` : ''}`];
}

function destinationOf(input: ExportInput, flow: RequiredFlow): string {
  const { resource, groupId, hosts = [], address } = flow.to;
  const names = hosts.join(', ');
  if (resource !== undefined) {
    const place = [nameOf(input, resource), groupId].filter((part) => part !== undefined).join(', ');
    return names === '' ? place : `${place}: ${names}`;
  }
  return [
    ...tagOf(input, flow),
    ...(names === '' ? [] : [names]),
    ...(address === undefined ? [] : [address]),
  ].join('; or ');
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

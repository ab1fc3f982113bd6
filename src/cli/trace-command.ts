import { findResource } from '#model';
import { deriveNetwork, type Trace } from '#network';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import { hopLines, hopsJson, missingLines } from './hops.ts';
import type { ExitStatus, Io } from './io.ts';
import { counted, section, wrapped } from './layout.ts';
import { type NeededChange, neededChanges } from './needed-changes.ts';
import { oneLine } from './one-line.ts';
import { notesLines, type OpenedDesign, openDesign } from './open-design.ts';
import { refuseRules } from './open-rules.ts';
import { followPacket, type NamedPacket, readPacket, readPort } from './read-packet.ts';
import { required } from './read-place.ts';

/** `isoplan trace FILE… --from NAME --to NAME-OR-HOST`: one packet, hop by hop. */
export async function traceCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    ...fileOptions,
    from: { type: 'string' },
    to: { type: 'string' },
    protocol: { type: 'string' },
    port: { type: 'string' },
  });
  const options = readFileOptions(values);
  refuseRules(options);
  const format = readWord('--format', options.format ?? 'text', ['text', 'json']);
  readPort(values);
  required('--from', 'NAME', values.from);
  required('--to', 'NAME-OR-HOST', values.to);
  const opened = await openDesign(positionals, options, io);
  const { design } = opened;
  const packet = readPacket(design, values);
  const trace = followPacket(deriveNetwork(design), packet);
  const changes = neededChanges(design, packet, trace, options.date ?? io.today());
  io.print(format === 'json' ? traceJson(opened, trace, changes) : traceText(opened, packet, trace, changes));
  return statusOf(trace);
}

const statusOf = ({ verdict }: Trace): ExitStatus =>
  verdict === 'delivered' ? 0 : verdict === 'cannot-tell' ? 3 : 1;

const traceJson = ({ design }: OpenedDesign, trace: Trace, changes: readonly NeededChange[]): string => {
  const report = {
    verdict: trace.verdict,
    hops: hopsJson(design, trace.hops),
    blockers: trace.blockers.map((id) => findResource(design, id)?.name ?? id),
    changes: changes.map(({ title }) => title),
    assumptions: trace.assumptions,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

const verdicts: { readonly [V in Trace['verdict']]: string } = {
  delivered: 'Delivered',
  denied: 'Denied',
  'no-route': 'No route',
  'no-name': 'No name',
  'wrong-address': 'Wrong address',
  'service-refused': 'Refused by the service',
  'cannot-tell': 'Cannot tell',
};

function traceText(
  opened: OpenedDesign,
  packet: NamedPacket,
  trace: Trace,
  changes: readonly NeededChange[],
): string {
  const { design } = opened;
  const lines = [
    ...wrapped(headline(packet, trace), ''),
    ...summaryOf(trace),
    '',
    ...hopLines(design, trace.hops),
    ...section('What to change', changes, ({ at, title }) =>
      wrapped(title.includes(at.name) ? title : `${title} (${at.name})`, '  '),
    ),
    ...section('What is missing', trace.missing, (one) => missingLines([one])),
    ...section('Taken as deployment would set it', trace.assumptions, (text) => wrapped(text, '  ')),
    ...notesLines(opened),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

function headline({ kind, source, destination }: NamedPacket, { verdict }: Trace): string {
  const words =
    verdict === 'delivered'
      ? 'reaches'
      : verdict === 'cannot-tell'
        ? 'may or may not reach'
        : 'does not reach';
  return `${verdicts[verdict]}: ${kind} from ${source.label} ${words} ${destination.label}.`;
}

/** In how many places it is stopped, and what of the rest is open. */
function summaryOf({ hops }: Trace): readonly string[] {
  const count = (outcome: string) => hops.filter((hop) => hop.outcome === outcome).length;
  const [blocked, unknown] = [count('blocks'), count('unknown')];
  if (blocked + unknown === 0) return [];
  const parts = [
    ...(blocked > 0 ? [`Blocked in ${counted(blocked, 'place')}.`] : []),
    ...(unknown > 0 ? [`Not decided in ${counted(unknown, 'place')}.`] : []),
    ...(unknown === 0 ? ['The rest of the way is open.'] : []),
  ];
  return [parts.join(' ')];
}

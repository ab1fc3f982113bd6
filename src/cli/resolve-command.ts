import { type Design, findResource } from '#model';
import { deriveNetwork, type Resolution } from '#network';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import { hopLines, hopsJson, missingLines } from './hops.ts';
import type { ExitStatus, Io } from './io.ts';
import { section, wrapped } from './layout.ts';
import { oneLine } from './one-line.ts';
import { notesLines, type OpenedDesign, openDesign } from './open-design.ts';
import { refuseRules } from './open-rules.ts';
import { readHost } from './read-host.ts';
import { readSource, required } from './read-place.ts';

/** `isoplan resolve FILE… --from NAME --name HOST`: one DNS query, hop by hop. */
export async function resolveCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    ...fileOptions,
    from: { type: 'string' },
    name: { type: 'string' },
  });
  const options = readFileOptions(values);
  refuseRules(options);
  const format = readWord('--format', options.format ?? 'text', ['text', 'json']);
  required('--from', 'NAME', values.from);
  const host = readHost('--name', required('--name', 'HOST', values.name));
  const opened = await openDesign(positionals, options, io);
  const source = readSource(opened.design, values.from);
  const network = deriveNetwork(opened.design);
  const told = network.resolve(source.resource.id, host);
  const isWrong =
    told.outcome === 'public-address' &&
    network.requiredNames().some((one) => one.from === source.resource.id && one.host === told.name);
  io.print(
    format === 'json'
      ? resolutionJson(opened.design, told)
      : resolutionText(opened, source.label, told, isWrong),
  );
  return isWrong ? 1 : statuses[told.outcome];
}

const statuses: { readonly [O in Resolution['outcome']]: ExitStatus } = {
  'private-address': 0,
  'wrong-address': 1,
  'public-address': 0,
  'no-such-name': 1,
  'no-answer': 1,
  'cannot-tell': 3,
};

function resolutionJson(design: Design, resolution: Resolution): string {
  const report = {
    verdict: resolution.outcome,
    name: resolution.name,
    addresses: resolution.addresses,
    endpoint: findResource(design, resolution.endpoint)?.name ?? null,
    hops: hopsJson(design, resolution.hops),
    missing: resolution.missing,
    assumptions: resolution.assumptions,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function headline(source: string, { outcome, name, addresses }: Resolution, isWrong: boolean): string {
  switch (outcome) {
    case 'private-address':
      return `Private address: ${source} is told that ${name} is ${addresses.join(', ') || 'a private address that is not stated'}.`;
    case 'wrong-address':
      return `Wrong address: ${source} is told that ${name} is ${addresses.join(', ')}, which does not lead there.`;
    case 'public-address':
      return `Public address: ${source} is told the public address of ${name}${isWrong ? ', and needs the private one' : ''}.`;
    case 'no-such-name':
      return `No such name: ${source} is told that ${name} does not exist.`;
    case 'no-answer':
      return `No answer: ${source} is told nothing about ${name}.`;
    case 'cannot-tell':
      return `Cannot tell what ${source} is told about ${name}.`;
  }
}

function resolutionText(
  opened: OpenedDesign,
  source: string,
  resolution: Resolution,
  isWrong: boolean,
): string {
  const lines = [
    ...wrapped(headline(source, resolution, isWrong), ''),
    '',
    ...hopLines(opened.design, resolution.hops),
    ...section('What is missing', resolution.missing, (one) => missingLines([one])),
    ...section('Taken as deployment would set it', resolution.assumptions, (text) => wrapped(text, '  ')),
    ...notesLines(opened),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}

import {
  type ExportFile,
  type ExportFormat,
  type ExportInput,
  exporterFor,
  exportFormatIds,
  type Omission,
} from '#exporters';
import { deriveNetwork } from '#network';
import { type CheckResult, check } from '#rules';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import type { ExitStatus, Io } from './io.ts';
import { oneLine } from './one-line.ts';
import { openDesign } from './open-design.ts';
import { UsageFault } from './usage-fault.ts';
import { writeTo } from './write-to.ts';

interface Rendered {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** `isoplan export FILE… --to FORMAT`: renders or converts, and says what a format cannot hold. */
export async function exportCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    ...fileOptions,
    to: { type: 'string', multiple: true },
    output: { type: 'string', short: 'o' },
  });
  const options = readFileOptions(values);
  readWord('--format', options.format ?? 'text', ['text']);
  const wanted = [...new Set((values.to ?? []).map((one) => readWord('--to', one, exportFormatIds)))];
  if (wanted.length === 0)
    throw new UsageFault(`--to FORMAT is missing; there are ${exportFormatIds.join(', ')}.`);
  const { design, notes, sourceFiles } = await openDesign(positionals, options, io);
  const today = options.date ?? io.today();
  const network = deriveNetwork(design);
  let result: CheckResult | undefined;
  const input: ExportInput = {
    design,
    network,
    today,
    notes,
    sourceFiles,
    // A format that shows no findings does not wait for them.
    get result() {
      result ??= check(design, { today });
      return result;
    },
  };
  const files: Rendered[] = [];
  const remarks: string[] = [];
  for (const format of wanted) {
    const { rendered, omissions } = await render(format, input, io);
    files.push(...rendered);
    remarks.push(...omissions.map(({ what, because }) => `${format}: without ${what}. ${because}`));
  }
  if (values.output === '-') checkIsOne(files);
  for (const remark of remarks) io.complain(oneLine(remark));
  if (values.output === '-') for (const { content } of files) io.print(content);
  else for (const path of await writeTo(values.output, files, io)) io.complain(`Wrote ${oneLine(path)}`);
  return 0;
}

async function render(
  format: ExportFormat,
  input: ExportInput,
  io: Io,
): Promise<{ readonly rendered: readonly Rendered[]; readonly omissions: readonly Omission[] }> {
  const exporter = await exporterFor(format);
  const { files, omissions } = exporter.export(input);
  if (format !== 'png') return { rendered: files, omissions };
  const { svgToPng } = await import('./svg-to-png.ts');
  const rendered: Rendered[] = [];
  for (const file of files) rendered.push(await asPng(file, svgToPng, io));
  return { rendered, omissions };
}

async function asPng(
  { path, content }: ExportFile,
  svgToPng: typeof import('./svg-to-png.ts').svgToPng,
  io: Io,
): Promise<Rendered> {
  return { path: path.replace(/\.svg$/i, '.png'), content: await svgToPng(content, io) };
}

function checkIsOne(files: readonly Rendered[]): void {
  if (files.length > 1)
    throw new UsageFault(`-o -: standard output takes one file at a time, and there are ${files.length}.`);
}

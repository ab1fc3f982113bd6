import {
  type ExportFormat,
  type ExportInput,
  exporterFor,
  exportFormatIds,
  type Fonts,
  finishPng,
  type Omission,
  writeDesign,
} from '#exporters';
import { deriveNetwork } from '#network';
import { type CheckResult, check } from '#rules';
import { fileOptions, parse, readFileOptions, readWord } from './arguments.ts';
import type { ExitStatus, Io } from './io.ts';
import { oneLine } from './one-line.ts';
import { openDesign } from './open-design.ts';
import { openRules } from './open-rules.ts';
import { pictureOf, pictureOptions, readPictureOptions } from './picture-arguments.ts';
import { UsageFault } from './usage-fault.ts';
import { writeTo } from './write-to.ts';

interface Rendered {
  readonly path: string;
  readonly content: string | Uint8Array;
}

type InputWith = (own: Partial<ExportInput>) => ExportInput;

interface Outcome {
  readonly rendered: readonly Rendered[];
  readonly omissions: readonly Omission[];
}

/** `isoplan export FILE… --to FORMAT`: renders or converts, and says what a format cannot hold. */
export async function exportCommand(given: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parse(given, {
    ...fileOptions,
    ...pictureOptions,
    to: { type: 'string', multiple: true },
    output: { type: 'string', short: 'o' },
  });
  const options = readFileOptions(values);
  readWord('--format', options.format ?? 'text', ['text']);
  const wanted = [...new Set((values.to ?? []).map((one) => readWord('--to', one, exportFormatIds)))];
  if (wanted.length === 0)
    throw new UsageFault(`--to FORMAT is missing; there are ${exportFormatIds.join(', ')}.`);
  const words = readPictureOptions(values);
  const { design, notes, sourceFiles } = await openDesign(positionals, options, io);
  const today = options.date ?? io.today();
  const custom = await openRules(options, io);
  const network = deriveNetwork(design);
  const picture = pictureOf(design, words);
  let result: CheckResult | undefined;
  const inputWith: InputWith = (own) => ({
    design,
    network,
    today,
    notes,
    sourceFiles,
    picture,
    ...own,
    // A format that shows no findings does not wait for them.
    get result() {
      result ??= check(design, { today, custom });
      return result;
    },
  });
  const files: Rendered[] = [];
  const remarks: string[] = [];
  for (const format of wanted) {
    const { rendered, omissions } = await render(format, inputWith, words.scale, io);
    files.push(...rendered);
    remarks.push(...omissions.map(({ what, because }) => `${format}: without ${what}. ${because}`));
  }
  if (values.output === '-') checkIsOne(files);
  for (const remark of remarks) io.complain(oneLine(remark));
  if (values.output === '-') for (const { content } of files) io.print(content);
  else for (const path of await writeTo(values.output, files, io)) io.complain(`Wrote ${oneLine(path)}`);
  return 0;
}

async function render(format: ExportFormat, inputWith: InputWith, scale: number, io: Io): Promise<Outcome> {
  if (format === 'png') return renderPng(inputWith, scale, io);
  const exporter = await exporterFor(format);
  const fonts = await fontsIn(format, io);
  const { files, omissions } = exporter.export(inputWith(fonts ? { fonts } : {}));
  return { rendered: files, omissions };
}

async function renderPng(inputWith: InputWith, wanted: number, io: Io): Promise<Outcome> {
  const fonts = await fontsFor('png', io);
  const { svgToPng } = await import('./svg-to-png.ts');
  const exporter = await exporterFor('png');
  const { design, picture } = inputWith({});
  const { files, omissions } = exporter.export(inputWith({ picture: { ...picture, holdsDesign: false } }));
  const wasm = await besideProgram('png', 'resvg.wasm is', () => io.loadRenderer());
  const inside = picture?.holdsDesign === false ? {} : { design: writeDesign(design) };
  const rendered: Rendered[] = [];
  let isSmaller = false;
  for (const { path, content } of files) {
    const { png, scale } = await svgToPng(content, wanted, { wasm, fonts });
    isSmaller ||= scale < wanted;
    rendered.push({ path: path.replace(/\.svg$/i, '.png'), content: finishPng(png, { scale, ...inside }) });
  }
  const smaller: Omission = {
    what: `${wanted} pixels a unit`,
    because: 'The picture would be too large: it is scaled down, and the SVG is sharp at every size.',
  };
  return { rendered, omissions: isSmaller ? [...omissions, smaller] : omissions };
}

/** The fonts that a file carries; a report says so where it has to do without them. */
async function fontsIn(format: ExportFormat, io: Io): Promise<Fonts | undefined> {
  if (format === 'svg') return fontsFor(format, io);
  return format === 'html' ? io.loadFonts().catch(() => undefined) : undefined;
}

const fontsFor = (format: ExportFormat, io: Io): Promise<Fonts> =>
  besideProgram(format, 'the fonts are', () => io.loadFonts());

async function besideProgram<T>(format: ExportFormat, what: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new UsageFault(`${format}: ${what} not beside the program; build it with npm run build.`);
  }
}

function checkIsOne(files: readonly Rendered[]): void {
  if (files.length > 1)
    throw new UsageFault(`-o -: standard output takes one file at a time, and there are ${files.length}.`);
}

import {
  type ExportFile,
  type ExportFormat,
  type ExportResult,
  linkedDrawing,
  linkedFormat,
  type Omission,
  type PictureOptions,
  writeDesign,
} from '#exporters';
import type { CommandContext } from './command.ts';

/** Pixels a unit of the drawing, so that text stays sharp on paper. */
const usualScale = 2;

export interface ExportOptions {
  readonly picture?: PictureOptions;
  /** Pixels a unit of a PNG. */
  readonly scale?: number;
  readonly signal?: AbortSignal;
  /** Told how much of a picture is drawn, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/** The files of a format for the design as it is now, checked anew so that file and findings agree. */
const exported = (
  { store, browser }: CommandContext,
  format: ExportFormat,
  { picture, signal }: ExportOptions,
): Promise<ExportResult> => {
  const { design, openingNotes, customRules } = store.getState();
  const today = browser.today();
  return browser.exportFiles(
    { format, design, customRules, today, notes: openingNotes, ...(picture ? { picture } : {}) },
    signal,
  );
};

const firstOf = ({ files }: ExportResult): ExportFile => {
  const [file] = files;
  if (!file) throw new Error('The exporter wrote no file');
  return file;
};

interface Png {
  readonly path: string;
  readonly blob: Blob;
  readonly omissions: readonly Omission[];
}

/** The pixels are drawn from a drawing that needs no design inside: the PNG gets it. */
async function pngOf(context: CommandContext, options: ExportOptions): Promise<Png> {
  const { design } = context.store.getState();
  const { picture, scale: wanted = usualScale } = options;
  const result = await exported(context, 'png', { ...options, picture: { ...picture, holdsDesign: false } });
  const { path, content } = firstOf(result);
  const inside = picture?.holdsDesign === false ? undefined : writeDesign(design);
  const { png, scale } = await context.browser.toPng(content, wanted, { ...options, inside });
  const smaller: Omission = {
    what: `${wanted} pixels a unit`,
    because:
      'The picture would be too large for this browser: it is scaled down, and the SVG is sharp at every size.',
  };
  return {
    path: path.replace(/\.svg$/, '.png'),
    blob: new Blob([png], { type: 'image/png' }),
    omissions: scale < wanted ? [...result.omissions, smaller] : result.omissions,
  };
}

/** What was saved, under which names, and what the format could not hold. */
interface SavedFiles {
  readonly names: readonly string[];
  readonly omissions: readonly Omission[];
}

/** Saves the design in a format. Rejects where it cannot be made or is cancelled. */
export async function exportAs(
  context: CommandContext,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<SavedFiles> {
  const { browser } = context;
  if (format === 'png') {
    const { path, blob, omissions } = await pngOf(context, options);
    options.signal?.throwIfAborted();
    browser.save(path, blob);
    return { names: [path], omissions };
  }
  const result = await exported(context, format, options);
  const linked = linkedFormat[format];
  const beside = linked && (await exported(context, linked, options));
  const files = [...result.files, ...(beside?.files ?? [])];
  options.signal?.throwIfAborted();
  for (const { path, content, mediaType } of files)
    browser.save(path, new Blob([content], { type: mediaType }));
  const omissions = beside
    ? result.omissions.filter(({ what }) => what !== linkedDrawing.what)
    : result.omissions;
  return { names: files.map(({ path }) => path), omissions };
}

/** Why an export failed, in words for people. */
export const reasonOfFailure = (error: unknown): string =>
  error instanceof Error ? error.message : 'The file could not be made.';

/**
 * Puts a format on the clipboard, a PNG as a picture and the rest as text; false where the browser refuses. Rejects where
 * it cannot be made or is cancelled.
 */
export async function copyAs(
  context: CommandContext,
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<boolean> {
  const { browser } = context;
  // A browser takes a picture only while it remembers the press, before there is one.
  const png = format === 'png' ? pngOf(context, options) : undefined;
  const text = png ? '' : firstOf(await exported(context, format, options)).content;
  try {
    await (png ? browser.copyPicture(png.then(({ blob }) => blob)) : browser.copyText(text));
    return true;
  } catch {
    await png;
    return false;
  }
}

/** Prints the drawing with its findings, light as paper. */
export async function printDesign(context: CommandContext): Promise<void> {
  const picture = { scheme: 'light', background: 'white', showsFindings: true, holdsDesign: false } as const;
  const sheet = await exported(context, 'svg', { picture });
  await context.browser.print(firstOf(sheet).content);
}

/** The drawing that a picture would be made of, without the design inside, and what it leaves out. */
export const previewPicture = async (
  context: CommandContext,
  picture: PictureOptions,
  signal: AbortSignal,
): Promise<{ readonly svg: string; readonly omissions: readonly Omission[] }> => {
  const result = await exported(context, 'svg', { picture: { ...picture, holdsDesign: false }, signal });
  return { svg: firstOf(result).content, omissions: result.omissions };
};

import {
  type ExportFile,
  type ExportFormat,
  type ExportResult,
  exporterFor,
  type Omission,
} from '#exporters';
import { deriveNetwork } from '#network';
import { check } from '#rules';
import { type Command, type CommandContext, isAtWork } from './command.ts';

/** Pixels a unit of the drawing, so that text stays sharp on paper. */
const pngScale = 2;

/** The files of a format for the design as it is now, checked anew so that file and findings agree. */
const exported = async ({ store, browser }: CommandContext, format: ExportFormat): Promise<ExportResult> => {
  const { design, openingNotes } = store.getState();
  const today = browser.today();
  const exporter = await exporterFor(format);
  return exporter.export({
    design,
    network: deriveNetwork(design),
    result: check(design, { today }),
    today,
    notes: openingNotes,
  });
};

const firstOf = ({ files }: ExportResult): ExportFile => {
  const [file] = files;
  if (!file) throw new Error('The exporter wrote no file');
  return file;
};

/** Saves the design in a format; returns what the format could not hold, or `undefined` where saving failed. */
export const exportAs = async (
  context: CommandContext,
  format: ExportFormat,
): Promise<readonly Omission[] | undefined> => {
  const { store, browser } = context;
  try {
    const result = await exported(context, format);
    if (format === 'png') {
      const { path, content } = firstOf(result);
      browser.save(path.replace(/\.svg$/, '.png'), await browser.toPng(content, pngScale));
    } else
      for (const { path, content, mediaType } of result.files)
        browser.save(path, new Blob([content], { type: mediaType }));
    return result.omissions;
  } catch (error) {
    const text = error instanceof Error ? error.message : 'The file could not be made.';
    store.getState().setView({ notice: { tone: 'error', title: 'Could not export', text } });
    return undefined;
  }
};

/** Puts the Markdown checklist on the clipboard; false where the browser refuses. */
export const copyMarkdown = async (context: CommandContext): Promise<boolean> => {
  try {
    await context.browser.copyText(firstOf(await exported(context, 'markdown')).content);
    return true;
  } catch {
    return false;
  }
};

const isFilled = (state: Parameters<NonNullable<Command['isEnabled']>>[0]) =>
  isAtWork(state) && state.design.resources.length > 0;

export const exportPng: Command = {
  id: 'export-png',
  title: 'Export a PNG picture',
  isEnabled: isFilled,
  run: async (context) => void (await exportAs(context, 'png')),
};

export const exportSvg: Command = {
  id: 'export-svg',
  title: 'Export an SVG drawing',
  isEnabled: isFilled,
  run: async (context) => void (await exportAs(context, 'svg')),
};

export const exportMarkdown: Command = {
  id: 'export-markdown',
  title: 'Export the Markdown checklist',
  isEnabled: isFilled,
  run: async (context) => void (await exportAs(context, 'markdown')),
};

export const exportJson: Command = {
  id: 'export-json',
  title: 'Save the design as a file',
  shortcut: '$mod+s',
  worksInFields: true,
  isEnabled: (state) => state.screen === 'workspace',
  run: async (context) => void (await exportAs(context, 'json')),
};

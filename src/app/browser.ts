import { type Browser, loadExport } from '#commands';
import { rulesReader } from '#importers';
import { type CustomRules, fetched } from '#model';
import type { AppStore } from '#store';
import type { FindingsAsker } from './ask-findings.ts';
import { focusMover } from './focus.ts';
import { importInWorker } from './import-in-worker.ts';
import { forgetKept, type KeptDesign, listKept, readKept } from './kept-designs.ts';
import { keepView, keptView } from './kept-views.ts';
import { newId } from './new-id.ts';
import type { Keeper } from './persistence.ts';
import { pickFiles } from './pick-files.ts';
import { toggleScheme } from './scheme.ts';

/** Today where the person is, as an ISO date. */
export const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

const save = (path: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = path;
  link.click();
  // The download reads the blob after the click returns.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** What only an export needs, fetched on use. */
const loadExporter = () => fetched(import('./export-in-worker.ts'));
const loadRasteriser = () => fetched(import('./svg-to-png.ts'));

/** Fetches it ahead of its first use, and the workers with it: once the page has loaded it asks its server for nothing. */
export async function warmExport(): Promise<void> {
  const [{ warmExporter }, { warmEncoder }] = await Promise.all([
    loadExporter(),
    import('./encode-in-worker.ts'),
    loadRasteriser(),
    loadExport(),
  ]);
  warmExporter();
  warmEncoder();
}

/** Characters of a design that is read in passing: opening another one must not wait for it. */
const longestPeek = 100_000;

/** One look at a time, so that an opening waits for one at most. */
let looking: Promise<unknown> = Promise.resolve();

const fileOf = ({ name, text }: KeptDesign): File => new File([text], `${name}.json`);

/** Of the rules that were kept with a design those that this program understands. */
async function understood(kept: readonly CustomRules[] = []): Promise<readonly CustomRules[]> {
  if (kept.length === 0) return kept;
  const read = await rulesReader();
  return kept.filter((one) => read({ name: one.name, text: JSON.stringify(one) }).ok);
}

/** The browser as commands see it. */
export const browserFor = (
  store: AppStore,
  keeper: Keeper,
  { fix }: Pick<FindingsAsker, 'fix'>,
): Browser => ({
  newId,
  today,
  pickFiles,
  importFiles: importInWorker,
  save,
  copyText: (text) => navigator.clipboard.writeText(text),
  copyPicture: (png) => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]),
  exportFiles: async (...request) => (await loadExporter()).exportInWorker(...request),
  fix,
  toPng: async (...picture) => (await loadRasteriser()).svgToPng(...picture),
  print: async (svg) => (await fetched(import('./print-sheet.ts'))).printSheet(svg),
  keptView,
  keepView,
  toggleScheme,
  focus: focusMover(store),
  loadDesign: async (key) => {
    await keeper.flush();
    const kept = await readKept(key).catch(() => undefined);
    if (!kept) return { result: { ok: false, error: 'It is no longer kept in this browser.' }, notes: [] };
    keeper.opened(key, kept.revision);
    const result = await importInWorker([fileOf(kept)]);
    return { result, notes: kept.notes, customRules: await understood(kept.customRules) };
  },
  peekDesign: (key) => {
    const seen = looking.then(async () => {
      const kept = await readKept(key);
      if (!kept || kept.text.length > longestPeek) return undefined;
      const result = await importInWorker([fileOf(kept)]);
      return result.ok ? result.design : undefined;
    });
    looking = seen.catch(() => undefined);
    return seen;
  },
  forgetDesign: async (key) => {
    const bringBack = await forgetKept(key);
    const show = async () => store.getState().setView({ recentDesigns: await listKept() });
    await show();
    return () => bringBack().then(show);
  },
});

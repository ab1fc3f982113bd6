import type { ExportFormat } from '#exporters';
import type { State } from '#store';
import { type Command, type CommandContext, isAtWork } from './command.ts';
import { missingPart, wayOn } from './missing-part.ts';

/** What exports in any format, fetched on use. */
export const loadExport = () => import('./export-file.ts');

type Exporting = Awaited<ReturnType<typeof loadExport>>;

/** Does something with what exports; where it cannot be done, a notice says why. */
async function withExport(
  { store }: CommandContext,
  title: string,
  act: (exporting: Exporting) => Promise<unknown>,
): Promise<void> {
  const { setView } = store.getState();
  const exporting = await loadExport().catch(() => undefined);
  if (!exporting) return setView({ notice: missingPart });
  await act(exporting).catch((error: unknown) => {
    const text = exporting.reasonOfFailure(error);
    setView({ notice: { tone: 'error', title, text, actions: wayOn(text) } });
  });
}

/** Saves the design in a format, as it usually is. */
export const exportNow = (context: CommandContext, format: ExportFormat): Promise<void> =>
  withExport(context, 'Could not export', ({ exportAs }) => exportAs(context, format));

const isFilled = (state: State) => isAtWork(state) && state.design.resources.length > 0;

export const exportJson: Command = {
  id: 'export-json',
  title: 'Save the design as a file',
  shortcut: '$mod+s',
  worksInFields: true,
  isEnabled: (state) => state.screen === 'workspace',
  run: (context) => exportNow(context, 'json'),
};

export const print: Command = {
  id: 'print',
  title: 'Print the drawing with its findings',
  shortcut: '$mod+p',
  worksInFields: true,
  isEnabled: isFilled,
  run: (context) => withExport(context, 'Could not print', ({ printDesign }) => printDesign(context)),
};

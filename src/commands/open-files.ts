import { counted, succeed } from '#model';
import { busily } from './busy.ts';
import type { Command, CommandContext } from './command.ts';
import { openDesign } from './command.ts';
import { loadRules, sortFiles } from './custom-rules.ts';
import { wayOn } from './missing-part.ts';
import { namedAfter } from './unlike-kept.ts';

const megabyte = 2 ** 20;
/** More text than a browser tab can hold several times over. */
const largestMegabytes = 200;

/** Opens files as one design. What is on screen stays until they are understood; a refusal is one sentence. */
export const openFiles = async (context: CommandContext, files: readonly File[]): Promise<void> => {
  const { store, browser } = context;
  const { setView } = store.getState();
  if (files.length === 0) return;
  const names = files.map((file) => file.name).join(', ');
  const refuse = (error: string, command?: string) => {
    // The title names the file that is at fault.
    const { name } = files.find((file) => error.startsWith(`${file.name}: `)) ?? {};
    const text = error.slice(name === undefined ? 0 : name.length + 2);
    setView({
      notice: {
        tone: 'error',
        title: `Could not open ${name ?? names}`,
        // A sentence, where it does not begin with the path of a property.
        text: text.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()),
        command,
        actions: wayOn(text) ?? [{ label: 'Choose another', run: () => void open.run(context) }],
      },
    });
  };

  const size = files.reduce((sum, file) => sum + file.size, 0) / megabyte;
  if (size > largestMegabytes)
    return refuse(
      `${Math.round(size)} MB is more than the ${largestMegabytes} MB that a browser tab can hold.`,
    );

  setView({ notice: undefined });
  const read = async (signal: AbortSignal) => {
    const sorted = await sortFiles(files);
    if (!sorted.ok || sorted.rest.length === 0 || signal.aborted) return { sorted };
    return { sorted, result: await browser.importFiles(sorted.rest, signal) };
  };
  const opened = await busily(context, `Opening ${names}`, read).catch((error: unknown) =>
    refuse(error instanceof Error ? error.message : 'The file could not be read.'),
  );
  if (!opened) return;
  const { sorted, result } = opened;
  if (!sorted.ok) return refuse(sorted.error);
  const { rules } = sorted;
  if (!result) {
    if (store.getState().screen === 'workspace') return loadRules(context, rules);
    return refuse('These are rules of an organisation: open them together with a design, or on one.');
  }
  if (!result.ok) return refuse(result.error, result.command);
  const { design: before, screen } = store.getState();
  const kept = screen === 'workspace' ? succeed(result.design, before) : undefined;
  openDesign(context, namedAfter(kept ?? result.design, files), { notes: result.notes, customRules: rules });
  if (kept)
    setView({
      notice: {
        tone: 'note',
        title: 'Opened a newer export of the same estate',
        text: `Goals, places and ${counted(kept.accepted.length, 'accepted finding')} are those of before.`,
        details: result.notes,
      },
    });
  else if (result.notes.length > 0)
    setView({
      notice: {
        tone: 'note',
        title: `Opened, with ${counted(result.notes.length, 'remark')}`,
        details: result.notes,
      },
    });
};

export const open: Command = {
  id: 'open',
  title: 'Open from Azure or a file',
  shortcut: '$mod+o',
  worksInFields: true,
  run: async (context) => openFiles(context, await context.browser.pickFiles()),
};

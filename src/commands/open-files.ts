import type { Command, CommandContext } from './command.ts';
import { missingPart } from './missing-part.ts';

/** Fetches what opens files, which a page without any is shown without. */
export const loadOpening = () => import('./opening-files.ts');

/** Opens files as one design. What is on screen stays until they are understood; a refusal is one sentence. */
export const openFiles = async (context: CommandContext, files: readonly File[]): Promise<void> => {
  const opening = await loadOpening().catch(() => undefined);
  if (opening) await opening.openFiles(context, files);
  else context.store.getState().setView({ notice: missingPart });
};

export const open: Command = {
  id: 'open',
  title: 'Open from Azure or a file',
  shortcut: '$mod+o',
  worksInFields: true,
  run: async (context) => openFiles(context, await context.browser.pickFiles()),
};

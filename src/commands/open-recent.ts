import { type CommandContext, openDesign } from './command.ts';

/** Opens a design kept in this browser, by its key. */
export const openRecent = async (context: CommandContext, key: string): Promise<void> => {
  const { setView } = context.store.getState();
  const { result, notes, customRules = [] } = await context.browser.loadDesign(key);
  if (!result.ok) {
    setView({ notice: { tone: 'error', title: 'Could not open the design', text: result.error } });
    return;
  }
  openDesign(context, result.design, { key, notes: [...notes, ...result.notes], customRules });
  if (result.notes.length > 0)
    setView({
      notice: {
        tone: 'warning',
        title: 'The saved design was damaged',
        text: 'Everything that could be read is here.',
        details: result.notes,
      },
    });
};

/** Removes a design from this browser for good. */
export const forgetRecent = ({ browser }: CommandContext, key: string): Promise<void> =>
  browser.forgetDesign(key);

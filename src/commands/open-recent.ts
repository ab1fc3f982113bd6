import type { RecentDesign } from '#store';
import { type CommandContext, openDesign } from './command.ts';
import { wayOn } from './missing-part.ts';

/** Opens a design kept in this browser, by its key. */
export const openRecent = async (context: CommandContext, key: string): Promise<void> => {
  const { setView } = context.store.getState();
  const refuse = (text: string) =>
    setView({ notice: { tone: 'error', title: 'Could not open the design', text, actions: wayOn(text) } });
  const loaded = await context.browser
    .loadDesign(key)
    .catch((error: unknown) => refuse(error instanceof Error ? error.message : 'It could not be read.'));
  if (!loaded) return;
  const { result, notes, customRules = [] } = loaded;
  if (!result.ok) return refuse(result.error);
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

/** Removes a design from this browser; until something else is said, that can be undone. */
export async function forgetRecent(
  { store, browser }: CommandContext,
  { key, name }: Pick<RecentDesign, 'key' | 'name'>,
): Promise<void> {
  const { setView } = store.getState();
  const bringBack = await browser.forgetDesign(key);
  const undo = () => {
    setView({ notice: undefined });
    bringBack().catch(() =>
      setView({ notice: { tone: 'error', title: `“${name}” could not be brought back` } }),
    );
  };
  setView({
    notice: { tone: 'note', title: `Removed “${name}”`, actions: [{ label: 'Undo', run: undo }] },
  });
}

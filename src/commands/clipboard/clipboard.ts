import { drawnNotes } from '#drawing';
import { edits, findResource } from '#model';
import { type Command, type CommandContext, hasSelection, isAtWork } from '../command.ts';
import { missingPart } from '../missing-part.ts';
import { asDrawn } from './as-drawn.ts';
import { chosenIn } from './chosen.ts';

type Copying = typeof import('./copying.ts');

let copying: Copying | undefined;

/** Fetches what makes copies, which a design can be read and edited without. */
export async function loadCopying(): Promise<void> {
  copying ??= await import('./copying.ts');
}

/** At once where its code is there. */
async function run({ store }: CommandContext, act: (of: Copying) => void): Promise<void> {
  if (!copying) await loadCopying().catch(() => store.getState().setView({ notice: missingPart }));
  if (copying) act(copying);
}

export const copy: Command = {
  id: 'copy',
  title: 'Copy',
  shortcut: '$mod+c',
  yieldsToText: true,
  isAboutSelection: true,
  isEnabled: hasSelection,
  run: (context) => {
    const { design, result, setView, announce } = context.store.getState();
    const { ids, name } = chosenIn(context);
    setView({ clipboard: { source: asDrawn(design, result), roots: ids } });
    announce(`Copied ${name}.`);
  },
};

/** Takes the selection out; pasted, it comes back with everything that pointed at it. */
export const cut: Command = {
  id: 'cut',
  title: 'Cut',
  shortcut: '$mod+x',
  yieldsToText: true,
  isAboutSelection: true,
  isEnabled: hasSelection,
  run: (context) => {
    const { design, designKey, result, edit, select, setView, announce } = context.store.getState();
    const { roots, ids, name } = chosenIn(context);
    const without = edits.removeResources(design, ids, drawnNotes(design, result));
    edit(`cut ${name}`, () => edits.removeNotes(without, ids));
    // As it is kept: an edit writes down addresses that things are shown with, too.
    const after = context.store.getState().design;
    setView({ clipboard: { source: asDrawn(design, result), roots: ids, cut: { after, designKey } } });
    select(findResource(after, roots[0]?.parent)?.id);
    announce(`Cut ${name}.`);
  },
};

export const paste: Command = {
  id: 'paste',
  title: 'Paste',
  shortcut: '$mod+v',
  isAboutSelection: true,
  isEnabled: (state) => isAtWork(state) && state.clipboard !== undefined,
  run: (context) => run(context, (of) => of.paste(context)),
};

export const duplicate: Command = {
  id: 'duplicate',
  title: 'Duplicate',
  shortcut: '$mod+d',
  isAboutSelection: true,
  isEnabled: hasSelection,
  run: (context) => run(context, (of) => of.duplicate(context)),
};

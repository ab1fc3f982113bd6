import { placeName } from '#drawing';
import { type Design, edits, findResource, type ResourceId } from '#model';
import { type Command, type CommandContext, hasSelection, isAtWork } from '../command.ts';

/** Why a resource cannot have a name, in one sentence; `undefined` where it can. */
export const nameFault = (design: Design, id: ResourceId, name: string): string | undefined => {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'A resource needs a name.';
  const own = findResource(design, id);
  const twin = design.resources.find(
    (one) =>
      one.id !== id &&
      one.kind === own?.kind &&
      one.parent === own.parent &&
      one.name.toLowerCase() === wanted,
  );
  if (!twin) return undefined;
  const place = findResource(design, twin.parent);
  return `${twin.name} is taken${place ? ` in ${placeName(place)}` : ''}.`;
};

/** Gives a resource another name as one undo step; returns why it cannot have it. */
export const renameTo = ({ store }: CommandContext, id: ResourceId, draft: string): string | undefined => {
  const { design, edit, announce } = store.getState();
  const name = draft.trim();
  const fault = nameFault(design, id, name);
  if (fault) return fault;
  const before = findResource(design, id)?.name ?? '';
  if (name === before) return undefined;
  edit(`rename ${before} to ${name}`, (now) => edits.renameResource(now, id, name));
  announce(`Renamed ${before} to ${name}.`);
  return undefined;
};

/** Opens the name of the design for writing in the top bar. */
export const renameDesign: Command = {
  id: 'rename-design',
  title: 'Rename the design',
  isEnabled: isAtWork,
  run: ({ store }) => store.getState().setView({ isNamingDesign: true }),
};

/** Opens the name of the selection, or the text of a note, for writing in its place on the canvas. */
export const rename: Command = {
  id: 'rename',
  title: 'Rename the selection, or write its note',
  shortcut: 'F2',
  isAboutSelection: true,
  isEnabled: hasSelection,
  run: ({ store }) => {
    const { selection, setView } = store.getState();
    setView({ renaming: selection });
  },
};

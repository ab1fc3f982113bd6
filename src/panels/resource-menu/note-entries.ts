import { attachNoteTo, type CommandContext, duplicate, removeSelection, setNoteTone } from '#commands';
import { findResource, kinds, type Note, noteTones, type ResourceId, toneOfNote } from '#model';
import { toneTitles } from '../note-tones.ts';
import type { MenuEntry, MenuHost } from './entries.ts';

const command = (context: CommandContext, id: ResourceId, which: typeof duplicate) => () => {
  // The menu is that of one note, whatever else is selected.
  context.store.getState().select(id);
  void which.run(context);
};

/** Everything that a pointer does with a note on the canvas, by name. */
export function noteEntries(
  context: CommandContext,
  note: Note,
  { inspect }: MenuHost,
): readonly MenuEntry[] {
  const { design } = context.store.getState();
  const about = findResource(design, note.attachedTo);
  return [
    ...(inspect ? [{ id: 'inspect', title: 'Edit text', shortcut: 'Enter', run: inspect }] : []),
    {
      id: 'tone',
      title: 'Tone',
      detail: toneTitles[toneOfNote(note)],
      page: noteTones.map((tone) => ({
        id: tone,
        title: toneTitles[tone],
        run: () => setNoteTone(context, note.id, tone),
      })),
    },
    {
      id: 'attach',
      title: 'Attach to',
      page: design.resources
        .filter(({ id }) => id !== note.attachedTo)
        .map(({ id, name, kind, parent }) => ({
          id,
          title: name,
          detail: findResource(design, parent)?.name ?? kinds[kind].title,
          kind,
          run: () => attachNoteTo(context, note.id, id),
        })),
    },
    ...(about
      ? [
          {
            id: 'detach',
            title: `Detach from ${about.name}`,
            run: () => attachNoteTo(context, note.id, undefined),
          },
        ]
      : []),
    {
      id: 'duplicate',
      title: 'Duplicate',
      ...(duplicate.shortcut === undefined ? {} : { shortcut: duplicate.shortcut }),
      run: command(context, note.id, duplicate),
    },
    {
      id: 'remove',
      title: 'Remove the note',
      isApart: true,
      ...(removeSelection.shortcut === undefined ? {} : { shortcut: removeSelection.shortcut }),
      run: command(context, note.id, removeSelection),
    },
  ];
}

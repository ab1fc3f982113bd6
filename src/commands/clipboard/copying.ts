import { type Design, edits, findNote, findResource, type ResourceId } from '#model';
import type { Clipboard } from '#store';
import { type Outcome, relocated, replanned } from '../addresses/relocate.ts';
import { type CommandContext, namesOf } from '../command.ts';
import { withCopiedNotes } from '../notes/copied-notes.ts';
import { asDrawn } from './as-drawn.ts';
import { chosenIn } from './chosen.ts';
import { type CopyRequest, withCopies } from './copies.ts';
import { pastePlace } from './paste-place.ts';
import { withCutRestored } from './restore-cut.ts';
import { shapesElsewhere } from './shapes-elsewhere.ts';

/** Copies of resources, and of those notes that are among the ids. */
function copied(
  { browser: { newId } }: CommandContext,
  design: Design,
  source: Design,
  roots: CopyRequest['roots'],
  ids: readonly ResourceId[],
): Pasted {
  const notes = ids.filter((id) => findNote(source, id));
  const outcome: Pasted =
    roots.length === 0 && notes.length > 0
      ? { ok: true, design, ids: [] }
      : withCopies(design, { source, roots, newId });
  if (!outcome.ok || notes.length === 0) return outcome;
  const pairs = (outcome.ids ?? []).flatMap((id, at): readonly (readonly [ResourceId, ResourceId])[] => {
    const original = roots[at]?.id;
    return original === undefined ? [] : [[original, id]];
  });
  const noted = withCopiedNotes(outcome.design, source, notes, new Map(pairs), newId);
  return { ...outcome, design: noted.design, ids: [...(outcome.ids ?? []), ...noted.ids] };
}

type Pasted = Outcome & { readonly ids?: readonly ResourceId[] };

function pasted(context: CommandContext, design: Design, clipboard: Clipboard): Pasted {
  const { selection, designKey } = context.store.getState();
  const placeOf = (id: ResourceId) => {
    const resource = findResource(clipboard.source, id);
    return resource && pastePlace(design, resource, selection);
  };
  const restored = withCutRestored(design, designKey, clipboard);
  if (!restored) {
    const roots = clipboard.roots.flatMap((id) => {
      const place = placeOf(id);
      return place ? [{ id, parent: place.parent }] : [];
    });
    return copied(context, design, clipboard.source, roots, clipboard.roots);
  }
  const comers = clipboard.roots.flatMap((id) => {
    const place = placeOf(id);
    return place ? [{ id, original: id, parent: place.parent }] : [];
  });
  let outcome: Outcome = { ok: true, design: restored };
  for (const { id, parent } of comers) if (outcome.ok) outcome = relocated(outcome.design, [id], parent);
  if (!outcome.ok) return outcome;
  const boxes = shapesElsewhere(clipboard.source, comers);
  return { ok: true, design: edits.placeResources(outcome.design, boxes), ids: clipboard.roots };
}

function put(context: CommandContext, verb: string, outcome: Pasted): void {
  const { design, edit, selectAll, setView, announce } = context.store.getState();
  if (!outcome.ok) {
    setView({ notice: { tone: 'warning', title: `Could not ${verb}`, text: outcome.reason } });
    announce(outcome.reason);
    return;
  }
  const resources = (outcome.ids ?? []).flatMap((id) => findResource(outcome.design, id) ?? []);
  const notes = (outcome.ids ?? []).flatMap((id) => findNote(outcome.design, id) ?? []);
  edit(`${verb} ${namesOf(resources, notes)}`, () => outcome.design);
  selectAll([...resources, ...notes].map(({ id }) => id));
  const ranges = resources.flatMap((one) => ('addressPrefixes' in one ? one.addressPrefixes : []));
  const said = ranges.length > 0 ? `, ${ranges.join(' and ')}` : '';
  announce(
    `${verb === 'paste' ? 'Pasted' : 'Duplicated'} as ${namesOf(resources, notes)}${said}. ${replanned(design, outcome.design)}`.trim(),
  );
}

/** Puts what was copied or cut into what is selected. */
export function paste(context: CommandContext): void {
  const { design, clipboard, setView } = context.store.getState();
  if (!clipboard) return;
  const outcome = pasted(context, design, clipboard);
  put(context, 'paste', outcome);
  // What came back once is copied from then on.
  if (outcome.ok) setView({ clipboard: { source: clipboard.source, roots: clipboard.roots } });
}

/** Puts copies of the selection beside it. */
export function duplicate(context: CommandContext): void {
  const { design, result } = context.store.getState();
  const { roots, ids } = chosenIn(context);
  const places = roots.map(({ id, parent }) => ({ id, parent }));
  put(context, 'duplicate', copied(context, design, asDrawn(design, result), places, ids));
}

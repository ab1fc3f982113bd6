import { type Design, edits, findResource, outermostOf, type ResourceId } from '#model';
import type { Clipboard } from '#store';
import { type Outcome, relocated, replanned } from '../addresses/relocate.ts';
import { type Command, type CommandContext, hasSelection, isAtWork, namesOf } from '../command.ts';
import { withCopies } from './copies.ts';
import { pastePlace } from './paste-place.ts';
import { withCutRestored } from './restore-cut.ts';

const chosenIn = ({ store }: CommandContext) => {
  const { design, selected } = store.getState();
  return outermostOf(design, selected);
};

export const copy: Command = {
  id: 'copy',
  title: 'Copy',
  shortcut: '$mod+c',
  yieldsToText: true,
  isEnabled: hasSelection,
  run: (context) => {
    const { design, setView, announce } = context.store.getState();
    const roots = chosenIn(context);
    setView({ clipboard: { source: design, roots: roots.map(({ id }) => id) } });
    announce(`Copied ${namesOf(roots)}.`);
  },
};

/** Takes the selection out; pasted, it comes back with everything that pointed at it. */
export const cut: Command = {
  id: 'cut',
  title: 'Cut',
  shortcut: '$mod+x',
  yieldsToText: true,
  isEnabled: hasSelection,
  run: (context) => {
    const { design, designKey, edit, select, setView, announce } = context.store.getState();
    const roots = chosenIn(context);
    const ids = roots.map(({ id }) => id);
    const after = edits.removeResources(design, ids);
    edit(`cut ${namesOf(roots)}`, () => after);
    setView({ clipboard: { source: design, roots: ids, cut: { after, designKey } } });
    select(findResource(after, roots[0]?.parent)?.id);
    announce(`Cut ${namesOf(roots)}.`);
  },
};

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
    return withCopies(design, { source: clipboard.source, roots, newId: context.browser.newId });
  }
  let outcome: Outcome = { ok: true, design: restored };
  for (const id of clipboard.roots) {
    const place = placeOf(id);
    if (outcome.ok && place) outcome = relocated(outcome.design, [id], place.parent);
  }
  return { ...outcome, ids: clipboard.roots };
}

function put(context: CommandContext, verb: string, outcome: Pasted): void {
  const { design, edit, selectAll, setView, announce } = context.store.getState();
  if (!outcome.ok) {
    setView({ notice: { tone: 'warning', title: `Could not ${verb}`, text: outcome.reason } });
    announce(outcome.reason);
    return;
  }
  const resources = (outcome.ids ?? []).flatMap((id) => findResource(outcome.design, id) ?? []);
  edit(`${verb} ${namesOf(resources)}`, () => outcome.design);
  selectAll(resources.map(({ id }) => id));
  const ranges = resources.flatMap((one) => ('addressPrefixes' in one ? one.addressPrefixes : []));
  const said = ranges.length > 0 ? `, ${ranges.join(' and ')}` : '';
  announce(
    `${verb === 'paste' ? 'Pasted' : 'Duplicated'} as ${namesOf(resources)}${said}. ${replanned(design, outcome.design)}`.trim(),
  );
}

export const paste: Command = {
  id: 'paste',
  title: 'Paste',
  shortcut: '$mod+v',
  isEnabled: (state) => isAtWork(state) && state.clipboard !== undefined,
  run: (context) => {
    const { design, clipboard, setView } = context.store.getState();
    if (!clipboard) return;
    const outcome = pasted(context, design, clipboard);
    put(context, 'paste', outcome);
    // What came back once is copied from then on.
    if (outcome.ok) setView({ clipboard: { source: clipboard.source, roots: clipboard.roots } });
  },
};

export const duplicate: Command = {
  id: 'duplicate',
  title: 'Duplicate',
  shortcut: '$mod+d',
  isEnabled: hasSelection,
  run: (context) => {
    const { design } = context.store.getState();
    const roots = chosenIn(context).map(({ id, parent }) => ({ id, parent }));
    put(context, 'duplicate', withCopies(design, { source: design, roots, newId: context.browser.newId }));
  },
};

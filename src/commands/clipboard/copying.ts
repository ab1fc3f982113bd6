import { placeName } from '#drawing';
import {
  type Design,
  edits,
  findNote,
  findResource,
  groupedBy,
  type Resource,
  type ResourceId,
  type ResourceKind,
} from '#model';
import type { Clipboard } from '#store';
import { type Outcome, relocated, replanned } from '../addresses/relocate.ts';
import { type CommandContext, namesOf } from '../command.ts';
import { withHome } from '../home-in-network.ts';
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

type Pasted = (Outcome & { readonly ids?: readonly ResourceId[] }) & {
  /** Where it could be put instead. */
  readonly nearest?: ResourceId | undefined;
};

/** The places of what is pasted, one after the other, in a design with the subnets that are made for them. */
function placed(
  { store, browser }: CommandContext,
  design: Design,
  { source, roots }: Clipboard,
  chosen: ResourceId | undefined,
) {
  const { selection } = store.getState();
  const planned = new Map<ResourceId, ResourceKind>();
  const places: { id: ResourceId; parent: ResourceId | undefined }[] = [];
  let current = design;
  for (const id of roots) {
    const resource = findResource(source, id);
    if (!resource) continue;
    const found = pastePlace(current, resource, chosen ?? selection, planned);
    if (!found.ok) return found;
    const made = withHome(current, resource.kind, { parent: undefined, ...found.place }, browser.newId);
    if (made.design !== current && made.parent !== undefined) planned.set(made.parent, resource.kind);
    current = made.design;
    places.push({ id, parent: made.parent });
  }
  return { ok: true, design: current, places } as const;
}

function pasted(
  context: CommandContext,
  design: Design,
  clipboard: Clipboard,
  chosen: ResourceId | undefined,
): Pasted {
  const { source, roots } = clipboard;
  const restored = withCutRestored(design, context.store.getState().designKey, clipboard);
  const found = placed(context, restored ?? design, clipboard, chosen);
  if (!found.ok) return found;
  if (!restored) return copied(context, found.design, source, found.places, roots);
  const comers = found.places.map(({ id, parent }) => ({ id, original: id, parent }));
  let outcome: Outcome = { ok: true, design: found.design };
  for (const { id, parent } of comers) if (outcome.ok) outcome = relocated(outcome.design, [id], parent);
  if (!outcome.ok) return outcome;
  const boxes = shapesElsewhere(source, comers);
  return { ok: true, design: edits.placeResources(outcome.design, boxes), ids: roots };
}

/** Where things have come to, in words: `, in snet-training of vnet-ml`; what lies in nothing, or in a region, is everywhere. */
function whereTo(before: Design, after: Design, resources: readonly Resource[]): string {
  const placeOf = ({ parent }: Resource) => findResource(after, parent);
  const placed = resources.filter((one) => (placeOf(one)?.kind ?? 'region') !== 'region');
  const byPlace = groupedBy(placed, placeOf);
  const words = [...byPlace].flatMap(([place, those]) => {
    if (!place) return [];
    const network = place.kind === 'subnet' ? findResource(after, place.parent) : undefined;
    const isNew = findResource(before, place.id) === undefined;
    const what = byPlace.size > 1 ? `${namesOf(those)} ` : '';
    return `${what}in ${isNew ? 'the new ' : ''}${place.name}${network ? ` of ${network.name}` : ''}`;
  });
  return words.length === 0 ? '' : `, ${words.join(', ')}`;
}

function put(context: CommandContext, verb: string, outcome: Pasted): void {
  const { design, edit, selectAll, setView, announce } = context.store.getState();
  if (!outcome.ok) {
    const nearest = findResource(design, outcome.nearest);
    const actions = nearest
      ? [{ label: `Put it in ${placeName(nearest)}`, run: () => paste(context, nearest.id) }]
      : [];
    setView({ notice: { tone: 'warning', title: `Could not ${verb}`, text: outcome.reason, actions } });
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
    `${verb === 'paste' ? 'Pasted' : 'Duplicated'} as ${namesOf(resources, notes)}${said}${whereTo(design, outcome.design, resources)}. ${replanned(design, outcome.design)}`.trim(),
  );
}

/** Puts what was copied or cut into what is selected, or into what is chosen instead. */
export function paste(context: CommandContext, chosen?: ResourceId): void {
  const { design, clipboard, setView } = context.store.getState();
  if (!clipboard) return;
  const outcome = pasted(context, design, clipboard, chosen);
  put(context, 'paste', outcome);
  if (chosen !== undefined && outcome.ok) setView({ notice: undefined });
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

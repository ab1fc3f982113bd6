import type { Design } from './design.ts';
import { freeNotes } from './note-edits.ts';
import { notesOf } from './notes.ts';

/** Half of the smaller one: a newer export of an estate has mostly the resources of the older. */
const shareOfSameEstate = 0.5;

/**
 * A newer export of the estate of another, with what people had said of the older: goals, accepted findings, questions
 * and places of what is in both, and all notes. `undefined` where the two are not exports of one estate.
 */
export function succeed(newer: Design, older: Design): Design | undefined {
  if (newer.source.format !== 'azure-export' || older.source.format !== 'azure-export') return undefined;
  const ids: ReadonlySet<string> = new Set(newer.resources.map(({ id }) => id));
  const isNow = (id: string) => ids.has(id);
  const ofAzure = (design: Design) => design.resources.filter(({ azureId }) => azureId !== undefined);
  const [now, before] = [ofAzure(newer), ofAzure(older)];
  const both = before.filter(({ id }) => isNow(id)).length;
  if (both === 0 || both < Math.min(now.length, before.length) * shareOfSameEstate) return undefined;
  const known: ReadonlySet<string> = new Set(older.resources.map(({ id }) => id));
  const gone = new Set([...known].filter((id) => !isNow(id)));
  const { layout } = freeNotes(older, gone);
  const notes = notesOf(freeNotes(older, gone));
  const isNote = new Set<string>(notes.map(({ id }) => id));
  return {
    ...newer,
    name: older.name,
    goals: { ...newer.goals, ...older.goals },
    layout: Object.fromEntries(Object.entries(layout).filter(([id]) => isNow(id) || isNote.has(id))),
    ...(notes.length > 0 ? { notes } : {}),
    accepted: older.accepted,
    expectations: older.expectations.filter(({ from, to }) => isNow(from) && (isNow(to) || !known.has(to))),
  };
}

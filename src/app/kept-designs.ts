import { createStore, del, get, set, update } from 'idb-keyval';
import type { CustomRules } from '#model';
import type { OpeningNote, RecentDesign } from '#store';

/** A design as this browser keeps it: text, so that a damaged one opens as far as it can. */
export interface KeptDesign {
  readonly revision: number;
  /** The tab that kept it; a new one each time the page loads. */
  readonly writer: string;
  readonly name: string;
  readonly text: string;
  readonly notes: readonly OpeningNote[];
  /** Absent in what earlier versions kept. */
  readonly customRules?: readonly CustomRules[];
}

const database = createStore('isoplan', 'designs');
/** Of its own: a page that goes takes what still waits behind another write with it. */
const lateDatabase = createStore('isoplan-late', 'designs');
const listKey = 'recent';
const currentKey = 'current';
const longestList = 30;

const isRecent = (value: unknown): value is RecentDesign =>
  typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'savedAt' in value;

const recentOf = (value: unknown): RecentDesign[] => (Array.isArray(value) ? value.filter(isRecent) : []);

/** The designs kept here, newest first. */
export const listKept = async (): Promise<readonly RecentDesign[]> => recentOf(await get(listKey, database));

/** What a tab kept while it went, and what it had kept before. */
interface LateDesign extends KeptDesign {
  readonly base: number;
}

/** The design under a key, with the last edits of a tab that went before it could keep them in order. */
export async function readKept(key: string): Promise<KeptDesign | undefined> {
  const kept = await get<KeptDesign>(`design:${key}`, database);
  const late = await get<LateDesign>(key, lateDatabase);
  // Where another tab has kept something since, that counts.
  const isNext = late && (kept === undefined || kept.revision === late.base || kept.writer === late.writer);
  return isNext && late.revision > (kept?.revision ?? 0) ? { ...late, revision: kept?.revision ?? 0 } : kept;
}

/** Has the place for late writes at hand: a page that goes has no time to open it. */
export const readyForLate = (): Promise<unknown> => get(listKey, lateDatabase);

/** Keeps a design while the page goes: one request that waits for no answer, since none is heard any more. */
export const writeLate = (key: string, base: number, content: Omit<KeptDesign, 'revision'>): Promise<void> =>
  lateDatabase('readwrite', (store) => {
    // Two ahead: one write may still be on its way.
    store.put({ ...content, base, revision: base + 2 }, key);
    store.transaction.commit();
  });

/**
 * Keeps a design unless a newer revision than `known` lies under its key, as another tab leaves it.
 * Returns the revision it was kept as, or `undefined` when it was not.
 */
export async function writeKept(
  entry: RecentDesign,
  known: number,
  content: Omit<KeptDesign, 'revision'>,
): Promise<number | undefined> {
  let kept: number | undefined;
  await update<KeptDesign>(
    `design:${entry.key}`,
    (old) => {
      if (old && old.revision > known) return old;
      kept = known + 1;
      return { ...content, revision: kept };
    },
    database,
  );
  if (kept !== undefined) {
    await update<unknown>(
      listKey,
      (old) => [entry, ...recentOf(old).filter((one) => one.key !== entry.key)].slice(0, longestList),
      database,
    );
  }
  return kept;
}

/** Takes a design away. What is returned brings it back to its place in the list. */
export async function forgetKept(key: string): Promise<() => Promise<void>> {
  const [kept, list] = await Promise.all([readKept(key).catch(() => undefined), listKept()]);
  const others = (value: unknown) => recentOf(value).filter((one) => one.key !== key);
  await del(key, lateDatabase);
  await del(`design:${key}`, database);
  await update<unknown>(listKey, others, database);
  return async () => {
    const entry = list.find((one) => one.key === key);
    if (!kept || !entry) throw new Error('It could not be read before it was removed.');
    let isThere = false;
    await update<KeptDesign>(
      `design:${key}`,
      (now) => {
        isThere = now !== undefined;
        return now ?? kept;
      },
      database,
    );
    // Another tab has kept it since: that counts.
    if (isThere) return;
    await update<unknown>(listKey, (now) => others(now).toSpliced(list.indexOf(entry), 0, entry), database);
  };
}

/** The design that was on screen last; `undefined` when the start screen was. */
export const readCurrent = (): Promise<string | undefined> => get(currentKey, database);
export const writeCurrent = (key: string | undefined): Promise<void> => set(currentKey, key, database);

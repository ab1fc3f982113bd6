import { createStore, del, get, set, update } from 'idb-keyval';
import type { OpeningNote, RecentDesign } from '#store';

/** A design as this browser keeps it: text, so that a damaged one opens as far as it can. */
export interface KeptDesign {
  readonly revision: number;
  readonly name: string;
  readonly text: string;
  readonly notes: readonly OpeningNote[];
}

const database = createStore('isoplan', 'designs');
const listKey = 'recent';
const currentKey = 'current';
const longestList = 30;

const isRecent = (value: unknown): value is RecentDesign =>
  typeof value === 'object' && value !== null && 'key' in value && 'name' in value && 'savedAt' in value;

const recentOf = (value: unknown): RecentDesign[] => (Array.isArray(value) ? value.filter(isRecent) : []);

/** The designs kept here, newest first. */
export const listKept = async (): Promise<readonly RecentDesign[]> => recentOf(await get(listKey, database));

export const readKept = (key: string): Promise<KeptDesign | undefined> => get(`design:${key}`, database);

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

export async function forgetKept(key: string): Promise<void> {
  await del(`design:${key}`, database);
  await update<unknown>(listKey, (old) => recentOf(old).filter((one) => one.key !== key), database);
}

/** The design that was on screen last; `undefined` when the start screen was. */
export const readCurrent = (): Promise<string | undefined> => get(currentKey, database);
export const writeCurrent = (key: string | undefined): Promise<void> => set(currentKey, key, database);

import type { ImportNote } from './importer.ts';

/** Notes kept; what comes after is counted. */
const limit = 300;

/** Collects notes, each once, and keeps a flood readable. */
export class NoteBook {
  readonly #notes = new Map<string, ImportNote>();
  #more = 0;

  add(what: string, because: string): void {
    const key = JSON.stringify([what, because]);
    if (this.#notes.has(key)) return;
    if (this.#notes.size >= limit) this.#more += 1;
    else this.#notes.set(key, { what, because });
  }

  list(): readonly ImportNote[] {
    const notes = [...this.#notes.values()];
    if (this.#more > 0)
      notes.push({ what: `${this.#more} more notes`, because: `Only the first ${limit} are listed.` });
    return notes;
  }
}

/** Names for people, the first few and how many more: `a, b, c and 4 more`. */
export function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

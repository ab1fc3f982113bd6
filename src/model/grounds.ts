/** An answer that is kept, or a part of the document that answers rest on: its row in the columns of its lineage. */
export type Ground = number;

// Columns of a row.

/** 1 where what it rests on may have become another, or where it was never worked out. */
export const suspect = 0;
/** The revision for which it was last found to hold; 0 before it was worked out. */
export const checkedAt = 1;
/** The revision in which it last became another. */
export const changedAt = 2;
/** The work in which it was noted last, so that most repetitions are not noted again. */
const notedIn = 3;
/** Greater than that of everything it rests on. */
export const height = 4;
/** Which question it answers; none of a part of the document, which is not worked out. */
export const question = 5;
/** Where the list of what it rests on begins, and how long it is. */
const first = 6;
const count = 7;
const width = 8;

const none = -1;
const nobody: readonly Ground[] = [];

/** Lists that nobody keeps any longer are cleared away once they are more than this, and more than those that are kept. */
const clutter = 65_536;

const roomy = (numbers: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> => {
  if (needed <= numbers.length) return numbers;
  const larger = new Int32Array(Math.max(needed, numbers.length * 2));
  larger.set(numbers);
  return larger;
};

/** What was read for the answers that are being worked out, one within the other. */
export class Reads {
  /** As many as `length` of them count. */
  grounds = new Int32Array(4096);
  length = 0;

  push(ground: Ground): void {
    if (this.length === this.grounds.length) this.grounds = roomy(this.grounds, this.length + 1);
    this.grounds[this.length] = ground;
    this.length += 1;
  }
}

/**
 * Answers and parts of one document, and what rests on what. Columns of numbers rather than an object for each: of tens of
 * thousands that are kept the collector would copy and trace every one, a third of the time of a check.
 */
export class Grounds {
  /** Of a part: what the document holds there. */
  readonly values: unknown[] = [];
  /** What an answer is asked for. */
  readonly keys: unknown[] = [];
  /** The answers that rest on each, once each; kept of documents that are edited. */
  readonly #dependents: (Ground[] | undefined)[] = [];
  readonly #free: Ground[] = [];
  #cells = new Int32Array(1024 * width);
  /** Lists of what rests on what, in the order in which it was read. */
  #lists = new Int32Array(8192);
  #listsEnd = 0;
  #listsLost = 0;

  get(ground: Ground, column: number): number {
    return this.#cells[ground * width + column] as number;
  }

  set(ground: Ground, column: number, value: number): void {
    this.#cells[ground * width + column] = value;
  }

  /** Whether an answer may be another by now, where those above a height wait for being looked at. */
  isOpen(answer: Ground, settledBelow: number): boolean {
    const row = answer * width;
    return this.#cells[row + suspect] === 1 || (this.#cells[row + height] as number) > settledBelow;
  }

  /** Notes what a work reads. In one step, as it is done some hundred thousand times in the check of a large design. */
  note(ground: Ground, work: number, reads: Reads): void {
    const cell = ground * width + notedIn;
    if (this.#cells[cell] === work) return;
    this.#cells[cell] = work;
    reads.push(ground);
  }

  addAnswer(to: number, key: unknown): Ground {
    const ground = this.#add(undefined, key);
    this.set(ground, suspect, 1);
    this.set(ground, question, to);
    return ground;
  }

  addPart(value: unknown): Ground {
    const ground = this.#add(value, undefined);
    this.set(ground, changedAt, 1);
    this.set(ground, question, none);
    return ground;
  }

  #add(value: unknown, key: unknown): Ground {
    const freed = this.#free.pop();
    const ground = freed ?? this.values.length;
    this.#cells = roomy(this.#cells, (ground + 1) * width);
    if (freed !== undefined) this.#cells.fill(0, freed * width, (freed + 1) * width);
    this.values[ground] = value;
    this.keys[ground] = key;
    return ground;
  }

  /** For an answer on which none rests. */
  remove(ground: Ground): void {
    this.restOn(ground, new Reads(), 0, true);
    this.values[ground] = undefined;
    this.keys[ground] = undefined;
    this.#free.push(ground);
  }

  /** How many it rests on. */
  countOf(ground: Ground): number {
    return this.get(ground, count);
  }

  /** One of those that it rests on. */
  lowerOf(ground: Ground, place: number): Ground {
    return this.#lists[this.get(ground, first) + place] as number;
  }

  dependentsOf(ground: Ground): readonly Ground[] {
    return this.#dependents[ground] ?? nobody;
  }

  isObserved(ground: Ground): boolean {
    const dependents = this.#dependents[ground];
    return dependents !== undefined && dependents.length > 0;
  }

  /** Rests on the reads from `start` on instead of what it rested on before. */
  restOn(ground: Ground, reads: Reads, start: number, areLinked: boolean): void {
    const { grounds } = reads;
    const cells = this.#cells;
    let top = 0;
    for (let at = start; at < reads.length; at += 1) {
      const found = cells[(grounds[at] as number) * width + height] as number;
      if (found > top) top = found;
    }
    this.#rise(ground, top + 1);
    if (this.#isSameList(ground, reads, start)) return;
    const known = areLinked ? this.#setOf(ground) : undefined;
    this.#keepList(ground, reads, start);
    if (!known) return;
    const kept = this.#setOf(ground);
    for (const lower of kept) if (!known.has(lower)) this.gain(lower, ground);
    for (const lower of known) if (!kept.has(lower)) this.#lose(lower, ground);
  }

  /** Most answers that are worked out anew rest on what they rested on before. */
  #isSameList(ground: Ground, reads: Reads, start: number): boolean {
    const length = this.get(ground, count);
    if (length !== reads.length - start) return false;
    for (let at = 0; at < length; at += 1)
      if (this.lowerOf(ground, at) !== reads.grounds[start + at]) return false;
    return true;
  }

  #keepList(ground: Ground, reads: Reads, start: number): void {
    const length = reads.length - start;
    const before = this.get(ground, count);
    let place = this.get(ground, first);
    if (length > before) {
      this.#listsLost += before;
      place = this.#listsEnd;
      this.#listsEnd += length;
      this.#lists = roomy(this.#lists, this.#listsEnd);
    } else this.#listsLost += before - length;
    const { grounds } = reads;
    const lists = this.#lists;
    for (let at = 0; at < length; at += 1) lists[place + at] = grounds[start + at] as number;
    this.set(ground, first, place);
    this.set(ground, count, length);
    if (this.#listsLost > clutter && this.#listsLost * 2 > this.#listsEnd) this.#clearLists();
  }

  #clearLists(): void {
    const lists = new Int32Array(this.#listsEnd - this.#listsLost);
    let end = 0;
    for (let ground = 0; ground < this.values.length; ground += 1) {
      const place = this.get(ground, first);
      const length = this.get(ground, count);
      lists.set(this.#lists.subarray(place, place + length), end);
      this.set(ground, first, end);
      end += length;
    }
    this.#lists = lists;
    this.#listsEnd = end;
    this.#listsLost = 0;
  }

  #setOf(ground: Ground): ReadonlySet<Ground> {
    const place = this.get(ground, first);
    return new Set(this.#lists.subarray(place, place + this.get(ground, count)));
  }

  /** What rests on it stands higher still. */
  #rise(ground: Ground, to: number): void {
    if (this.get(ground, height) >= to) return;
    this.set(ground, height, to);
    for (const dependent of this.dependentsOf(ground)) this.#rise(dependent, to + 1);
  }

  /** From the first edit on, all that was kept until then. */
  linkAll(): void {
    for (let ground = 0; ground < this.values.length; ground += 1)
      for (const lower of this.#setOf(ground)) this.gain(lower, ground);
  }

  gain(ground: Ground, dependent: Ground): void {
    const dependents = this.#dependents[ground];
    if (dependents === undefined) this.#dependents[ground] = [dependent];
    else dependents.push(dependent);
  }

  #lose(ground: Ground, dependent: Ground): void {
    const dependents = this.#dependents[ground];
    const at = dependents?.indexOf(dependent) ?? -1;
    const last = at < 0 ? undefined : dependents?.pop();
    if (last !== undefined && last !== dependent && dependents) dependents[at] = last;
  }
}

/** Answers that wait for being looked at, the lowest first: then nothing that one of them rests on waits any longer. */
export class WaitingList {
  readonly #byHeight: Ground[][] = [];
  #lowest = 0;

  add(ground: Ground, at: number): void {
    while (this.#byHeight.length <= at) this.#byHeight.push([]);
    this.#byHeight[at]?.push(ground);
    this.#lowest = Math.min(this.#lowest, at);
  }

  /** The height below which nothing waits; of an empty list without end. */
  get lowest(): number {
    while (this.#lowest < this.#byHeight.length && this.#byHeight[this.#lowest]?.length === 0)
      this.#lowest += 1;
    return this.#lowest < this.#byHeight.length ? this.#lowest : Number.POSITIVE_INFINITY;
  }

  take(): Ground | undefined {
    return this.#byHeight[this.lowest]?.pop();
  }
}

import { isAlike } from './alike.ts';
import type { Design } from './design.ts';
import { childrenIn, type DesignIndex, indexOf, kindIn, type Resources, resourceIn } from './design-index.ts';
import {
  changedAt,
  checkedAt,
  type Ground,
  Grounds,
  height,
  question as questionOf,
  Reads,
  suspect,
  WaitingList,
} from './grounds.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Answers that nobody asked for within so many revisions are forgotten. */
const revisionsKept = 128;

/** Reads of the document and notes what was read. */
export interface Notebook {
  readResource(of: Resources, id: ResourceId): Resource | undefined;
  readKind(of: Resources, kind: ResourceKind): readonly Resource[];
  readChildren(of: Resources, id: ResourceId | undefined): readonly Resource[];
  noteEverything(): void;
}

/** Whose answer is being worked out: what is read meanwhile is what it rests on. */
let current: Lineage | undefined;
/** Number of that work. */
let work = 0;
let works = 0;
/** What was read for the answers that are being worked out, one within the other: those of the innermost come last. */
const reads = new Reads();

/** How each question is worked out, for a design and a key. */
const derivations: ((design: Design, key: never) => unknown)[] = [];

/**
 * One document through its edits, and the answers about it. An edit makes anew only the answers that rest, directly or
 * through others, on what it changed; one that comes out the same as before changes nothing further.
 */
export class Lineage implements Notebook {
  #design: Design;
  #revision = 1;
  /** Since the first edit every ground knows what rests on it. */
  #isEdited = false;
  /** Answers that others rest on, after an edit. */
  readonly #waiting = new WaitingList();
  /** Below this height no answer waits. */
  #settledBelow = Number.POSITIVE_INFINITY;
  readonly #grounds = new Grounds();
  readonly #everything = this.#grounds.addPart(undefined);
  readonly #resources = new Map<ResourceId, Ground>();
  readonly #kinds = new Map<ResourceKind, Ground>();
  readonly #children = new Map<ResourceId | undefined, Ground>();
  /** By question, then by key. */
  readonly #answers: Map<string | number, Ground>[] = [];

  constructor(design: Design) {
    this.#design = design;
  }

  /** Whether it stands at this design, layout and name aside. */
  isAt(design: Design): boolean {
    return (
      this.#design === design ||
      (this.#design.resources === design.resources && haveSameTerms(this.#design, design))
    );
  }

  /** Whether so much is shared that answers are worth keeping. Goals, and whether absence counts, are read everywhere. */
  canMoveTo(design: Design): boolean {
    if (!haveSameTerms(this.#design, design)) return false;
    const { byId } = indexOf(this.#design);
    let shared = 0;
    for (const resource of design.resources) if (byId.get(resource.id) === resource) shared += 1;
    return shared * 2 >= Math.max(byId.size, design.resources.length);
  }

  moveTo(design: Design): void {
    const after = indexOf(design);
    this.#design = design;
    this.#revision += 1;
    if (!this.#isEdited) this.#grounds.linkAll();
    this.#isEdited = true;
    this.#change(this.#everything);
    this.#replace(this.#resources, (id) => resourceIn(after, id), Object.is);
    this.#replace(this.#kinds, (kind) => kindIn(after, kind), hasSameItems);
    this.#replace(this.#children, (id) => childrenIn(after, id), hasSameItems);
    this.#settle();
    if (this.#revision % revisionsKept === 0) this.#forget(this.#revision - revisionsKept);
  }

  readResource(of: Resources, id: ResourceId): Resource | undefined {
    return this.#read(of, this.#resources, id, resourceIn);
  }

  readKind(of: Resources, kind: ResourceKind): readonly Resource[] {
    return this.#read(of, this.#kinds, kind, kindIn);
  }

  readChildren(of: Resources, id: ResourceId | undefined): readonly Resource[] {
    return this.#read(of, this.#children, id, childrenIn);
  }

  noteEverything(): void {
    this.#grounds.note(this.#everything, work, reads);
  }

  ask<K, V>(question: number, text: string | number, key: K): V {
    let answers = this.#answers[question];
    if (answers === undefined) {
      answers = new Map();
      this.#answers[question] = answers;
    }
    const grounds = this.#grounds;
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = grounds.addAnswer(question, key);
      answers.set(text, answer);
    }
    if (grounds.isOpen(answer, this.#settledBelow)) this.#ensure(answer);
    grounds.set(answer, checkedAt, this.#revision);
    if (current === this) grounds.note(answer, work, reads);
    else current?.noteEverything();
    return grounds.values[answer] as V;
  }

  #read<K, V>(of: Resources, parts: Map<K, Ground>, key: K, find: (index: DesignIndex, key: K) => V): V {
    // Of another design nothing is known but that it was made of this one.
    if (of.resources !== this.#design.resources) {
      this.noteEverything();
      return find(indexOf(of), key);
    }
    const grounds = this.#grounds;
    let part = parts.get(key);
    if (part === undefined) {
      part = grounds.addPart(find(indexOf(of), key));
      parts.set(key, part);
    }
    grounds.note(part, work, reads);
    return grounds.values[part] as V;
  }

  #replace<K, V>(parts: Map<K, Ground>, find: (key: K) => V, isSame: (one: V, other: V) => boolean): void {
    const { values } = this.#grounds;
    for (const [key, part] of parts) {
      const value = find(key);
      if (!isSame(values[part] as V, value)) this.#change(part);
      values[part] = value;
    }
  }

  /** It became another: what rests on it has to be looked at. */
  #change(ground: Ground): void {
    const grounds = this.#grounds;
    grounds.set(ground, changedAt, this.#revision);
    for (const dependent of grounds.dependentsOf(ground)) {
      if (grounds.get(dependent, suspect) === 1) continue;
      grounds.set(dependent, suspect, 1);
      if (grounds.isObserved(dependent)) this.#waiting.add(dependent, grounds.get(dependent, height));
    }
  }

  /** Looks at answers that others rest on; those that nobody rests on wait until they are asked for. */
  #settle(): void {
    try {
      for (;;) {
        this.#settledBelow = this.#waiting.lowest;
        const answer = this.#waiting.take();
        if (answer === undefined) return;
        if (this.#grounds.get(answer, suspect) === 1) this.#tryAgain(answer);
      }
    } finally {
      this.#settledBelow = Number.POSITIVE_INFINITY;
    }
  }

  /** Who asks for it hears of a failure; here nobody does. */
  #tryAgain(answer: Ground): void {
    try {
      this.#refresh(answer);
    } catch {
      this.#change(answer);
    }
  }

  /** While answers wait, one above them may rest on what is yet to be looked at. */
  #ensure(ground: Ground): void {
    const grounds = this.#grounds;
    const known = grounds.get(ground, checkedAt);
    if (grounds.get(ground, height) > this.#settledBelow && known > 0 && known < this.#revision)
      for (let at = 0; at < grounds.countOf(ground); at += 1) this.#ensure(grounds.lowerOf(ground, at));
    if (grounds.get(ground, suspect) === 1) this.#refresh(ground);
    else grounds.set(ground, checkedAt, this.#revision);
  }

  /** Keeps the answer where all that it rests on is as it was, else works it out anew. */
  #refresh(answer: Ground): void {
    const grounds = this.#grounds;
    const isFirst = grounds.get(answer, checkedAt) === 0;
    if (isFirst || !this.#stillHolds(answer)) this.#workOut(answer, isFirst);
    grounds.set(answer, checkedAt, this.#revision);
    grounds.set(answer, suspect, 0);
  }

  #workOut(answer: Ground, isFirst: boolean): void {
    const grounds = this.#grounds;
    const derive = derivations[grounds.get(answer, questionOf)];
    const [asker, askersWork, start] = [current, work, reads.length];
    current = this;
    works += 1;
    work = works;
    // Until it is worked out again it holds for nothing.
    grounds.set(answer, checkedAt, 0);
    try {
      const value = derive?.(this.#design, grounds.keys[answer] as never);
      grounds.restOn(answer, reads, start, this.#isEdited);
      if (isFirst || !isAlike(grounds.values[answer], value)) {
        grounds.values[answer] = value;
        this.#change(answer);
      }
    } finally {
      current = asker;
      work = askersWork;
      reads.length = start;
    }
  }

  /** In the order of reading: what was read later may only have been asked because of what was read before. */
  #stillHolds(answer: Ground): boolean {
    const grounds = this.#grounds;
    const known = grounds.get(answer, checkedAt);
    for (let at = 0; at < grounds.countOf(answer); at += 1) {
      const lower = grounds.lowerOf(answer, at);
      this.#ensure(lower);
      if (grounds.get(lower, changedAt) > known) return false;
    }
    return true;
  }

  #forget(before: number): void {
    const grounds = this.#grounds;
    for (let isAnyLost = true; isAnyLost; ) {
      isAnyLost = false;
      for (const answers of this.#answers)
        for (const [text, answer] of answers ?? []) {
          if (grounds.get(answer, checkedAt) >= before || grounds.isObserved(answer)) continue;
          answers?.delete(text);
          grounds.remove(answer);
          isAnyLost = true;
        }
    }
  }
}

const haveSameTerms = (one: Design, other: Design): boolean =>
  (one.source === other.source || isAlike(one.source, other.source)) &&
  (one.goals === other.goals || isAlike(one.goals, other.goals));

const hasSameItems = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** Where reads are to be noted. */
export const currentNotebook = (): Notebook | undefined => current;

/** The document that was asked about last. */
let latest: Lineage | undefined;
/** Designs that are asked about while an answer about another is being worked out. */
const asides = new WeakMap<Design['resources'], Lineage[]>();

const lineageOf = (design: Design): Lineage => {
  if (latest?.isAt(design)) return latest;
  if (current !== undefined) return asideOf(design);
  if (latest?.canMoveTo(design)) latest.moveTo(design);
  else latest = new Lineage(design);
  return latest;
};

function asideOf(design: Design): Lineage {
  const known = asides.get(design.resources) ?? [];
  const found = known.find((one) => one.isAt(design));
  if (found) return found;
  const lineage = new Lineage(design);
  asides.set(design.resources, [...known, lineage]);
  return lineage;
}

/**
 * A question about a design: a pure function of the design, read by this room's queries, and of a key. Its answer is plain
 * data and is kept until something that it was read from changes, over any number of edits. Keys that are no texts or
 * numbers say by `textOf` which of them are the same, and may not hold anything of the design but ids and names.
 */
export function question<K extends string | number, V>(
  derive: (design: Design, key: K) => V,
): (design: Design, key: K) => V;
export function question<K, V>(
  derive: (design: Design, key: K) => V,
  textOf: (key: K) => string | number,
): (design: Design, key: K) => V;
export function question<K, V>(
  derive: (design: Design, key: K) => V,
  textOf: (key: K) => string | number = (key) => key as string | number,
): (design: Design, key: K) => V {
  const number = derivations.push(derive) - 1;
  return (design, key) => lineageOf(design).ask(number, textOf(key), key);
}

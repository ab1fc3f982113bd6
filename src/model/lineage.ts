import { isAlike } from './alike.ts';
import type { Design } from './design.ts';
import { childrenIn, type DesignIndex, indexOf, kindIn, type Resources, resourceIn } from './design-index.ts';
import { Ground, type Notebook, WaitingList } from './grounds.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Answers that nobody asked for within so many revisions are forgotten. */
const revisionsKept = 128;

/** The answer that is being worked out: what is read meanwhile is what it rests on. */
let current: Ground | undefined;
let works = 0;
/** What was read for the answers that are being worked out, one within the other: those of `current` come last. */
const reads: Ground[] = [];
let readsCount = 0;

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
  readonly #everything = new Ground(this, undefined);
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
    if (!this.#isEdited) this.#linkAll();
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
    note(this.#everything);
  }

  ask<K, V>(
    question: number,
    text: string | number,
    key: K,
    derive: (design: Design, key: K) => V,
    ofAsker: Ground | undefined,
  ): V {
    let answers = this.#answers[question];
    if (answers === undefined) {
      answers = new Map();
      this.#answers[question] = answers;
    }
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = new Ground(this, undefined, derive, key);
      answers.set(text, answer);
    }
    if (answer.isSuspect || answer.height > this.#settledBelow) this.#ensure(answer);
    answer.checkedAt = this.#revision;
    if (ofAsker !== undefined) {
      if (ofAsker.notebook === this) note(answer);
      else ofAsker.notebook.noteEverything();
    }
    return answer.value as V;
  }

  #read<K, V>(of: Resources, parts: Map<K, Ground>, key: K, find: (index: DesignIndex, key: K) => V): V {
    // Of another design nothing is known but that it was made of this one.
    if (of.resources !== this.#design.resources) {
      this.noteEverything();
      return find(indexOf(of), key);
    }
    let part = parts.get(key);
    if (part === undefined) {
      part = new Ground(this, find(indexOf(of), key));
      parts.set(key, part);
    }
    note(part);
    return part.value as V;
  }

  #replace<K, V>(parts: Map<K, Ground>, find: (key: K) => V, isSame: (one: V, other: V) => boolean): void {
    for (const [key, part] of parts) {
      const value = find(key);
      if (!isSame(part.value as V, value)) this.#change(part);
      part.value = value;
    }
  }

  #linkAll(): void {
    this.#isEdited = true;
    for (const answers of this.#answers)
      for (const answer of answers?.values() ?? [])
        for (const ground of new Set(answer.grounds)) ground.gain(answer);
  }

  /** It became another: what rests on it has to be looked at. */
  #change(ground: Ground): void {
    ground.changedAt = this.#revision;
    for (const dependent of ground.dependents ?? []) {
      if (dependent.isSuspect) continue;
      dependent.isSuspect = true;
      if (dependent.isObserved) this.#waiting.add(dependent);
    }
  }

  /** Looks at answers that others rest on; those that nobody rests on wait until they are asked for. */
  #settle(): void {
    try {
      for (;;) {
        this.#settledBelow = this.#waiting.lowest;
        const answer = this.#waiting.take();
        if (answer === undefined) return;
        if (answer.isSuspect) this.#tryAgain(answer);
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
    if (ground.height > this.#settledBelow && ground.checkedAt > 0 && ground.checkedAt < this.#revision)
      for (const lower of ground.grounds) this.#ensure(lower);
    if (ground.isSuspect) this.#refresh(ground);
    else ground.checkedAt = this.#revision;
  }

  /** Keeps the answer where all that it rests on is as it was, else works it out anew. */
  #refresh(answer: Ground): void {
    if (answer.checkedAt > 0 && this.#stillHolds(answer)) {
      answer.checkedAt = this.#revision;
      answer.isSuspect = false;
      return;
    }
    const asker = current;
    const isFirst = answer.checkedAt === 0;
    const start = readsCount;
    current = answer;
    works += 1;
    answer.madeIn = works;
    // Until it is worked out again it holds for nothing.
    answer.checkedAt = 0;
    try {
      const value = answer.derive?.(this.#design, answer.key as never);
      answer.restOn(reads.slice(start, readsCount), this.#isEdited);
      if (isFirst || !isAlike(answer.value, value)) {
        answer.value = value;
        this.#change(answer);
      }
      answer.checkedAt = this.#revision;
      answer.isSuspect = false;
    } finally {
      current = asker;
      readsCount = start;
    }
  }

  /** In the order of reading: what was read later may only have been asked because of what was read before. */
  #stillHolds({ grounds, checkedAt }: Ground): boolean {
    for (const ground of grounds) {
      this.#ensure(ground);
      if (ground.changedAt > checkedAt) return false;
    }
    return true;
  }

  #forget(before: number): void {
    for (let isAnyLost = true; isAnyLost; ) {
      isAnyLost = false;
      for (const answers of this.#answers)
        for (const [text, answer] of answers ?? []) {
          if (answer.checkedAt >= before || answer.isObserved) continue;
          answers?.delete(text);
          answer.restOn([], true);
          isAnyLost = true;
        }
    }
  }
}

function note(ground: Ground): void {
  if (current === undefined || ground.notedIn === current.madeIn) return;
  ground.notedIn = current.madeIn;
  reads[readsCount] = ground;
  readsCount += 1;
}

const haveSameTerms = (one: Design, other: Design): boolean =>
  (one.source === other.source || isAlike(one.source, other.source)) &&
  (one.goals === other.goals || isAlike(one.goals, other.goals));

const hasSameItems = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** The answer that reads are to be noted for. */
export const currentAnswer = (): Ground | undefined => current;

/** The document that was asked about last. */
let latest: Lineage | undefined;
/** Designs that are asked about while an answer about another is being worked out. */
const asides = new WeakMap<Design['resources'], Lineage[]>();

const lineageOf = (design: Design): Lineage => {
  if (latest?.isAt(design)) return latest;
  if (current !== undefined) return asideOf(design);
  if (latest?.canMoveTo(design)) latest.moveTo(design);
  else {
    latest = new Lineage(design);
    // What was read of the one before is not held any longer.
    reads.length = 0;
  }
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

let questions = 0;

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
  const number = questions;
  questions += 1;
  return (design, key) => lineageOf(design).ask(number, textOf(key), key, derive, current);
}

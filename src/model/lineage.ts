import { isAlike } from './alike.ts';
import type { Design } from './design.ts';
import { indexOf, type Resources } from './design-index.ts';
import type { ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Of what rests on nothing. */
const none: readonly Ground[] = [];

/** Later than every revision. A small whole number like these: one that is not would be kept apart from what it belongs to. */
const always = 2 ** 30 - 1;

/**
 * An answer that is kept, or a part of the document that answers rest on: a part was never worked out and always holds.
 * Both have one shape, since tens of thousands are compared after every edit.
 */
class Ground {
  value: unknown;
  /** The revision for which it is known to hold; 0 before it was worked out. */
  checkedAt: number;
  /** The revision in which it last became another. */
  changedAt: number;
  /** The work in which it was noted last, so that most repetitions are not noted again. */
  notedIn = 0;
  /** Number of the work in which it was made. */
  madeIn = 0;
  /** What it rests on, in the order in which it was read. */
  grounds: readonly Ground[] = none;
  readonly lineage: Lineage;
  /** How it is worked out, and for which key; a part of the document is not. */
  readonly derive: ((design: Design, key: never) => unknown) | undefined;
  readonly key: unknown;

  constructor(lineage: Lineage, derive?: (design: Design, key: never) => unknown, key?: unknown) {
    this.lineage = lineage;
    this.derive = derive;
    this.key = key;
    this.checkedAt = derive === undefined ? always : 0;
    this.changedAt = derive === undefined ? 1 : 0;
  }
}

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
export class Lineage {
  #design: Design;
  #revision = 1;
  readonly #everything = new Ground(this);
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
    const [before, after] = [indexOf(this.#design), indexOf(design)];
    this.#design = design;
    this.#revision += 1;
    const revision = this.#revision;
    this.#everything.changedAt = revision;
    for (const [id, ground] of this.#resources)
      if (before.byId.get(id) !== after.byId.get(id)) ground.changedAt = revision;
    for (const [kind, ground] of this.#kinds)
      if (!hasSameItems(before.byKind.get(kind), after.byKind.get(kind))) ground.changedAt = revision;
    for (const [id, ground] of this.#children)
      if (!hasSameItems(before.childrenOf.get(id), after.childrenOf.get(id))) ground.changedAt = revision;
    if (revision % revisionsKept === 0) this.#forget(revision - revisionsKept);
  }

  noteResource(read: Resources, id: ResourceId): void {
    this.#note(read, this.#resources, id);
  }

  noteKind(read: Resources, kind: ResourceKind): void {
    this.#note(read, this.#kinds, kind);
  }

  noteChildren(read: Resources, id: ResourceId | undefined): void {
    this.#note(read, this.#children, id);
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
      answer = new Ground(this, derive, key);
      answers.set(text, answer);
    }
    if (answer.checkedAt < this.#revision) this.#refresh(answer);
    if (ofAsker !== undefined) {
      if (ofAsker.lineage === this) note(answer);
      else ofAsker.lineage.noteEverything();
    }
    return answer.value as V;
  }

  #note<K>(read: Resources, grounds: Map<K, Ground>, key: K): void {
    // Of another design nothing is known but that it was made of this one.
    if (read.resources !== this.#design.resources) {
      this.noteEverything();
      return;
    }
    let ground = grounds.get(key);
    if (ground === undefined) {
      ground = new Ground(this);
      grounds.set(key, ground);
    }
    note(ground);
  }

  /** Keeps the answer where all that it rests on is as it was, else works it out anew. */
  #refresh(answer: Ground): void {
    if (answer.checkedAt > 0 && this.#stillHolds(answer)) {
      answer.checkedAt = this.#revision;
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
      if (isFirst || !isAlike(answer.value, value)) {
        answer.value = value;
        answer.changedAt = this.#revision;
      }
      answer.grounds = reads.slice(start, readsCount);
      answer.checkedAt = this.#revision;
    } finally {
      current = asker;
      readsCount = start;
    }
  }

  /** In the order of reading: what was read later may only have been asked because of what was read before. */
  #stillHolds({ grounds, checkedAt }: Ground): boolean {
    for (const ground of grounds) {
      if (ground.checkedAt < this.#revision) this.#refresh(ground);
      if (ground.changedAt > checkedAt) return false;
    }
    return true;
  }

  #forget(before: number): void {
    for (const answers of this.#answers)
      if (answers !== undefined)
        for (const [text, answer] of answers) if (answer.checkedAt < before) answers.delete(text);
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

const hasSameItems = <T>(one: readonly T[] = [], other: readonly T[] = []): boolean =>
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

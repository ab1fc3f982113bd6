import type { Design } from './design.ts';
import type { Resources } from './design-index.ts';
import type { Resource, ResourceKind } from './resource.ts';
import type { ResourceId } from './resource-base.ts';

/** Whose grounds they are: it reads of the document and notes what was read. */
export interface Notebook {
  readResource(of: Resources, id: ResourceId): Resource | undefined;
  readKind(of: Resources, kind: ResourceKind): readonly Resource[];
  readChildren(of: Resources, id: ResourceId | undefined): readonly Resource[];
  noteEverything(): void;
}

const none: readonly never[] = [];

/**
 * An answer that is kept, or a part of the document that answers rest on: a part is not worked out. Both have one shape,
 * since tens of thousands are gone through.
 */
export class Ground {
  /** Of a part: what the document holds there. */
  value: unknown;
  /** What it rests on may have become another, or it was never worked out. */
  isSuspect: boolean;
  /** The revision for which it was last found to hold; 0 before it was worked out. */
  checkedAt = 0;
  /** The revision in which it last became another. */
  changedAt: number;
  /** The work in which it was noted last, so that most repetitions are not noted again. */
  notedIn = 0;
  /** Number of the work in which it was made. */
  madeIn = 0;
  /** Greater than that of everything it rests on. */
  height = 0;
  /** What it rests on, in the order in which it was read. */
  grounds: readonly Ground[] = none;
  /** The answers that rest on it, each once; kept of documents that are edited. */
  dependents: Ground[] | undefined = undefined;
  readonly notebook: Notebook;
  /** How it is worked out, and for which key; a part of the document is not. */
  readonly derive: ((design: Design, key: never) => unknown) | undefined;
  readonly key: unknown;

  constructor(
    notebook: Notebook,
    value: unknown,
    derive?: (design: Design, key: never) => unknown,
    key?: unknown,
  ) {
    this.notebook = notebook;
    this.value = value;
    this.derive = derive;
    this.key = key;
    this.isSuspect = derive !== undefined;
    this.changedAt = derive === undefined ? 1 : 0;
  }

  get isObserved(): boolean {
    return this.dependents !== undefined && this.dependents.length > 0;
  }

  /** Rests on these instead of what it rested on before. */
  restOn(grounds: readonly Ground[], areLinked: boolean): void {
    const before = this.grounds;
    this.grounds = grounds;
    let height = 0;
    for (const ground of grounds) height = Math.max(height, ground.height);
    this.#rise(height + 1);
    if (!areLinked || isSameList(before, grounds)) return;
    const [known, kept] = [new Set(before), new Set(grounds)];
    for (const ground of kept) if (!known.has(ground)) ground.gain(this);
    for (const ground of known) if (!kept.has(ground)) ground.lose(this);
  }

  /** What rests on it stands higher still. */
  #rise(height: number): void {
    if (this.height >= height) return;
    this.height = height;
    for (const dependent of this.dependents ?? []) dependent.#rise(height + 1);
  }

  gain(dependent: Ground): void {
    if (this.dependents === undefined) this.dependents = [dependent];
    else this.dependents.push(dependent);
  }

  lose(dependent: Ground): void {
    const at = this.dependents?.indexOf(dependent) ?? -1;
    const last = at < 0 ? undefined : this.dependents?.pop();
    if (last !== undefined && last !== dependent && this.dependents) this.dependents[at] = last;
  }
}

/** Most answers that are worked out anew rest on what they rested on before. */
const isSameList = (one: readonly Ground[], other: readonly Ground[]): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

/** Answers that wait for being looked at, the lowest first: then nothing that one of them rests on waits any longer. */
export class WaitingList {
  readonly #byHeight: Ground[][] = [];
  #lowest = 0;

  add(ground: Ground): void {
    const { height } = ground;
    while (this.#byHeight.length <= height) this.#byHeight.push([]);
    this.#byHeight[height]?.push(ground);
    this.#lowest = Math.min(this.#lowest, height);
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

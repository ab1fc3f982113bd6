import { showCommandFor } from '#catalog';
import { type Design, findResource, type ResourceId } from '#model';
import type { Fate, Hop, MissingFact, Trace, Verdict } from './network.ts';

type Fault = Exclude<Verdict, 'delivered' | 'cannot-tell'>;

/** Nothing stopped it, and nothing is lacking. */
const passes: Fate = { verdict: 'delivered', blockers: [], missing: [] };

/** With the command that fetches the resource that decides, where nothing of that is shown but its id. */
function withCommand(design: Design, { fact }: MissingFact, at: ResourceId | undefined): MissingFact {
  const unseen = findResource(design, at);
  return unseen?.presence === undefined || unseen.azureId === undefined
    ? { fact }
    : { fact, command: showCommandFor(unseen.azureId) };
}

/** Where something happened to a packet, and by what. */
export interface Place {
  readonly at?: ResourceId | undefined;
  readonly place: string;
  readonly by: string;
  readonly direction?: Hop['direction'];
  readonly text: string | (() => string);
}

/**
 * What happened to one packet so far: goes on past what stops it, so that every fault is known at once. Where only the
 * fate is asked for, words that nobody reads are not made: what lets a packet pass is told by functions for that reason.
 */
export class Journey {
  /** Whether anybody reads the words. Where thousands pass, who tells asks this first. */
  readonly isTold: boolean;
  /** Lists are made when something is put into them: most packets are told nothing of, and pass. */
  #hops: Hop[] | undefined;
  #blockers: ResourceId[] | undefined;
  #missing: MissingFact[] | undefined;
  #assumptions: string[] | undefined;
  #fault: Fault | undefined;

  readonly #design: Design;

  constructor(design: Design, isTold = true) {
    this.#design = design;
    this.isTold = isTold;
  }

  pass(place: () => Place): this {
    if (this.isTold) this.#add('passes', place());
    return this;
  }

  /** A fault; the first one decides the verdict. */
  block(fault: Fault, place: Place, blocker: ResourceId | undefined = place.at): this {
    if (this.isTold) this.#add('blocks', place);
    return this.stop(fault, blocker);
  }

  /** As `block`, where nobody reads the words. */
  stop(fault: Fault, blocker: ResourceId | undefined): this {
    this.#fault ??= fault;
    if (blocker !== undefined) this.#blame(blocker);
    return this;
  }

  /** What has to change as well where something has stopped the packet; of one that passes nothing has to. */
  blame(blocker: ResourceId): this {
    if (this.#fault !== undefined) this.#blame(blocker);
    return this;
  }

  lack(missing: MissingFact, place: Omit<Place, 'text'>): this {
    if (this.isTold) this.#add('unknown', { ...place, text: `Cannot tell: ${missing.fact} is not shown.` });
    this.#miss(missing.command === undefined ? withCommand(this.#design, missing, place.at) : missing);
    return this;
  }

  /** `undefined` where there is nothing to assume. */
  assume(textOf: () => string | undefined): this {
    const text = this.isTold ? textOf() : undefined;
    return text === undefined ? this : this.assumeAll([text]);
  }

  /** As `assume`, for what is known anyway. */
  assumeAll(texts: readonly string[]): this {
    if (!this.isTold) return this;
    for (const text of texts) {
      this.#assumptions ??= [];
      if (!this.#assumptions.includes(text)) this.#assumptions.push(text);
    }
    return this;
  }

  /** Takes over the hops of a name query. */
  follow(hops: readonly Hop[], missing: readonly MissingFact[], assumptions: readonly string[]): this {
    for (const one of missing) this.#miss(one);
    if (!this.isTold) return this;
    this.#hops ??= [];
    this.#hops.push(...hops);
    return this.assumeAll(assumptions);
  }

  /** The fate with its story. */
  end(): Trace {
    const { verdict, blockers, missing } = this.fate();
    return { verdict, hops: this.#hops ?? [], blockers, missing, assumptions: this.#assumptions ?? [] };
  }

  fate(): Fate {
    if (this.#fault === undefined && this.#missing === undefined) return passes;
    return {
      verdict: this.#fault ?? 'cannot-tell',
      blockers: this.#blockers ?? [],
      missing: this.#missing ?? [],
    };
  }

  #blame(blocker: ResourceId): void {
    if (this.#blockers === undefined) this.#blockers = [blocker];
    else if (!this.#blockers.includes(blocker)) this.#blockers.push(blocker);
  }

  #miss(missing: MissingFact): void {
    if (this.#missing === undefined) {
      this.#missing = [missing];
      return;
    }
    const at = this.#missing.findIndex(({ fact }) => fact === missing.fact);
    if (at < 0) this.#missing.push(missing);
    else this.#missing[at] = missing;
  }

  #add(outcome: Hop['outcome'], { at, place, by, direction, text }: Place): void {
    const words = typeof text === 'string' ? text : text();
    this.#hops ??= [];
    const hop: Hop =
      at === undefined ? { place, outcome, by, text: words } : { at, place, outcome, by, text: words };
    this.#hops.push(direction === undefined ? hop : { ...hop, direction });
  }
}

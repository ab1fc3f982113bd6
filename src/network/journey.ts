import type { ResourceId } from '#model';
import type { Hop, MissingFact, Trace, Verdict } from './network.ts';

type Fault = Exclude<Verdict, 'delivered' | 'cannot-tell'>;

/** Where something happened to a packet, and by what. */
export interface Place {
  readonly at?: ResourceId | undefined;
  readonly place: string;
  readonly by: string;
  readonly text: string;
}

/** What happened to one packet so far: goes on past what stops it, so that every fault is known at once. */
export class Journey {
  readonly #hops: Hop[] = [];
  readonly #blockers = new Set<ResourceId>();
  readonly #missing = new Map<string, MissingFact>();
  readonly #assumptions = new Set<string>();
  #fault: Fault | undefined;

  pass(place: Place): this {
    this.#add('passes', place);
    return this;
  }

  /** A fault; the first one decides the verdict. */
  block(fault: Fault, place: Place, blocker: ResourceId | undefined = place.at): this {
    this.#add('blocks', place);
    this.#fault ??= fault;
    if (blocker !== undefined) this.#blockers.add(blocker);
    return this;
  }

  lack(missing: MissingFact, place: Omit<Place, 'text'>): this {
    this.#add('unknown', { ...place, text: `Cannot tell: ${missing.fact} is not shown.` });
    this.#missing.set(missing.fact, missing);
    return this;
  }

  assume(...texts: readonly string[]): this {
    for (const text of texts) this.#assumptions.add(text);
    return this;
  }

  /** Takes over the hops of a name query. */
  follow(hops: readonly Hop[], missing: readonly MissingFact[], assumptions: readonly string[]): this {
    this.#hops.push(...hops);
    for (const one of missing) this.#missing.set(one.fact, one);
    this.assume(...assumptions);
    return this;
  }

  end(): Trace {
    const verdict = this.#fault ?? (this.#missing.size > 0 ? 'cannot-tell' : 'delivered');
    return {
      verdict,
      hops: this.#hops,
      blockers: [...this.#blockers],
      missing: [...this.#missing.values()],
      assumptions: [...this.#assumptions],
    };
  }

  #add(outcome: Hop['outcome'], { at, place, by, text }: Place): void {
    this.#hops.push(at === undefined ? { place, outcome, by, text } : { at, place, outcome, by, text });
  }
}

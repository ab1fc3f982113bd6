import type { ResourceId } from '#model';
import type { Hop, MissingFact, Resolution } from './network.ts';

/** A resolution, with what else is known of it. */
export interface Answer extends Resolution {
  /** The resource whose change would make the answer private. */
  readonly cause?: ResourceId;
  /** Other endpoints that write the same record: any of them may have written last. */
  readonly otherWriters?: readonly ResourceId[];
}

/** An answer, or the name at which the same server asks on. */
export type Step = Answer | { readonly alias: string };

/** One query on its way from server to server: collects what happened and closes with an answer. */
export class DnsWalk {
  readonly hops: Hop[] = [];
  readonly #assumptions: string[] = [];
  readonly #asked: string[] = [];
  /** The name that was asked for at the start. */
  readonly host: string;
  /** The name that is asked for now: an alias leads on to another. */
  asked: string;

  constructor(host: string) {
    this.host = host.toLowerCase().replace(/\.$/, '');
    this.asked = this.host;
  }

  /** The same walk so far, to try several ways on. */
  fork(): DnsWalk {
    const other = new DnsWalk(this.host);
    other.asked = this.asked;
    other.hops.push(...this.hops);
    other.#assumptions.push(...this.#assumptions);
    other.#asked.push(...this.#asked);
    return other;
  }

  /** False when this server was asked already: the query runs in a circle. */
  enter(server: string): boolean {
    const key = `${server} ${this.asked}`;
    if (this.#asked.includes(key)) return false;
    this.#asked.push(key);
    return true;
  }

  assume(text: string): void {
    if (!this.#assumptions.includes(text)) this.#assumptions.push(text);
  }

  pass(place: string, by: string, text: string, at?: ResourceId): void {
    this.#add('passes', place, by, text, at);
  }

  /** As `pass`, for what is told of many walks in the same words. */
  tell(hop: Hop): void {
    this.hops.push(hop);
  }

  /** A server that does not answer stops nobody where there is another. */
  goOn(): void {
    const last = this.hops.pop();
    if (last) this.hops.push({ ...last, outcome: 'passes', text: `${last.text} The next server is asked.` });
  }

  toPrivate(addresses: readonly string[], endpoint: ResourceId | undefined): Answer {
    return this.#end('private-address', endpoint === undefined ? { addresses } : { addresses, endpoint });
  }

  toPublic(place: string, by: string, text: string, cause?: ResourceId): Answer {
    this.#add('passes', place, by, text, cause);
    return this.#end('public-address', cause === undefined ? {} : { cause });
  }

  toNothing(
    outcome: 'no-such-name' | 'no-answer',
    place: string,
    by: string,
    text: string,
    cause?: ResourceId,
  ): Answer {
    this.#add('blocks', place, by, text, cause);
    return this.#end(outcome, cause === undefined ? {} : { cause });
  }

  toUnknown(place: string, missing: MissingFact, at?: ResourceId): Answer {
    this.#add('unknown', place, 'what is not shown', `Cannot tell: ${missing.fact} is not shown.`, at);
    return this.#end('cannot-tell', { missing: [missing] });
  }

  #add(outcome: Hop['outcome'], place: string, by: string, text: string, at: ResourceId | undefined) {
    this.hops.push(at === undefined ? { place, outcome, by, text } : { at, place, outcome, by, text });
  }

  #end(outcome: Resolution['outcome'], more: Partial<Answer>): Answer {
    return {
      name: this.host,
      outcome,
      addresses: [],
      hops: this.hops,
      missing: [],
      assumptions: this.#assumptions,
      ...more,
    };
  }
}

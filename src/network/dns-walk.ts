import type { ResourceId } from '#model';
import type { Hop, MissingFact, Resolution } from './network.ts';

/** A resolution, with the resource whose change would make the answer private. */
export interface Answer extends Resolution {
  readonly cause?: ResourceId;
}

/** One query on its way from server to server: collects what happened and closes with an answer. */
export class DnsWalk {
  readonly hops: Hop[] = [];
  readonly assumptions = new Set<string>();
  readonly #asked = new Set<string>();
  readonly host: string;

  constructor(host: string) {
    this.host = host.toLowerCase().replace(/\.$/, '');
  }

  /** False when this server was asked already: the query runs in a circle. */
  enter(server: string): boolean {
    if (this.#asked.has(server)) return false;
    this.#asked.add(server);
    return true;
  }

  pass(place: string, by: string, text: string, at?: ResourceId): void {
    this.#add('passes', place, by, text, at);
  }

  toPrivate(addresses: readonly string[], endpoint: ResourceId | undefined): Answer {
    return {
      ...this.#end('private-address'),
      addresses,
      ...(endpoint === undefined ? {} : { endpoint }),
    };
  }

  toPublic(place: string, by: string, text: string, cause?: ResourceId): Answer {
    this.#add('passes', place, by, text, cause);
    return { ...this.#end('public-address'), ...(cause === undefined ? {} : { cause }) };
  }

  toNothing(
    outcome: 'no-such-name' | 'no-answer',
    place: string,
    by: string,
    text: string,
    cause?: ResourceId,
  ): Answer {
    this.#add('blocks', place, by, text, cause);
    return { ...this.#end(outcome), ...(cause === undefined ? {} : { cause }) };
  }

  toUnknown(place: string, missing: MissingFact, at?: ResourceId): Answer {
    this.#add('unknown', place, 'what is not shown', `Cannot tell: ${missing.fact} is not shown.`, at);
    return { ...this.#end('cannot-tell'), missing: [missing] };
  }

  #add(outcome: Hop['outcome'], place: string, by: string, text: string, at: ResourceId | undefined) {
    this.hops.push(at === undefined ? { place, outcome, by, text } : { at, place, outcome, by, text });
  }

  #end(outcome: Resolution['outcome']): Resolution {
    return {
      name: this.host,
      outcome,
      addresses: [],
      hops: this.hops,
      missing: [],
      assumptions: [...this.assumptions],
    };
  }
}

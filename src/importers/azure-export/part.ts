import { isObject, type JsonObject, propertyOf, wordFor } from '../json-object.ts';

/** Told of each property that is not what Azure documents it to be. */
export type Report = (property: string, problem: string) => void;

/** An object of the source, read by type; what has another type is reported and counts as absent. */
export class Part {
  readonly #value: JsonObject;
  readonly #path: string;
  readonly #report: Report;

  constructor(value: JsonObject, report: Report, path = '') {
    this.#value = value;
    this.#report = report;
    this.#path = path;
  }

  /** The property's value as it is, without regard to the case of its name. */
  raw(name: string): unknown {
    return propertyOf(this.#value, name);
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined || typeof value === 'string') return value === '' ? undefined : value;
    return typeof value === 'number' ? String(value) : this.#wrong(name, value, 'text');
  }

  /** A number of things: also as digits in text. */
  count(name: string): number | undefined {
    const value = this.raw(name);
    if (value === undefined || value === '') return undefined;
    const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
    return this.#wrong(name, value, 'a whole number');
  }

  /** A yes or no: also as text. */
  flag(name: string): boolean | undefined {
    const value = this.raw(name);
    if (value === undefined || value === '' || typeof value === 'boolean')
      return value === '' ? undefined : value;
    if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    return this.#wrong(name, value, 'true or false');
  }

  /** One of Azure's words, without regard to case; another word is reported. */
  oneOf<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
    if (found === undefined) this.#report(this.#at(name), `“${value}” is none of ${words.join(', ')}`);
    return found;
  }

  /** A list of texts; a single text is a list of one. `undefined` where there is none. */
  texts(name: string): readonly string[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value === 'string') return value === '' ? [] : [value];
    if (!Array.isArray(value)) return this.#wrong(name, value, 'a list');
    return value.flatMap((item: unknown) => {
      if (typeof item === 'string' || typeof item === 'number') return item === '' ? [] : [String(item)];
      if (item !== null) this.#wrong(name, item, 'text');
      return [];
    });
  }

  /** An object within; an empty one where there is none. */
  part(name: string): Part {
    const value = this.raw(name);
    if (isObject(value)) return new Part(value, this.#report, `${this.#at(name)}.`);
    if (value !== undefined) this.#wrong(name, value, 'an object');
    return new Part({}, this.#report, `${this.#at(name)}.`);
  }

  /** A list of objects; `undefined` where there is none. */
  parts(name: string): readonly Part[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#wrong(name, value, 'a list');
    return value.flatMap((item: unknown) => {
      if (isObject(item)) return [new Part(item, this.#report, `${this.#at(name)}.`)];
      if (item !== null) this.#wrong(name, item, 'an object');
      return [];
    });
  }

  /** What Azure keeps under `properties`; the object itself where a tool has flattened it. */
  inner(): Part {
    const properties = this.raw('properties');
    if (properties !== undefined && !isObject(properties)) this.#wrong('properties', properties, 'an object');
    return isObject(properties) ? this.part('properties') : this;
  }

  /** A reference, as `{ id }` or as plain text. */
  id(name: string): string | undefined {
    const value = this.raw(name);
    return isObject(value) ? this.part(name).text('id') : this.text(name);
  }

  /** A list of references, as `{ id }` or as plain text. */
  ids(name: string): readonly string[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#wrong(name, value, 'a list');
    return value.flatMap((item: unknown) => {
      if (typeof item === 'string') return item === '' ? [] : [item];
      if (isObject(item)) return new Part(item, this.#report, `${this.#at(name)}.`).text('id') ?? [];
      if (item !== null) this.#wrong(name, item, 'a reference');
      return [];
    });
  }

  report(name: string, problem: string): void {
    this.#report(this.#at(name), problem);
  }

  #at(name: string): string {
    return `${this.#path}${name}`;
  }

  #wrong(name: string, value: unknown, wanted: string): undefined {
    this.#report(this.#at(name), `it is ${wordFor(value)} where ${wanted} is expected`);
    return undefined;
  }
}

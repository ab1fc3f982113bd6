import { type Design, emptyDesign, type Resource, type ResourceId, type ResourceKind } from '#model';
import type { Properties } from '../design-builder.ts';

/** A design in the making that is not checked at every step: there are ten thousand of them. */
export class Drawing {
  readonly #resources: Resource[] = [];

  /** An id as the document holds it. */
  static id(text: string): ResourceId {
    return text as ResourceId;
  }

  /** The id is the name. */
  add<K extends ResourceKind>(
    kind: K,
    name: string,
    parent: string | undefined,
    properties: Properties<K>,
  ): this {
    const made = { id: name, kind, name, ...(parent === undefined ? {} : { parent }), ...properties };
    this.#resources.push(made as unknown as Resource);
    return this;
  }

  /** Complete: what is not in it does not exist. */
  design(): Design {
    return { ...emptyDesign('random'), resources: [...this.#resources] };
  }
}

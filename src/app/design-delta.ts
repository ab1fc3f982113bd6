import type { Design, Resource } from '#model';

/** A design for someone who has an earlier one: a resource that they have is the number of its place there. */
export interface DesignDelta extends Omit<Design, 'resources' | 'layout' | 'notes'> {
  readonly resources: readonly (Resource | number)[];
}

/** Tells one receiver of each design only what it does not have. Positions and notes decide no rule and are left out. */
export function createDeltaSender(): (design: Design) => DesignDelta {
  let places: ReadonlyMap<Resource, number> = new Map();
  return ({ layout: _, notes: __, ...design }) => {
    const resources = design.resources.map((resource) => places.get(resource) ?? resource);
    places = new Map(design.resources.map((resource, place) => [resource, place]));
    return { ...design, resources };
  };
}

/** The other end: what was not sent again is the very object of before, so that answers about it are kept. */
export function createDeltaReceiver(): (delta: DesignDelta) => Design {
  let known: readonly Resource[] = [];
  return (delta) => {
    const resources = delta.resources.map((one) => {
      const resource = typeof one === 'number' ? known[one] : one;
      if (resource === undefined) throw new Error(`No resource was sent for place ${one}`);
      return resource;
    });
    known = resources;
    return { ...delta, layout: {}, resources };
  };
}

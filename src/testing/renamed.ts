import { fixedSubnetOf } from '#catalog';
import type { Design, Resource } from '#model';

/** Kinds whose names Azure or the rules of packets give a meaning. */
const meaningful: ReadonlySet<string> = new Set(['region', 'private-dns-zone']);

/** The same design with everything called something else, as far as Azure gives names no meaning: `q` before each. */
export const renamed = (design: Design): Design => {
  const nameOf = (resource: Resource) =>
    meaningful.has(resource.kind) || fixedSubnetOf(resource.name) ? resource.name : `q${resource.name}`;
  return {
    ...design,
    resources: design.resources.map((one) => ({
      ...one,
      name: nameOf(one),
      // The one reference by name.
      ...(one.kind === 'workspace' && one.imageBuildCompute !== undefined
        ? { imageBuildCompute: `q${one.imageBuildCompute}` }
        : {}),
    })) as readonly Resource[],
  };
};

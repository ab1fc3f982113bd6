import { type Design, findOfKind, kinds, pathOf, type Resource } from '#model';
import { nearest } from './nearest.ts';
import { shortened } from './one-line.ts';
import { UsageFault } from './usage-fault.ts';

/** At most so many candidates are listed. */
const mostListed = 12;

/** All ways to write a resource's place: by its containers, and by the workspace it belongs to. */
function pathsOf(design: Design, resource: Resource): readonly string[] {
  const path = pathOf(design, resource);
  const workspace = 'workspace' in resource ? findOfKind(design, resource.workspace, 'workspace') : undefined;
  return workspace ? [path, `${workspace.name}/${resource.name}`] : [path];
}

/**
 * Resources that a text names, without regard to case: by Azure resource id, by name, by the design's own id, or by name
 * after its container's (`vnet-ml/snet-training`), however many containers are written.
 */
export function resourcesNamed(design: Design, text: string): readonly Resource[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const by = (keyOf: (resource: Resource) => string | undefined) =>
    design.resources.filter((one) => keyOf(one)?.toLowerCase() === wanted);
  const byAzureId = by(({ azureId }) => azureId);
  if (byAzureId.length > 0) return byAzureId;
  const byName = by(({ name }) => name);
  if (byName.length > 0) return byName;
  const byId = by(({ id }) => id);
  if (byId.length > 0 || !wanted.includes('/')) return byId;
  return design.resources.filter((one) =>
    pathsOf(design, one).some((path) => {
      const lower = path.toLowerCase();
      return lower === wanted || lower.endsWith(`/${wanted}`);
    }),
  );
}

/** What a resource is, for a list of candidates: `Subnet westeurope/vnet-ml/snet-training`. */
const candidateText = (design: Design, resource: Resource, withId: boolean): string => {
  const text = `${kinds[resource.kind].title} ${pathOf(design, resource)}`;
  return withId ? `${text} (${resource.azureId ?? resource.id})` : text;
};

/** The fault of a name that several resources bear. */
export function ambiguous(
  design: Design,
  option: string,
  text: string,
  found: readonly Resource[],
): UsageFault {
  const plain = found.map((one) => candidateText(design, one, false));
  const isTold = new Set(plain.map((one) => one.toLowerCase())).size === plain.length;
  const texts = (isTold ? plain : found.map((one) => candidateText(design, one, true))).sort();
  const more = texts.length > mostListed ? `, and ${texts.length - mostListed} more` : '';
  return new UsageFault(
    `${option} ${shortened(text)}: ${texts.length} resources have this name; write one of ${texts.slice(0, mostListed).join(', ')}${more}.`,
  );
}

/** The fault of a name that nothing has, with the names that are nearest. */
export function unknownName(
  design: Design,
  option: string,
  text: string,
  others: readonly string[] = [],
): UsageFault {
  const names = nearest(text, [...new Set([...design.resources.map(({ name }) => name), ...others])]);
  const hint = names.length > 0 ? `; did you mean ${names.join(' or ')}?` : '.';
  return new UsageFault(`${option} ${shortened(text)}: nothing in the design has this name${hint}`);
}

/** The one resource among those found that `mayBe` accepts; a fault where there are several. */
export function oneOf(
  design: Design,
  option: string,
  text: string,
  found: readonly Resource[],
  mayBe: (resource: Resource) => boolean,
): Resource | undefined {
  const fitting = found.filter(mayBe);
  if (fitting.length > 1) throw ambiguous(design, option, text, fitting);
  return fitting[0];
}

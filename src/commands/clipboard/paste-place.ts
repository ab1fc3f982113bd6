import { ancestorsOf, type Design, findResource, type Resource, type ResourceId, refusalOf } from '#model';
import { legalPlaces } from '../new-resource.ts';

/**
 * Where a pasted resource goes: into what is selected or the nearest container around it that may hold it, else to
 * where it came from, else to the first place that is legal. `undefined` as the value of `parent` is the open canvas.
 */
export function pastePlace(
  design: Design,
  resource: Resource,
  selection: ResourceId | undefined,
): { readonly parent: ResourceId | undefined } {
  const selected = findResource(design, selection);
  const around = selected ? [selected, ...ancestorsOf(design, selected.id)] : [];
  const origin = findResource(design, resource.parent);
  const legal = [...around, ...(origin ? [origin] : [])].find(
    (container) => refusalOf(resource.kind, container) === undefined,
  );
  if (legal) return { parent: legal.id };
  const place = legalPlaces(resource.kind, design).find(({ newSubnetName }) => newSubnetName === undefined);
  return { parent: place?.parent };
}

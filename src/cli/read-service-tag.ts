import { serviceTags } from '#catalog';
import { type Design, resourcesOfKind } from '#model';
import { compactRegion } from '#network';

/** Tags that stand for places on the public side of Azure; the others are no destination of their own. */
export const serviceTagNames: readonly string[] = serviceTags.filter(
  (tag) => tag !== 'VirtualNetwork' && tag !== 'AzureLoadBalancer',
);

/** A service tag as Azure spells it, with a region of the design where one is written: `Storage.westeurope`. */
export function readServiceTag(
  design: Design,
  text: string,
): { readonly serviceTag: string; readonly region?: string } | undefined {
  const wanted = text.toLowerCase();
  const serviceTag = serviceTagNames.find(
    (tag) => wanted === tag.toLowerCase() || wanted.startsWith(`${tag.toLowerCase()}.`),
  );
  if (serviceTag === undefined) return undefined;
  if (wanted.length === serviceTag.length) return { serviceTag };
  const regions = resourcesOfKind(design, 'region').map(({ name }) => compactRegion(name));
  const region = regions.find((one) => wanted === `${serviceTag.toLowerCase()}.${one}`);
  return region === undefined ? undefined : { serviceTag, region };
}

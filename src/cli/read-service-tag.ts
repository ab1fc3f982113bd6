import { serviceTags } from '#catalog';
import { type Design, resourcesOfKind } from '#model';
import { UsageFault } from './usage-fault.ts';

/** Tags that stand for places on the public side of Azure; the others are no destination of their own. */
export const serviceTagNames: readonly string[] = serviceTags.filter(
  (tag) => tag !== 'VirtualNetwork' && tag !== 'AzureLoadBalancer',
);

/** The service tag that a text is, as Azure spells it. One of a region is a fault: the source's region is meant. */
export function readServiceTag(design: Design, option: string, text: string): string | undefined {
  const wanted = text.toLowerCase();
  const whole = serviceTagNames.find((tag) => tag.toLowerCase() === wanted);
  if (whole !== undefined) return whole;
  const regions = resourcesOfKind(design, 'region').map(({ name }) => name.toLowerCase().replaceAll(' ', ''));
  const regional = serviceTagNames.find((tag) =>
    regions.some((region) => wanted === `${tag.toLowerCase()}.${region}`),
  );
  if (regional === undefined) return undefined;
  throw new UsageFault(
    `${option} ${text}: write the tag without a region, ${regional}; the region of the source is taken.`,
  );
}

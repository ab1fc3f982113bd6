import { type Design, findOfKind, type ResourceId, resourcesOfKind } from '#model';
import type { Network, Resolution } from '#network';

/** An answer, and whether it is an address of which the name can have nothing. */
export type Told = Resolution & { readonly isStray?: true };

/** Holds the address of a name that has to be private against what has it: a record outlives its endpoint. */
export function withOwner(design: Design, network: Network, resolution: Resolution): Told {
  const { outcome, name, addresses, endpoint } = resolution;
  const needed = network.requiredNames().filter(({ host }) => host === name);
  if (outcome !== 'private-address' || addresses.length === 0 || needed.length === 0) return resolution;
  const place = addresses.join(', ');
  const owner = findOfKind(design, endpoint, 'private-endpoint');
  if (owner) {
    const served = new Set(resourcesOfKind(design, 'private-endpoint').map(({ target }) => target));
    const isOfAnother = needed.every(({ resource }) => resource !== owner.target && served.has(resource));
    const text = `${place} is ${owner.name}’s, which does not serve ${name}.`;
    return isOfAnother ? stray(resolution, place, text, endpoint) : resolution;
  }
  const isHad = design.resources.some(({ id }) =>
    network.addressesOf(id).some((address) => addresses.includes(address)),
  );
  if (isHad) return resolution;
  if (design.source.complete) return stray(resolution, place, `Nothing that is shown has ${place}.`);
  const missing = { fact: `what has the address ${place}` };
  const hop = {
    place,
    outcome: 'unknown',
    by: 'what is not shown',
    text: `Cannot tell: ${missing.fact} is not shown.`,
  } as const;
  return {
    ...resolution,
    outcome: 'cannot-tell',
    hops: [...resolution.hops, hop],
    missing: [...resolution.missing, missing],
  };
}

const stray = (resolution: Resolution, place: string, text: string, at?: ResourceId): Told => ({
  ...resolution,
  hops: [...resolution.hops, { place, outcome: 'blocks', by: 'the record', text, ...(at && { at }) }],
  isStray: true,
});

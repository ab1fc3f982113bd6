import { findOfKind, type ResourceId, resourcesOfKind } from '#model';
import { parseAddress } from './cidr.ts';
import { type Ground, groundQuestion } from './ground.ts';
import { grouped } from './memo.ts';
import type { Hop, Resolution } from './network.ts';
import { requiredNames } from './required-names.ts';

/** Holds the address of a name that has to be private against what has it: a record outlives its endpoint. */
export function withOwner(ground: Ground, resolution: Resolution): Resolution {
  const { estate, addresses: book } = ground;
  const { outcome, name, addresses, endpoint } = resolution;
  if (outcome !== 'private-address' || addresses.length === 0) return resolution;
  const needed = namesByHost(ground, 'all').get(name) ?? [];
  if (needed.length === 0) return resolution;
  const place = addresses.join(', ');
  const owner = findOfKind(estate.design, endpoint, 'private-endpoint');
  if (owner) {
    const served = new Set(resourcesOfKind(estate.design, 'private-endpoint').map(({ target }) => target));
    const isOfAnother = needed.every(({ resource }) => resource !== owner.target && served.has(resource));
    const text = `${place} is ${owner.name}’s, which does not serve ${name}.`;
    return isOfAnother ? stray(resolution, place, text, endpoint) : resolution;
  }
  if (addresses.some((address) => book.ownersOf(parseAddress(address) ?? -1).length > 0)) return resolution;
  if (estate.isComplete) return stray(resolution, place, `Nothing that is shown has ${place}.`);
  const missing = { fact: `what has the address ${place}` };
  const hop: Hop = {
    place,
    outcome: 'unknown',
    by: 'what is not shown',
    text: `Cannot tell: ${missing.fact} is not shown.`,
  };
  return {
    ...resolution,
    outcome: 'cannot-tell',
    hops: [...resolution.hops, hop],
    missing: [...resolution.missing, missing],
  };
}

const namesByHost = groundQuestion((ground, _: 'all') =>
  grouped(requiredNames(ground, 'all'), ({ host }) => [host]),
);

const stray = (resolution: Resolution, place: string, text: string, at?: ResourceId): Resolution => ({
  ...resolution,
  outcome: 'wrong-address',
  hops: [...resolution.hops, { place, outcome: 'blocks', by: 'the record', text, ...(at && { at }) }],
});

import { type Design, endpointsWritingInto, type ResourceOf } from '#model';
import { deriveNetwork } from '#network';

/**
 * The private endpoints whose zone groups keep records of theirs in a zone, beside those that it lists. An export lists
 * records as they are: an endpoint whose address is among them is not told again.
 */
export function recordWritersOf(
  design: Design,
  { id, recordSets = [] }: Pick<ResourceOf<'private-dns-zone'>, 'id' | 'recordSets'>,
): readonly ResourceOf<'private-endpoint'>[] {
  const writers = endpointsWritingInto(design, id);
  if (recordSets.length === 0 || writers.length === 0) return writers;
  const listed = new Set(recordSets.flatMap(({ values }) => values));
  const network = deriveNetwork(design);
  return writers.filter((one) => !network.addressesOf(one.id).some((address) => listed.has(address)));
}

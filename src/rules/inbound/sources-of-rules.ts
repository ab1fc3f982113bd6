import { holdEveryAddress, isPrivateAddress, parseLoosePrefix } from '#network';

/** Whether the sources of a rule hold the whole internet, in one word or in prefixes that together do. */
export const coversInternet = (sources: readonly string[]): boolean =>
  sources.some((source) => source.toLowerCase() === 'internet') || holdEveryAddress(sources);

/** A prefix of public addresses, which may be those of a service tag. */
export const isPublicPrefix = (source: string): boolean => {
  const prefix = parseLoosePrefix(source);
  return prefix !== undefined && !isPrivateAddress(prefix.first);
};

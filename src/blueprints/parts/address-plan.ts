import { forbiddenPrefixes, reservedAddressesPerSubnet } from '#catalog';
import { nextFreePrefix, parsePrefix, prefixContains, prefixesOverlap } from '#network';
import type { Fault } from '../adaptation.ts';

/** A subnet that is wanted, by the addresses it has to give or by the prefix length that Azure advises. */
export type SubnetSize = { readonly addresses: number } | { readonly prefixLength: number };

export interface WantedNetwork {
  readonly key: string;
  /** Keyed by what the subnet is for. */
  readonly subnets: Readonly<Record<string, SubnetSize>>;
}

export interface PlannedNetwork {
  readonly prefix: string;
  readonly subnets: Readonly<Record<string, string>>;
}

/** Networks by key, or why they do not fit. */
export type AddressPlan = { readonly networks: Readonly<Record<string, PlannedNetwork>> } | Fault;

/** Subnets are planned at most this full, so that they can grow before anyone warns of it. */
const fullest = 0.75;
const longestSubnet = 27;

const sizeOf = (prefixLength: number) => 2 ** (32 - prefixLength);

const lengthFor = (addresses: number): number => {
  let length = longestSubnet;
  while ((sizeOf(length) - reservedAddressesPerSubnet.count) * fullest < addresses) length -= 1;
  return length;
};

const lengthOf = (size: SubnetSize): number =>
  'prefixLength' in size ? size.prefixLength : lengthFor(size.addresses);

/** The longest prefix that holds all subnets of a network. */
const tightLengthOf = ({ subnets }: WantedNetwork): number => {
  const needed = Object.values(subnets).reduce((sum, size) => sum + sizeOf(lengthOf(size)), 0);
  return 32 - Math.ceil(Math.log2(Math.max(1, needed)));
};

/** Ranges that no network of computes may use. */
const kept = forbiddenPrefixes.map(({ addressPrefix }) => addressPrefix);

/** Largest first, each at the lowest free place. */
function planSubnets(network: string, { subnets }: WantedNetwork): Readonly<Record<string, string>> {
  const planned: Record<string, string> = {};
  const bySize = Object.entries(subnets).sort(([, a], [, b]) => lengthOf(a) - lengthOf(b));
  for (const [key, size] of bySize) {
    const prefix = nextFreePrefix([network], Object.values(planned), lengthOf(size));
    if (prefix !== undefined) planned[key] = prefix;
  }
  return planned;
}

function place(
  space: string,
  wanted: readonly WantedNetwork[],
  taken: readonly string[],
  spare: number,
): Readonly<Record<string, PlannedNetwork>> | undefined {
  const planned: Record<string, PlannedNetwork> = {};
  for (const network of wanted) {
    const occupied = [...taken, ...Object.values(planned).map(({ prefix }) => prefix)];
    const prefix = nextFreePrefix([space], occupied, tightLengthOf(network) - spare);
    if (prefix === undefined) return undefined;
    planned[network.key] = { prefix, subnets: planSubnets(prefix, network) };
  }
  return planned;
}

/**
 * Gives every network a part of an address space, none of it in ranges that Azure or its nodes keep: each twice what it
 * needs where there is room, else just enough.
 */
export function planAddresses(
  space: string,
  wanted: readonly WantedNetwork[],
  taken: readonly string[] = [],
): AddressPlan {
  const avoided = [...kept, ...taken];
  const largestFirst = wanted.toSorted((a, b) => tightLengthOf(a) - tightLengthOf(b));
  const networks = place(space, wanted, avoided, 1) ?? place(space, largestFirst, avoided, 0);
  if (networks) return { networks };
  const whole = forbiddenPrefixes.find(({ addressPrefix }) => prefixesOverlap(space, addressPrefix));
  const needed = wanted.reduce((sum, network) => sum + sizeOf(tightLengthOf(network)), 0);
  const length = Math.max(8, 32 - Math.ceil(Math.log2(needed)));
  const isLarge = (parsePrefix(space)?.length ?? 32) <= length;
  const keeps = whole && `kept for ${whole.why.replace('reserved by', 'the nodes of')}: use another range.`;
  const isWhollyKept = whole && prefixContains(whole.addressPrefix, space);
  return {
    of: 'addressSpace',
    fault: isWhollyKept
      ? `${space} ${whole.addressPrefix === space ? 'is' : `lies in ${whole.addressPrefix}, which is`} ${keeps}`
      : isLarge && whole
        ? `${space} has too little room beside ${whole.addressPrefix}, which is ${keeps}`
        : `${space} is too small: the networks of this architecture take a /${isLarge ? length - 1 : length} or larger.`,
  };
}

/** The first of some ranges that meets none of the others. */
export const apartFrom = (candidates: readonly string[], others: readonly string[]): string | undefined =>
  candidates.find((one) => others.every((other) => !prefixesOverlap(one, other)));

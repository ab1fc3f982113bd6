import { forbiddenPrefixes } from '#catalog';
import { type Design, flatMapped, type ResourceId, resourcesOfKinds } from '#model';
import { nextFreePrefix } from './cidr.ts';

/** Private space, and what of it no new network can have. */
export interface NetworkSpace {
  readonly within: readonly string[];
  readonly taken: readonly string[];
}

/** https://www.rfc-editor.org/rfc/rfc1918 */
const privateSpace = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

const spacious = new Set(['virtual-network', 'on-premises-network', 'virtual-wan-hub'] as const);

/** What networks of the design use, `except` one, and what Azure or Azure Machine Learning forbids. */
export const spaceForNetworks = (design: Design, except?: ResourceId): NetworkSpace => ({
  within: privateSpace,
  taken: [
    ...flatMapped(resourcesOfKinds(design, spacious), (one) => {
      if (one.id === except) return [];
      if (one.kind !== 'virtual-wan-hub') return one.addressPrefixes;
      return one.addressPrefix === undefined ? [] : [one.addressPrefix];
    }),
    ...forbiddenPrefixes.map(({ addressPrefix }) => addressPrefix),
  ],
});

/** The next free /16 for a new network, or the largest of the usual sizes where there is none. */
export function nextFreeNetwork(design: Design): string | undefined {
  const { within, taken } = spaceForNetworks(design);
  for (const length of [16, 20, 22, 24]) {
    const prefix = nextFreePrefix(within, taken, length);
    if (prefix !== undefined) return prefix;
  }
  return undefined;
}

import { azureDnsAddress, azureDnsTag } from '#catalog';
import { parseAddress } from './cidr.ts';

/** Azure DNS, health probes and the guest agent; instance metadata. Every machine of a virtual network reaches both. */
const addresses: ReadonlySet<number | undefined> = new Set([
  parseAddress(azureDnsAddress),
  parseAddress('169.254.169.254'),
]);

/** Whether an address is the platform's own: no route leads elsewhere, and no rule holds it but by its tags. */
export const isPlatformAddress = (address: number | undefined): boolean =>
  address !== undefined && addresses.has(address);

/** Tags by which alone a rule holds the platform, by the port of what they stand for. */
const tags: ReadonlyMap<number, string> = new Map([
  [53, azureDnsTag],
  [80, 'AzurePlatformIMDS'],
  [1688, 'AzurePlatformLKM'],
]);

/** The tag of a platform address's service at a port; only DNS answers at 168.63.129.16, only metadata at the other. */
export const platformTagOf = (address: number, port: number): string | undefined => {
  const tag = tags.get(port);
  const isDns = address === parseAddress(azureDnsAddress);
  if (tag === azureDnsTag && !isDns) return undefined;
  return tag === 'AzurePlatformIMDS' && isDns ? undefined : tag;
};

/** Whether a rule names one of the platform's tags. */
export const namesPlatform = (destinations: readonly string[]): boolean =>
  destinations.some((one) => one.toLowerCase().startsWith('azureplatform'));

/** An address as a text of 32 bits, a prefix as the beginning of one: slow, and plain to see that it is right. */
export type Bits = string;

/** Strict dotted decimal, or `undefined`. */
export function addressBits(text: string): Bits | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let bits = '';
  for (const part of parts) {
    const value = Number(part);
    if (!Number.isInteger(value) || String(value) !== part || value < 0 || value > 255) return undefined;
    bits += value.toString(2).padStart(8, '0');
  }
  return bits;
}

/** `10.0.0.0/16`, or a lone address; `undefined` where bits behind the length are set, or for anything else. */
export function prefixBits(text: string): Bits | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const bits = addressBits(address);
  if (bits === undefined || rest.length > 0) return undefined;
  if (length === undefined) return bits;
  const size = Number(length);
  if (!Number.isInteger(size) || String(size) !== length || size < 0 || size > 32) return undefined;
  return bits.slice(size).includes('1') ? undefined : bits.slice(0, size);
}

/** The address of 32 bits in dotted decimal. */
export const addressText = (bits: Bits): string =>
  [0, 8, 16, 24].map((at) => Number.parseInt(bits.slice(at, at + 8), 2)).join('.');

export const prefixText = (bits: Bits): string => `${addressText(bits.padEnd(32, '0'))}/${bits.length}`;

/** The 32 bits of a number. */
export const bitsOfNumber = (value: number): Bits => BigInt(value).toString(2).padStart(32, '0');

export const numberOfBits = (bits: Bits): number => Number(BigInt(`0b${bits}`));

/** Every address of a prefix in ascending order; for short lists only. */
export function everyAddress(bits: Bits): readonly Bits[] {
  if (bits.length < 16) throw new Error(`${prefixText(bits)} holds too many addresses to count them out`);
  let all = [bits];
  while ((all[0]?.length ?? 32) < 32) all = all.flatMap((one) => [`${one}0`, `${one}1`]);
  return all;
}

/** Whether a prefix holds an address, both in text; false where one of them is none. */
export function holds(prefix: string, address: string): boolean {
  const outer = prefixBits(prefix);
  const inner = addressBits(address);
  return outer === undefined ? false : (inner?.startsWith(outer) ?? false);
}

/** RFC 1918 and RFC 6598: never on the internet. */
export const isPrivate = (address: string): boolean =>
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((prefix) => holds(prefix, address));

/** Fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2), and of the square roots of 8. */
const { constants, start } = (() => {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
  return {
    constants: primes.map((prime) => fraction(Math.cbrt(prime))),
    start: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
  };
})();

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const glyph of text) {
    const code = glyph.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

/** SHA-256 of a text's UTF-8 bytes in hexadecimal digits (FIPS 180-4); in plain arithmetic, since it must not wait. */
export function sha256(text: string): string {
  const bytes = bytesOf(text);
  const bits = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (const part of [Math.floor(bits / 2 ** 32), bits >>> 0])
    bytes.push((part >>> 24) & 255, (part >>> 16) & 255, (part >>> 8) & 255, part & 255);
  let state: readonly number[] = start;
  for (let at = 0; at < bytes.length; at += 64) {
    const next = compressed(state, bytes, at);
    state = state.map((word, index) => (word + (next[index] ?? 0)) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function compressed(state: readonly number[], bytes: readonly number[], at: number): readonly number[] {
  const words = scheduleOf(bytes, at);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const one = (h + mixed + chosen + (constants[round] ?? 0) + (words[round] ?? 0)) | 0;
    const two = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h];
}

function scheduleOf(bytes: readonly number[], at: number): readonly number[] {
  const words: number[] = [];
  const byte = (index: number) => bytes[at + index] ?? 0;
  const word = (index: number) => words[index] ?? 0;
  for (let index = 0; index < 16; index += 1) {
    const from = index * 4;
    words.push((byte(from) << 24) | (byte(from + 1) << 16) | (byte(from + 2) << 8) | byte(from + 3));
  }
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [word(index - 15), word(index - 2)];
    const s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words.push((word(index - 16) + s0 + word(index - 7) + s1) | 0);
  }
  return words;
}

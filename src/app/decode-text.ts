/** Bytes of a text file as text: UTF-8, or UTF-16 with a byte order mark, as PowerShell's `>` writes it. */
export const decodeText = (bytes: Uint8Array<ArrayBuffer>): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

/** Longest stem in characters: most file systems take 255 bytes with an extension. */
const longest = 80;

/** Letters, digits, `-`, `_` and `.` of a design's name, without extension: a name every file system takes. */
export const fileNameOf = (name: string): string => {
  const letters = name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return letters.replace(/^[-.]+|[-.]+$/g, '').slice(0, longest) || 'design';
};

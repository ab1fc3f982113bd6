/** Gives every word a substitute: spellings that differ in case alone get substitutes that do the same. */
export interface Substitutes {
  of(word: string, stem: string): string;
  /** Takes down a replacement that was made otherwise. */
  note(original: string, substitute: string): string;
  /** Substitute to original, by alphabet. */
  readonly replaced: () => Readonly<Record<string, string>>;
}

/** `isTaken`: texts of the design, which no substitute may be. `digits`: so many, so that they sort as they count. */
export function substitutes(isTaken: (text: string) => boolean, digits: number): Substitutes {
  const byWord = new Map<string, string>();
  const spellings = new Map<string, { readonly base: string; count: number }>();
  const counts = new Map<string, number>();
  const replaced = new Map<string, string>();
  const next = (stem: string): string => {
    for (;;) {
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      const made = `${stem}${String(count).padStart(digits, '0')}`;
      if (!isTaken(made)) return made;
    }
  };
  const note = (original: string, substitute: string): string => {
    if (original !== substitute) replaced.set(substitute, original);
    return substitute;
  };
  return {
    note,
    of: (word, stem) => {
      const known = byWord.get(word);
      if (known !== undefined) return known;
      const spelling = spellings.get(word.toLowerCase()) ?? { base: next(stem), count: 0 };
      spellings.set(word.toLowerCase(), spelling);
      const substitute = respelled(spelling.base, spelling.count);
      spelling.count += 1;
      byWord.set(word, substitute);
      return note(word, substitute);
    },
    replaced: () => Object.fromEntries([...replaced].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The n-th way to write a word in capitals and small letters; the first is all small. */
const respelled = (word: string, spelling: number): string => {
  let bits = spelling;
  return word.replaceAll(/[a-z]/g, (letter) => {
    const isCapital = bits % 2 === 1;
    bits = Math.floor(bits / 2);
    return isCapital ? letter.toUpperCase() : letter;
  });
};

/** A file of a font: a family at one weight. */
export interface FontFile {
  /** Without its ending, as @fontsource/inter and @fontsource/geist-mono call it. */
  readonly name: string;
  readonly family: 'Inter' | 'Geist Mono';
  readonly weight: number;
}

/** The files that hold the letters of some scripts. */
export interface FontSubset {
  /** CSS `unicode-range`. */
  readonly range: string;
  readonly covers: (codePoint: number) => boolean;
  readonly files: readonly FontFile[];
}

/** From `unicode.json` of @fontsource/inter 5 (OFL-1.1). */
const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'greek-ext': 'U+1F00-1FFF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

/** The weights that the texts of a drawing are written in. */
const weights = [400, 500, 600] as const;

function coverOf(range: string): FontSubset['covers'] {
  const parts = range.split(',').map((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return { first, last };
  });
  return (codePoint) => parts.some(({ first, last }) => codePoint >= first && codePoint <= last);
}

/** What pictures are written and drawn with, everywhere; the first subset that covers a letter has it. */
export const fontSubsets: readonly FontSubset[] = Object.entries(ranges).map(([subset, range]) => ({
  range,
  covers: coverOf(range),
  files: [
    ...weights.map(
      (weight): FontFile => ({ name: `inter-${subset}-${weight}-normal`, family: 'Inter', weight }),
    ),
    // Addresses and prefixes: digits, dots and letters up to f.
    ...(subset === 'latin'
      ? [{ name: 'geist-mono-latin-500-normal', family: 'Geist Mono', weight: 500 } as const]
      : []),
  ],
}));

/** Names of all the files. */
export const fontFileNames: readonly string[] = fontSubsets.flatMap(({ files }) =>
  files.map(({ name }) => name),
);

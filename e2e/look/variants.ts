/** How a state is pictured: the scheme, and the size of the window. */
export interface Variant {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
}

/** Each size with its variants: a state is reached once in each size, and only the scheme is changed there. */
export const sizes = [
  {
    viewport: { width: 1600, height: 1000 },
    variants: [
      { name: 'L16', colorScheme: 'light' },
      { name: 'D16', colorScheme: 'dark' },
    ],
  },
  {
    viewport: { width: 1280, height: 720 },
    variants: [
      { name: 'L12', colorScheme: 'light' },
      { name: 'D12', colorScheme: 'dark' },
    ],
  },
] as const satisfies readonly {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly variants: readonly Variant[];
}[];

/** What the command line asked for, as `run.ts` hands it on. */
export const asked = {
  out: process.env.ISOPLAN_LOOK_OUT ?? 'test-results/look',
  only: new RegExp(process.env.ISOPLAN_LOOK_ONLY ?? ''),
  variants: (process.env.ISOPLAN_LOOK_VARIANTS ?? '').split(',').filter(Boolean),
};

/** The variants of a size that were asked for: all of them where none is named. */
export const askedOf = (variants: readonly Variant[]): readonly Variant[] =>
  asked.variants.length === 0 ? variants : variants.filter(({ name }) => asked.variants.includes(name));

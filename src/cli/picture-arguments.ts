import { type PictureOptions, pictureBackgrounds, pictureScales, pictureSchemes } from '#exporters';
import type { Design } from '#model';
import { readWord } from './arguments.ts';
import { oneOf, resourcesNamed, unknownName } from './find-resource.ts';

/** Options of pictures alone. */
export const pictureOptions = {
  scale: { type: 'string' },
  background: { type: 'string' },
  scheme: { type: 'string' },
  findings: { type: 'string' },
  select: { type: 'string', multiple: true },
  'embed-design': { type: 'string' },
} as const;

export interface RawPictureOptions {
  readonly scale?: string | undefined;
  readonly background?: string | undefined;
  readonly scheme?: string | undefined;
  readonly findings?: string | undefined;
  readonly select?: readonly string[] | undefined;
  readonly 'embed-design'?: string | undefined;
}

const switches = ['on', 'off'] as const;

/** What the words say before any file is read, so that a slip in them is told at once. */
export interface PictureWords {
  readonly options: Omit<PictureOptions, 'selection'>;
  /** Pixels a unit. */
  readonly scale: number;
  readonly select: readonly string[];
}

export function readPictureOptions(values: RawPictureOptions): PictureWords {
  const scale = readWord('--scale', values.scale ?? '2', pictureScales.map(String));
  return {
    scale: Number(scale),
    select: values.select ?? [],
    options: {
      scheme: readWord('--scheme', values.scheme ?? 'light', pictureSchemes),
      background: readWord('--background', values.background ?? 'white', pictureBackgrounds),
      showsFindings: readWord('--findings', values.findings ?? 'on', switches) === 'on',
      holdsDesign: readWord('--embed-design', values['embed-design'] ?? 'on', switches) === 'on',
    },
  };
}

/** The options with the selected names found in the design. */
export const pictureOf = (design: Design, { options, select }: PictureWords): PictureOptions => ({
  ...options,
  selection: select.map((name) => {
    const found = oneOf(design, '--select', name, resourcesNamed(design, name), () => true);
    if (!found) throw unknownName(design, '--select', name);
    return found.id;
  }),
});

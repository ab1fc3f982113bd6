import type { Scheme } from '#drawing';
import type { ResourceId } from '#model';

export const pictureSchemes = ['light', 'dark'] as const satisfies readonly Scheme[];
export const pictureBackgrounds = ['white', 'transparent'] as const;

/** Pixels a unit that a PNG may have; text of a sheet is sharp on paper from 2. */
export const pictureScales = [1, 2, 3, 4] as const;

/** How a picture looks. What is absent: light, white, everything, findings shown, the design inside. */
export interface PictureOptions {
  readonly scheme?: Scheme;
  /** White in the light scheme, near black in the dark one; or nothing behind the drawing. */
  readonly background?: (typeof pictureBackgrounds)[number];
  readonly showsFindings?: boolean;
  /** Resources to draw, with what lies in them and what they are joined to. Empty or absent: everything. */
  readonly selection?: readonly ResourceId[];
  /** Whether the design travels inside the file, to be opened again. */
  readonly holdsDesign?: boolean;
}

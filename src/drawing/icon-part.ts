/** One path of an icon on a grid of 24. */
export interface IconPart {
  readonly d: string;
  /** Its inside is filled with the stroke's colour, weakly. */
  readonly duotone?: boolean;
  /** Its inside is filled with the stroke's colour, fully. */
  readonly isSolid?: boolean;
  /** Where it is not the icon's own: dots. */
  readonly strokeWidth?: number;
  readonly dash?: string;
}

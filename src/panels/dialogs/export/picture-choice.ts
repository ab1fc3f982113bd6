import type { PictureOptions } from '#commands';
import type { ResourceId } from '#model';

/** What a person has chosen of a picture. */
export interface PictureChoice {
  readonly format: 'png' | 'svg';
  /** Pixels a unit of a PNG. */
  readonly scale: number;
  readonly scheme: 'light' | 'dark';
  readonly background: 'white' | 'transparent';
  /** The selection rather than the whole design. */
  readonly isPart: boolean;
  readonly showsFindings: boolean;
  readonly holdsDesign: boolean;
}

export const usualChoice: PictureChoice = {
  format: 'png',
  scale: 2,
  scheme: 'light',
  background: 'white',
  isPart: false,
  showsFindings: true,
  holdsDesign: true,
};

/** The choice in the words of the exporter. */
export const pictureOf = (choice: PictureChoice, selection: ResourceId | undefined): PictureOptions => ({
  scheme: choice.scheme,
  background: choice.background,
  showsFindings: choice.showsFindings,
  holdsDesign: choice.holdsDesign,
  selection: choice.isPart && selection !== undefined ? [selection] : [],
});

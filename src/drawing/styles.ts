import type { Font } from '#layout';
import { fonts } from '#layout';
import type { TextStyle } from './scene.ts';

/** The type styles by name: what the canvas, the exporters and the measuring of widths share. */
export const textStyles: Readonly<Record<TextStyle, Font>> = {
  'container-name': fonts.containerName,
  'subnet-name': fonts.subnetName,
  'resource-name': fonts.resourceName,
  /** To be read from far away: in pixels of the screen. */
  'distant-name': { size: 10.5, weight: 600 },
  'distant-words': { size: 10.5, weight: 500 },
  fact: fonts.fact,
  address: fonts.address,
  'small-address': fonts.smallAddress,
  badge: fonts.badge,
  label: fonts.label,
  note: fonts.note,
  caption: { size: 10.5, weight: 500 },
  title: { size: 14, weight: 600 },
  display: { size: 24, weight: 650, tracking: -0.022 },
  section: { size: 11.5, weight: 600 },
  body: { size: 11, weight: 400 },
  marker: { size: 10.5, weight: 650 },
};

/**
 * Automatic placement: the boxes of everything drawn, their sizes and the widths of texts.
 * May not: judge, derive networks, paint or do I/O.
 */
export { arrange } from './arrange.ts';
export { type Badge, badgesOf } from './badges.ts';
export {
  type Derived,
  type Drawn,
  drawnOf,
  internetCard,
  isContainer,
  type LayoutGhost,
  type Thing,
  zonesCard,
} from './drawn.ts';
export { effectiveLayout } from './effective-layout.ts';
export { documentFact } from './facts.ts';
export { fonts } from './fonts.ts';
export type { HostedBadge, HostedEndpoint, HostedNetwork } from './hosted-network.ts';
export { keptLayout } from './keep.ts';
export { measures } from './measures.ts';
export { holds, placeNear } from './note-place.ts';
export { noteLines, noteSize } from './note-size.ts';
export { type PlacedNote, placedNotes } from './notes.ts';
export { hostedBadges } from './pack-hosted.ts';
export { subnetHeader } from './pack-subnet.ts';
export type { Point } from './place-near.ts';
export { ellipsize, ellipsizeMiddle, type Font, textWidth, wrapText } from './text-width.ts';
export { zoneColumnsOf, zoneGroups, zoneHeaderOf, zoneTops } from './zone-groups.ts';

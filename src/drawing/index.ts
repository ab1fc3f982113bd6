/**
 * How a design looks, as plain shapes with paints named by meaning: the canvas renders them, the exporters write them.
 * May not: judge, know a scheme, touch the DOM or do I/O.
 */
export { type Connection, connectionsOf } from './connections.ts';
export { type DrawInput, type DrawingMemory, drawingMemory, drawScene, isCutShort } from './draw-scene.ts';
export { arrangedBoxes, drawnBoxes, drawnNotes } from './drawn-boxes.ts';
export { edgeSamples } from './edge-shapes.ts';
export { addressesInWords, expectedMark, isExpectedAddress } from './facts.ts';
export { farNames } from './far-names.ts';
export { farShapes } from './far-shapes.ts';
export { hostedNetworksOf, managedNetworkId } from './hosted-networks.ts';
export type { IconPart } from './icon-part.ts';
export { categoryOf, type IconCategory, type IconName, iconOf, iconParts } from './icons.ts';
export { holdsForSome, someSample } from './internet-card.ts';
export { withGoing } from './internet-change.ts';
export { type InternetGroup, internetGroups } from './internet-groups.ts';
export { findingsInWords, termInWords } from './item-label.ts';
export { levelOfPicture } from './level-of-picture.ts';
export { type Detail, type Level, levelAt } from './levels.ts';
export { markerOfSum, markerShapes, widthOfSum } from './markers.ts';
export { namedShapes } from './named-shapes.ts';
export { namesBeside } from './names-beside.ts';
export { paintedInOrder } from './painted-in-order.ts';
export { type Hue, palette, paletteCss, type Scheme, type Token } from './palette.ts';
export { partOfScene, type ScenePart } from './part-of-scene.ts';
export { isDrawnAsNew, type Picture, pictureOf, sceneOf } from './picture.ts';
export { placeName, regionName } from './region-name.ts';
export { repainted } from './repainted.ts';
export type {
  EdgeMeaning,
  Point,
  Scene,
  SceneEdge,
  SceneItem,
  SceneMarker,
  Shape,
  TextStyle,
} from './scene.ts';
export { sketchOf } from './sketch.ts';
export { textStyles } from './styles.ts';
export { fitted } from './text.ts';
export { withPlacesKept } from './with-places-kept.ts';
export { recordWritersOf } from './zone-records.ts';

/**
 * Store hooks and the widgets that canvas and panels both use.
 * May not: know the canvas library, read files or do I/O.
 */
export { Button } from './Button.tsx';
export { CommandButton } from './CommandButton.tsx';
export { CommandTooltip } from './CommandTooltip.tsx';
export { CommandProvider, useCommand, useCommandContext } from './commands-context.tsx';
export { Dialog } from './Dialog.tsx';
export { FilterChip } from './FilterChip.tsx';
export { type FindingIndex, findingIndexOf, toneOf } from './finding-index.ts';
export { Icon } from './Icon.tsx';
export { IconButton } from './IconButton.tsx';
export { IconTile } from './IconTile.tsx';
export { Input } from './Input.tsx';
export { inspectorLiesOver, inspectorWidth } from './inspector-place.ts';
export { Keycaps } from './Keycaps.tsx';
export { Mark } from './Mark.tsx';
export { Menu, MenuItem } from './Menu.tsx';
export { NoteTile } from './NoteTile.tsx';
export { fetchedAhead, fetchParts, fetchPartsAtHand, onUse } from './on-use.tsx';
export { Pressable } from './Pressable.tsx';
export { paint } from './paint.ts';
export { followPointer, pointedAt } from './pointed-at.ts';
export { ResourceTile } from './ResourceTile.tsx';
export { SchemeButton } from './SchemeButton.tsx';
export { Segments } from './Segments.tsx';
export { type MarkerTone, SeverityMarker } from './SeverityMarker.tsx';
export { Shapes } from './Shapes.tsx';
export { schemeAttribute } from './scheme.ts';
export { colourOf } from './shape-paint.ts';
export { stepTo } from './step-to.ts';
export { StoreProvider, useAppState, useAppStore, useHistory } from './store-context.tsx';
export { type Style, styled } from './styled.ts';
export { TextArea } from './TextArea.tsx';
export { TextField } from './TextField.ts';
export { Tooltip } from './Tooltip.tsx';
export { useFindingIndex } from './use-findings.ts';
export { useHandedOnFocus } from './use-handed-on-focus.ts';
export { useMedia } from './use-media.ts';
export { whenIdle } from './when-idle.ts';

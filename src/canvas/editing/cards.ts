import { findNote } from '#model';
import { previewOf, removalOf, type State } from '#store';
import { onUse } from '#ui';
import { isEmpty } from '../is-empty.ts';

/**
 * Questions that the canvas asks, handles of what is selected, notes being written, ways to begin, the overview and
 * what lines mean: their code comes when it is first wanted, that of handles and notes with the first touch of the design.
 */

/** Whether a design is drawn, which waits for nothing that explains it. */
const isJudged = ({ checkedInMs, hasCheckFailed }: State) => checkedInMs !== undefined || hasCheckFailed;

export const ConnectCard = onUse(async () => (await import('./ConnectCard.tsx')).ConnectCard, {
  isWanted: (state) => state.connecting !== undefined,
});
export const ConnectHandle = onUse(async () => (await import('./ConnectHandle.tsx')).ConnectHandle, {
  isWanted: (state) => state.selection !== undefined,
  isAtHand: true,
});
export const DropLayer = onUse(async () => (await import('../drop/DropLayer.tsx')).DropLayer, {
  isAtHand: true,
});
export const EmptyHint = onUse(async () => (await import('../EmptyHint.tsx')).EmptyHint, {
  isWanted: isEmpty,
});
export const FarNames = onUse(async () => (await import('../nodes/FarNames.tsx')).FarNames);
export const GuideLayer = onUse(async () => (await import('../drag/GuideLayer.tsx')).GuideLayer, {
  isAtHand: true,
});
export const Legend = onUse(async () => (await import('../viewport/Legend.tsx')).Legend, {
  isWanted: isJudged,
});
export const Minimap = onUse(async () => (await import('../viewport/Minimap.tsx')).Minimap, {
  isWanted: isJudged,
});
export const NearMarker = onUse(async () => (await import('../nodes/NearMarker.tsx')).NearMarker, {
  isForHands: true,
});
export const NoteField = onUse(async () => (await import('./NoteField.tsx')).NoteField, {
  isWanted: ({ design, drafting, renaming }) =>
    drafting !== undefined || findNote(design, renaming) !== undefined,
  isAtHand: true,
});
export const PointedOut = onUse(async () => (await import('./PointedOut.tsx')).PointedOut, {
  isWanted: ({ pointed }) => pointed.length > 0,
});
export const PreviewLayer = onUse(async () => (await import('../preview/PreviewLayer.tsx')).PreviewLayer, {
  isWanted: (state) => previewOf(state) !== undefined,
});
export const PreviewWords = onUse(async () => (await import('../preview/PreviewWords.tsx')).PreviewWords, {
  isWanted: (state) => previewOf(state) !== undefined,
});
export const RefusedBefore = onUse(async () => (await import('../drop/RefusedBefore.tsx')).RefusedBefore, {
  isWanted: ({ notice }) => notice?.at !== undefined,
});
export const RemovalCard = onUse(async () => (await import('./RemovalCard.tsx')).RemovalCard, {
  isWanted: (state) => removalOf(state) !== undefined,
});
export const RenameField = onUse(async () => (await import('./RenameField.tsx')).RenameField, {
  isWanted: (state) => state.renaming !== undefined,
  isAtHand: true,
});
export const Tip = onUse(async () => (await import('../Tip.tsx')).Tip, { isForHands: true });
export const ResizeHandles = onUse(async () => (await import('./ResizeHandles.tsx')).ResizeHandles, {
  isWanted: (state) => state.selection !== undefined,
  isAtHand: true,
});

/**
 * What a user can do: one object a command, from which buttons, palette and shortcuts are drawn.
 * May not: render; files, clock, ids and clipboard come through its context.
 */

export {
  type ExportFormat,
  exportFormatIds,
  formatFacts,
  formatGroups,
  lackFor,
  type Omission,
  type PictureOptions,
  pictureScales,
} from '#exporters';
export {
  type AcceptanceDraft,
  acceptanceFaults,
  acceptFinding,
  proposedAcceptance,
  revokeAcceptance,
} from './accept-finding.ts';
export { addReferenced, creatableFor } from './add-referenced.ts';
export { addNewResource, loadAdding } from './add-resource.ts';
export { allCommands, commandGroups } from './all-commands.ts';
export {
  blockedOutboundAt,
  closePreview,
  fixAllErrors,
  fixAllOfKind,
  fixableOfKind,
  fixFinding,
  isFixableError,
  loadFixing,
  openRequiredOutbound,
  previewFix,
} from './apply-fixes.ts';
export { arrangeDesign } from './arrange-design.ts';
export { attachedTo, isAttachable, mayAttach, regionFor } from './attaching.ts';
export { bindShortcuts, keycapsOf } from './bind-shortcuts.ts';
export { copy, duplicate, loadCopying, paste } from './clipboard/clipboard.ts';
export type {
  Browser,
  Command,
  CommandContext,
  ExportRequest,
  FixRequest,
  KeptView,
  Raster,
  RasterOptions,
} from './command.ts';
export { countOf } from './command.ts';
export { endpointsIn, join, joinTo, offeredJoints, offersToServe, whyNotJoined } from './connect/connect.ts';
export { jointsOf, proposedJoints } from './connect/connections.ts';
export { allOpenConnections, connectEndpoint, openConnections } from './connect-endpoint.ts';
export { createResource } from './create-resource.ts';
export { removeRules } from './custom-rules.ts';
export { exportNow, loadExport } from './export-commands.ts';
export { copyAs, type ExportOptions, exportAs, previewPicture, reasonOfFailure } from './export-file.ts';
export {
  type FreePrefix,
  type FreeSpace,
  freeForNetwork,
  freeForSubnet,
  freePrefixesOf,
  usableIn,
} from './free-space.ts';
export { fuzzyScore, lettersFound } from './fuzzy.ts';
export { goToStart } from './go-to-start.ts';
export { homeIn, homesIn } from './home-in-network.ts';
export { inSentence } from './in-sentence.ts';
export { keyOfRow, keysOfFocus, keysOfRows } from './keys.ts';
export { isKeyOfSelection } from './keys-on-canvas.ts';
export { showWhole, zoomIn, zoomOut, zoomToActual } from './look.ts';
export { missingPart } from './missing-part.ts';
export { searchKinds } from './move-focus.ts';
export { moveAllTo, moveNotes, moveSeveralTo, moveTo, placesToMove, placesToMoveAll } from './move-to.ts';
export { newDesign } from './new-design.ts';
export { type LegalPlace, legalPlaces, nameStemOf } from './new-resource.ts';
export { startNote } from './notes/start-note.ts';
export {
  addNote,
  attachNoteTo,
  noteSizeFor,
  placeForNote,
  setNoteTone,
  writeNote,
} from './notes/write-notes.ts';
export { openBlueprint, openDamaged } from './open-blueprint.ts';
export { open, openFiles } from './open-files.ts';
export { openPlanner } from './open-planner.ts';
export { forgetRecent, openRecent } from './open-recent.ts';
export { otherHalfOf } from './peering-halves.ts';
export { alignments } from './placing/align.ts';
export { isResizable, resizeTo } from './placing/resize.ts';
export { redo } from './redo.ts';
export { refusal } from './refusal.ts';
export {
  cancelRemoval,
  confirmRemoval,
  removalWords,
  removeHalf,
  removeSelection,
} from './remove-selection.ts';
export { nameFault, renameTo } from './selection/rename.ts';
export { selectAll } from './selection/select.ts';
export { handTool, selectTool } from './selection/tools.ts';
export { showCommands, showExport } from './show-dialogs.ts';
export { toggleFindings, toggleScheme } from './toggle-view.ts';
export { undo } from './undo.ts';

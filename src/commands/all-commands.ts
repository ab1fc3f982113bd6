import { fixAllErrors } from './apply-fixes.ts';
import { arrangeDesign } from './arrange-design.ts';
import { copy, cut, duplicate, paste } from './clipboard/clipboard.ts';
import type { Command } from './command.ts';
import { connect } from './connect/connect.ts';
import { exportJson, print } from './export-commands.ts';
import { goToStart } from './go-to-start.ts';
import { leave } from './leave.ts';
import { showSelection, showWhole, zoomIn, zoomOut, zoomToActual } from './look.ts';
import { addInside, moveElsewhere } from './menu-pages.ts';
import {
  goToFindings,
  nextRegion,
  previousRegion,
  searchKinds,
  showDrawing,
  showOutline,
} from './move-focus.ts';
import { newDesign } from './new-design.ts';
import { startNote } from './notes/start-note.ts';
import { open } from './open-files.ts';
import { openPlanner } from './open-planner.ts';
import { alignments } from './placing/align.ts';
import { nudges } from './placing/nudge.ts';
import { resizes } from './placing/resize.ts';
import { redo } from './redo.ts';
import { removeSelection } from './remove-selection.ts';
import { rename, renameDesign } from './selection/rename.ts';
import { selectAll, selectChildren, selectContainer, selectFirstChild } from './selection/select.ts';
import { handTool, selectTool } from './selection/tools.ts';
import { showCommands, showExport, showShortcuts } from './show-dialogs.ts';
import { toggleFindings, toggleScheme } from './toggle-view.ts';
import { undo } from './undo.ts';

/** Every command under what it is for, in the order of the command palette. */
export const commandGroups: readonly { readonly title: string; readonly commands: readonly Command[] }[] = [
  {
    title: 'Edit',
    commands: [
      undo,
      redo,
      cut,
      copy,
      paste,
      duplicate,
      rename,
      startNote,
      connect,
      addInside,
      moveElsewhere,
      removeSelection,
    ],
  },
  { title: 'Select', commands: [selectAll, selectFirstChild, selectChildren, selectContainer] },
  {
    title: 'Arrange',
    commands: [arrangeDesign, selectTool, handTool, ...alignments, ...nudges, ...resizes],
  },
  {
    title: 'Design',
    commands: [
      fixAllErrors,
      open,
      newDesign,
      renameDesign,
      openPlanner,
      goToStart,
      showExport,
      exportJson,
      print,
    ],
  },
  {
    title: 'Screen',
    commands: [
      showWhole,
      showSelection,
      zoomToActual,
      zoomIn,
      zoomOut,
      searchKinds,
      showOutline,
      showDrawing,
      goToFindings,
      toggleFindings,
      toggleScheme,
      showCommands,
      showShortcuts,
      nextRegion,
      previousRegion,
      leave,
    ],
  },
];

export const allCommands: readonly Command[] = commandGroups.flatMap(({ commands }) => commands);

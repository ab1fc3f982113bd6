/**
 * Everything around the canvas: top bar, palette and outline, inspector, findings, dialogs, start screen.
 * May not: know the canvas or its library, write files, or decide what is right.
 */
export { CanvasMenu } from './CanvasMenu.tsx';
export { CommandDialog } from './dialogs/CommandDialog.tsx';
export { FindingsPanel } from './findings/FindingsPanel.tsx';
export { LiveRegion } from './LiveRegion.tsx';
export { LeftPanel } from './left/LeftPanel.tsx';
export { loadChangesInWords } from './load-changes-in-words.ts';
export { NoticeRow } from './NoticeCard.tsx';
export {
  BusyCard,
  ExportDialog,
  GuideCard,
  Inspector,
  OutlinePane,
  PlannerScreen,
  RuleDialog,
  ShortcutsDialog,
} from './parts.tsx';
export { StartScreen } from './start/StartScreen.tsx';
export { TopBar } from './top-bar/TopBar.tsx';

import { onUse } from '#ui';

/**
 * Parts of the screen that a design can be read and edited without: their code comes when they are first wanted. Where
 * people type at once, as in the palette and in menus of the canvas, it is there from the start: no key is to be lost.
 */

/** Of what hangs at something: from when it does. */
const isHung = (_: unknown, { anchor }: { readonly anchor: HTMLElement | undefined }) => anchor !== undefined;

export const BusyCard = onUse(async () => (await import('./BusyCard.tsx')).BusyCard, {
  isWanted: (state) => state.busy !== undefined,
});
export const CategoryMenu = onUse(async () => (await import('./findings/CategoryMenu.tsx')).CategoryMenu, {
  isWanted: isHung,
});
export const FetchCommands = onUse(async () => (await import('./start/FetchCommands.tsx')).FetchCommands);
export const FindingDetails = onUse(
  async () => (await import('./findings/FindingDetails.tsx')).FindingDetails,
);
export const DesignMenuList = onUse(
  async () => (await import('./top-bar/DesignMenuList.tsx')).DesignMenuList,
  { isWanted: isHung },
);
export const ExportDialog = onUse(async () => (await import('./dialogs/ExportDialog.tsx')).ExportDialog, {
  isWanted: (state) => state.dialog === 'export',
});
export const GoalsPopover = onUse(async () => (await import('./top-bar/GoalsPopover.tsx')).GoalsPopover, {
  isWanted: isHung,
});
export const GuideCard = onUse(async () => (await import('./guide/GuideCard.tsx')).GuideCard, {
  isWanted: (state) => state.isGuided,
});
export const HeightHandle = onUse(async () => (await import('./findings/HeightHandle.tsx')).HeightHandle, {
  isForHands: true,
  // No list has room to be given before there is one.
  isWanted: (state) => state.checkedInMs !== undefined,
});
export const Inspector = onUse(async () => (await import('./inspector/Inspector.tsx')).Inspector, {
  isWanted: (state) => state.selected.length > 0,
});
export const NothingHere = onUse(async () => (await import('./findings/NothingHere.tsx')).NothingHere, {
  // Before a verdict nobody knows what is there.
  isWanted: ({ checkedInMs, hasCheckFailed }) => checkedInMs !== undefined || hasCheckFailed,
});
export const NoticeDetails = onUse(async () => (await import('./NoticeDetails.tsx')).NoticeDetails);
export const Outline = onUse(async () => (await import('./outline/Outline.tsx')).Outline);
export const OutlinePane = onUse(async () => (await import('./OutlinePane.tsx')).OutlinePane);
export const PassedRows = onUse(async () => (await import('./findings/PassedRows.tsx')).PassedRows);
export const PlaceMenu = onUse(async () => (await import('./left/PlaceMenu.tsx')).PlaceMenu);
export const PlannerScreen = onUse(async () => (await import('./planner/Planner.tsx')).Planner);
export const RuleDialog = onUse(async () => (await import('./dialogs/RuleDialog.tsx')).RuleDialog, {
  isWanted: (state) => state.dialog === 'rule',
});
export const ShortcutsDialog = onUse(
  async () => (await import('./dialogs/ShortcutsDialog.tsx')).ShortcutsDialog,
  { isWanted: (state) => state.dialog === 'shortcuts' },
);

import {
  BusyCard,
  CommandDialog,
  ExportDialog,
  LiveRegion,
  PlannerScreen,
  RuleDialog,
  ShortcutsDialog,
  StartScreen,
} from '#panels';
import { CommandProvider, StoreProvider, useAppState } from '#ui';
import { AppTheme } from './AppTheme.tsx';
import { DropZone } from './DropZone.tsx';
import { SkipLink } from './SkipLink.tsx';
import type { Application } from './start-application.ts';
import { Workspace } from './Workspace.tsx';

function Screen() {
  const screen = useAppState((state) => state.screen);
  switch (screen) {
    case 'start':
      return <StartScreen />;
    case 'planner':
      return <PlannerScreen />;
    case 'workspace':
      return <Workspace />;
  }
}

/** Composes the application; everything it does lives elsewhere. */
export const App = ({ application: { store, context } }: { application: Application }) => (
  <StoreProvider store={store}>
    <CommandProvider context={context}>
      <AppTheme>
        <SkipLink />
        <DropZone>
          <Screen />
        </DropZone>
        <BusyCard />
        <CommandDialog />
        <ExportDialog />
        <RuleDialog />
        <ShortcutsDialog />
        <LiveRegion />
      </AppTheme>
    </CommandProvider>
  </StoreProvider>
);

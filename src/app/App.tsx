import { Activity } from 'react';
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
import { DropZone } from './DropZone.tsx';
import { SkipLink } from './SkipLink.tsx';
import type { Application } from './start-application.ts';
import { Workspace } from './Workspace.tsx';

/** The workspace is made ready unseen, in moments that nobody needs, so that a design opens into it at once. */
function Screen() {
  const screen = useAppState((state) => state.screen);
  return (
    <>
      {screen === 'opening' ? (
        <p className="opening" role="status">
          Opening your design
        </p>
      ) : null}
      {screen === 'start' ? <StartScreen /> : null}
      {screen === 'planner' ? <PlannerScreen /> : null}
      <Activity mode={screen === 'workspace' ? 'visible' : 'hidden'}>
        <Workspace />
      </Activity>
    </>
  );
}

/** Composes the application; everything it does lives elsewhere. */
export const App = ({ application: { store, context } }: { application: Application }) => (
  <StoreProvider store={store}>
    <CommandProvider context={context}>
      <SkipLink />
      <DropZone>
        <Screen />
      </DropZone>
      <BusyCard isRow={false} />
      <CommandDialog />
      <ExportDialog />
      <RuleDialog />
      <ShortcutsDialog />
      <LiveRegion />
    </CommandProvider>
  </StoreProvider>
);

import { memo } from 'react';
import { addNewResource, goToStart, legalPlaces, open } from '#commands';
import { kinds } from '#model';
import { Button, Icon, useAppState, useAppStore, useCommand, useCommandContext } from '#ui';
import { isEmpty } from './is-empty.ts';

/** The three ways to begin, in the middle of a canvas that has nothing on it. */
export const EmptyHint = memo(function EmptyHint() {
  const isShown = useAppState(isEmpty);
  const app = useAppStore();
  const context = useCommandContext();
  const openFile = useCommand(open);
  const choose = useCommand(goToStart);
  if (!isShown) return null;
  const addNetwork = () => {
    const [place] = legalPlaces('virtual-network', app.getState().design);
    if (place) addNewResource(context, 'virtual-network', place);
    else addNewResource(context, 'region', { parent: undefined });
    // The button goes with the emptiness.
    context.browser.focus('canvas');
  };
  return (
    <div className="canvas-empty">
      <div>
        <Button variant="contained" onClick={addNetwork}>
          <Icon icon="virtual-network" />
          Add a {kinds['virtual-network'].title.toLowerCase()}
        </Button>
        <Button variant="outlined" onClick={openFile.run}>
          <Icon icon="open" />
          {open.title}
        </Button>
        <Button variant="outlined" onClick={choose.run}>
          <Icon icon="questions" />
          Choose an architecture
        </Button>
      </div>
    </div>
  );
});

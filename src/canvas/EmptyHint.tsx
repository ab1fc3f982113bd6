import { useStore } from '@xyflow/react';
import { memo } from 'react';
import { addNewResource, goToStart, legalPlaces, open } from '#commands';
import { kinds } from '#model';
import { Button, Icon, useAppState, useAppStore, useCommand, useCommandContext } from '#ui';
import { isEmpty } from './is-empty.ts';
import { useScene } from './use-scene.ts';
import { isGround } from './viewport/fitting.ts';

/** Where the middle of the region is on the canvas; of what is free of the canvas itself where there is none. */
function useMiddle() {
  const region = useScene((state) => state.scene.items.find(isGround));
  const [x, y, zoom] = useStore((state) => state.transform);
  return region
    ? { left: x + (region.x + region.width / 2) * zoom, top: y + (region.y + region.height / 2) * zoom }
    : { left: 'calc(50% + var(--canvas-left, 0px) / 2)', top: '50%' };
}

/** The three ways to begin, in the middle of a region that has nothing in it. */
export const EmptyHint = memo(function EmptyHint() {
  return useAppState(isEmpty) ? <Ways /> : null;
});

/** Apart, so that the view of a design that has something in it moves without them. */
function Ways() {
  const app = useAppStore();
  const context = useCommandContext();
  const openFile = useCommand(open);
  const choose = useCommand(goToStart);
  const middle = useMiddle();
  const addNetwork = () => {
    const [place] = legalPlaces('virtual-network', app.getState().design);
    const added = place
      ? addNewResource(context, 'virtual-network', place)
      : addNewResource(context, 'region', { parent: undefined });
    // The button goes with the emptiness.
    void added.then(() => context.browser.focus('canvas'));
  };
  return (
    <div className="canvas-empty" style={middle}>
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
  );
}

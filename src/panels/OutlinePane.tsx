import { useEffect } from 'react';
import { addNote } from '#commands';
import { paint, styled, useAppState, useCommandContext } from '#ui';
import { Outline } from './outline/Outline.tsx';

const Pane = styled('div')({
  position: 'absolute',
  // Below the bar.
  inset: '40px 0 0',
  display: 'flex',
  flexDirection: 'column',
  paddingTop: 8,
  backgroundColor: paint('panel'),
});

/** The outline in the place of the canvas, where that has no room. */
export function OutlinePane() {
  const context = useCommandContext();
  const drafting = useAppState((state) => state.drafting);
  // There is no canvas to write a note on: it begins with words, and is written in the inspector.
  useEffect(() => {
    if (!drafting) return;
    context.store.getState().setView({ drafting: undefined });
    addNote(context, { text: 'New note', attachedTo: drafting.attachedTo });
    context.browser.focus('inspector');
  }, [context, drafting]);
  return (
    <Pane>
      <Outline />
    </Pane>
  );
}

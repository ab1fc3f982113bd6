import { isOutlineOnly, type Look, type State } from '#store';
import { type Command, hasSelection, isAtWork } from './command.ts';

const noDrawing = (state: State): string | undefined =>
  isOutlineOnly(state) ? 'only the outline is shown' : undefined;

const look = (
  id: string,
  title: string,
  how: Look,
  shortcut: string,
  ...alternatives: string[]
): Command => ({
  id,
  title,
  shortcut,
  alternatives,
  isEnabled: (state) => isAtWork(state) && noDrawing(state) === undefined,
  obstacle: noDrawing,
  run: ({ store }) => store.getState().look(how),
});

export const zoomIn = look('zoom-in', 'Zoom in', 'closer', '+', 'Shift++', '=');
export const zoomOut = look('zoom-out', 'Zoom out', 'farther', '-');
export const zoomToActual = look('zoom-to-actual', 'Zoom to 100 %', 'actual', 'Shift+Digit0');
export const showWhole = look('show-whole', 'Show the whole drawing', 'whole', 'Shift+Digit1');
export const showSelection: Command = {
  ...look('show-selection', 'Show what is selected', 'selection', 'Shift+Digit2'),
  isAboutSelection: true,
  isEnabled: (state) => hasSelection(state) && noDrawing(state) === undefined,
};

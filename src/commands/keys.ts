import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import type { Command } from './command.ts';

type Key = Required<Pick<Command, 'id' | 'title' | 'shortcut'>>;

/** What keys do on the canvas that are no commands; `shortcut` as commands have it. */
export const keysOfFocus: readonly Key[] = [
  { id: 'focus-next', title: 'Go through the drawing, and first to what is offered', shortcut: 'Tab' },
  {
    id: 'focus-beside',
    title: 'Go to what is beside, where nothing is selected',
    shortcut: 'ArrowLeft+ArrowRight+ArrowUp+ArrowDown',
  },
  { id: 'select-focus', title: 'Select what has the focus', shortcut: 'Enter' },
  { id: 'select-focus-too', title: 'Select it as one of several', shortcut: 'Shift+Enter' },
  { id: 'menu-of-focus', title: 'Open its menu', shortcut: 'Shift+F10' },
];

/** What keys do in the outline and on rows of the inspector that are no commands; `shortcut` as commands have it. */
export const keysOfRows = {
  // With Alt: the letter alone leads to the names that begin with it.
  connect: { id: 'outline-connect', title: 'Connect what the outline is at', shortcut: 'Alt+KeyC' },
  move: { id: 'outline-move', title: 'Move what the outline is at', shortcut: 'Alt+KeyM' },
  up: { id: 'row-up', title: 'Move a row up', shortcut: 'Alt+ArrowUp' },
  down: { id: 'row-down', title: 'Move a row down', shortcut: 'Alt+ArrowDown' },
  remove: { id: 'row-remove', title: 'Remove a row', shortcut: 'Delete' },
} as const satisfies Readonly<Record<string, Key>>;

export type KeyOfRow = keyof typeof keysOfRows;

/** Which of these keys was pressed. */
export const keyOfRow = (
  { nativeEvent }: { readonly nativeEvent: KeyboardEvent },
  among: readonly KeyOfRow[],
): KeyOfRow | undefined =>
  among.find((name) => {
    const [press] = parseKeybinding(keysOfRows[name].shortcut);
    return press !== undefined && matchKeyBindingPress(nativeEvent, press);
  });

import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { allCommands } from './all-commands.ts';
import { keysOf } from './bind-shortcuts.ts';
import type { Command } from './command.ts';

const aboutSelection = allCommands
  .filter(({ isAboutSelection }) => isAboutSelection)
  .flatMap((command) => keysOf(command).map(parseKeybinding));

/** Whether a key runs a command that is about what is selected. */
export const isKeyOfSelection = (event: KeyboardEvent): boolean =>
  aboutSelection.some(([press]) => press !== undefined && matchKeyBindingPress(event, press));

/** What keys do on the canvas that are no commands; `shortcut` as commands have it. */
export const keysOfFocus: readonly Required<Pick<Command, 'id' | 'title' | 'shortcut'>>[] = [
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

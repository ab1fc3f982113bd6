import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import { allCommands } from './all-commands.ts';
import { keysOf } from './bind-shortcuts.ts';

const aboutSelection = allCommands
  .filter(({ isAboutSelection }) => isAboutSelection)
  .flatMap((command) => keysOf(command).map(parseKeybinding));

/** Whether a key runs a command that is about what is selected. */
export const isKeyOfSelection = (event: KeyboardEvent): boolean =>
  aboutSelection.some(([press]) => press !== undefined && matchKeyBindingPress(event, press));

import { tinykeys } from 'tinykeys';
import { removalOf } from '#store';
import { type Command, type CommandContext, isAtWork } from './command.ts';

/** Fields take letters, and lists of choices take letters, Delete and Escape for themselves. */
const takesKeys = [
  'input:not([type=checkbox], [type=radio])',
  'textarea',
  'select',
  '[role=combobox]',
  '[role=listbox] *',
  '[role=menu] *',
  '[role=dialog] *',
  '[role=alertdialog] *',
  'dialog *',
].join();

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(takesKeys));

const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-region=canvas]') !== null;

/** Binds every command's keys to the window; returns what unbinds them. */
export const bindShortcuts = (
  window: Window,
  commands: readonly Command[],
  context: CommandContext,
): (() => void) => {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commands) {
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      // Nothing acts on what is about to be replaced, the browser's own ways neither.
      if (context.store.getState().screen === 'opening') {
        event.preventDefault();
        return;
      }
      if (isField(event.target) && !command.worksInFields) return;
      const isAsked = removalOf(context.store.getState()) !== undefined;
      if (isAsked && !command.worksInFields && !command.worksInQuestions) return;
      if (command.isForCanvas && !isOnCanvas(event.target)) return;
      if (command.yieldsToText && window.getSelection()?.isCollapsed === false) return;
      const state = context.store.getState();
      if (command.isEnabled && !command.isEnabled(state)) {
        const obstacle = isAtWork(state) ? command.obstacle?.(state) : undefined;
        if (obstacle !== undefined) state.announce(`${command.title}: ${obstacle}.`);
        return;
      }
      event.preventDefault();
      void command.run(context);
    };
    for (const keys of keysOf(command)) bindings[keys] = handle;
  }
  return tinykeys(window, bindings);
};

/** All keys that run a command. */
export const keysOf = ({ shortcut, alternatives = [] }: Command): readonly string[] =>
  shortcut === undefined ? alternatives : [shortcut, ...alternatives];

const names: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A shortcut as keycaps for people: `Ctrl`, `Shift`, `Z`. */
export const keycapsOf = (shortcut: string, isMac: boolean): readonly string[] =>
  shortcut
    .replace('Shift+?', '?')
    .split(/\b\+/)
    .map((key) => key.replace(/^(Key|Digit)/, ''))
    .map((key) =>
      isMac && key === '$mod' ? '⌘' : (names[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
    );

/**
 * Store hooks and the widgets that canvas and panels both use.
 * May not: know the canvas library, read files or do I/O.
 */
export { CommandProvider, useCommand, useCommandContext } from './commands-context.tsx';
export { paint } from './paint.ts';
export { StoreProvider, useAppState, useAppStore, useHistory } from './store-context.tsx';

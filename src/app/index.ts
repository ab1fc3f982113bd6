/**
 * The composition root, and everything that touches the browser: files, storage, workers, clipboard, theme.
 * May not: hold domain logic; it wires rooms together.
 */
export { App } from './App.tsx';
export { startScheme } from './scheme.ts';
export { startApplication } from './start-application.ts';

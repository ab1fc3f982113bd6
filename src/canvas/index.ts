/**
 * The drawing surface: shows the scene of the design and turns gestures into edits.
 * May not: decide how a resource looks, judge a design or know the panels.
 */
export { Canvas, CanvasIn } from './Canvas.tsx';
export { ConnectCard, RemovalCard } from './editing/cards.ts';
export { ChangesContext } from './preview/changes-in-words.ts';
export { whenDrawn } from './scene-store.ts';

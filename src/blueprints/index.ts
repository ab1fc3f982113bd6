/**
 * Reference architectures to start from, as complete designs that can be adapted.
 * May not: judge, arrange, render or do I/O.
 */
export { adapt, adaptationOf } from './adapt.ts';
export type { Adaptation } from './adaptation.ts';
export type { Blueprint } from './blueprint.ts';
export { blueprints } from './blueprints.ts';
export type { Composition } from './compose.ts';
export type { Exercise } from './exercises/exercise.ts';
export { exercises } from './exercises/exercises.ts';
export { type Take, takesOf } from './takes.ts';

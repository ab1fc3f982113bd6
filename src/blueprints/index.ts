/**
 * Reference architectures to start from, as complete designs without findings.
 * May not: judge, arrange, render or do I/O.
 */
export type { Blueprint } from './blueprint.ts';
export { blueprints } from './blueprints.ts';

/**
 * Azure facts as data, each with its source and the day it was read.
 * May not: know designs, compute verdicts or do I/O.
 */
export type { Source } from './source.ts';

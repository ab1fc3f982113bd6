import type { Plain } from './plain.ts';

/** A value as people read it: `10.0.0.0/16, 10.1.0.0/16`, `(not set)`. */
export function wordsOf(value: Plain | undefined): string {
  if (value === undefined) return '(not set)';
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value === '' ? '(empty)' : value;
  const texts = Array.isArray(value)
    ? value.map(wordsOf)
    : Object.entries(value).map(([key, one]) => `${key} ${wordsOf(one)}`);
  if (texts.length === 0) return '(none)';
  return Array.isArray(value) ? texts.join(', ') : `{ ${texts.join('; ')} }`;
}

import type { Plain } from './plain.ts';

const abbreviations = /\b(?:dns|ip|nat|sku|id)\b/g;

/** A property as people read it: `publicNetworkAccess` is the public network access. */
export const propertyInWords = (property: string): string =>
  property
    .replace(/(?<=[a-z\d])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .replace(abbreviations, (short) => short.toUpperCase());

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

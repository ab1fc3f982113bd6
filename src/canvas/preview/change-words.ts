import {
  compareDesigns,
  type Design,
  type PropertyChange,
  propertyInWords,
  type ResourceId,
  wordsOf,
} from '#model';

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What fits on the edge of a thing. */
const mostLetters = 32;

/** `Public network access: Disabled`, or what it concerns where that is too long to be read in passing. */
function wordsFor({ property, before, after }: PropertyChange): string {
  const [list = '', ...parts] = property.split('/');
  const part = parts.at(-1);
  const named = capitalised(propertyInWords(list));
  if (part !== undefined && (before === undefined || after === undefined))
    return `${before === undefined ? '+' : '−'} ${part}`;
  if (after === undefined) return `− ${named}`;
  // Of what is pointed at, the name does.
  const value = wordsOf(after).replace(/[^\s,]*\/(?=[a-z])/gi, '');
  const isShort = typeof after !== 'object' || !value.startsWith('{');
  return isShort && value.length <= mostLetters ? `${named}: ${value}` : named;
}

/** What would change of each resource that both designs have, in words. */
export function changeWords(before: Design, after: Design): (resource: ResourceId) => readonly string[] {
  const words = new Map(
    compareDesigns(before, after).changed.map((one) => [one.before.id, one.changes.map(wordsFor)]),
  );
  return (resource) => words.get(resource) ?? [];
}

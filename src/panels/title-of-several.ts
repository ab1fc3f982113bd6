import type { Note, Resource } from '#model';

/** `3 resources and a note`. */
export const titleOfSeveral = (resources: readonly Resource[], notes: readonly Note[]): string => {
  const noted = notes.length === 1 ? 'a note' : `${notes.length} notes`;
  if (resources.length === 0) return `${notes.length} notes`;
  const things = resources.length === 1 ? '1 resource' : `${resources.length} resources`;
  return notes.length === 0 ? things : `${things} and ${noted}`;
};

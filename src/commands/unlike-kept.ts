import { type Design, edits } from '#model';
import type { CommandContext } from './command.ts';

/** Of a design that nobody has named. */
export const untitled = 'Untitled design';

const isUntitled = (name: string): boolean => name.trim() === '' || /^Untitled design(?: \d+)?$/.test(name);

/** What a design is called that was opened from files: by its own name, else by that of its file, where a person gave it one. */
export function namedAfter(design: Design, files: readonly Pick<File, 'name'>[]): Design {
  const [file, ...others] = files;
  if (!file || others.length > 0 || !isUntitled(design.name)) return design;
  const name = file.name.replace(/(?:\.isoplan)?\.[^.]+$/, '');
  // A saved design has the name of the design, with hyphens.
  const isOwn = name === '' || isUntitled(name.replaceAll('-', ' ').replace(/ \(\d+\)$/, ''));
  if (!isOwn) return edits.renameDesign(design, name);
  return design.name.trim() === '' ? edits.renameDesign(design, untitled) : design;
}

/** A design under a name that nothing kept in this browser has: `Untitled design`, `Untitled design 2` … */
export function unlikeKept({ store }: CommandContext, design: Design): Design {
  const taken = new Set(store.getState().recentDesigns.map(({ name }) => name));
  let name = design.name;
  for (let number = 2; taken.has(name); number += 1) name = `${design.name} ${number}`;
  return edits.renameDesign(design, name);
}

import { type Design, edits } from '#model';
import type { CommandContext } from './command.ts';

/** A design under a name that nothing kept in this browser has: `Untitled design`, `Untitled design 2` … */
export function unlikeKept({ store }: CommandContext, design: Design): Design {
  const taken = new Set(store.getState().recentDesigns.map(({ name }) => name));
  let name = design.name;
  for (let number = 2; taken.has(name); number += 1) name = `${design.name} ${number}`;
  return edits.renameDesign(design, name);
}
